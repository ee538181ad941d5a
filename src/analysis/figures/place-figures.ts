import { hasMark, MARK, readText, type Words } from '../../language/read-text.ts'
import type { Figure, Saying } from '../../records/finding.ts'
import type { PlaceName } from '../../tagging/places/place-names.ts'
import { type FoundTime } from '../dates/read-times.ts'
import { figureWords } from './figure-words.ts'

/** What an article says besides its figures. */
export interface Surroundings {
  readonly words: Words
  readonly language: string
  /** In text order. */
  readonly places: readonly PlaceName[]
  readonly times: readonly FoundTime[]
  readonly sayings: readonly Saying[]
  /** The article's day (ISO 8601); null if unknown. */
  readonly written: string | null
}

/**
 * Returns where a figure was counted, by whom and when, as far as its own sentence says so: the only place
 * after a preposition of place, the speaker, and the only day, week, month or year that is not in the future.
 */
export function placeFigure(
  { start, end }: Pick<Figure, 'start' | 'end'>,
  [from, to]: readonly [start: number, end: number],
  around: Surroundings,
): Pick<Figure, 'place' | 'countedBy' | 'when'> {
  const place = placeIn(from, to, around)
  const countedBy = speakerAround(start, end, around.sayings)
  const when = dayIn(from, to, around)
  return {
    ...(place !== null && { place }),
    ...(countedBy !== null && { countedBy }),
    ...(when !== null && { when }),
  }
}

interface PlaceWords {
  readonly leads: ReadonlySet<string>
  readonly endings: ReadonlySet<string>
}

const placeWords = new Map<string, PlaceWords>()

const placeWordsOf = (language: string): PlaceWords =>
  placeWords.getOrInsertComputed(language, () => {
    const known = figureWords.of(language)
    return { leads: foldedSet(known?.places), endings: foldedSet(known?.placeEndings) }
  })

const foldedSet = (entries: readonly string[] = []): ReadonlySet<string> =>
  new Set(entries.flatMap((entry) => readText(entry).folded))

/** Returns null if several places are told. */
function placeIn(from: number, to: number, { words, language, places }: Surroundings): string | null {
  const { leads, endings } = placeWordsOf(language)
  const isLed = ({ first, last }: PlaceName): boolean =>
    leads.has(words.folded[first - 1] ?? '') ||
    (hasMark(words, last + 1, MARK.afterApostrophe) && endings.has(words.folded[last + 1] ?? ''))
  const led = places.filter(
    (place) => (words.start[place.first] ?? 0) >= from && (words.end[place.last] ?? 0) <= to && isLed(place),
  )
  const [only, ...others] = led
  if (only === undefined || others.some((other) => textOf(words, other) !== textOf(words, only))) return null
  // "In Mariupol, Ukraine"
  const wider = places.find(({ first }) => first === only.last + 1 && hasMark(words, first, MARK.afterComma))
  return textOf(words, { first: only.first, last: wider?.last ?? only.last })
}

const textOf = ({ text, start, end }: Words, { first, last }: Pick<PlaceName, 'first' | 'last'>): string =>
  text.slice(start[first], end[last])

/** Returns who states the figure, by name if there is one. */
function speakerAround(start: number, end: number, sayings: readonly Saying[]): string | null {
  const saying = sayings.find((one) => one.start <= start && end <= one.end && one.speaker.words !== '')
  if (saying === undefined) return null
  const { name, namedBy, words } = saying.speaker
  // A bare "he" identifies nobody.
  return name ?? (namedBy === null && saying.speaker.role === null ? null : words)
}

function dayIn(from: number, to: number, { times, written }: Surroundings): string | null {
  const datedTimes = times.filter(
    ({ start, end, type, isDated, value }) =>
      start >= from &&
      end <= to &&
      isDated &&
      (type === 'DATE' || type === 'TIME') &&
      /^\d{4}/u.test(value ?? ''),
  )
  const days = new Set(datedTimes.map(({ value }) => value?.replace(/T.*$/u, '')))
  const [day] = days
  if (days.size !== 1 || day === undefined) return null
  return written !== null && day > written ? null : day
}
