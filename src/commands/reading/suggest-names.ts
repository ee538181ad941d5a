import { distance } from 'fastest-levenshtein'
import { foldTerm, type TermKind, type Vocabulary } from '../vocabulary.ts'
import { nameTerm } from '../wording/name-term.ts'

/** A typing mistake differs from what was meant in this share of its letters at most. */
const TYPING_MISTAKE = 0.2

/** Up to so many letters a word of two mistakes is another word: “every” is no “energy”. So is one with another first letter: “kurdistan” is no “Gürcistan”. */
const SHORT = 6

/** A guess much farther off than the best one only confuses. */
const NEARLY_AS_NEAR = 0.1

/** Shorter words are near to too many others. */
const SHORTEST = 4

/** Names in a language (BCP 47) close to what was typed, for "did you mean": at most three, best first. */
export function suggestNames(
  words: string,
  vocabulary: Vocabulary,
  language: string,
  kind?: TermKind,
): string[] {
  if (kind === 'language') {
    const near = nearest(foldTerm(words), [...vocabulary.languages.keys()])
    return unique(
      near.flatMap((key) => vocabulary.languages.get(key) ?? []).map((term) => nameTerm(term, language)),
    )
  }
  const keys = [...vocabulary.terms]
    .filter(([, terms]) => kind === undefined || terms.some((term) => term.kind === kind))
    .map(([key]) => key)
  const terms = nearest(foldTerm(words), keys).flatMap((key) => vocabulary.terms.get(key) ?? [])
  return unique(
    terms.filter((term) => kind === undefined || term.kind === kind).map((term) => nameTerm(term, language)),
  )
}

/** Of these words the ones close to what was typed, best first. */
export function nearest(typed: string, words: readonly string[]): string[] {
  if (typed.length < SHORTEST || typed.length > 80) return []
  return words
    .filter((word) => Math.abs(word.length - typed.length) <= 3)
    .map((word) => ({ word, steps: stepsBetween(word, typed), length: Math.max(word.length, typed.length) }))
    .filter(({ word, steps, length }) => {
      const isSmall = length <= SHORT || word[0] !== typed[0]
      return steps <= (isSmall ? 1 : length * TYPING_MISTAKE)
    })
    .map(({ word, steps, length }) => ({ word, share: steps / length }))
    .sort((a, b) => a.share - b.share)
    .filter(({ share }, _, [best]) => share <= (best?.share ?? 0) + NEARLY_AS_NEAR)
    .map(({ word }) => word)
}

/** Letters put in, left out or changed; two that changed places are one. */
function stepsBetween(word: string, typed: string): number {
  const steps = distance(word, typed)
  return steps === 2 && sorted(word) === sorted(typed) ? 1 : steps
}

const sorted = (word: string): string => Array.from(word).sort().join('')

const unique = (names: readonly string[]): string[] => [...new Set(names)].slice(0, 3)
