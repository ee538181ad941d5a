import type { Words } from '../language/read-text.ts'
import { type Mention, senseOf } from './places/mention.ts'
import type { SenseKind } from './places/sense.ts'
import type { Tags } from '../records/article.ts'
import { TOP_LEVEL, type TopicWords } from './topics/topic-words.ts'

/** Words of the text that may name a place, and the decision about them. */
export interface PlaceReason {
  /** As the text spells them. */
  readonly words: string
  /** UTF-16 offset in `inOneText`: the title, a line break and the text. */
  readonly start: number
  /** ISO 3166-1 alpha-2; null when a rule dropped the words. */
  readonly country: string | null
  /** What the words were taken for, or the rule that dropped them. */
  readonly reason: string
}

/** Words that name a listed person or organisation, or one that the tagger found without a list. */
interface NameReason {
  readonly words: string
  readonly name: string
}

/** The words by which the lexicon votes for one topic. */
export interface TopicReason {
  readonly code: `medtop:${string}`
  readonly words: readonly string[]
}

/** The tags of a text, with the words that led to each of them and the rules that dropped others. */
export interface Explanation {
  readonly tags: Tags
  readonly places: readonly PlaceReason[]
  readonly names: readonly NameReason[]
  readonly topics: readonly TopicReason[]
}

const KIND_NAMES: Readonly<Record<SenseKind, string>> = {
  n: 'country',
  a: 'nationality',
  m: 'stands for the country',
  c: 'capital',
  r: 'region',
  p: 'city',
  b: 'abbreviated region',
  l: 'word used there',
  h: 'name of a person',
  x: 'no place',
  w: 'ordinary word',
}

/** The decision about each mention, in the order of `mentions`. */
export function explainPlaces(words: Words, mentions: readonly Mention[]): PlaceReason[] {
  return mentions.map((mention) => {
    const { first, last, verdict } = mention
    const start = words.start[first] ?? 0
    const kept = senseOf(mention)
    const dropped = verdict !== undefined && 'dropped' in verdict ? verdict.dropped : ''
    return {
      words: words.text.slice(start, words.end[last]),
      start,
      country: kept?.country ?? null,
      reason: kept === undefined ? dropped : KIND_NAMES[kept.kind],
    }
  })
}

/** The words that the lexicon lists for each top-level topic; topics without any are left out. */
export function explainTopics(words: Words, topicWords: TopicWords | undefined): TopicReason[] {
  const found = TOP_LEVEL.map(() => new Set<string>())
  for (const word of words.folded) {
    const votes = topicWords?.votesOf(word) ?? []
    for (let at = 0; at < votes.length; at += 2)
      if ((votes[at + 1] ?? 0) > 0) found[votes[at] ?? 0]?.add(word)
  }
  return TOP_LEVEL.map((code, topic) => ({ code, words: [...(found[topic] ?? [])] })).filter(
    (reason) => reason.words.length > 0,
  )
}
