import { joinNames } from '../words/names.ts'
import { say } from '../words/say.ts'
import { timesIn } from '../words/times.ts'
import { writeAmount } from '../words/write-numbers.ts'
import { type Canvas, type Look, MARGIN, openCanvas, WIDTH } from './canvas.ts'
import type { TrendFigure } from '../records/message.ts'
import type { Picture } from './picture.ts'

/** Layout in pixels. */
const HEAD = 56
const RISE = 220
const NAMES = 34
const LEGEND = 26
const GROUND = HEAD + 24 + RISE
export const TREND_HEIGHT = GROUND + NAMES + 2 * LEGEND + MARGIN

/** Most days with a label; more labels would touch. */
const MOST_NAMED = 8
/** Least distance between numbers above columns, in pixels. */
const NUMBER_ROOM = 36

/**
 * Kinds of columns, drawn in front of the band of usual values. `usual` also stands for days without known
 * bounds.
 */
const KINDS = ['usual', 'burst', 'silence', 'sources'] as const
type Kind = (typeof KINDS)[number]

const LABELS = {
  usual: 'trends.usual',
  burst: 'trends.burstDay',
  silence: 'trends.silence',
  sources: 'trends.gap',
} as const satisfies Readonly<Record<Kind, string>>

/** Draws reports by day in front of the usual range. Unusual days are highlighted and show their numbers. */
export function drawTrend(figures: readonly TrendFigure[], look: Look): Picture {
  const { language } = look
  const canvas = openCanvas(look, TREND_HEIGHT)
  const title = say('picture.trend', language)
  canvas.text(MARGIN, 36, title, { size: 20, bold: true })
  const step = (WIDTH - 2 * MARGIN) / Math.max(figures.length, 1)
  const most = Math.max(1, ...figures.flatMap(({ reports, high }) => [reports, high ?? 0]))
  const rise = (count: number): number => Math.round((count / most) * RISE)
  for (const [index, { low, high }] of figures.entries()) {
    if (low === null || high === null) continue
    // Slightly wider than a step, or the background would show between neighbours.
    const tall = Math.max(2, rise(high) - rise(low))
    const x = MARGIN + step * index
    canvas.box(x, GROUND - rise(high), step + 0.5, tall, canvas.colours.land)
    // The band alone would be too pale for some viewers.
    for (const edge of [high, low]) canvas.box(x, GROUND - rise(edge), step + 0.5, 1.5, canvas.colours.quiet)
  }
  const named = Math.ceil(figures.length / MOST_NAMED)
  const { days } = timesIn('UTC', language)
  let free = Number.NEGATIVE_INFINITY
  for (const [index, { day, reports, state }] of figures.entries()) {
    const kind = kindOf(state)
    const [middle, width] = [MARGIN + step * (index + 0.5), Math.min(step * 0.6, 40)]
    const tall = Math.max(1, rise(reports))
    canvas.box(middle - width / 2, GROUND - tall, width, tall, colourOf(canvas, kind))
    if (kind === 'silence') canvas.box(middle - width / 2, GROUND + 4, width, 4, colourOf(canvas, kind))
    if (kind !== 'usual' && middle - free >= NUMBER_ROOM) {
      free = middle
      canvas.text(middle, GROUND - tall - 6, canvas.write(reports), { size: 13, towards: 'middle' })
    }
    // Counted from the newest day, so that it always has a label.
    if ((figures.length - 1 - index) % named === 0)
      canvas.text(middle, GROUND + 26, days(Date.parse(day), Date.parse(day)), {
        size: 13,
        quiet: true,
        towards: 'middle',
      })
  }
  drawLegend(canvas, figures, language)
  const alt = describeTrend(figures, language)
  return { svg: canvas.svg(alt), alt, caption: '' }
}

/** The legend, in two columns, with the kinds that occur. */
function drawLegend(canvas: Canvas, figures: readonly TrendFigure[], language: string): void {
  const shown = KINDS.filter(
    (kind) => kind === 'usual' || figures.some(({ state }) => kindOf(state) === kind),
  )
  for (const [index, kind] of shown.entries()) {
    const x = MARGIN + (index % 2) * (WIDTH / 2 - MARGIN / 2)
    const y = GROUND + NAMES + Math.floor(index / 2) * LEGEND
    canvas.box(x, y + 4, 16, 16, kind === 'usual' ? canvas.colours.land : colourOf(canvas, kind))
    canvas.text(x + 26, y + 18, say(LABELS[kind], language))
  }
}

const kindOf = (state: TrendFigure['state']): Kind => (state === 'unknown' ? 'usual' : state)

function colourOf({ colours }: Canvas, kind: Kind): string {
  switch (kind) {
    case 'burst':
      return colours.steps[3]
    case 'silence':
      return colours.warn
    case 'sources':
      return colours.quiet
    case 'usual':
      return colours.steps[0]
    default:
      return kind satisfies never
  }
}

/** Describes a chart in words. */
export function describeTrend(figures: readonly TrendFigure[], language: string): string {
  const { days } = timesIn('UTC', language)
  const told = figures.map(({ day, reports, low, high }) => {
    const values = { days: days(Date.parse(day), Date.parse(day)), reports: writeAmount(reports, language) }
    return low === null || high === null
      ? say('list.fact', language, { label: values.days, text: values.reports })
      : say('trends.charted', language, {
          ...values,
          low: writeAmount(low, language),
          high: writeAmount(high, language),
        })
  })
  return `${say('picture.trend', language)}: ${joinNames(told, language).join('')}`
}
