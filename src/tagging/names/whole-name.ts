import { baseForms } from '../../language/endings.ts'
import { wordEndings, wordLists } from '../../language/parts.ts'
import { NAME_BREAK, hasCase, hasMark, joinsName, MARK, type Words } from '../../language/read-text.ts'
import { nameWords, nameWordsOfAll } from '../name-words.ts'
import { openCommonNames } from './common-names.ts'
import { isJoined } from './find-people.ts'
import type { NameSpan } from './find-spans.ts'

/** What is known about a text besides a name in it. */
interface NameContext {
  readonly language: string
  /** Whether a person's name may begin at a word. */
  readonly mayBegin: (at: number) => boolean
}

/**
 * Completes a person's name that the weights found in part, and removes words that are not part of it.
 * Undefined if what is left is no name, or if it contains a number. Organisations stay as they are.
 */
export function wholeName(words: Words, span: NameSpan, around: NameContext): NameSpan | undefined {
  if (span.kind !== 'person') return span
  if (hasDigit(words, span)) return undefined
  const steps = [
    withoutHead,
    withFirstPart,
    withoutTail,
    withFirstNames,
    withoutAbbreviations,
    withJoined,
    withParticle,
  ]
  let whole: NameSpan | undefined = span
  for (const step of steps) {
    whole = step(words, whole, around)
    if (whole === undefined) return undefined
  }
  return whole
}

function hasDigit(words: Words, { first, last }: NameSpan): boolean {
  for (let at = first; at <= last; at++) if (hasMark(words, at, MARK.digit)) return true
  return false
}

/**
 * Whether a space stands beside the hyphen or apostrophe before a word; such a sign separates names: "Hall -
 * Brooks", "Otters’ Freddy Hall".
 */
export const isParted = ({ text, folded, start, end, marks }: Words, at: number): boolean =>
  hasCase(folded[at] ?? '') &&
  ((marks[at] ?? 0) & (MARK.afterHyphen | MARK.afterApostrophe)) !== 0 &&
  /\s/u.test(text.slice(end[at - 1], start[at]))

/**
 * Removes the beginning that is not part of the name: a title in letters without capitals, a designation
 * ("Striker Freddy Hall"), and a word that a hyphen joins to the first name ("Otters-Freddy Hall").
 */
function withoutHead(words: Words, span: NameSpan, { language }: NameContext): NameSpan {
  const names = openCommonNames()
  const { roles = [] } = nameWords.of(language) ?? {}
  const isTitle = titleTest(language)
  let { first } = span
  if (isHebrewAbbreviation(words, first - 1)) first++
  else if (isHebrewAbbreviation(words, first)) first += 2
  for (; first < span.last; first++) {
    const [word = '', next = ''] = words.folded.slice(first)
    const isHead = names.isFirst(word)
      ? // "Dame Sarah Hall", and not "Star Hall".
        roles.includes(word) && names.isFirst(next)
      : (!hasCase(word) && isTitle(word)) ||
        roles.includes(word) ||
        (hasCase(word) && hasMark(words, first, MARK.sentenceStart) && isStop(word, language)) ||
        (hasMark(words, first + 1, MARK.afterHyphen) && names.isFirst(next))
    if (!isHead) break
  }
  return first === span.first ? span : { ...span, first: Math.min(first, span.last) }
}

