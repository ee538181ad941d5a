import { html } from 'hono/html'
import { tellNotice } from '../../chat/wording/notice.ts'
import { tellSearch, type ToldHit } from '../../chat/wording/search.ts'
import { sheetOf } from '../../chat/wording/sheet.ts'
import { countSources, illFirst, tabulateSources } from '../../chat/wording/source.ts'
import type { Briefing } from '../../records/briefing.ts'
import type { Message } from '../../records/message.ts'
import { say } from '../../words/say.ts'
import { drawLine, drawTable, type Html } from '../html.ts'
import { storyPath, type View } from '../view.ts'
import { drawList, type ListTools } from './list-page.ts'
import { drawStoryPage } from './story-page.ts'

/**
 * Draws the answer to a `/news` command as part of a page. `pages` holds the links for the headings of its
 * parts, in order.
 */
export function drawMessage(
  message: Message,
  tools: ListTools,
  view: View,
  pages: readonly string[] = [],
): Html {
  switch (message.kind) {
    case 'notice': {
      const lines = tellNotice(message)
      return html`<div class="notice" role="status">
        ${lines.map((line) => html`<p>${drawLine(line)}</p>`)}
      </div>`
    }
    case 'briefing':
      return drawBriefing(message.briefing, tools, view)
    case 'story':
      return drawStoryPage({ card: message.story, storylineId: null, people: [] }, tools.topics, view)
    case 'search':
      return drawHits(message, view)
    case 'sources':
      return drawSources(message.sources, view)
    case 'subscription':
    case 'subscriptions':
    case 'trial':
    case 'trace':
    case 'settings':
      return drawSheet(message, tools, view, pages)
    case 'help':
      return html`<dl>
        ${message.commands.map(
          ({ words, summary }) =>
            html`<dt><bdi dir="ltr">${words}</bdi></dt>
              <dd>${summary}</dd>`,
        )}
      </dl>`
    default:
      return message satisfies never
  }
}

const drawBriefing = (briefing: Briefing, tools: ListTools, view: View): Html =>
  drawList(briefing, { title: briefing.title }, tools, view)

/** Draws a document of facts: title, lines, parts. A new subscription is followed by its current briefing. */
function drawSheet(
  message: Parameters<typeof sheetOf>[0],
  tools: ListTools,
  view: View,
  pages: readonly string[],
): Html {
  const { title, lines, parts } = sheetOf(message)
  const first = message.kind === 'subscription' ? message.first : null
  return html`<h1>${drawLine(title)}</h1>
    ${lines.map((line) => html`<p>${drawLine(line)}</p>`)}
    ${parts.map(
      (part, index) =>
        html`<section>
          <h2>${linkedTo(pages[index], drawLine(part.heading))}</h2>
          ${part.lines.map((line) => html`<p>${drawLine(line)}</p>`)}
        </section>`,
    )}
    ${first === null ? '' : drawBriefing(first, tools, view)}`
}

const linkedTo = (page: string | undefined, inner: Html): Html =>
  page === undefined ? inner : html`<a href="${page}">${inner}</a>`

function drawHits({ results }: Extract<Message, { kind: 'search' }>, view: View): Html {
  const { title, hits, after } = tellSearch(results, view.instant, view.language)
  return html`<h2>${drawLine(title)}</h2>
    <div class="stories">
      ${hits.map((hit, index) => drawHit(hit, results.hits[index]?.language ?? 'und', view))}
    </div>
    ${after.map((line) => html`<p class="quiet">${drawLine(line)}</p>`)}`
}

/** Draws a search result. The title links to our story, a second link to the outlet's page. */
function drawHit({ title, facts, snippet, storyId, url }: ToldHit, language: string, view: View): Html {
  const named = drawLine([{ ...title, url: null }])
  const heading = storyId === null ? named : html`<a href="${view.href(storyPath(storyId))}">${named}</a>`
  return html`<article>
<h3>${heading}</h3>
<p${language === 'und' ? '' : html` lang="${language}"`} dir="auto">${drawLine(snippet)}</p>
<ul class="facts">${facts.map((fact) => html`<li>${drawLine(fact)}</li>`)}${
    url === null ? '' : html`<li>${drawLine([{ text: say('page.read', view.language), url }])}</li>`
  }</ul>
</article>
`
}

function drawSources(sources: Extract<Message, { kind: 'sources' }>['sources'], view: View): Html {
  const { title, counts } = countSources(sources, view.language)
  const { titles, rows } = tabulateSources(illFirst(sources), view.instant, view.language)
  const ids = illFirst(sources).map(({ sourceId }) => sourceId)
  const body = rows.map(
    (cells, row) =>
      html`<tr>
        ${cells.map((cell, column) => html`<td>${drawCell(cell, column, ids[row] ?? '', view)}</td>`)}
      </tr>`,
  )
  return html`<h1>${drawLine(title)}</h1>
    <ul class="facts">
      ${counts.map((count) => html`<li>${drawLine(count)}</li>`)}
    </ul>
    ${drawTable(
      titles.map(drawLine),
      html`<tbody>
        ${body}
      </tbody>`,
    )}`
}

/** The name of a source links to its page. */
const drawCell = (cell: Parameters<typeof drawLine>[0], column: number, id: string, view: View): Html =>
  column === 1
    ? html`<a href="${view.href(`/sources/${encodeURIComponent(id)}`)}">${drawLine(cell.slice(0, 1))}</a
        >${drawLine(cell.slice(1))}`
    : drawLine(cell)
