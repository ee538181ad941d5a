import { z } from 'zod'
import { oneSpelling } from '../../language/letters.ts'
import { words as list } from '../../language/parts.ts'
import { languagePart } from '../../language/read-part.ts'
import type { Token } from './read-tokens.ts'

/** Words by which is decided what may be left out of a sentence. "*" is any beginning or ending. In a language without nothing is left out. */
export const cutWords = languagePart('cuts', (language) => {
  const words = list.transform((entries) => readClass(entries, language))
  const none = list.default([]).transform((entries) => readClass(entries, language))
  return z.strictObject({
    /** Whether every noun begins with a capital letter, or names alone. */
    nouns: z.enum(['small', 'capital']).default('small'),
    /** What a relative clause between commas is: an aside, or that or a restriction (German and Russian put a comma before every one). */
    relatives: z.enum(['aside', 'either']).default('aside'),
    /** What opens an apposition: a rank or a noun with "of" alone, an article too, or any noun. */
    appositions: z.enum(['marked', 'determined', 'bare']).default('marked'),
    /** Where the finite verb stands. */
    order: z.enum(['free', 'verb-last']).default('free'),
    /** Whether `verb` and `auxiliary` know most finite verbs by their shape. */
    verbs: z.enum(['shown', 'hidden']).default('shown'),

    // What may not be left out.
    negation: words,
    modality: words,
    quantity: words,
    condition: words,
    /** Exceptions and what speaks against the sentence it follows: "except", "but". */
    contrast: words,
    /** Who says or thinks so: verbs, nouns and prepositions. */
    speech: words,
    /** What takes back what was said before: "and the senate rejected it". */
    reversal: words,
    comparison: words,
    /** When something is so. */
    time: words,

    // By what a phrase is known.
    /** Articles and possessives. */
    determiner: none,
    /** What joins a noun to the noun before it: "head of". */
    of: none,
    /** Ordinals, superlatives, "former": they open an apposition. */
    rank: none,
    /** The words of an age beside its number. */
    age: words,
    /** Words that never open an apposition: prepositions, conjunctions, pronouns, adverbs. */
    opener: words,
    /** Words that never end one: adverbs, and in English what may be a verb ("a memo shows"). */
    adverbial: none,
    relative: none,
    /** "many of whom": such a relative clause restricts nothing. */
    partitive: none,
    /** What a relative clause behind it singles out, comma or not: "those, who". */
    singled: none,
    /** What opens a participle clause, and what only looks so. */
    participle: none,
    otherwise: none,
    and: words,
    /** Pronouns that stand for something said before: a clause that has one may take that back. */
    pronoun: none,
    auxiliary: words,
    verb: words,
    /** "among others": the list behind it is not whole. */
    inclusion: words,
    /** What may stand behind a list within its clause. */
    listEnd: none,
    /** "in the presence of": circumstances that change nothing. */
    accompaniment: none,
    /** "at a", of an occasion. */
    setting: none,
    occasion: none,
    manner: words,
    /** Participles that lead to a name behind them, offices before one, and plurals, which such a participle restricts. */
    adjunct: none,
    title: none,
    plural: none,
  })
})

/** The closed classes of one language. */
export type CutWords = NonNullable<ReturnType<typeof cutWords.of>>

/** A closed class of words, from entries as "not", "*n't" (any beginning or ending) and "as long as" (several words). `language` is ISO 639-1. */
function readClass(entries: readonly string[], language: string) {
  const single = new Set<string>()
  const others: (readonly RegExp[])[] = []
  for (const entry of entries) {
    const parts = entry.split(' ').map((part) => oneSpelling(part, language))
    const [only = ''] = parts
    if (parts.length === 1 && !only.includes('*')) single.add(only)
    else others.push(parts.map(toPattern))
  }
  const spellings = language === 'ar' ? withoutAnd : (word: string) => [word]
  const fits = (pattern: RegExp, token: Token | undefined): boolean =>
    token !== undefined && spellings(token.word).some((word) => pattern.test(word))

  /** How many tokens from this one on are of the class; 0 where none is. The longest entry counts. */
  function lengthAt(tokens: readonly Token[], index: number): number {
    const token = tokens[index]
    if (token === undefined) return 0
    let longest = spellings(token.word).some((word) => single.has(word)) ? 1 : 0
    for (const parts of others)
      if (parts.length > longest && parts.every((part, i) => fits(part, tokens[index + i])))
        longest = parts.length
    return longest
  }

  return {
    lengthAt,
    has: (token: Token | undefined): boolean => token !== undefined && lengthAt([token], 0) > 0,
    /** Whether an entry stands anywhere in them. */
    isIn: (tokens: readonly Token[]): boolean => tokens.some((_, index) => lengthAt(tokens, index) > 0),
  }
}

const toPattern = (part: string): RegExp =>
  new RegExp(
    `^${part
      .split('*')
      .map((piece) => RegExp.escape(piece))
      .join('.*')}$`,
    'u',
  )

/** Arabic writes "and" and "so" onto the next word. */
const withoutAnd = (word: string): readonly string[] =>
  /^[وف]..+/u.test(word) ? [word, word.slice(1)] : [word]