/** Whether a word and the next one are an abbreviation, as Hebrew writes titles before a name: "עו"ד". */
const isHebrewAbbreviation = ({ text, start, end }: Words, at: number): boolean =>
  /^["״”]$/u.test(text.slice(end[at], start[at + 1])) && /\p{Script=Hebrew}$/u.test(text.slice(0, end[at]))

/** Returns a test for titles, also with a prefix that is written together with them: "برئيس". */
function titleTest(language: string): (word: string) => boolean {
  const { titles = [] } = nameWords.of(language) ?? {}
  return (word) =>
    titles.includes(word) ||
    baseForms(language, word).some((form) => word.endsWith(form) && titles.includes(form))
}

/**
 * Adds the first part of a first name if the weights found only the second: "نور الدین", "ג'ק"; and a word
 * before it that stands in no name without the next one, like the "عبد" of "عبد العال".
 */
function withFirstPart(words: Words, span: NameSpan, { language }: NameContext): NameSpan {
  const { first } = span
  const word = words.folded[first] ?? ''
  const isSecond =
    (nameWords.of(language)?.secondParts?.includes(word) === true && joinsName(words, first)) ||
    (!hasCase(word) &&
      hasMark(words, first, MARK.afterApostrophe) &&
      TOGETHER.test(words.text.slice(words.end[first - 1], words.start[first]))) ||
    (first < span.last && isFirstPart(words, first - 1, language) && joinsName(words, first))
  return isSecond ? { ...span, first: first - 1 } : span
}

/**
 * Removes small words at the end ("Freddy Hall thriller"). In letters without capitals, removes titles and
 * what follows them, verbs of saying and stop words.
 */
function withoutTail(words: Words, span: NameSpan, { language }: NameContext): NameSpan {
  const { says = [] } = nameWords.of(language) ?? {}
  const isTitle = titleTest(language)
  const title = words.folded
    .slice(span.first + 2, span.last)
    .findIndex((word) => !hasCase(word) && isTitle(word))
  let last = title < 0 ? span.last : span.first + 2 + title
  const isOther = (word: string): boolean =>
    !hasCase(word) && (isTitle(word) || says.includes(word) || isStop(word, language))
  while (
    last > span.first &&
    (isSmall(words, last) || isOther(words.folded[last] ?? '') || isOfAddress(words, last)) &&
    !hasMark(words, last, MARK.afterHyphen | MARK.afterApostrophe)
  )
    last--
  return last === span.last ? span : { ...span, last }
}

/** Whether a word begins an address, like the "Газета" of "Газета.ru". */
const isOfAddress = ({ text, end }: Words, at: number): boolean =>
  /^\.[a-z]{2,4}(?![\p{L}\p{N}])/u.test(text.slice(end[at], (end[at] ?? 0) + LONGEST_ENDING))
const LONGEST_ENDING = 6

const isSmall = ({ marks }: Words, at: number): boolean =>
  ((marks[at] ?? 0) & (MARK.cased | MARK.capital | MARK.digit)) === MARK.cased

/**
 * Removes words that begin with two capitals, as only initials do in a name. What stands before such a word
 * is somebody else's ("Otters QB Freddy Hall"); a short one at the end is a degree or a club ("Freddy Hall
 * KC"). A name all in capitals is kept.
 */
function withoutAbbreviations(words: Words, span: NameSpan): NameSpan | undefined {
  const { first, last } = span
  const isLoud = (at: number): boolean => TWO_CAPITALS.test(words.text.slice(words.start[at], words.end[at]))
  const loud = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(isLoud)
  const isInitials = (at: number): boolean =>
    at === first && (words.folded[at] ?? '').length <= LONGEST_INITIALS
  const abbreviations = loud.filter((at) => !isInitials(at) && !isRoman(words.folded[at] ?? ''))
  const at = abbreviations.at(-1)
  if (at === undefined || isAllCapitals(words, span)) return span
  if (at < last) return { ...span, first: at + 1 }
  const isBehindName = at - first > 1 && openCommonNames().isFirst(words.folded[first] ?? '')
  return isBehindName ? { ...span, last: at - 1 } : isSurname(words, at) ? span : undefined
}

function isAllCapitals(words: Words, { first, last }: NameSpan): boolean {
  for (let at = first; at <= last; at++) if (!hasMark(words, at, MARK.allCapitals)) return false
  return true
}

/** Whether a word in capitals is a family name: "Emmanuel MACRON", as French agencies write. */
const isSurname = ({ folded, marks }: Words, at: number): boolean =>
  ((marks[at] ?? 0) & MARK.allCapitals) !== 0 && (folded[at] ?? '').length > LONGEST_ABBREVIATION
const LONGEST_ABBREVIATION = 4
const TWO_CAPITALS = /^\p{Lu}{2}/u
const isRoman = (word: string): boolean => /^[ivx]+$/u.test(word)
/** "JD" and "AJ" are parts of names. */
const LONGEST_INITIALS = 2

/**
 * Adds what is joined to the last word: the "al-Iraqi" behind it, whatever else that word is; the rest of
 * "O'Leary"; and words written together with it ("Hall-Brooks", "هاشمی‌نژاد").
 */
function withJoined(words: Words, span: NameSpan, { language }: NameContext): NameSpan {
  const next = span.last + 1
  if (words.folded[span.last]?.length === 1 && hasMark(words, next, MARK.afterApostrophe))
    return { ...span, last: next }
  if (isJoined(words, next + 1) && joinsName(words, next)) return { ...span, last: next + 1 }
  let { last } = span
  if (isSyllable(words, span) || endsFamily(words, next, language)) last++
  while (isFirstPart(words, last, language) && joinsName(words, last + 1)) last++
  while (isWrittenTogether(words, last + 1, language)) last++
  return last === span.last ? span : { ...span, last }
}

/**
 * Whether a short syllable follows, like the "won" of "Uhm Ji-won". Other words that a hyphen joins to a name
 * are longer, or follow a known first name ("Elon Musk-led").
 */
function isSyllable(words: Words, { first, last }: NameSpan): boolean {
  const isShort = (at: number): boolean => (words.folded[at] ?? '').length <= LONGEST_SYLLABLE
  return (
    last === first + 1 &&
    isShort(last) &&
    isShort(last + 1) &&
    isSmall(words, last + 1) &&
    hasMark(words, last + 1, MARK.afterHyphen) &&
    TOGETHER.test(words.text.slice(words.end[last], words.start[last + 1])) &&
    !openCommonNames().isFirst(words.folded[first] ?? '')
  )
}

const LONGEST_SYLLABLE = 5

/** Whether a word of a name needs the next one: the "عبد" of "عبد العال", the "ابو" of "ابو مازن". */
const isFirstPart = ({ folded }: Words, at: number, language: string): boolean =>
  nameWords.of(language)?.firstParts?.includes(folded[at] ?? '') === true

/** Whether a word is the second part of a family name that is written as two words: "انصاری فر". */
const endsFamily = (words: Words, at: number, language: string): boolean =>
  joinsName(words, at) && nameWords.of(language)?.familyEnds?.includes(words.folded[at] ?? '') === true

const isStop = (word: string, language: string): boolean =>
  wordLists.of(language)?.stop?.includes(word) === true

/** Whether a word is a prefix like the "Ya" of "Ya'alon" and the "Sa" of "Sa'ar". */
const isPrefix = ({ folded }: Words, at: number): boolean => (folded[at] ?? '').length === 2

/** A single character that is no dash. */
const TOGETHER = /^[^–—]$/u

function isWrittenTogether(words: Words, at: number, language: string): boolean {
  const word = words.folded[at] ?? ''
  if (
    !hasMark(words, at, MARK.afterHyphen | MARK.afterApostrophe) ||
    !TOGETHER.test(words.text.slice(words.end[at - 1], words.start[at]))
  )
    return false
  if (hasCase(word))
    return hasMark(words, at, MARK.afterHyphen)
      ? hasMark(words, at, MARK.capital) && word.length > 1
      : isPrefix(words, at - 1) && word.length > 1
  const { tails = [], relatives = [] } = wordEndings.of(language) ?? {}
  return !tails.includes(word) && !relatives.some(([ending]) => ending === word)
}

/** Adds the known first names right before it: "Tommy Lee Jones". */
function withFirstNames(words: Words, span: NameSpan, { language, mayBegin }: NameContext): NameSpan {
  let { first } = span
  const { roles = [] } = nameWords.of(language) ?? {}
  const names = openCommonNames()
  const isFirst = (at: number): boolean =>
    hasMark(words, at, MARK.capital) &&
    mayBegin(at) &&
    names.isFirst(words.folded[at] ?? '') &&
    !roles.includes(words.folded[at] ?? '')
  if (hasMark(words, first, MARK.capital))
    while (
      isFirst(first - 1) &&
      joinsName(words, first) &&
      !hasMark(words, first, NAME_BREAK) &&
      !isParted(words, first)
    )
      first--
  return first === span.first ? span : { ...span, first }
}

/**
 * Adds the particle before it and the word before that: "Ali ibn Abi Talib". Undefined if no person's name
 * may begin at that word.
 */
function withParticle(
  words: Words,
  span: NameSpan,
  { language, mayBegin }: NameContext,
): NameSpan | undefined {
  const before = span.first - 1
  const word = words.folded[before] ?? ''
  const isParticle =
    PARTICLES.has(word) && isSmall(words, before) && joinsName(words, span.first) && !isStop(word, language)
  if (!isParticle || !joinsName(words, before) || !hasMark(words, before - 1, MARK.capital)) return span
  return mayBegin(before - 1) ? { ...span, first: before - 1 } : undefined
}

const PARTICLES = nameWordsOfAll('particles')
