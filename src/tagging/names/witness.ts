import { hasCase, hasMark, MARK, readText, type Words } from '../../language/read-text.ts'
import type { KnownWord } from '../known-word.ts'
import { nameWords } from '../name-words.ts'
import { openCommonNames } from './common-names.ts'
import { isJoined } from './find-people.ts'
import type { NameSpan } from './find-spans.ts'
import { GIVEN_NAMES, MEN, TITLE_WORDS, WOMEN } from './known-names.ts'
import { nominativeOf } from './nominative.ts'

/**
 * Keeps organisations, and people who have a sign besides the weights. Where a language lists `roles`, a
 * person without a known first name needs another sign: initials, "al-", a Korean syllable ("Jae-woo"), a
 * title or profession before the name, a verb of saying beside it, a known family name that is no place, an
 * age or office behind a comma, the family name alone elsewhere, or a place in a list beside a kept person.
 * Other languages keep all. Of 232 names of the stream and the replay with neither first name nor title 76
 * were wrong.
 */
export function withFurtherSign(
  words: Words,
  known: readonly KnownWord[],
  spans: readonly NameSpan[],
  language: string,
): readonly NameSpan[] {
  const { roles, says, and } = nameWords.of(language) ?? {}
  const { folded } = words
  if (roles === undefined) return spans
  const isOffice = (at: number): boolean =>
    TITLE_WORDS.has(folded[at] ?? '') || roles.includes(folded[at] ?? '')
  const speaks = (at: number): boolean => says?.includes(folded[at] ?? '') === true
  const isSeen = (span: NameSpan): boolean => {
    const { kind, first, last } = span
    return (
      kind === 'organisation' ||
      !hasCase(folded[first] ?? '') ||
      isFirstName(words, known, span, language) ||
      isJoined(words, last) ||
      isSyllable(words, last) ||
      isOffice(first - 1) ||
      speaks(first - 1) ||
      speaks(last + 1) ||
      (openCommonNames().isFamily(folded[last] ?? '') && known[last]?.places === undefined) ||
      isExplained(words, last + 1, isOffice) ||
      standsAlone(words, span)
    )
  }
  const isListed = (before: NameSpan, behind: NameSpan): boolean =>
    behind.first === before.last + 1
      ? hasMark(words, behind.first, MARK.afterComma)
      : behind.first === before.last + 2 && and?.includes(folded[before.last + 1] ?? '') === true
  const seen = new Set(spans.filter(isSeen))
  const people = spans.filter(({ kind }) => kind === 'person')
  for (const [one, other] of [people, people.toReversed()].flatMap(pairsOf)) {
    const isPair = one.first < other.first ? isListed(one, other) : isListed(other, one)
    if (isPair && seen.has(one)) seen.add(other)
  }
  return spans.filter((span) => seen.has(span))
}

const pairsOf = (spans: readonly NameSpan[]): (readonly [NameSpan, NameSpan])[] =>
  spans.slice(1).flatMap((span, at) => {
    const before = spans[at]
    return before === undefined ? [] : [[before, span] as const]
  })

/** Whether a name begins with initials or with a known first name in any case. */
export function isFirstName(
  words: Words,
  known: readonly KnownWord[],
  span: NameSpan,
  language: string,
): boolean {
  const { first } = span
  const names = openCommonNames()
  const isGiven = (word: string): boolean =>
    names.isFirst(word) || GIVEN_NAMES.has(word) || MEN.has(word) || WOMEN.has(word)
  return (
    isGiven(words.folded[first] ?? '') ||
    hasMark(words, first, MARK.dotted) ||
    known[first]?.givenName !== undefined ||
    readText(nominativeOf(words, span, language) ?? '')
      .folded.slice(0, 1)
      .some(isGiven)
  )
}

/** Whether a word is a syllable like the "woo" of "Jae-woo", as Korean names are written. */
const isSyllable = (words: Words, at: number): boolean =>
  hasMark(words, at, MARK.afterHyphen) && !hasMark(words, at, MARK.capital)

/** Number of words behind a comma in which an office is looked for: ", the chief executive". */
const OFFICE_REACH = 4

/** Whether an age or an office follows a comma: ", 61, said", ", a spokesman for". */
const isExplained = (words: Words, at: number, isOffice: (at: number) => boolean): boolean =>
  hasMark(words, at, MARK.afterComma) &&
  !hasMark(words, at, MARK.capital) &&
  (hasMark(words, at, MARK.digit) ||
    Array.from({ length: OFFICE_REACH }, (_, behind) => at + behind).some(isOffice))

/** Whether the last word of a name also stands somewhere without the word before it. */
export function standsAlone({ folded }: Words, { last }: NameSpan): boolean {
  const family = folded[last]
  return folded.some((word, at) => word === family && folded[at - 1] !== folded[last - 1])
}
