import { dot, leastLoss } from './newton.ts'

/** A choice that was made: the signs of what was chosen, then those of everything else that could have been. */
export type Choice = readonly Float64Array[]

/** Signs with what is to be told from them, 0 or 1. */
export interface Judged {
  readonly signs: Float64Array
  readonly wanted: number
  readonly weight: number
}

/**
 * Conditional logit (McFadden 1974): the weights under which what was chosen is likeliest, pulled towards nothing by a ridge of `pull` squares. The same
 * choices give the same weights.
 */
export function fitChoices(choices: readonly Choice[], size: number, pull: number): Float64Array {
  return leastLoss(size, (weights) => {
    const { slope, curvature, pulled } = ridge(weights, size, pull)
    let value = pulled
    for (const choice of choices) {
      const scores = choice.map((signs) => dot(weights, signs))
      const most = Math.max(...scores)
      const odds = scores.map((score) => Math.exp(score - most))
      const sum = odds.reduce((a, b) => a + b, 0)
      const mean = new Float64Array(size)
      for (const [i, signs] of choice.entries()) addTo(mean, signs, (odds[i] ?? 0) / sum)
      for (const [i, signs] of choice.entries())
        addSquare(
          curvature,
          signs.map((sign, k) => sign - (mean[k] ?? 0)),
          (odds[i] ?? 0) / sum,
        )
      const [chosen = new Float64Array(size)] = choice
      addTo(slope, mean, 1)
      addTo(slope, chosen, -1)
      value += Math.log(sum) + most - (scores[0] ?? 0)
    }
    return { value, slope, curvature: mirror(curvature, size) }
  })
}

/** Logistic regression on standardised signs, its weights told for the signs as they are. The constant is left out: whoever decides sets a threshold. */
export function fitLogistic(rows: readonly Judged[], size: number, pull: number): Float64Array {
  const mean = new Float64Array(size)
  const spread = new Float64Array(size)
  for (const { signs } of rows) addTo(mean, signs, 1 / rows.length)
  for (const { signs } of rows)
    for (const [k, sign] of signs.entries())
      spread[k] = (spread[k] ?? 0) + (sign - (mean[k] ?? 0)) ** 2 / rows.length
  const scale = spread.map((square) => (square > 1e-12 ? 1 / Math.sqrt(square) : 0))
  // The last weight is the constant.
  const standard = rows.map(({ signs }) => {
    const list = new Float64Array(size + 1).fill(1)
    for (const [k, sign] of signs.entries()) list[k] = (sign - (mean[k] ?? 0)) * (scale[k] ?? 0)
    return list
  })
  const weights = leastLoss(size + 1, (at) => {
    const { slope, curvature, pulled } = ridge(at, size, pull)
    let value = pulled
    for (const [i, { wanted, weight }] of rows.entries()) {
      const signs = standard[i] ?? new Float64Array(size + 1)
      const score = dot(at, signs)
      const chance = 1 / (1 + Math.exp(-score))
      value += weight * (Math.max(score, 0) - wanted * score + Math.log1p(Math.exp(-Math.abs(score))))
      addTo(slope, signs, weight * (chance - wanted))
      addSquare(curvature, signs, weight * chance * (1 - chance))
    }
    return { value, slope, curvature: mirror(curvature, size + 1) }
  })
  return weights.slice(0, size).map((weight, k) => weight * (scale[k] ?? 0))
}

const TRIMMINGS = 2

/**
 * Logistic regression that does not learn from the share of rows without what is to be told that look most as if they had it: among sentences taken for true
 * some are not (trimmed likelihood, Hadi and Luceño 1997).
 */
export function fitTrimmed(rows: readonly Judged[], size: number, pull: number, share: number): Float64Array {
  let weights = fitLogistic(rows, size, pull)
  for (let at = 0; at < TRIMMINGS; at++) {
    const scores = rows.filter(({ wanted }) => wanted === 0).map(({ signs }) => dot(weights, signs))
    const limit = scores.sort((a, b) => b - a)[Math.floor(share * scores.length)] ?? Infinity
    weights = fitLogistic(
      rows.filter(({ wanted, signs }) => wanted === 1 || dot(weights, signs) <= limit),
      size,
      pull,
    )
  }
  return weights
}

/** The loss of the pull alone, which spares the weights from `size` on. */
function ridge(
  weights: Float64Array,
  size: number,
  pull: number,
): { readonly pulled: number; readonly slope: Float64Array; readonly curvature: Float64Array } {
  const pulls = weights.map((weight, k) => (k < size ? pull * weight : 0))
  const curvature = new Float64Array(weights.length ** 2)
  for (let k = 0; k < size; k++) curvature[k * weights.length + k] = pull
  return { pulled: dot(weights, pulls) / 2, slope: pulls, curvature }
}

function addTo(sum: Float64Array, signs: Float64Array, share: number): void {
  for (let k = 0; k < signs.length; k++) sum[k] = (sum[k] ?? 0) + share * (signs[k] ?? 0)
}

/** Adds `share · signs · signsᵀ` to the lower half of a square matrix. */
function addSquare(square: Float64Array, signs: Float64Array, share: number): void {
  const size = signs.length
  for (let i = 0; i < size; i++) {
    const factor = share * (signs[i] ?? 0)
    if (factor === 0) continue
    for (let j = 0; j <= i; j++) square[i * size + j] = (square[i * size + j] ?? 0) + factor * (signs[j] ?? 0)
  }
}

/** The upper half of a symmetric matrix from its lower. */
function mirror(square: Float64Array, size: number): Float64Array {
  for (let i = 0; i < size; i++)
    for (let j = i + 1; j < size; j++) square[i * size + j] = square[j * size + i] ?? 0
  return square
}
