import type { Message } from '../records/message.ts'
import { countryFigures, isWorthAMap } from './figures.ts'
import type { DrawnPicture, Pictures, PictureWish } from './open-pictures.ts'

/** Draws what goes with a message, as PNG, in the order in which it is shown; none where there is nothing to see. */
export type DrawMessagePictures = (message: Message) => Promise<readonly DrawnPicture[]>

/**
 * A briefing that wishes for it has a map of its countries in focus. An answer about figures, sides or days has what a table does not show: how they went, and how many are owned by whom. One message goes to
 * many channels and is drawn once; light, as no platform tells which ground its reader sees, and dark letters on white can be read on any.
 */
export function createMessagePictures({ draw }: Pick<Pictures, 'draw'>): DrawMessagePictures {
  const drawn = new WeakMap<object, Promise<readonly DrawnPicture[]>>()
  return async (message) => {
    const wishes = wishesOf(message)
    if (wishes.length === 0) return []
    const of = message.kind === 'briefing' ? message.briefing : message
    const drawing = drawn.getOrInsertComputed(of, async () =>
      (await Promise.all(wishes.map((wish) => draw(wish)))).filter((picture) => picture !== null),
    )
    drawing.catch(() => drawn.delete(of))
    return drawing
  }
}

function wishesOf(message: Message): readonly PictureWish[] {
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
