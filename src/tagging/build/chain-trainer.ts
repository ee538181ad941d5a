import { labelChances, LABELS, stepsOf, TRANSITIONS } from '../names/label-chain.ts'

/** A text for training. */
export interface Chain {
  /** For each word the numbers of its signs. */
  readonly signs: readonly Int32Array[]
  /** For each word the labels that it may have, as bits; a single one if it is known. */
  readonly allowed: Uint8Array
}

export interface ChainWeights {
  /** `LABELS` weights for each sign. */
  readonly signs: Float32Array
  readonly transitions: Float64Array
}

export interface TrainingOptions {
  readonly signs: number
  readonly epochs: number
  readonly rate: number
  /** How strongly weights are pulled towards 0. */
  readonly pull: number
}

/**
 * Trains a linear chain by AdaGrad, one text at a time. If a word may have several labels, each of them is as
 * good. The same texts give the same weights.
 */
export function trainChains(
  chains: readonly Chain[],
  { signs, epochs, rate, pull }: TrainingOptions,
): ChainWeights {
  const weights = { signs: new Float32Array(signs * LABELS), transitions: new Float64Array(TRANSITIONS) }
  const squares = new Float32Array(signs * LABELS).fill(0.01)
  const transitionSquares = new Float64Array(TRANSITIONS).fill(1)
  const order = chains.map((_, at) => at)
  let random = 12_345
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      random = (Math.imul(random, 1_103_515_245) + 12_345) & 0x7fffffff
      const other = random % (at + 1)
      ;[order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0]
    }
    for (const number of order) {
      const chain = chains[number]
      if (chain !== undefined) learn(chain)
    }
  }
  return weights

  function learn({ signs: words, allowed }: Chain): void {
    const scores = scoreWords(words, weights.signs)
    const steps = stepsOf(weights.transitions)
    const freePairs = new Float64Array(TRANSITIONS)
    const knownPairs = new Float64Array(TRANSITIONS)
    const known = labelChances(scores.slice(), steps, allowed, knownPairs)
    const free = labelChances(scores, steps, undefined, freePairs)
    for (const [at, own] of words.entries())
      for (let label = 0; label < LABELS; label++) {
        const error = (free[at * LABELS + label] ?? 0) - (known[at * LABELS + label] ?? 0)
        if (Math.abs(error) < LEAST_ERROR) continue
        for (const sign of own) {
          const place = sign * LABELS + label
          const value = weights.signs[place] ?? 0
          const slope = error + pull * value
          const square = (squares[place] ?? 0) + slope * slope
          squares[place] = square
          weights.signs[place] = value - (rate * slope) / Math.sqrt(square)
        }
      }
    for (let at = 0; at < TRANSITIONS; at++) {
      const slope = (freePairs[at] ?? 0) - (knownPairs[at] ?? 0)
      transitionSquares[at] = (transitionSquares[at] ?? 0) + slope * slope
      weights.transitions[at] =
        (weights.transitions[at] ?? 0) - (rate * slope) / Math.sqrt(transitionSquares[at] ?? 1)
    }
  }
}

const LEAST_ERROR = 0.002

/** `LABELS` scores for each word: the summed weights of its signs. */
export function scoreWords(words: readonly Int32Array[], weights: Float32Array): Float64Array {
  const scores = new Float64Array(words.length * LABELS)
  for (const [at, own] of words.entries())
    for (const sign of own)
      for (let label = 0; label < LABELS; label++)
        scores[at * LABELS + label] =
          (scores[at * LABELS + label] ?? 0) + (weights[sign * LABELS + label] ?? 0)
  return scores
}
