import { html } from 'hono/html'
import type { TollRow } from '../../briefings/join-figures.ts'
import { sayFigure, sayWhere } from '../../chat/wording/figure.ts'
import { tollsHeight, describeTolls } from '../../pictures/draw-tolls.ts'
import { tollFigures } from '../../pictures/figures.ts'
import type { Source } from '../../records/source.ts'
import { say } from '../../words/say.ts'
import { drawTable, type Html, inLanguage, linkOut } from '../html.ts'
import { tollsPath, type View } from '../view.ts'
import { drawPicture } from './draw-picture.ts'

/**
 * Draws how a story's tolls developed: each number with its sentence, and a chart if there is a development
 * to show.
 */
export function drawTolls(
  storyId: string,
  rows: readonly TollRow[],
  sources: readonly Pick<Source, 'id' | 'name'>[],
  view: View,
): Html {
  if (rows.length === 0) return html``
  const { language } = view
  const names = new Map(sources.map(({ id, name }) => [id, name]))
  const columns = (['outlet', 'time', 'number', 'report'] as const).map((column) =>
    say(`story.column.${column}`, language),
  )
  return html`<section aria-labelledby="tolls">
    <h2 id="tolls">${say('picture.tolls', language)}</h2>
    ${drawChart(storyId, rows, view)}
    ${drawTable(
      columns,
      rows.map((row) => drawRow(row, names, view)),
    )}
  </section>`
}

function drawChart(storyId: string, rows: readonly TollRow[], view: View): Html {
  const figures = tollFigures(rows)
  if (figures.length === 0) return html``
  const alt = describeTolls(figures, view.zone, view.language)
  return drawPicture({ path: tollsPath(storyId), alt, height: tollsHeight(figures.length) }, view)
}

const drawRow = ({ what, figures }: TollRow, names: ReadonlyMap<string, string>, view: View): Html =>
  html`<tbody>
    <tr>
      <th scope="rowgroup" colspan="4">${say(`figures.${what}`, view.language)}</th>
    </tr>
    ${figures.map(
      ({ figure, article }) =>
        html`<tr>
          <td>${linkOut(article.url, html`<bdi>${names.get(article.sourceId) ?? article.sourceId}</bdi>`)}</td>
          <td>${view.instant(article.datedAt)}</td>
          <td>${[sayFigure(figure, view.language), ...sayWhere(figure)].join(' · ')}</td>
          <td><blockquote${inLanguage(article.tags.language)}>${figure.words}</blockquote></td>
        </tr>`,
    )}
  </tbody> `
