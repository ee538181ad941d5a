import { bridgeKey } from '../language/bridge/bridge-key.ts'
import { BRIDGED } from '../language/bridge/bridge.ts'
import { cyrillicStem } from '../language/endings.ts'
import { wordEndings } from '../language/parts.ts'
import { firstTerm, TermKind } from '../language/terms.ts'

const BRIDGED_LANGUAGES: ReadonlySet<string> = new Set(BRIDGED)

/** The term that all forms of a word share, in a language that has a bridge (`language/bridge`). */
export interface BridgedTerm {
  /** As `readTerms` returns it; `hash` is its `hashWord`. */
  readonly term: string
  readonly hash: number
  /** A stop word. */
  readonly isStop: boolean
}

/** The term of a word; undefined if the language has no bridge, or if the word is no single term. */
export function bridgedTerm(word: string, language: string): BridgedTerm | undefined {
  const first = BRIDGED_LANGUAGES.has(language) ? firstTerm(word, language) : undefined
  return first?.isOnly === true
    ? { term: first.word, hash: first.hash, isStop: (first.kind & TermKind.stop) !== 0 }
    : undefined
}

/** The term of a word as a key of the place table. */
export interface WordTerm extends Pick<BridgedTerm, 'isStop'> {
  /** The key, with its language: see `termKey`. */
  readonly key: string
}

/** The key of a word in the place table; undefined where `bridgedTerm` is. */
export function wordTerm(word: string, language: string): WordTerm | undefined {
  const known = bridgedTerm(word, language)
  return known === undefined
    ? undefined
    : { key: termKey(bridgeKey(known.term, language), language), isStop: known.isStop }
}

/** The key in the place table of a key of the bridge's table. */
export const termKey = (term: string, language: string): string => `^${language}:${term}`

/**
 * Languages without a stemmer, whose terms are the words themselves: what the bridge says of a term holds for
 * the word.
 */
export const UNSTEMMED: ReadonlySet<string> = new Set(['fa', 'he'])

/**
 * The stem of one word of a name of several words, as keys of the place table with "~" have it. Undefined for
 * languages that do not decline every word of such a name.
 */
export function nameStem(word: string, language: string): string | undefined {
  if (language === 'ru' || language === 'uk') return cyrillicStem(word)
  if (language !== 'pl') return undefined
  const ending = wordEndings
    .of(language)
    ?.stem.find((end) => word.length - end.length >= SHORTEST_STEM && word.endsWith(end))
  return word.slice(0, word.length - (ending?.length ?? 0))
}

const SHORTEST_STEM = 3
