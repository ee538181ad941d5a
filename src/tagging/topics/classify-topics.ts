import type { TopicTag } from '../tags.ts'
import type { TopicFeatures } from './read-features.ts'
import { TOPIC_COUNT } from './topic-words.ts'

/** The linear model: what each part of the evidence adds to a topic's log-odds. */
export interface TopicWeights {
  readonly bias: readonly number[]
  /** For the logarithm of a topic's votes, and for its share of all votes. */
  readonly votes: number
  readonly share: number
  /** For each stem, what it adds to each topic, in the order of the topics. */
  readonly stems: ReadonlyMap<string, ArrayLike<number>>
}

/** Votes that every share is taken of at least, so that one word alone does not decide. */
const FEW_VOTES = 3
/** A topic is told when the model gives it this much, or this share of the first. Chosen on the labelled sets. */
const TOLD = 0.3
/** Below this the first topic is a guess, and none is told. */
const GUESS = 0.2

/** Log-odds of each top-level topic. */
export function topicLogits(features: TopicFeatures, weights: TopicWeights): Float64Array {
  const logits = Float64Array.from({ length: TOPIC_COUNT }, (_, topic) => weights.bias[topic] ?? 0)
  let all = FEW_VOTES
  for (const vote of features.votes) all += vote
  for (let topic = 0; topic < TOPIC_COUNT; topic++) {
    const votes = features.votes[topic] ?? 0
    logits[topic] = (logits[topic] ?? 0) + weights.votes * Math.log1p(votes) + (weights.share * votes) / all
  }
  for (const [stem, value] of features.stems) {
    const adds = weights.stems.get(stem)
    if (adds) for (let topic = 0; topic < TOPIC_COUNT; topic++) logits[topic] = (logits[topic] ?? 0) + value * (adds[topic] ?? 0)
  }
  return logits
}

/** Softmax in place; the values add up to 1. */
export function toShares(logits: Float64Array): Float64Array {
  const top = Math.max(...logits)
  let sum = 0
  for (const [topic, logit] of logits.entries()) sum += logits[topic] = Math.exp(logit - top)
  return logits.map((value) => value / sum)
}

/** Topics of a text, strongest first: several, one, or none where nothing speaks for any. Scores are the model's shares. */
export function classifyTopics(features: TopicFeatures, weights: TopicWeights): TopicTag[] {
  const shares = toShares(topicLogits(features, weights))
  const top = Math.max(...shares)
  if (top < GUESS) return []
  return Array.from(shares, (score, topic): TopicTag => ({ code: `medtop:${String(topic + 1).padStart(2, '0')}000000`, score: Math.round(score * 1000) / 1000 }))
    .filter(({ score }) => score >= TOLD || score >= top - 0.001)
    .sort((one, other) => other.score - one.score)
}
