import { startsRightToLeft } from '../words/direction.ts'
import { harmless } from '../words/harmless.ts'
import { say } from '../words/say.ts'
import { shorten } from '../text/shorten.ts'
import { type Look, openCanvas } from './canvas.ts'
import type { Claims } from './claims.ts'
import { captionOf, describeCountries } from './draw-map.ts'
import { drawTolls, describeTolls } from './draw-tolls.ts'
import type { TollFigures } from '../records/message.ts'
import type { CountryFigure } from './figures.ts'
import { type MeasureText, paintableText, wrapText } from './measure-text.ts'
import { type Frame, paintMap } from './paint-map.ts'
import type { Picture } from './picture.ts'

/** The content of a card: the picture of a page in link previews. */
export interface Card {
  /** A headline, or the title of the page. */
  readonly title: string
  /** Further headlines, for a page with many stories. */
  readonly lines: readonly string[]
  /** Subjects, shown at the top, and below the outlets that report, in the reader's language. */
  readonly about: string
  readonly told: string
  /** A map is drawn if there are countries; a chart of tolls replaces it. */
  readonly countries: readonly CountryFigure[]
  readonly tolls: readonly TollFigures[]
  /** IANA zone of the times in a chart. */
  readonly zone: string
}

/**
 * In pixels: the size that sites with link previews ask for (1.91 to 1, https://ogp.me and their own
 * documentation).
 */
export const CARD = { width: 1200, height: 630 } as const
const EDGE = 56
const ROOM = CARD.width - 2 * EDGE

/** Font sizes of a title in pixels, from large to small. The first at which the title fits is used. */
const TITLE_SIZES = [60, 52, 44, 38]
const TITLE_LINES = { beside: 3, alone: 6 } as const
const LINE_SIZE = 28
const MOST_LINES = 3

/** UTF-16 units that certainly fit at 24 pixels. */
const LONGEST_TOLD = 80
const LONGEST_ABOUT = 60

/** Lowest picture that is still legible, in pixels. */
const LEAST_PICTURE = 150

/**
 * Draws a page's card: title, headlines, outlets, and a map or chart. Cards are only made as PNG, so outlets'
 * text is painted and never becomes markup that somebody opens. Text in scripts that our fonts lack is left
 * out; the alternative text has it.
 */
export async function drawCard(
  card: Card,
  claims: Claims,
  look: Look,
  measure: MeasureText,
): Promise<Picture> {
  const canvas = openCanvas(look, CARD.height, CARD.width)
  const write = (text: string, y: number, style: { size: number; bold?: boolean; quiet?: boolean }): void =>
    canvas.text(EDGE, y, text, { ...style, rightToLeft: startsRightToLeft(text) })
  const hasPicture = card.countries.length > 0 || card.tolls.length > 0
  canvas.text(EDGE, 66, 'Dragoman', { size: 26, bold: true })
  canvas.text(CARD.width - EDGE, 66, shorten(paintableText(card.about) ?? '', LONGEST_ABOUT), {
    size: 24,
    quiet: true,
    towards: 'start',
  })
  let y = 92
  const title = paintableText(card.title)
  if (title !== null) {
    const most = hasPicture || card.lines.length > 0 ? TITLE_LINES.beside : TITLE_LINES.alone
    const { size, lines } = fitTitle(title, most, measure)
    for (const line of lines) {
      y += Math.round(size * 1.2)
      write(line, y, { size, bold: true })
    }
  }
  const painted = card.lines.flatMap((line) => paintableText(line) ?? [])
  for (const line of painted.slice(0, MOST_LINES)) {
    const [first = '', ...rest] = wrapText(line, LINE_SIZE, ROOM, measure)
    y += Math.round(LINE_SIZE * 1.6)
    write(rest.length === 0 ? first : `${first}…`, y, { size: LINE_SIZE })
  }
  y += 46
  canvas.text(EDGE, y, shorten(paintableText(card.told) ?? '', LONGEST_TOLD), { size: 24, quiet: true })
  await addPicture(y + 22)
  const alt = describeCard(card, look.language)
  return { svg: canvas.svg(alt), alt, caption: '' }

  async function addPicture(top: number): Promise<void> {
    const height = CARD.height - top
    if (height < LEAST_PICTURE) return
    const [tolls] = card.tolls
    if (tolls !== undefined) {
      const { svg } = drawTolls([tolls], card.zone, look)
      canvas.add(
        svg.replace(
          /^<svg (.*?)width="\d+" height="\d+"/u,
          `<svg $1x="${EDGE}" y="${top}" width="${ROOM}" height="${height}"`,
        ),
      )
    } else if (card.countries.length > 0) {
      const frame: Frame = [
        [0, top],
        [CARD.width, CARD.height - CAPTION],
      ]
      const { markup, projection } = await paintMap(card.countries, claims, look.theme, frame)
      canvas.add(markup)
      const caption = captionOf(claims, projection, frame, look.language)
      canvas.text(EDGE, CARD.height - 14, shorten(caption, LONGEST_CAPTION), { size: 15, quiet: true })
    }
  }
}

/** Pixels for the caption about borders below a map. */
const CAPTION = 36
/** UTF-16 units that certainly fit at 15 pixels. */
const LONGEST_CAPTION = 120

/** Describes a whole card in words. */
export function describeCard({ title, lines, told, countries, tolls, zone }: Card, language: string): string {
  const figures =
    tolls.length > 0
      ? describeTolls(tolls.slice(0, 1), zone, language)
      : countries.length > 0
        ? `${describeCountries(countries, language)}. ${say('picture.borders', language)}`
        : ''
  const headlines = lines.slice(0, MOST_LINES).join(' · ')
  return [title, headlines, told, figures]
    .map((part) => harmless(part).trim().replace(/\.$/u, ''))
    .filter((part) => part !== '')
    .join('. ')
}

function fitTitle(
  title: string,
  most: number,
  measure: MeasureText,
): { readonly size: number; readonly lines: readonly string[] } {
  for (const size of TITLE_SIZES) {
    const lines = wrapText(title, size, ROOM, measure)
    if (lines.length <= most) return { size, lines }
  }
  const size = TITLE_SIZES.at(-1) ?? LINE_SIZE
  const lines = wrapText(title, size, ROOM, measure).slice(0, most)
  return { size, lines: lines.map((line, index) => (index === most - 1 ? `${line}…` : line)) }
}
