import type { Message } from '../records/message.ts'
import { countryFigures, isWorthAMap } from './figures.ts'
import type { DrawnPicture, Pictures, PictureRequest } from './open-pictures.ts'

/** Draws the pictures of a message as PNG, in display order; empty if there is nothing to show. */
export type DrawMessagePictures = (message: Message) => Promise<readonly DrawnPicture[]>

/**
 * Creates the drawing of message pictures. A briefing that asks for pictures gets a map of its countries in
 * focus; an answer about figures, sides or days gets charts of what a table does not show. A message that
 * goes to many channels is drawn once. Pictures are light, because no platform reveals its reader's theme,
 * and dark text on white is legible on any background.
 */
export function createMessagePictures({ draw }: Pick<Pictures, 'draw'>): DrawMessagePictures {
  const drawn = new WeakMap<object, Promise<readonly DrawnPicture[]>>()
  return async (message) => {
    const requests = requestsFor(message)
    if (requests.length === 0) return []
    const of = message.kind === 'briefing' ? message.briefing : message
    const drawing = drawn.getOrInsertComputed(of, async () =>
      (await Promise.all(requests.map((wish) => draw(wish)))).filter((picture) => picture !== null),
    )
    drawing.catch(() => drawn.delete(of))
    return drawing
  }
}

function requestsFor(message: Message): readonly PictureRequest[] {
  if (message.kind === 'briefing') {
    const { pictures, sections, language } = message.briefing
    if (pictures !== true) return []
    const figures = countryFigures(sections.flatMap(({ stories }) => stories))
    return figures.length === 0 ? [] : [{ kind: 'map', figures, ...lightIn(language) }]
  }
  if (message.kind !== 'search') return []
  const { zone, language, results } = message
  const { tolls = [], owners = [], trend: { days, countries } = NO_TREND } = results
  const look = lightIn(language)
  return [
    ...(tolls.length === 0 ? [] : [{ kind: 'tolls', figures: tolls, zone, ...look } as const]),
    ...(owners.length === 0 ? [] : [{ kind: 'ownership', figures: owners, ...look } as const]),
    ...(days.length === 0 ? [] : [{ kind: 'trend', figures: days, ...look } as const]),
    ...(isWorthAMap(countries) ? [{ kind: 'map', figures: countries, ...look } as const] : []),
  ]
}

const NO_TREND = { days: [], countries: [] } as const

const lightIn = (language: string) => ({ look: { language, theme: 'light' }, as: 'png' }) as const
