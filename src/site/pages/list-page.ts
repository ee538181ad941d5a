import { html } from 'hono/html'
import { tellCoverage } from '../../chat/wording/coverage.ts'
import type { Briefing, Section } from '../../records/briefing.ts'
import { say } from '../../words/say.ts'
import { timesIn } from '../../words/times.ts'
import { drawLine, type Html } from '../html.ts'
import { pathOf, type View } from '../view.ts'
import { drawStory, type TopicIds } from './draw-story.ts'

/** Which subjects have pages: ids of regions, and ids of topics by their IPTC codes. */
export interface ListTools {
  readonly regions: ReadonlySet<string>
  readonly topics: TopicIds
}

/**
 * Draws a briefing as a page: its stories by region, and the coverage. `above` and `below` surround the
 * stories.
 */
export function drawList(
  briefing: Briefing,
  {
    title,
    above = html``,
    below = html``,
  }: { readonly title: Html | string; readonly above?: Html; readonly below?: Html },
  tools: ListTools,
  view: View,
): Html {
  return html`<h1>${title}</h1>
    <p class="when">${timesIn(view.zone, view.language).stretch(briefing.from, briefing.to)}</p>
    ${above}
    <div class="sections">
      ${briefing.sections.map((section) => drawSection(section, title, tools, view))}
    </div>
    ${below}
    <aside class="quiet">${tellCoverage(briefing).map((line) => html`<p>${drawLine(line)}</p>`)}</aside>`
}

/**
 * Draws a section. Sections with a single story are shown side by side; a heading equal to the page's title
 * is hidden.
 */
function drawSection(
  section: Section,
  title: Html | string,
  { regions, topics }: ListTools,
  view: View,
): Html {
  const { region, name, stories, leftOut } = section
  const id = `region-${region}`
  const heading = regions.has(region)
    ? html`<a href="${view.href(pathOf({ kind: 'region', id: region }))}">${name}</a>`
    : name
  return html`<section aria-labelledby="${id}" class="${stories.length > 1 ? 'many' : 'one'}">
    <h2 id="${id}" class="${name === title ? 'unseen' : 'seen'}">${heading}</h2>
    <div class="stories">${stories.map((story) => drawStory(story, topics, view))}</div>
    ${leftOut === 0 ? '' : html`<p class="quiet">${say('section.leftOut', view.language, { count: leftOut })}</p>`}
  </section> `
}
