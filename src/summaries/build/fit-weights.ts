/** A choice that was made: the signs of what was chosen, then those of everything else that could have been. */
export type Choice = readonly Float64Array[]

/** Signs with what is to be told from them, 0 or 1. */
export interface Judged {
  readonly signs: Float64Array
  readonly wanted: number
  readonly weight: number
}

const CHOICE_STEPS = 80
const LOGISTIC_STEPS = 300
/** Pull of every weight towards nothing. */
const PULL = 1

/** Conditional logit: the weights under which what was chosen is likeliest. The same choices give the same weights. */
export function fitChoices(choices: readonly Choice[], size: number): Float64Array {
  const weights = new Float64Array(size)
  const step = descend(weights, 0.1)
  for (let at = 0; at < CHOICE_STEPS; at++) {
    const slope = weights.map((weight) => (PULL * weight) / choices.length)
    for (const choice of choices) {
      const scores = choice.map((signs) => dot(weights, signs))
      const most = Math.max(...scores)
      const odds = scores.map((score) => Math.exp(score - most))
      const sum = odds.reduce((a, b) => a + b, 0)
      for (const [i, signs] of choice.entries()) {
        const share = ((odds[i] ?? 0) / sum - Number(i === 0)) / choices.length
        for (const [k, sign] of signs.entries()) slope[k] = (slope[k] ?? 0) + share * sign
      }
    }
    step(slope)
  }
  return weights
}

/** Logistic regression on standardised signs, its weights told for the signs as they are. The constant is left out: whoever decides sets a threshold. */
export function fitLogistic(rows: readonly Judged[], size: number): Float64Array {
  const mean = new Float64Array(size)
  const spread = new Float64Array(size)
  for (const { signs } of rows)
    for (const [k, sign] of signs.entries()) mean[k] = (mean[k] ?? 0) + sign / rows.length
  for (const { signs } of rows)
    for (const [k, sign] of signs.entries())
      spread[k] = (spread[k] ?? 0) + (sign - (mean[k] ?? 0)) ** 2 / rows.length
  const scale = spread.map((square) => (square > 1e-12 ? 1 / Math.sqrt(square) : 0))
  const total = rows.reduce((sum, { weight }) => sum + weight, 0)
  // The last weight is the constant.
  const weights = new Float64Array(size + 1)
  const step = descend(weights, 0.05)
  const standard = rows.map(({ signs }) => signs.map((sign, k) => (sign - (mean[k] ?? 0)) * (scale[k] ?? 0)))
  for (let at = 0; at < LOGISTIC_STEPS; at++) {
    const slope = weights.map((weight, k) => (k < size ? (PULL * weight) / total : 0))
    for (const [i, { wanted, weight }] of rows.entries()) {
      const signs = standard[i] ?? new Float64Array(size)
      const score = dot(weights, signs) + (weights[size] ?? 0)
      const error = ((1 / (1 + Math.exp(-score)) - wanted) * weight) / total
      for (const [k, sign] of signs.entries()) slope[k] = (slope[k] ?? 0) + error * sign
      slope[size] = (slope[size] ?? 0) + error
    }
    step(slope)
  }
  return weights.slice(0, size).map((weight, k) => weight * (scale[k] ?? 0))
}

const TRIMMINGS = 2

/**
 * Logistic regression that does not learn from the share of rows without what is to be told that look most as if they had it: among sentences taken for true
 * some are not (trimmed likelihood, Hadi and Luceño 1997).
 */
export function fitTrimmed(rows: readonly Judged[], size: number, share: number): Float64Array {
  let weights = fitLogistic(rows, size)
  for (let at = 0; at < TRIMMINGS; at++) {
    const scores = rows.filter(({ wanted }) => wanted === 0).map(({ signs }) => dot(weights, signs))
    const limit = scores.sort((a, b) => b - a)[Math.floor(share * scores.length)] ?? Infinity
    weights = fitLogistic(
      rows.filter(({ wanted, signs }) => wanted === 1 || dot(weights, signs) <= limit),
      size,
    )
  }
  return weights
}

export function dot(weights: Float64Array, signs: Float64Array): number {
  let sum = 0
  for (let k = 0; k < signs.length; k++) sum += (weights[k] ?? 0) * (signs[k] ?? 0)
  return sum
}

/** Adam (Kingma and Ba 2015): each weight goes down its slope by steps of its own size. */
function descend(weights: Float64Array, rate: number): (slope: Float64Array) => void {
  const first = new Float64Array(weights.length)
  const second = new Float64Array(weights.length)
  let steps = 0
  return (slope) => {
    steps++
    for (const [k, value] of slope.entries()) {
      first[k] = 0.9 * (first[k] ?? 0) + 0.1 * value
      second[k] = 0.99 * (second[k] ?? 0) + 0.01 * value * value
      const mean = (first[k] ?? 0) / (1 - 0.9 ** steps)
      const square = (second[k] ?? 0) / (1 - 0.99 ** steps)
      weights[k] = (weights[k] ?? 0) - (rate * mean) / (Math.sqrt(square) + 1e-8)
    }
  }
}
