import type { TollFigures, TollPoint } from '../records/message.ts'
import { say } from '../words/say.ts'
import { timesIn } from '../words/times.ts'
import { writeNumber } from '../words/write-numbers.ts'
import { type Canvas, type Look, MARGIN, openCanvas, WIDTH } from './canvas.ts'
import type { Picture } from './picture.ts'

/** Layout in pixels. */
const HEAD = 56
const PANEL = 210
const RISE = 110
const DOT = 12

/** Numbers closer together than this many pixels would touch; then the later one is shown. */
const NUMBER_ROOM = 60

export const tollsHeight = (panels: number): number => HEAD + panels * PANEL

/**
 * Draws how tolls developed. Each kind has its own scale from zero, as the injured are often ten times the
 * dead. Each number that an outlet reported is a point, a range is a bar. No line joins them, because the
 * outlets' numbers are not one continuous count. `zone` is an IANA zone.
 */
export function drawTolls(figures: readonly TollFigures[], zone: string, look: Look): Picture {
  const canvas = openCanvas(look, tollsHeight(figures.length))
  const times = figures.flatMap(({ points }) => points.map(({ at }) => at))
  const span = { first: Math.min(...times), last: Math.max(...times) }
  canvas.text(MARGIN, 36, say('picture.tolls', look.language), { size: 20, bold: true })
  for (const [index, row] of figures.entries()) drawRow(canvas, row, HEAD + index * PANEL, span, zone, look)
  const alt = describeTolls(figures, zone, look.language)
  return { svg: canvas.svg(alt), alt, caption: '' }
}

function drawRow(
  canvas: Canvas,
  { what, points }: TollFigures,
  top: number,
  { first, last }: { readonly first: number; readonly last: number },
  zone: string,
  { language }: Look,
): void {
  const { instant } = timesIn(zone, language)
  const most = Math.max(1, ...points.map(({ high }) => high))
  const ground = top + 54 + RISE
  const room = WIDTH - 4 * MARGIN
  const x = ({ at }: TollPoint): number =>
    2 * MARGIN + Math.round(room * (last === first ? 0.5 : (at - first) / (last - first)))
  const y = (count: number): number => Math.round(ground - (count / most) * RISE)
  canvas.text(MARGIN, top + 16, say(`figures.${what}`, language), { bold: true })
  canvas.box(MARGIN, ground + DOT / 2, WIDTH - 2 * MARGIN, 1, canvas.colours.quiet)
  for (const point of points) {
    const upper = y(point.high) - DOT / 2
    canvas.box(x(point) - DOT / 2, upper, DOT, y(point.low) - y(point.high) + DOT, canvas.colours.steps[1])
  }
  let free = Number.POSITIVE_INFINITY
  for (const point of points.toReversed())
    if (x(point) <= free) {
      free = x(point) - NUMBER_ROOM
      canvas.text(x(point), y(point.high) - DOT, writePoint(point, language), { size: 13, towards: 'middle' })
    }
  canvas.text(MARGIN, ground + 26, instant(first), { size: 13, quiet: true })
  if (last > first)
    canvas.text(WIDTH - MARGIN, ground + 26, instant(last), { size: 13, quiet: true, towards: 'start' })
}

/** Describes such a chart in words. */
export function describeTolls(figures: readonly TollFigures[], zone: string, language: string): string {
  const { instant } = timesIn(zone, language)
  const rows = figures.map(({ what, points }) => {
    const told = points.map((point) => `${writePoint(point, language)} (${instant(point.at)})`)
    return `${say(`figures.${what}`, language)}: ${told.join(', ')}`
  })
  return `${say('picture.tolls', language)}. ${rows.join('. ')}`
}

const writePoint = ({ low, high }: TollPoint, language: string): string =>
  [...new Set([low, high])].map((count) => writeNumber(count, language)).join('–')
