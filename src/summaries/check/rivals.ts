import type { CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { isSame } from './is-same.ts'
import { type NameKind, isOffice, kindOf } from './name-kind.ts'
import { MOST_MENTIONS, nameMentions, type NameMention } from './name-mentions.ts'
import type { Word } from './read-words.ts'

/** A name of the cited text; names with the same last word are one. */
export interface Rival {
  readonly mentions: readonly NameMention[]
  readonly kind: NameKind
  /** Each of its words once. */
  readonly words: readonly Word[]
}

/** The names that could stand where `own` stands in the claim: those it does not tell, and that are no part of the same mention. */
export function rivalsOf(own: readonly NameMention[], claim: Claim, cited: CitedText): readonly Rival[] {
  return namesOf(cited).filter(
    ({ kind, words, mentions }) =>
      kind !== 'time' &&
      !words.some((word) => claim.words.some((other) => isSame(word, other))) &&
      !mentions.some((mention) => own.some((other) => overlaps(mention, other))),
  )
}

function overlaps(one: NameMention, other: NameMention): boolean {
  return (
    one.sentence === other.sentence &&
    one.words.some(({ index }) => other.words.some((word) => word.index === index))
  )
}

const known = new WeakMap<CitedText, readonly Rival[]>()

export function namesOf(cited: CitedText): readonly Rival[] {
  let names = known.get(cited)
  if (names === undefined) known.set(cited, (names = findNames(cited)))
  return names
}

function findNames(cited: CitedText): readonly Rival[] {
  const mentions = nameMentions(cited).map((mention) => ({ ...mention, words: withoutOffice(mention.words) }))
  // What only ever stands alone at the head of sentences is no name, but for known ones: "However", "Recent".
  const proper = new Set(
    mentions.flatMap(({ words }) =>
      words.length > 1 || words[0]?.first === false || kindOf(words, [], cited) !== 'other'
        ? words.map(({ lower }) => lower)
        : [],
    ),
  )
  const byLast = new Map<string, NameMention[]>()
  for (const mention of mentions) {
    const key = mention.words.at(-1)?.lower ?? ''
    if (!proper.has(key)) continue
    const list = byLast.get(key)
    if (list === undefined) byLast.set(key, [mention])
    else if (list.length < MOST_MENTIONS) list.push(mention)
  }
  return [...byLast.values()].map((list) => {
    const longest = list.reduce((a, b) => (b.words.length > a.words.length ? b : a))
    return {
      mentions: list,
      kind: kindOf(longest.words, list, cited),
      words: [...new Map(list.flatMap(({ words }) => words).map((word) => [word.lower, word])).values()],
    }
  })
}

/** "Foreign Minister Berg" is about Berg. */
function withoutOffice(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex((word) => !isOffice(word))
  return words.slice(at < 0 ? -1 : at)
}
