import type { Capitals } from '../capitals.ts'
import type { KnownWord } from '../known-word.ts'
import { cyrillicStem } from '../../language/endings.ts'
import { wordLists } from '../../language/parts.ts'
import { NAME_BREAK, hasCase, hasMark, joinsName, MARK, type Words } from '../../language/read-text.ts'
import type { KnownName, NameBook } from './name-book.ts'
import { openCommonNames } from './common-names.ts'
import { TITLE_WORDS } from './known-names.ts'

/** Words of a text that stand for a listed name. */
export interface NameMention {
  readonly first: number
  readonly last: number
  readonly known: KnownName
}

const CYRILLIC = new Set(['ru', 'uk'])
const INFLECTED = new Set(['ru', 'uk', 'tr', 'ar', 'fa'])

/** All listed names in a text; at each word the longest spelling. */
export function findKnownNames(
  words: Words,
  known: readonly KnownWord[],
  language: string,
  capitals: Pick<Capitals, 'areTelling' | 'titleCaseWords'>,
  book: NameBook,
): NameMention[] {
  const found: NameMention[] = []
  const others: NameMention[] = []
  for (let at = 0; at < words.folded.length; at++) {
    const forms = known[at]?.nameForms
    if (forms === undefined) continue
    const mention = nameAt(words, at, forms, language, capitals.areTelling, book)
    if (mention === undefined) continue
    const list = isSomebodyElse(words, mention, capitals) ? others : found
    list.push(mention)
    at = mention.last
  }
  return CYRILLIC.has(language) && others.length > 0
    ? found.filter(isFirstBearer(words, found, others))
    : found
}

/**
 * Returns a test for mentions that are not somebody else's family name once more: "Александр Медведев …
 * Медведев". Who is named by the family name first, in full or with a title is meant. In other languages
 * headlines and cases make too many others: of 24 in English and Polish news one was another bearer.
 */
function isFirstBearer(
  words: Words,
  found: readonly NameMention[],
  others: readonly NameMention[],
): (mention: NameMention) => boolean {
  return ({ first, known }) => {
    const other = others.find((one) => one.known.name === known.name)
    return (
      other === undefined ||
      TITLE_WORDS.has(words.folded[first - 1] ?? '') ||
      found.some(
        (one) => one.known.name === known.name && (!one.known.isSingleWord || one.first < other.first),
      )
    )
  }
}

function nameAt(
  words: Words,
  at: number,
  forms: readonly string[],
  language: string,
  capitalsTell: boolean,
  book: NameBook,
): NameMention | undefined {
  const word = words.folded[at] ?? ''
  const capital = !capitalsTell || !hasCase(word) || hasMark(words, at, MARK.capital)
  const direct = walk(words, at, word, '', book)
  const isLoud = !hasCase(word) || hasMark(words, at, MARK.allCapitals | MARK.dotted)
  if (direct && (direct.known.needsCapitals ? isLoud : capital)) return direct
  // "аль-Асад", "von der Leyen": a name may begin with a small letter if its last word has a capital.
  if (!capital)
    return direct && direct.last > at && hasMark(words, direct.last, MARK.capital) ? direct : undefined
  if (CYRILLIC.has(language)) {
    const several = walk(words, at, word, '~', book)
    if (several) return several
  }
  if (!INFLECTED.has(language)) return undefined
  for (const form of forms) {
    const inflected = walk(words, at, form, '', book)
    if (inflected && !inflected.known.needsCapitals) return inflected
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
    if (!entry.hasLonger || ++last >= words.folded.length || !joinsName(words, last)) break
    const word = words.folded[last] ?? ''
    key += ` ${lead === '' ? word : cyrillicStem(word)}`
    entry = book.get(key)
  }
  return best
}

/** Roman numerals: "XI" is a century before it is Xi Jinping. */
const ROMAN = /^[ivxlcdm]+$/

/**
 * Whether a family name belongs to somebody else, since another name stands beside it: "Mojtaba Khamenei" is
 * not Ali Khamenei, "Trump Jr." is not Donald Trump.
 */
function isSomebodyElse(
  words: Words,
  { first, last, known }: NameMention,
  { areTelling, titleCaseWords }: Pick<Capitals, 'areTelling' | 'titleCaseWords'>,
): boolean {
  if (known.isSingleWord && hasMark(words, first, MARK.allCapitals) && ROMAN.test(words.folded[first] ?? ''))
    return true
  if (!known.isSingleWord || !areTelling) return false
  const before = words.folded[first - 1] ?? ''
  const isOther =
    first < titleCaseWords
      ? isFirstName(before) || standTogether(words, first - 1, titleCaseWords)
      : // A word that begins a sentence has a capital anyway, but nobody's first name stands there by chance.
        !hasMark(words, first - 1, MARK.sentenceStart) || openCommonNames().isFirst(before)
  const namedBefore =
    !hasMark(words, first, NAME_BREAK | MARK.afterApostrophe) &&
    hasMark(words, first - 1, MARK.capital) &&
    !hasMark(words, first - 1, MARK.allCapitals) &&
    isOther &&
    !TITLE_WORDS.has(before)
  const after = words.folded[last + 1]
  return namedBefore || after === 'jr' || after === 'junior'
}

/** Whether an English word is a first name, and not a small word such as "will". */
const isFirstName = (word: string): boolean =>
  openCommonNames().isFirst(word) && wordLists.of('en')?.stop?.includes(word) !== true

/** Whether a word and the next one stand beside each other again from index `from` on. */
const standTogether = ({ folded }: Words, at: number, from: number): boolean =>
  folded.some((word, i) => i >= from && word === folded[at] && folded[i + 1] === folded[at + 1])
