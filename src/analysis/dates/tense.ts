import { type PhraseTable, phraseTable } from '../phrases.ts'
import type { ReadText } from '../read-for-analysis.ts'
import { timeWords } from './time-words.ts'

/** Whether words refer to the future or to the past. */
export type Tense = 'future' | 'past'

interface TenseWords {
  readonly table: PhraseTable<Tense | 'neither'>
  readonly endings: readonly (readonly [Tense, string])[]
  readonly heads: readonly string[]
}

const known = new Map<string, TenseWords>()

function wordsOf(language: string): TenseWords {
  return known.getOrInsertComputed(language, () => {
    const own = timeWords.of(language)
    const lists = [
      ['future', own?.ahead ?? []],
      ['past', own?.behind ?? []],
      ['neither', own?.aheadExcept ?? []],
    ] as const
    return {
      table: phraseTable<Tense | 'neither'>(lists, language),
      endings: [
        ...(own?.aheadEndings ?? []).map((ending) => ['future', ending] as const),
        ...(own?.behindEndings ?? []).map((ending) => ['past', ending] as const),
      ],
      heads: own?.aheadHeads ?? [],
    }
  })
}

/** Least length of a word, in letters, for its ending or beginning to mark it as a verb. */
const SHORTEST_VERB = 5
/**
 * A verb further away, in tokens, refers to something else. Chosen by leaving out each language: English and
 * German are the same from 10 on. Persian, whose verb ends its sentence, needs 16 (7 of 9 events found; at 10
 * six), and from 20 on has one wrong more.
 */
const MOST_TOKENS_TO_VERB = 16

/**
 * Most tokens between a time and the verb of a clause that continues its sentence: "on Monday and are
 * scheduled to".
 */
const MOST_TOKENS_TO_CLAUSE = 3
/** In tokens. */
const LONGEST_PHRASE = 2
/** Most tokens between a participle and its auxiliary before it. */
const MOST_BEFORE_PARTICIPLE = 4

/**
 * Returns a function that tells the tense of the verb nearest to some tokens in their sentence; with
 * `right-after`, of the verb right after them. The function returns null if no tense is known. Words and
 * marks count one token each: counting more for a comma brought nothing in any language.
 */
export function tenseReader({
  tokens,
  text,
  language,
  borders,
}: ReadText): (from: number, to: number, side?: 'right-after') => Tense | null {
  const words = wordsOf(language)
  const tenses = new Map<number, Tense | null>()
  const tenseOf = (at: number): Tense | null => {
    const remembered = tenses.get(at)
    if (remembered !== undefined) return remembered
    const found = find(at)
    tenses.set(at, found)
    return found
  }
  const find = (at: number): Tense | null => {
    const token = tokens[at]
    if (token?.kind !== 'word') return null
    // "Was due to": a word inside a phrase has the tense of the phrase.
    for (let back = LONGEST_PHRASE; back > 0; back--) {
      const found = words.table.at(tokens, at - back)
      const [sign] = found !== null && found.length > back ? found.signs : []
      if (sign !== undefined) return sign === 'neither' ? null : sign
    }
    const [sign] = words.table.at(tokens, at)?.signs ?? []
    if (sign !== undefined) return sign === 'neither' || (sign === 'past' && isLedByFuture(at)) ? null : sign
    const word = text.slice(token.start, token.end).toLowerCase()
    if (word.length < SHORTEST_VERB) return null
    if (words.heads.some((head) => word.startsWith(head))) return 'future'
    const ending = words.endings.find(([, end]) => word.endsWith(end))?.[0] ?? null
    return ending === 'past' && isLedByFuture(at) ? null : ending
  }
  /** "Will be issued", "expected to be released": the participle refers to the future. */
  const isLedByFuture = (at: number): boolean => {
    for (let before = at - 1; before >= Math.max(0, at - MOST_BEFORE_PARTICIPLE); before--) {
      if (tokens[before]?.kind !== 'word') return false
      if (words.table.at(tokens, before)?.signs.includes('future') === true) return true
    }
    return false
  }
  return (from, to, side) => {
    const [first, last] = borders.around(from)
    const nearestOn = (
      start: number,
      step: 1 | -1,
    ): { readonly tense: Tense; readonly distance: number } | null => {
      let distance = 0
      for (let at = start; at >= first && at < last && distance < MOST_TOKENS_TO_VERB; at += step) {
        distance++
        const tense = tenseOf(at)
        if (tense !== null) return { tense, distance }
      }
      return null
    }
    const after = nearestOn(to, 1)
    if (side === 'right-after')
      return after !== null && after.distance <= MOST_TOKENS_TO_CLAUSE ? after.tense : null
    const before = nearestOn(from - 1, -1)
    if (before === null || after === null) return (before ?? after)?.tense ?? null
    return before.distance <= after.distance ? before.tense : after.tense
  }
}
