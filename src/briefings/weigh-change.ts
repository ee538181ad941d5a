import { distance } from 'fastest-levenshtein'
import { numberWords } from '../analysis/numbers.ts'
import { isDenial } from '../analysis/sayings/saying-words.ts'
import { wordLists } from '../language/parts.ts'
import { contentOf } from '../language/terms.ts'
import { cutWords } from '../summaries/cut/word-classes.ts'
import { readTokens, type Token } from '../summaries/cut/read-tokens.ts'
import { compareWords } from '../text/compare-words.ts'

/** How much a change of words matters to a reader, from a spelling to a fact. */
export const WEIGHT = { spelling: 0, wording: 1, name: 2, fact: 3 } as const
export type ChangeWeight = (typeof WEIGHT)[keyof typeof WEIGHT]

/**
 * A word of so many letters or more was only misspelt if, without its ending, at most so many letters differ.
 */
const MOST_LETTERS_MISSPELT = 1
const LEAST_LETTERS = 5

/**
 * Returns how much the meaning of a sentence or headline changed. Another number, or one "not" or denial more
 * or less, is a fact; then come names, then other content words. Inflections, small words, typography and
 * single letters of long words are spelling. `language` is ISO 639-1.
 */
export function weighChange(before: string, after: string, language: string): ChangeWeight {
  const pieces = compareWords(before, after, language)
  const textOf = (side: 'before' | 'after') =>
    pieces.flatMap(({ of, text }) => (of === side ? [text] : [])).join(' ')
  const [removed, added] = [textOf('before'), textOf('after')]
  if (!isSame(numbersIn(removed, language), numbersIn(added, language))) return WEIGHT.fact
  if (denialsIn(removed, language) !== denialsIn(added, language)) return WEIGHT.fact
  const [old, now] = [removed, added].map((text) => wordsIn(text, language))
  if (old === undefined || now === undefined) return WEIGHT.spelling
  const [only, others] = [[...old.difference(now)], [...now.difference(old)]]
  if (only.length + others.length === 0) return WEIGHT.spelling
  if (namesIn(before, removed, language) + namesIn(after, added, language) > 0) return WEIGHT.name
  const isSpelling =
    only.length === others.length && only.every((word) => others.some((other) => isMisspelt(word, other)))
  return isSpelling ? WEIGHT.spelling : WEIGHT.wording
}

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((number, index) => number === other[index])

/** Returns the content words that are no numbers. */
const wordsIn = (text: string, language: string): ReadonlySet<string> =>
  contentOf(
    readTokens(text, language)
      .filter((token) => valueOf(token, language) === undefined)
      .map(({ word }) => word)
      .join(' '),
    language,
  )

/**
 * Returns the numbers in ascending order, written in digits or as one word: "23", "eleven". Marks within
 * digits are dropped, because the numbers are only compared with others.
 */
const numbersIn = (text: string, language: string): readonly number[] =>
  readTokens(text, language)
    .flatMap((token) => valueOf(token, language) ?? [])
    .toSorted((one, other) => one - other)

const valueOf = ({ kind, word }: Token, language: string): number | undefined =>
  kind === 'number' ? Number(word.replaceAll(/\D/gu, '')) : valuesOf(language).get(word)

const values = new Map<string, ReadonlyMap<string, number>>()

/** Returns the values of number words. "One" is left out: in most languages it is an ordinary word. */
const valuesOf = (language: string): ReadonlyMap<string, number> =>
  values.getOrInsertComputed(
    language,
    () =>
      new Map(
        Object.entries(numberWords.of(language)?.words ?? {})
          .filter(([value]) => Number(value) > 1)
          .flatMap(([value, forms]) => forms.map((form) => [form, Number(value)] as const)),
      ),
  )

/** Returns how many words deny something: "not", "never", "denied". */
function denialsIn(text: string, language: string): number {
  const negation = cutWords.of(language)?.negation
  return readTokens(text, language).filter(
    (token) => negation?.has(token) === true || isDenial(token.word, language),
  ).length
}

const isMisspelt = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= LEAST_LETTERS && distance(one, other) <= MOST_LETTERS_MISSPELT

/** Returns how many changed words but a sentence's first have a capital; 0 if all nouns have one. */
function namesIn(text: string, changed: string, language: string): number {
  if (wordLists.of(language)?.capitalNouns === true) return 0
  const opening = /[\p{L}\p{N}]+/u.exec(text)?.[0]
  return [...changed.matchAll(/\p{Lu}[\p{L}\p{M}]+/gu)].filter(([word]) => word !== opening).length
}
