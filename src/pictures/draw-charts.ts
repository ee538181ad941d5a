import { localeOf } from '../words/locale.ts'
import { joinNames } from '../words/names.ts'
import { say } from '../words/say.ts'
import { writeNumber } from '../words/write-numbers.ts'
import { type Canvas, type Look, MARGIN, openCanvas, WIDTH } from './canvas.ts'
import type { DayFigure, OwnershipFigure } from './figures.ts'
import type { Picture } from './picture.ts'

/** A bar: its label and count. */
interface Bar {
  readonly label: string
  readonly count: number
}

/** Layout in pixels. */
const HEAD = 56
const ROW = 36
const LABEL = 230
const COLUMNS_HEIGHT = 220
const FOOT = 40

/** Most days with a label; more labels would touch. */
const MOST_DAYS_NAMED = 8

/** Height of a chart with this many kinds of ownership, in pixels. */
export const ownershipHeight = (kinds: number): number => HEAD + kinds * ROW + MARGIN

/** Draws outlets by ownership, with a row for each kind. The longest bar takes the available width. */
export function drawOwnership(figures: readonly OwnershipFigure[], look: Look): Picture {
  const bars = ownersOf(figures, look.language)
  const canvas = openCanvas(look, ownershipHeight(bars.length))
  const room = WIDTH - LABEL - 3 * MARGIN
  const most = mostOf(bars)
  for (const [index, { label, count }] of bars.entries()) {
    const y = HEAD + index * ROW
    const width = Math.round((count / most) * room)
    canvas.text(MARGIN, y + 19, label)
    canvas.box(LABEL, y + 2, Math.max(width, 1), 24, barColour(canvas))
    canvas.text(LABEL + width + 10, y + 19, canvas.write(count), { bold: true })
  }
  return finish(canvas, say('picture.ownership', look.language), bars, look.language)
}

/** Height of a chart of days, in pixels. */
export const dayPictureHeight = HEAD + COLUMNS_HEIGHT + FOOT + MARGIN

/** Draws reports by day, with a column for each, in the direction of the reader's script. */
export function drawDays(figures: readonly DayFigure[], look: Look): Picture {
  const bars = barsOf(figures, look.language)
  const canvas = openCanvas(look, dayPictureHeight)
  const step = (WIDTH - 2 * MARGIN) / Math.max(bars.length, 1)
  const width = Math.min(step * 0.7, 80)
  const most = mostOf(bars)
  const named = Math.ceil(bars.length / MOST_DAYS_NAMED)
  const ground = HEAD + 24 + COLUMNS_HEIGHT
  for (const [index, { label, count }] of bars.entries()) {
    const middle = MARGIN + step * (index + 0.5)
    const height = Math.round((count / most) * COLUMNS_HEIGHT)
    canvas.box(middle - width / 2, ground - height, width, height, barColour(canvas))
    if (step >= 28 || count === most)
      canvas.text(middle, ground - height - 6, canvas.write(count), { size: 13, towards: 'middle' })
    // Counted from the newest day, so that it always has a label.
    if ((bars.length - 1 - index) % named === 0)
      canvas.text(middle, ground + 22, label, { size: 13, quiet: true, towards: 'middle' })
  }
  return finish(canvas, say('picture.days', look.language), bars, look.language)
}

const barColour = ({ colours }: Canvas): string => colours.steps[1]

const mostOf = (bars: readonly Bar[]): number => Math.max(1, ...bars.map(({ count }) => count))

function barsOf(figures: readonly DayFigure[], language: string): readonly Bar[] {
  const { tag } = localeOf(language)
  const format = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return figures.map(({ day, count }) => ({ label: format.format(Date.parse(day)), count }))
}

const ownersOf = (figures: readonly OwnershipFigure[], language: string): readonly Bar[] =>
  figures.map(({ ownership, count }) => ({ label: say(`ownership.${ownership}`, language), count }))

/** Describes a chart of outlets by ownership in words. */
export const describeOwnership = (figures: readonly OwnershipFigure[], language: string): string =>
  describeBars(say('picture.ownership', language), ownersOf(figures, language), language)

/** Describes a chart of days in words. */
export const describeDays = (figures: readonly DayFigure[], language: string): string =>
  describeBars(say('picture.days', language), barsOf(figures, language), language)

function describeBars(title: string, bars: readonly Bar[], language: string): string {
  const figures = bars.map(({ label, count }) => `${label} (${writeNumber(count, language)})`)
  return `${title}: ${joinNames(figures, language).join('')}`
}

function finish(canvas: Canvas, title: string, bars: readonly Bar[], language: string): Picture {
  canvas.text(MARGIN, 36, title, { size: 20, bold: true })
  const alt = describeBars(title, bars, language)
  return { svg: canvas.svg(alt), alt, caption: '' }
}
