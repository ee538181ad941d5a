import type { Words } from '../language/read-text.ts'
import { type Mention, senseOf } from './places/mention.ts'
import type { SenseKind } from './places/sense.ts'
import type { Tags } from '../records/article.ts'
import { TOP_LEVEL, type TopicWords } from './topics/topic-words.ts'

/** Words of the text that named a place, and what became of them. */
export interface PlaceReason {
  /** As the text has them. */
  readonly words: string
  /** UTF-16 position in the title, a line break and the text together. */
  readonly start: number
  /** ISO 3166-1 alpha-2; null when a rule dropped the words. */
  readonly country: string | null
  /** What the words were taken as, or the rule that dropped them. */
  readonly reason: string
}

/** Words that stood for a listed name, or looked like a person's. */
interface NameReason {
  readonly words: string
  readonly name: string
}

/** The lexicon's votes for one topic. */
export interface TopicReason {
  readonly code: `medtop:${string}`
  readonly words: readonly string[]
}

/** The tags of a text with the words that gave each of them and the rules that dropped others. */
export interface Explanation {
  readonly tags: Tags
  readonly places: readonly PlaceReason[]
  readonly names: readonly NameReason[]
  readonly topics: readonly TopicReason[]
}

const KINDS: Readonly<Record<SenseKind, string>> = {
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

/** What became of each mention, in the order of the text. */
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
      reason: kept === undefined ? dropped : KINDS[kept.kind],
    }
  })
}

/** The words of a text that the lexicon lists, by topic; topics without any are left out. */
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
