import { readText } from '../../language/read-text.ts'
import type { PlaceBook, PlaceEntry } from './place-book.ts'
import { PLAIN_SENSE } from './sense.ts'

/** A team's correction of one place name: an entry of `config/corrections.yaml`. */
export interface PlaceCorrection {
  /** The name as texts write it: "Georgia", "Lebanon Valley". */
  readonly words: string
  /** The country that the name means, instead of all other senses: ISO 3166-1 alpha-2. */
  readonly means?: string | undefined
  /** A country that the name never means. Other senses stay; without any it is no place. */
  readonly not?: string | undefined
}

/**
 * Lays a team's corrections over the book. Those of one name apply one after another, each to the result so
 * far.
 */
export function correctPlaces(book: PlaceBook, corrections: readonly PlaceCorrection[]): PlaceBook {
  if (corrections.length === 0) return book
  const corrected = new Map<string, PlaceEntry>()
  const later = new Set<string>()
  const entryOf = (key: string): PlaceEntry =>
    corrected.get(key) ?? book.find(key) ?? { hasLonger: false, senses: [] }
  for (const { words, means, not } of corrections) {
    const parts = readText(words.normalize('NFC')).folded
    const key = parts.join(' ')
    if (key === '') continue
    for (const word of parts.slice(1)) later.add(word)
    for (let length = 1; length < parts.length; length++) {
      const begin = parts.slice(0, length).join(' ')
      corrected.set(begin, { ...entryOf(begin), hasLonger: true })
    }
    const { hasLonger, senses } = entryOf(key)
    const left = not === undefined ? senses : senses.filter((sense) => sense.country !== not)
    if (means !== undefined)
      corrected.set(key, {
        hasLonger,
        senses: [{ ...PLAIN_SENSE, mayBeSmall: true, kind: 'n', country: means }],
      })
    else
      corrected.set(key, {
        hasLonger,
        senses: left.length > 0 ? left : [{ ...PLAIN_SENSE, mayBeSmall: true, kind: 'x', country: '' }],
      })
  }
  return {
    find: (key) => corrected.get(key) ?? book.find(key),
    spellings: (key) => book.spellings(key),
    cities: () => book.cities(),
    isLaterWord: (word) => later.has(word) || book.isLaterWord(word),
  }
}
