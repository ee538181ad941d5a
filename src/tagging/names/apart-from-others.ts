import { cyrillicStem } from '../../language/endings.ts'
import { hasCase, hasMark, joinsName, MARK, type Words } from '../../language/read-text.ts'
import type { KnownWord } from '../known-word.ts'
import { nameWords } from '../name-words.ts'
import { openCommonNames } from './common-names.ts'
import type { NameSpan } from './find-spans.ts'
import { GIVEN_NAMES, type GivenName } from './known-names.ts'

/**
 * Separates a person's name of three or more words from what stands beside it without a comma: another
 * person, a town or an ordinary word. The other words of the text, the cases of Russian and Ukrainian and an
 * "and" written together with a word are the evidence. Two names are left if two people stand side by side.
 * Organisations stay as they are.
 */
export function apartFromOthers(
  words: Words,
  known: readonly KnownWord[],
  span: NameSpan,
  language: string,
): NameSpan[] {
  const { kind, first, last } = span
  if (kind !== 'person' || last - first < 2) return [span]
  const isCased = hasCase(words.folded[first] ?? '')
  const second = isCased ? secondPerson(known, span) : personBehindAnd(words, span, language)
  if (second !== undefined)
    return [
      { ...span, last: second - 1 },
      { ...span, first: second },
    ]
  if (!isCased) return [span]
  if (hasOtherHead(words, known, first)) return [{ ...span, first: first + 1 }]
  return [hasOtherTail(words, last) ? { ...span, last: last - 1 } : span]
}

/**
 * Index of a first name that begins another person's name, since it is in another case or of the other sex
 * than the one at the beginning: "с Иваном Лосевым Анна Белкина". Undefined if there is none.
 */
function secondPerson(known: readonly KnownWord[], { first, last }: NameSpan): number | undefined {
  const one = known[first]?.givenName
  if (one === undefined) return undefined
  for (let at = first + 2; at < last; at++) {
    const other = known[at]?.givenName
    if (other !== undefined && isOtherForm(one, other)) return at
  }
  return undefined
}

/**
 * Index of a word that begins with "and" and is no name with it, if two words stand before and behind: a name
 * of four words has no such third one ("توم هولبروك وجوني درايفن").
 */
function personBehindAnd(words: Words, { first, last }: NameSpan, language: string): number | undefined {
  const names = openCommonNames()
  const ands = nameWords.of(language)?.and ?? []
  for (let at = first + 2; at < last; at++) {
    const word = words.folded[at] ?? ''
    const isBehindAnd = ands.some((and) => word.startsWith(and) && word.length > and.length + 1)
    if (isBehindAnd && isSpaced(words, at) && !names.isFirst(word) && !names.isFamily(word)) return at
  }
  return undefined
}

const isOtherForm = (one: GivenName, other: GivenName): boolean =>
  one.isPlain !== other.isPlain || one.isWoman !== other.isWoman

/**
 * Whether the word before a known first name is not part of the name: a place in an oblique case ("мэр Югры
 * Николай Лосев"), or a word that stands elsewhere in small letters or, in another case, by itself. The
 * first name is in the nominative then, or the word has no case.
 */
function hasOtherHead(words: Words, known: readonly KnownWord[], at: number): boolean {
  const { folded, marks } = words
  const word = folded[at] ?? ''
  if (isFirst(words, known, at) || !isFirst(words, known, at + 1) || !isSpaced(words, at + 1)) return false
  const isNominative = known[at + 1]?.givenName?.isPlain === true
  const places = known[at]?.places
  if (isNominative && word.length > LONGEST_SYLLABLE && places !== undefined && places.plain === undefined)
    return true
  const stem = cyrillicStem(word)
  return folded.some((other, there) => {
    if (there === at || cyrillicStem(other) !== stem) return false
    const isSmall = ((marks[there] ?? 0) & (MARK.cased | MARK.capital)) === MARK.cased
    return isSmall || (isNominative && other !== word && isAlone(words, there))
  })
}

/** A Korean name has syllables that are forms of places: "Ри Юн Хо". */
const LONGEST_SYLLABLE = 3

/**
 * Whether the text has the two words before the last one elsewhere, with no capitalised word behind them:
 * "Sarah Hall Film". Known first and family names are never removed.
 */
function hasOtherTail(words: Words, at: number): boolean {
  const { folded } = words
  const names = openCommonNames()
  const word = folded[at] ?? ''
  if (!isSpaced(words, at) || !isSpaced(words, at - 1) || names.isFirst(word) || names.isFamily(word))
    return false
  const [before, first] = [at - 1, at - 2].map((one) => cyrillicStem(folded[one] ?? ''))
  return folded.some(
    (other, there) =>
      cyrillicStem(other) === first &&
      cyrillicStem(folded[there + 1] ?? '') === before &&
      !goesOn(words, there + 2),
  )
}

const isFirst = ({ folded }: Words, known: readonly KnownWord[], at: number): boolean => {
  const word = folded[at] ?? ''
  return known[at]?.givenName !== undefined || GIVEN_NAMES.has(word) || openCommonNames().isFirst(word)
}

const isSpaced = (words: Words, at: number): boolean =>
  !hasMark(words, at, MARK.afterHyphen | MARK.afterApostrophe)

/** Whether no word with a capital stands beside a word. */
const isAlone = (words: Words, at: number): boolean =>
  !(joinsName(words, at) && hasMark(words, at - 1, MARK.capital)) && !goesOn(words, at + 1)

/** Whether a word has a capital and is joined to the one before it. */
const goesOn = (words: Words, at: number): boolean => joinsName(words, at) && hasMark(words, at, MARK.capital)
