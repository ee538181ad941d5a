import { hasMark, joinsName, MARK, type Words } from '../../language/read-text.ts'
import type { KnownWord } from '../known-word.ts'
import type { NameSpan, FoundSpans } from './find-spans.ts'

/**
 * Adds people whom a known first name and one capitalised word name, if the weights do not rule them out.
 * `mayBe` tells whether a word may be part of a person's name. Only Russian and Ukrainian have such first
 * names (`KnownWord.givenName`): of 78 such pairs that the weights missed in native news, 76 were people.
 */
export function withFirstNamed(
  words: Words,
  known: readonly KnownWord[],
  { spans, personChanceAt }: Pick<FoundSpans, 'spans' | 'personChanceAt'>,
  mayBe: (at: number) => boolean,
): readonly NameSpan[] {
  const added: NameSpan[] = []
  for (let first = 0; first + 1 < words.folded.length; first++) {
    const last = first + 1
    if (known[first]?.givenName === undefined || !isPair(words, first)) continue
    if (known[first]?.places !== undefined || !mayBe(first) || !mayBe(last)) continue
    if (Math.max(personChanceAt(first), personChanceAt(last)) < LEAST) continue
    const isFree = spans.every(
      (span) =>
        span.last < first || last < span.first || (span.kind === 'person' && span.first === span.last),
    )
    if (isFree) added.push({ first, last, kind: 'person', chance: 1 })
  }
  if (added.length === 0) return spans
  const isApart = (span: NameSpan): boolean =>
    added.every(({ first, last }) => span.last < first || last < span.first)
  return [...spans.filter(isApart), ...added].sort((one, other) => one.first - other.first)
}

/**
 * Least chance that either word is part of a person's name. Documents left out give the same names from 0.02
 * to 0.3; below, fictional characters.
 */
const LEAST = 0.1

/** Whether exactly two capitalised words follow each other, separated by a space only. */
const isPair = (words: Words, first: number): boolean =>
  isName(words, first) &&
  isName(words, first + 1) &&
  isSpaced(words, first + 1) &&
  !(isSpaced(words, first + 2) && hasMark(words, first + 2, MARK.capital))

const isName = (words: Words, at: number): boolean =>
  hasMark(words, at, MARK.capital) &&
  !hasMark(words, at, MARK.allCapitals | MARK.digit) &&
  (words.folded[at] ?? '').length > LONGEST_INITIALS

const isSpaced = (words: Words, at: number): boolean =>
  joinsName(words, at) && !hasMark(words, at, MARK.afterHyphen | MARK.afterApostrophe)

/** "Дж." is an initial. */
const LONGEST_INITIALS = 2
