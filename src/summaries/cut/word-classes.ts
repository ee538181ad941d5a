import { z } from 'zod'
import { oneSpelling } from '../../language/letters.ts'
import { words as list } from '../../language/parts.ts'
import { languagePart } from '../../language/read-part.ts'
import type { Token } from './read-tokens.ts'

/**
 * Word classes that decide what may be left out of a sentence. "*" stands for any beginning or ending. In a
 * language without this part nothing is left out.
 */
export const cutWords = languagePart('cuts', (language) => {
  const words = list.transform((entries) => readClass(entries, language))
  const none = list.default([]).transform((entries) => readClass(entries, language))
  return z.strictObject({
    /** `capital` if every noun begins with a capital letter, `small` if only names do. */
    nouns: z.enum(['small', 'capital']).default('small'),
    /**
     * `aside` if a relative clause between commas restricts nothing; `either` if it may (German and Russian
     * put a comma before every one).
     */
    relatives: z.enum(['aside', 'either']).default('aside'),
    /**
     * What may open an apposition. `marked`: only a rank or a noun with "of"; `determined`: also an article;
     * `bare`: any noun.
     */
    appositions: z.enum(['marked', 'determined', 'bare']).default('marked'),
    /** Position of the finite verb. */
    order: z.enum(['free', 'verb-last']).default('free'),
    /** Whether most finite verbs are recognised by `verb` and `auxiliary`. */
    verbs: z.enum(['shown', 'hidden']).default('shown'),

    // The guards: words that may not be left out.
    negation: words,
    modality: words,
    quantity: words,
    condition: words,
    /** Exceptions and objections to the sentence before: "except", "but". */
    contrast: words,
    /** Words for saying and thinking: verbs, nouns and prepositions. */
    speech: words,
    /** Words that take back what was said before: "and the senate rejected it". */
    reversal: words,
    comparison: words,
    /** Words that say when something is so. */
    time: words,

    // Words by which phrases are recognised.
    /** Articles and possessives. */
    determiner: none,
    /** Words that join a noun to the noun before it: "head of". */
    of: none,
    /** Ordinals, superlatives, "former": they open an apposition. */
    rank: none,
    /** Words beside the number of an age. */
    age: words,
    /** Prepositions, conjunctions, pronouns and adverbs: they never open an apposition. */
    opener: words,
    /** Adverbs, and in English words that may be verbs ("a memo shows"): they never end an apposition. */
    adverbial: none,
    relative: none,
    /** "many of whom": openings of relative clauses that restrict nothing. */
    partitive: none,
    /** Words that a relative clause behind them restricts, comma or not: "those, who". */
    singled: none,
    /** `participle` opens a participle clause; `otherwise` only looks like one. */
    participle: none,
    otherwise: none,
    and: words,
    /** Pronouns that refer to something said before: a clause that has one may take that back. */
    pronoun: none,
    auxiliary: words,
    verb: words,
    /** "among others": the list behind it is incomplete. */
    inclusion: words,
    /** Words that may follow a list within its clause. */
    listEnd: none,
    /** "in the presence of": opens a circumstance that changes nothing. */
    accompaniment: none,
    /** "at a", before an `occasion`. */
    setting: none,
    occasion: none,
    manner: words,
    /**
     * `adjunct`: participles that modify a name behind them; `title`: offices before a name; `plural`: nouns
     * in the plural, which such a participle would restrict.
     */
    adjunct: none,
    title: none,
    plural: none,
  })
})

/** The word classes of one language. */
export type CutWords = NonNullable<ReturnType<typeof cutWords.of>>

/**
 * Builds a word class from entries such as "not", "*n't" (any beginning or ending) and "as long as" (several
 * words). `language` is ISO 639-1.
 */
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

  /**
   * Returns the number of tokens from `index` on that form an entry of the class, 0 if none do. The longest
   * entry counts.
   */
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
    /** Whether an entry occurs anywhere in these tokens. */
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

/** Arabic attaches "and" and "so" to the next word. */
const withoutAnd = (word: string): readonly string[] =>
  /^[وف]..+/u.test(word) ? [word, word.slice(1)] : [word]
