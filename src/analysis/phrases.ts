import { readText } from '../language/read-text.ts'
import { MOST_NUMBERED, type Token, tokensOf } from './tokens.ts'

/** A phrase at a token: its meanings and its length in tokens. */
interface PhraseMatch<Sign> {
  readonly signs: readonly Sign[]
  readonly length: number
}

interface Phrase<Sign> {
  readonly rest: readonly string[]
  readonly sign: Sign
}

/** Finds the phrases of a language in its tokens. */
export interface PhraseTable<Sign> {
  /** Returns the longest phrase that begins at a token, with all its meanings; null if there is none. */
  at(tokens: readonly Token[], at: number): PhraseMatch<Sign> | null
}

/**
 * Creates a table of phrases by meaning; "*" stands for any ending of a word. `heads` are letters attached to
 * the front of words ("و", "ال"); a word is also looked up without them.
 */
export function phraseTable<Sign>(
  lists: Iterable<readonly [sign: Sign, phrases: readonly string[]]>,
  language: string,
  heads: readonly string[] = [],
): PhraseTable<Sign> {
  const whole = new Map<string, Phrase<Sign>[]>()
  const open = new Map<string, Phrase<Sign>[]>()
  for (const [sign, phrases] of lists)
    for (const phrase of phrases) {
      const [first, ...rest] = keysOf(phrase, language)
      if (first === undefined) continue
      const isOpen = first.endsWith('*')
      const table = isOpen ? open : whole
      table.getOrInsertComputed(isOpen ? first.slice(0, -1) : first, () => []).push({ rest, sign })
    }
  const longest = Math.max(0, ...[...open.keys()].map((key) => key.length))
  /**
   * By word number: the index in `found` of the phrases that begin with that word; 0 if not looked up yet.
   */
  const places = new Uint16Array(MOST_NUMBERED)
  const found: (readonly Phrase<Sign>[])[] = [NONE, NONE]

  const look = (key: string): readonly Phrase<Sign>[] => {
    const found = [...(whole.get(key) ?? [])]
    for (let length = Math.min(longest, key.length); length > 1; length--)
      found.push(...(open.get(key.slice(0, length)) ?? []))
    return found
  }
  const find = (key: string): readonly Phrase<Sign>[] => {
    let phrases = look(key)
    for (const head of heads)
      if (phrases.length === 0 && key.startsWith(head) && key.length > head.length + 1)
        phrases = look(key.slice(head.length))
    return phrases
  }
  const learn = (number: number, key: string): number => {
    const phrases = find(key)
    return (places[number] = phrases.length === 0 ? NO_PHRASE : found.push(phrases) - 1)
  }

  return {
    at(tokens, at) {
      const token = tokens[at]
      if (token?.kind !== 'word') return null
      const place = token.number < 0 ? 0 : places[token.number] || learn(token.number, token.key)
      if (place === NO_PHRASE) return null
      const phrases = place === 0 ? find(token.key) : (found[place] ?? NONE)
      let signs: Sign[] = []
      let length = 0
      for (const { rest, sign } of phrases) {
        if (rest.length + 1 < length) continue
        if (!rest.every((key, index) => isKey(tokens[at + 1 + index], key))) continue
        if (rest.length + 1 > length) signs = []
        length = rest.length + 1
        if (!signs.includes(sign)) signs.push(sign)
      }
      return length === 0 ? null : { signs, length }
    },
  }
}

const NONE: readonly never[] = []
const NO_PHRASE = 1

const keysOf = (phrase: string, language: string): readonly string[] =>
  phrase.split(' ').flatMap((word) => {
    const keys = tokensOf(readText(word.replace(/\*$/u, '')), language).map(({ key }) => key)
    return word.endsWith('*') ? [...keys.slice(0, -1), `${keys.at(-1) ?? ''}*`] : keys
  })

const isKey = (token: Token | undefined, key: string): boolean =>
  token !== undefined && (key.endsWith('*') ? token.key.startsWith(key.slice(0, -1)) : token.key === key)
