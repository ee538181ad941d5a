import { html } from 'hono/html'
import { dotted } from '../../chat/wording/span.ts'
import { drawLine, drawTable, type Html, inLanguage, linkOut } from '../html.ts'
import { labelOutlet, nameArticle, tellStory, tellTimes } from '../../chat/wording/story.ts'
import { ownershipHeight, describeOwnership } from '../../pictures/draw-charts.ts'
import { ownersWorthAChart } from '../../pictures/figures.ts'
import type { StoryCard, StoryReport } from '../../records/briefing.ts'
import { countryName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import { ownershipPath, pathOf, runningPath, storyPath, type View } from '../view.ts'
import { drawPicture } from './draw-picture.ts'
import { drawFacts, drawSentences, nameOf, type TopicIds } from './draw-story.ts'

/** Draws a complete story: its summary, its outlets side by side, and its timeline. */
export function drawStoryPage(
  { card, storylineId, people, tolls = html`` }: ShownStory,
  topics: TopicIds,
  view: View,
): Html {
  const { language } = view
  const { changes } = tellStory(card, view.instant, view)
  const columns = (['outlet', 'time', 'report'] as const).map((column) =>
    say(`story.column.${column}`, language),
  )
  const countries = byCountry(card.reports, language).map(([country, reports]) =>
    drawCountry(country, reports, storyPath(card.id), view),
  )
  return html`<article>
      <h1${inLanguage(card.language)}>${nameOf(card, view)}</h1>
      <p class="when">${drawLine(dotted(tellTimes(card, view.instant, language)))}</p>
      ${drawSentences(card, view)} ${drawFacts(card, [], topics, view)} ${drawPeople(people, view)}
      ${changes.map((line) => html`<p>${drawLine(line)}</p>`)} ${drawMore(card.id, storylineId, view)}
    </article>
    ${tolls}
    <section aria-labelledby="side">
      <h2 id="side">${say('page.side', language)}</h2>
      ${drawOwners(card, view)}
      ${drawTable(columns, countries)}
    </section>
    <section aria-labelledby="timeline">
      <h2 id="timeline">${say('story.timeline', language)}</h2>
      <ol class="timeline">
        ${card.reports.map((report) => html`<li>${drawEntry(report, view)}</li>`)}
      </ol>
    </section>`
}

function drawOwners({ id, reports }: StoryCard, view: View): Html {
  const figures = ownersWorthAChart(reports)
  if (figures.length === 0) return html``
  const alt = describeOwnership(figures, view.language)
  return drawPicture({ path: ownershipPath(id), alt, height: ownershipHeight(figures.length) }, view)
}

interface ShownStory {
  readonly card: StoryCard
  /** Its running story; null to leave out links to other pages. */
  readonly storylineId: string | null
  readonly people: readonly string[]
  /** The tolls in the story, already drawn. */
  readonly tolls?: Html
}

function drawPeople(people: readonly string[], { language, href }: View): Html {
  if (people.length === 0) return html``
  const links = people.map(
    (name) =>
      html`<li>
        <a href="${href(pathOf({ kind: 'person', id: name }))}"><bdi>${name}</bdi></a>
      </li>`,
  )
  return html`<ul class="facts" aria-label="${say('form.person', language)}">
    ${links}
  </ul>`
}

function drawMore(id: string, storylineId: string | null, { language, href }: View): Html {
  if (storylineId === null) return html``
  return html`<p class="actions">
    <a href="${href(runningPath(id))}">${say('page.running', language)}</a> ·
    <a href="${href(`${storyPath(id)}/why`)}">${say('page.why', language)}</a>
  </p>`
}

/**
 * The newest report of each outlet, by country and then ownership, so that differences are easy to compare.
 */
function byCountry(
  reports: readonly StoryReport[],
  language: string,
): readonly (readonly [string, readonly StoryReport[]])[] {
  const newest = new Map(reports.map((report) => [report.sourceId, report]))
  const countries = Map.groupBy(newest.values(), ({ country }) => country)
  return [...countries]
    .map(
      ([country, those]) =>
        [
          country === '' ? say('outlet.removed', language) : countryName(country, language),
          those.toSorted((one, other) => (one.ownership ?? '').localeCompare(other.ownership ?? '')),
        ] as const,
    )
    .toSorted(
      ([one, those], [other, others]) => others.length - those.length || one.localeCompare(other, language),
    )
}

const drawCountry = (country: string, reports: readonly StoryReport[], own: string, view: View): Html =>
  html`<tbody>
    <tr>
      <th scope="rowgroup" colspan="3">${country}</th>
    </tr>
    ${reports.map((report) => drawReport(report, own, view))}
  </tbody> `

function drawReport(report: StoryReport, own: string, view: View): Html {
  const versions = view.href(`${own}/articles/${encodeURIComponent(report.articleId)}`)
  const edited =
    report.version === 1
      ? ''
      : html`<br /><a href="${versions}"
            >${say('page.versions', view.language, { count: report.version })}</a
          >`
  const lead =
    report.lead === null ? '' : html`<blockquote${inLanguage(report.language)}>${report.lead}</blockquote>`
  return html`<tr>
    <td>${drawLine(labelOutlet({ ...report, url: null, country: '' }, view.language))}</td>
    <td>${whenOf(report, view)}${edited}</td>
    <td>${drawTitle(report, view)}${lead}</td>
  </tr> `
}

const whenOf = ({ publishedAt }: StoryReport, { language, instant }: View): string =>
  publishedAt === null ? say('story.undated', language) : instant(publishedAt)

const drawTitle = ({ title, language, url }: StoryReport, view: View): Html =>
  html`<div${inLanguage(language)}>${linkOut(url, nameArticle(title, view.language).text.trim())}</div>`

function drawEntry(report: StoryReport, view: View): Html {
  const carried =
    report.carries === null ? '' : html` (${say('story.carries', view.language, { agency: report.carries })})`
  return html`<span class="when">${whenOf(report, view)} · <bdi>${report.name}</bdi>${carried}</span
    >${drawTitle(report, view)}`
}
