import type { KnownWord } from '../known-word.ts'
import { cyrillicStem } from '../../language/endings.ts'
import { MARK, type Words } from '../../language/split-words.ts'
import type { KnownName, NameBook } from './name-book.ts'
import { TITLE_WORDS } from './known-names.ts'

/** Words of a text that stand for a listed name. */
export interface NameMention {
  readonly first: number
  readonly last: number
  readonly known: KnownName
}

const CYRILLIC = new Set(['ru', 'uk'])
const INFLECTED = new Set(['ru', 'uk', 'tr', 'ar', 'fa'])
const APART = MARK.afterComma | MARK.afterBreak | MARK.sentenceStart

/** All listed names in a text, longest spelling first. */
export function findKnownNames(
  words: Words,
  known: readonly KnownWord[],
  language: string,
  cased: boolean,
  book: NameBook,
): NameMention[] {
  const found: NameMention[] = []
  for (let at = 0; at < words.folded.length; at++) {
    const forms = known[at]?.nameForms
    if (forms === undefined) continue
    const mention = nameAt(words, at, forms, language, cased, book)
    if (mention === undefined) continue
    if (isSomebodyElse(words, mention, cased)) continue
    found.push(mention)
    at = mention.last
  }
  return found
}

function nameAt(
  words: Words,
  at: number,
  forms: readonly string[],
  language: string,
  cased: boolean,
  book: NameBook,
): NameMention | undefined {
  const word = words.folded[at] ?? ''
  const marks = words.marks[at] ?? 0
  const capital = !cased || hasNoCase(word) || (marks & MARK.capital) !== 0
  const direct = walk(words, at, word, '', book)
  if (direct && (capital || direct.known.acronym) && isLoudEnough(direct.known, marks, word)) return direct
  if (!capital) {
    // "аль-Асад", "von der Leyen": names may begin small when they go on with a capital.
    if (direct && direct.last > at && (words.marks[direct.last] ?? 0) & MARK.capital) return direct
    return undefined
  }
  if (CYRILLIC.has(language)) {
    const several = walk(words, at, word, '~', book)
    if (several) return several
  }
  if (!INFLECTED.has(language)) return undefined
  for (const form of forms) {
    const inflected = walk(words, at, form, '', book)
    if (inflected && !inflected.known.acronym) return inflected
  }
  return undefined
}

function walk(
  words: Words,
  first: number,
  start: string,
  lead: '' | '~',
  book: NameBook,
): NameMention | undefined {
  let key = lead === '' ? start : lead + cyrillicStem(start)
  let best: NameMention | undefined
  for (let last = first, entry = book.get(key); entry !== undefined;) {
    if (entry.known) best = { first, last, known: entry.known }
    if (!entry.begins || ++last >= words.folded.length || breaks(words, last)) break
    const word = words.folded[last] ?? ''
    key += ` ${lead === '' ? word : cyrillicStem(word)}`
    entry = book.get(key)
  }
  return best
}

function breaks(words: Words, at: number): boolean {
  const marks = words.marks[at] ?? 0
  return (marks & APART) !== 0 && !((marks & MARK.afterDot) !== 0 && (words.folded[at - 1] ?? '').length <= 2)
}

function isLoudEnough(known: KnownName, marks: number, word: string): boolean {
  return !known.acronym || hasNoCase(word) || (marks & (MARK.allCapitals | MARK.dotted)) !== 0
}

/** "Mojtaba Khamenei" is not Ali Khamenei, "Trump Jr." not Donald Trump: another name stands beside the family name. */
function isSomebodyElse(words: Words, mention: NameMention, cased: boolean): boolean {
  if (!mention.known.partial || !cased) return false
  const before = words.folded[mention.first - 1] ?? ''
  const marks = words.marks[mention.first] ?? 0
  const beforeMarks = words.marks[mention.first - 1] ?? 0
  const namedBefore =
    mention.first > 0 &&
    (marks & (APART | MARK.afterApostrophe)) === 0 &&
    (beforeMarks & MARK.capital) !== 0 &&
    (beforeMarks & (MARK.allCapitals | MARK.sentenceStart)) === 0 &&
    !TITLE_WORDS.has(before)
  const after = words.folded[mention.last + 1] ?? ''
  return namedBefore || after === 'jr' || after === 'junior'
}

/** Arabic, Hebrew, Devanagari, Chinese: no capitals to go by. */
function hasNoCase(word: string): boolean {
  return word.charCodeAt(0) >= 0x530
}
