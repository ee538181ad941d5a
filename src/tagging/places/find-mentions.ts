import type { FormEntry, KnownWord, PlaceForms } from '../known-word.ts'
import { cyrillicStem } from '../../language/endings.ts'
import { hasCase, hasMark, joinsName, MARK, type Words } from '../../language/read-text.ts'
import type { Mention } from './mention.ts'
import type { PlaceBook, PlaceEntry } from './place-book.ts'
import type { Sense } from './sense.ts'

const INFLECTED = new Set(['ru', 'uk', 'tr', 'ar', 'fa', 'he', 'de'])
const LONGEST_NAME = 12

interface Found {
  readonly last: number
  readonly key: string
  readonly senses: readonly Sense[]
}

/** A text, and what tells names in it. */
interface Text {
  readonly words: Words
  /** The words looked up. */
  readonly known: readonly KnownWord[]
  /** ISO 639-1. */
  readonly language: string
  /** False: the text is all capitals or all small letters, so they say nothing. */
  readonly cased: boolean
  readonly book: PlaceBook
}

/** All places that a text may name, longest name first, in one pass over its words. */
export function findMentions(text: Text): Mention[] {
  const { words, known, language } = text
  const mentions: Mention[] = []
  const inflected = INFLECTED.has(language)
  for (let at = 0; at < words.folded.length; at++) {
    const forms = known[at]?.places
    if (forms === undefined) continue
    const found =
      longestName(text, at, forms.plain) ?? (inflected ? inflectedName(text, at, forms) : undefined)
    if (found === undefined || cutsKatakana(words, at, found.last)) continue
    mentions.push({ first: at, last: found.last, key: found.key, senses: found.senses, verdict: undefined })
    at = found.last
  }
  return mentions
}

/** Katakana is written without spaces: the first two signs of "タイプ" are not Thailand. */
function cutsKatakana({ text, start, end }: Words, first: number, last: number): boolean {
  const from = start[first] ?? 0
  const to = end[last] ?? 0
  const inside = isKatakana(text.charCodeAt(from)) && isKatakana(text.charCodeAt(to - 1))
  return inside && (isKatakana(text.charCodeAt(from - 1)) || isKatakana(text.charCodeAt(to)))
}

function isKatakana(code: number): boolean {
  return code >= 0x30a1 && code <= 0x30fc && code !== 0x30fb
}

function longestName(text: Text, first: number, entry: PlaceEntry | undefined): Found | undefined {
  if (entry === undefined) return undefined
  const goesOn = (last: number): boolean => text.known[last]?.goesOn === true
  return walk({ form: text.words.folded[first] ?? '', entry }, first, text, goesOn, asWritten, believable)
}

const asWritten = (word: string): string => word

/** The same for words with endings or prefixes: each dictionary form of one word, then stems of several (Cyrillic). */
function inflectedName(text: Text, first: number, forms: PlaceForms): Found | undefined {
  const { words, language } = text
  if (hasMark(words, first, MARK.digit | MARK.ideograph | MARK.dotted)) return undefined
  const several =
    (forms.stem === undefined ? undefined : stemmedName(text, first, forms.stem)) ??
    (language === 'ar' || language === 'he' ? prefixedName(text, first, forms.bases) : undefined)
  if (several) return several
  for (const [entries, kinds] of [
    [forms.bases, 'namcrpblhx'],
    [forms.relatives, 'na'],
  ] as const)
    for (const { form, entry } of entries) {
      const senses = believable(text, entry, first, first).filter(
        ({ acronym, kind }) => !acronym && kinds.includes(kind),
      )
      if (senses.length > 0) return { last: first, key: form, senses }
    }
  return undefined
}

function stemmedName(text: Text, first: number, stem: FormEntry): Found | undefined {
  const small = text.cased && !hasMark(text.words, first, MARK.capital)
  return walk(
    stem,
    first,
    text,
    (last) => last < text.words.folded.length && last - first <= LONGEST_NAME,
    cyrillicStem,
    (...at) => {
      const likely = believable(...at)
      // "грецьких горіхів": a phrase that is no place may be written small, no name may.
      return small ? likely.filter(({ kind }) => kind === 'x') : likely
    },
  )
}

function prefixedName(text: Text, first: number, bases: readonly FormEntry[]): Found | undefined {
  for (const base of bases) {
    const found = walk(
      base,
      first,
      text,
      (last) => last < text.words.folded.length,
      asWritten,
      (of, entry, from, last) => (last > from ? believable(of, entry, from, last) : []),
    )
    if (found) return found
  }
  return undefined
}

/** The longest name that begins with this entry: word by word, each in the form that keys have, while names of the book go on so. */
function walk(
  { form, entry }: FormEntry,
  first: number,
  text: Text,
  mayGoOn: (last: number) => boolean,
  toKey: (word: string) => string,
  sensesOf: typeof believable,
): Found | undefined {
  let key = form
  let best: Found | undefined
  for (let last = first, met: PlaceEntry | undefined = entry; met !== undefined;) {
    const senses = sensesOf(text, met, first, last)
    if (senses.length > 0) best = { last, key, senses }
    if (!met.begins || !mayGoOn(++last) || !joinsName(text.words, last)) break
    key += ` ${toKey(text.words.folded[last] ?? '')}`
    met = text.book.find(key)
  }
  return best
}

/** The senses that language and capitals allow. */
function believable(
  { words, language, cased }: Text,
  { senses }: PlaceEntry,
  first: number,
  last: number,
): readonly Sense[] {
  if (senses.length === 0) return senses
  const hasNoCase = !hasCase(words.folded[first] ?? '')
  const capital =
    !cased ||
    hasNoCase ||
    (hasMark(words, first, MARK.capital) && (SMALL_ENDS.has(language) || endsLikeName(words, last)))
  const loud = hasNoCase || hasMark(words, first, MARK.allCapitals | MARK.dotted)
  const right = (sense: Sense): boolean =>
    (sense.languages === '' || language === 'und' || speaks(sense.languages, language)) &&
    (capital ||
      sense.lower ||
      sense.kind === 'x' ||
      (sense.kind === 'a' && SMALL_ADJECTIVES.has(language))) &&
    (!sense.acronym || loud)
  return senses.every(right) ? senses : senses.filter(right)
}

// Where later words of a name are written small: "Белый дом".
const SMALL_ENDS = new Set(['ru', 'uk', 'fr', 'es'])

// Where nationality words are written small. English and Turkish write them with a capital.
const SMALL_ADJECTIVES = new Set(['fr', 'es', 'it', 'pt', 'de', 'ru', 'uk'])

function speaks(languages: string, language: string): boolean {
  for (let at = 0; at < languages.length; at += 2) if (languages.startsWith(language, at)) return true
  return false
}

/** In capitals, a number, or behind an apostrophe: "Xi'an"; and "Batman'da" is in the town where "Batman" may be the hero. Not "St. John's". */
const endsLikeName = (words: Words, last: number): boolean =>
  hasMark(words, last, MARK.capital | MARK.digit) ||
  (hasMark(words, last, MARK.afterApostrophe) && (words.folded[last] ?? '').length > 1)
