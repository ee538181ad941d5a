import type { FormEntry, KnownWord, PlaceForms } from '../known-word.ts'
import { cyrillicStem } from '../../language/endings.ts'
import { MARK, type Words } from '../../language/split-words.ts'
import type { Mention } from './mention.ts'
import type { PlaceBook, PlaceEntry } from './place-book.ts'
import type { Sense } from './sense.ts'

const INFLECTED = new Set(['ru', 'uk', 'tr', 'ar', 'fa', 'he', 'de'])
const NO_JOIN = MARK.afterComma | MARK.afterBreak | MARK.sentenceStart
const LONGEST_NAME = 12

interface Found {
  readonly last: number
  readonly key: string
  readonly senses: readonly Sense[]
}

/**
 * All places that a text may name, longest name first, in one pass over its words. `known` are the words looked
 * up. `cased` false: the text is all capitals or
 * all small letters, so they say nothing.
 */
export function findMentions(
  words: Words,
  known: readonly KnownWord[],
  language: string,
  cased: boolean,
  book: PlaceBook,
): Mention[] {
  const mentions: Mention[] = []
  const inflected = INFLECTED.has(language)
  for (let at = 0; at < words.folded.length; at++) {
    const forms = known[at]?.places
    if (forms === undefined) continue
    const found =
      longestName(words, known, at, forms.plain, language, cased, book) ??
      (inflected ? inflectedName(words, at, forms, language, cased, book) : undefined)
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

function longestName(
  words: Words,
  known: readonly KnownWord[],
  first: number,
  plain: PlaceEntry | undefined,
  language: string,
  cased: boolean,
  book: PlaceBook,
): Found | undefined {
  let key = words.folded[first] ?? ''
  let entry = plain
  let best: Found | undefined
  for (let last = first; entry !== undefined;) {
    const senses = believable(entry, words, first, last, language, cased)
    if (senses.length > 0) best = { last, key, senses }
    if (!entry.begins || known[++last]?.goesOn !== true || !joins(words, last)) break
    key += ` ${words.folded[last] ?? ''}`
    entry = book.find(key)
  }
  return best
}

/** The same for words with endings or prefixes: each dictionary form of one word, then stems of several (Cyrillic). */
function inflectedName(
  words: Words,
  first: number,
  forms: PlaceForms,
  language: string,
  cased: boolean,
  book: PlaceBook,
): Found | undefined {
  const marks = words.marks[first] ?? 0
  if (marks & (MARK.digit | MARK.ideograph | MARK.dotted)) return undefined
  if (forms.stem !== undefined) {
    const several = stemmedName(words, first, forms.stem, language, cased, book)
    if (several) return several
  }
  if (language === 'ar' || language === 'he') {
    const several = prefixedName(words, first, forms.bases, language, cased, book)
    if (several) return several
  }
  for (const { form, entry } of forms.bases) {
    const senses = sensesOf(entry, words, first, language, cased)
    if (senses.length > 0) return { last: first, key: form, senses }
  }
  for (const { form, entry } of forms.relatives) {
    const senses = sensesOf(entry, words, first, language, cased).filter(({ kind }) => 'na'.includes(kind))
    if (senses.length > 0) return { last: first, key: form, senses }
  }
  return undefined
}

function sensesOf(
  entry: PlaceEntry,
  words: Words,
  at: number,
  language: string,
  cased: boolean,
): readonly Sense[] {
  return believable(entry, words, at, at, language, cased).filter((sense) => !sense.acronym)
}

function stemmedName(
  words: Words,
  first: number,
  stem: FormEntry,
  language: string,
  cased: boolean,
  book: PlaceBook,
): Found | undefined {
  const small = cased && !((words.marks[first] ?? 0) & MARK.capital)
  let best: Found | undefined
  let key = stem.form
  for (let last = first, entry: PlaceEntry | undefined = stem.entry; entry !== undefined;) {
    const likely = believable(entry, words, first, last, language, cased)
    // "грецьких горіхів": a phrase that is no place may be written small, no name may.
    const senses = small ? likely.filter(({ kind }) => kind === 'x') : likely
    if (senses.length > 0) best = { last, key, senses }
    if (!entry.begins || ++last >= words.folded.length || last - first > LONGEST_NAME || !joins(words, last))
      break
    key += ` ${cyrillicStem(words.folded[last] ?? '')}`
    entry = book.find(key)
  }
  return best
}

function prefixedName(
  words: Words,
  first: number,
  bases: readonly FormEntry[],
  language: string,
  cased: boolean,
  book: PlaceBook,
): Found | undefined {
  for (const base of bases) {
    let key = base.form
    let best: Found | undefined
    for (let last = first, entry: PlaceEntry | undefined = base.entry; entry !== undefined;) {
      const senses = believable(entry, words, first, last, language, cased)
      if (senses.length > 0 && last > first) best = { last, key, senses }
      if (!entry.begins || ++last >= words.folded.length || !joins(words, last)) break
      key += ` ${words.folded[last] ?? ''}`
      entry = book.find(key)
    }
    if (best) return best
  }
  return undefined
}

/** Words of one name stand together; a full stop only after a short word ("St. Lucia"). */
function joins(words: Words, at: number): boolean {
  const marks = words.marks[at] ?? 0
  if (!(marks & NO_JOIN)) return true
  return (marks & MARK.afterDot) !== 0 && (words.folded[at - 1] ?? '').length <= 2
}

function believable(
  entry: PlaceEntry,
  words: Words,
  first: number,
  last: number,
  language: string,
  cased: boolean,
): readonly Sense[] {
  if (entry.senses.length === 0) return entry.senses
  const head = words.marks[first] ?? 0
  const capital =
    !cased ||
    !hasCase(words.folded[first] ?? '') ||
    ((head & MARK.capital) !== 0 && (SMALL_ENDS.has(language) || endsLikeName(words, last)))
  const loud = (head & (MARK.allCapitals | MARK.dotted)) !== 0
  const right = (sense: Sense): boolean =>
    (sense.languages === '' || language === 'und' || speaks(sense.languages, language)) &&
    (capital ||
      sense.lower ||
      sense.kind === 'x' ||
      (sense.kind === 'a' && SMALL_ADJECTIVES.has(language))) &&
    (!sense.acronym || loud || !hasCase(words.folded[first] ?? ''))
  return entry.senses.every(right) ? entry.senses : entry.senses.filter(right)
}

// Where later words of a name are written small: "Белый дом".
const SMALL_ENDS = new Set(['ru', 'uk', 'fr', 'es'])

// Where nationality words are written small. English and Turkish write them with a capital.
const SMALL_ADJECTIVES = new Set(['fr', 'es', 'it', 'pt', 'de', 'ru', 'uk'])

function speaks(languages: string, language: string): boolean {
  for (let at = 0; at < languages.length; at += 2) if (languages.startsWith(language, at)) return true
  return false
}

/** Latin, Greek and Cyrillic letters come in two cases; Arabic, Hebrew, Devanagari and Chinese do not. */
function hasCase(word: string): boolean {
  return word.charCodeAt(0) < 0x530
}

/** In capitals, a number, or behind an apostrophe: "Xi'an"; and "Batman'da" is in the town where "Batman" may be the hero. Not "St. John's". */
function endsLikeName({ folded, marks }: Words, last: number): boolean {
  const mark = marks[last] ?? 0
  return (
    (mark & (MARK.capital | MARK.digit)) !== 0 ||
    ((mark & MARK.afterApostrophe) !== 0 && (folded[last] ?? '').length > 1)
  )
}
