import type { TopicTag } from '../../records/article.ts'
import type { TopicEvidence, TopicFeatures } from './read-features.ts'
import { SECOND_LEVEL, TOP_LEVEL, TOPIC_COUNT } from './topic-words.ts'

/** The linear model: how much each part of the evidence adds to the log-odds of a topic. */
export interface TopicWeights {
  readonly bias: readonly number[]
  /** Factor of the logarithm of a topic's votes, and factor of its share of all votes. */
  readonly votes: number
  readonly share: number
  /** Factor of the stems' weights in longer texts that are not English. */
  readonly elsewhere: number
}

/** Added to the number of all votes before shares are taken, so that one word alone does not decide. */
const ADDED_VOTES = 3
/** A topic is told from this share of the model. */
const LEAST_SHARE = 0.3
/**
 * A topic is also told if the lexicon alone is loud enough: from this share of all votes and this many of
 * them. An article about talks on a war is about both.
 */
const LOUD_SHARE = 0.18
const LOUD_VOTES = 8
/**
 * Least share of the strongest topic; below it no topic is told, since fewer than a fifth of those are right.
 */
const LEAST_TOP_SHARE = 0.2
/** The same for a headline without a word of the lexicon: there the stems of names decide, and mostly err. */
const LEAST_TOP_SHARE_OF_NAMES = 0.35
const MOST_HEADLINE_WORDS = 8

/** Log-odds of each top-level topic. */
export function topicLogits(features: TopicFeatures, weights: TopicWeights): number[] {
  const logits: number[] = []
  const all = ADDED_VOTES + allVotes(features)
  for (let topic = 0; topic < TOPIC_COUNT; topic++) {
    const votes = features.votes[topic] ?? 0
    logits.push(
      (weights.bias[topic] ?? 0) + weights.votes * Math.log1p(votes) + (weights.share * votes) / all,
    )
  }
  const trust = trustInStems(features, weights)
  for (let at = 0; at < features.words.length; at++) {
    const adds = features.words[at]?.adds
    if (adds === undefined) continue
    const belief = trust * (features.weights[at] ?? 0)
    for (let topic = 0; topic < TOPIC_COUNT; topic++)
      logits[topic] = (logits[topic] ?? 0) + belief * (adds.numbers[adds.at + topic] ?? 0)
  }
  return logits
}

/** Texts with fewer different words are as short as those that stems of other languages were trained on. */
const SHORT_TEXT_WORDS = 40

function trustInStems({ words, isEnglish }: TopicFeatures, { elsewhere }: TopicWeights): number {
  return isEnglish || words.length < SHORT_TEXT_WORDS ? 1 : elsewhere
}

/**
 * Share of the English stems beside a language's own words: `ENGLISH_SHARE` up to 60 different words,
 * `LEAST_ENGLISH_SHARE` from 260 on, linear in between. Without `LEAST_ENGLISH_SHARE` a language with a
 * lexicon finds fewer topics of documents than one without (French 66 in 100, Italian 77); a larger share
 * costs labelled news.
 */
const ENGLISH_SHARE = 0.4
const LEAST_ENGLISH_SHARE = 0.2
const LONG_TEXT_WORDS = 260
const FADING_WORDS = 200

function logitsOf({ own, english }: TopicEvidence, weights: TopicWeights): number[] {
  if (own === null || english === null) {
    const only = own ?? english
    return only === null ? [] : topicLogits(only, weights)
  }
  const logits = topicLogits(own, weights)
  const short = Math.min(1, Math.max(0, (LONG_TEXT_WORDS - own.words.length) / FADING_WORDS))
  const share = LEAST_ENGLISH_SHARE + (ENGLISH_SHARE - LEAST_ENGLISH_SHARE) * short
  const others = topicLogits(english, weights)
  return logits.map((logit, topic) => (1 - share) * logit + share * (others[topic] ?? 0))
}

/**
 * Softmax: shares that add up to 1. (Plain loops: `map`, `reduce` and spreading of typed arrays took a
 * twentieth of the tagger's time.)
 */
export function toShares(logits: readonly number[]): number[] {
  const shares: number[] = []
  const top = largest(logits)
  let sum = 0
  for (let topic = 0; topic < logits.length; topic++) {
    const share = Math.exp((logits[topic] ?? 0) - top)
    shares.push(share)
    sum += share
  }
  for (let topic = 0; topic < logits.length; topic++) shares[topic] = (shares[topic] ?? 0) / sum
  return shares
}

function largest(values: readonly number[]): number {
  let top = -Infinity
  for (let at = 0; at < values.length; at++) top = Math.max(top, values[at] ?? top)
  return top
}

/**
 * The topics of a text: those of the top level first, strongest first, then terms below them with lower
 * scores. Empty if there is no evidence or the strongest is too weak. A score is the model's share, or the
 * lexicon's where that is louder.
 */
export function classifyTopics(evidence: TopicEvidence, weights: TopicWeights): TopicTag[] {
  const features = evidence.own ?? evidence.english
  if (features === null) return []
  const shares = toShares(logitsOf(evidence, weights))
  const all = allVotes(features)
  const top = largest(shares)
  if (top < leastShare(all, features.words.length)) return []
  const tags: TopicTag[] = []
  const chosen = new Set<number>()
  for (let topic = 0; topic < TOPIC_COUNT; topic++) {
    const share = shares[topic] ?? 0
    const own = features.votes[topic] ?? 0
    const isLoud = own >= LOUD_VOTES && own >= LOUD_SHARE * all
    if (!isLoud && share < LEAST_SHARE && share < top) continue
    // A loud topic does not overtake the one that the model puts first.
    const score = isLoud ? Math.max(share, Math.min(own / all, JUST_BELOW * top)) : share
    chosen.add(topic)
    tags.push({ code: TOP_LEVEL[topic] ?? 'medtop:', score: round(score) })
  }
  const lowest = Math.min(...tags.map(({ score }) => score))
  return [...tags.sort(byScore), ...termsBelow(features, chosen, lowest)]
}

/** The share that the strongest topic needs. */
const leastShare = (votes: number, words: number): number =>
  votes === 0 && words <= MOST_HEADLINE_WORDS ? LEAST_TOP_SHARE_OF_NAMES : LEAST_TOP_SHARE

/** Votes that a term below a told topic needs. */
const LEAST_TERM_VOTES = 6
const JUST_BELOW = 0.95

function termsBelow({ votes: all }: TopicFeatures, chosen: ReadonlySet<number>, lowest: number): TopicTag[] {
  const tags: TopicTag[] = []
  for (const [at, { code, parent }] of SECOND_LEVEL.entries()) {
    const votes = all[TOPIC_COUNT + at] ?? 0
    if (votes < LEAST_TERM_VOTES || !chosen.has(parent)) continue
    tags.push({ code, score: round((JUST_BELOW * lowest * votes) / (votes + LEAST_TERM_VOTES)) })
  }
  return tags.sort(byScore)
}

/** Votes for all topics of the top level. */
function allVotes({ votes }: TopicFeatures): number {
  let sum = 0
  for (let topic = 0; topic < TOPIC_COUNT; topic++) sum += votes[topic] ?? 0
  return sum
}

function byScore(one: TopicTag, other: TopicTag): number {
  return other.score - one.score
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000
}
