import type { GeoProjection } from 'd3-geo'
import { harmless } from '../words/harmless.ts'
import { localeOf } from '../words/locale.ts'
import { countryName, joinNames } from '../words/names.ts'
import { say } from '../words/say.ts'
import { writeAmount } from '../words/write-numbers.ts'
import { type Look, MARGIN, openCanvas, WIDTH } from './canvas.ts'
import type { ClaimedArea, Claims } from './claims.ts'
import type { CountryFigure } from './figures.ts'
import { type Frame, paintMap } from './paint-map.ts'
import type { Picture } from './picture.ts'

/** Layout in pixels. */
const HEAD = 56
const MAP_HEIGHT = 396
const ROW = 26
const FRAME: Frame = [
  [MARGIN, HEAD],
  [WIDTH - MARGIN, HEAD + MAP_HEIGHT],
]

/** Most countries in the legend, which has two columns. The alternative text names all. */
const MOST_LISTED = 8

/**
 * Lines reserved for a caption inside the picture. Enough for the areas in the shipped settings, so that a
 * page knows the height of a map in advance.
 */
const CAPTION_LINES = 3
const LINE = 20
/** UTF-16 units that certainly fit at 13 pixels. */
const LONGEST_LINE = 95

/** Height of a map with this many countries and its caption inside, in pixels. */
export const captionedHeight = (countries: number): number => heightOf(countries) + CAPTION_LINES * LINE

const rowsOf = (countries: number): number => Math.ceil(Math.min(countries, MOST_LISTED) / 2)
const heightOf = (countries: number): number => HEAD + MAP_HEIGHT + MARGIN + rowsOf(countries) * ROW + MARGIN

/**
 * Draws a map of the countries in focus with a legend: the more reports, the darker (in the dark theme the
 * brighter).
 */
export async function drawMap(
  figures: readonly CountryFigure[],
  claims: Claims,
  look: Look,
  captioned = false,
): Promise<Picture> {
  const { language } = look
  const listed = figures.slice(0, MOST_LISTED)
  const rows = rowsOf(figures.length)
  const { markup, colourOf, projection } = await paintMap(figures, claims, look.theme, FRAME)
  const caption = captionOf(claims, projection, FRAME, language)
  const below = captioned ? wrap(caption) : []
  const height = captioned ? captionedHeight(figures.length) : heightOf(figures.length)
  const canvas = openCanvas(look, height + Math.max(0, below.length - CAPTION_LINES) * LINE)
  const title = say('picture.countries', language)
  canvas.text(MARGIN, 36, title, { size: 20, bold: true })
  canvas.add(markup)

  for (const [index, figure] of listed.entries()) {
    const x = MARGIN + (index < rows ? 0 : WIDTH / 2 - MARGIN / 2)
    const y = HEAD + MAP_HEIGHT + MARGIN + (index % rows) * ROW
    canvas.box(x, y, 16, 16, colourOf(figure))
    canvas.text(x + 26, y + 14, `${countryName(figure.code, language)}: ${canvas.write(figure.reports)}`)
  }
  if (figures.length > listed.length)
    canvas.text(WIDTH - MARGIN, 36, `+ ${canvas.write(figures.length - listed.length)}`, {
      quiet: true,
      towards: 'start',
    })

  for (const [index, text] of below.entries())
    canvas.text(MARGIN, heightOf(figures.length) + index * LINE, text, { size: 13, quiet: true })
  const alt = describeCountries(figures, language)
  return { svg: canvas.svg(alt), alt, caption }
}

/** Describes a map in words. */
export function describeCountries(figures: readonly CountryFigure[], language: string): string {
  const told = figures.map((figure) => describeCountry(figure, language))
  return `${say('picture.countries', language)}: ${joinNames(told, language).join('')}`
}

/** Wraps a text into lines. */
function wrap(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && longer.length <= LONGEST_LINE) lines.splice(-1, 1, longer)
    else lines.push(word)
  }
  return lines
}

/** Describes in words how much is reported of a country. */
function describeCountry({ code, reports, outlets }: CountryFigure, language: string): string {
  const told =
    outlets === undefined
      ? writeAmount(reports, language)
      : say('story.reports', language, { independent: reports, outlets })
  return `${countryName(code, language)} (${told})`
}

/** The caption of a map: the source of its borders, and what the settings say about areas in view. */
export function captionOf(
  { areas }: Claims,
  projection: GeoProjection,
  [[left, top], [right, bottom]]: Frame,
  language: string,
): string {
  const isSeen = ({ at }: ClaimedArea): boolean => {
    const [x = -1, y = -1] = projection([...at]) ?? []
    return x >= left && x <= right && y >= top && y <= bottom
  }
  const { language: spoken } = localeOf(language)
  const named = areas.filter(isSeen).map(({ names, drawnAs }) => {
    const name = harmless(names[spoken] ?? names.en)
    const country = countryName(drawnAs, language)
    return name === country ? name : `${name} (${country})`
  })
  const borders = say('picture.borders', language)
  return named.length === 0
    ? borders
    : `${borders} ${say('picture.areas', language, { areas: joinNames(named, language).join('') })}`
}
