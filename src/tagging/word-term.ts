import { bridgeKey } from '../language/bridge/bridge-key.ts'
import { BRIDGED } from '../language/bridge/bridge.ts'
import { cyrillicStem } from '../language/endings.ts'
import { wordEndings } from '../language/parts.ts'
import { firstTerm, TermKind } from '../language/terms.ts'

const KNOWN: ReadonlySet<string> = new Set(BRIDGED)

/** What all forms of a word share where its language has a bridge (`language/bridge`). */
export interface BridgedTerm {
  /** As `readTerms` gives it, with its `hashWord`. */
  readonly term: string
  readonly hash: number
  /** It only holds sentences together. */
  readonly isStop: boolean
}

/** Undefined where the language has no bridge. */
export function bridgedTerm(word: string, language: string): BridgedTerm | undefined {
  const first = KNOWN.has(language) ? firstTerm(word, language) : undefined
  return first?.isOnly === true
    ? { term: first.word, hash: first.hash, isStop: (first.kind & TermKind.stop) !== 0 }
    : undefined
}

/** The same for who looks it up among places. */
export interface WordTerm extends Pick<BridgedTerm, 'isStop'> {
  /** As the table of places has it, behind its language. */
  readonly key: string
}

export function wordTerm(word: string, language: string): WordTerm | undefined {
  const known = bridgedTerm(word, language)
  return known === undefined
    ? undefined
    : { key: termKey(bridgeKey(known.term, language), language), isStop: known.isStop }
}

/** The same for a key of the bridge's table. */
export const termKey = (term: string, language: string): string => `^${language}:${term}`

/** Languages whose terms are words as they are written: what the bridge says of a term is said of the word. */
export const UNSTEMMED: ReadonlySet<string> = new Set(['fa', 'he'])

/** How each word of a name of several stands in the table of places, behind "~", where its language declines them all; else undefined. */
export function nameStem(word: string, language: string): string | undefined {
  if (language === 'ru' || language === 'uk') return cyrillicStem(word)
  if (language !== 'pl') return undefined
  const ending = wordEndings
    .of(language)
    ?.stem.find((end) => word.length - end.length >= SHORTEST && word.endsWith(end))
  return word.slice(0, word.length - (ending?.length ?? 0))
}

const SHORTEST = 3
