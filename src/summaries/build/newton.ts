/** A convex loss at some weights: its value, its slope (length n) and its curvature (n × n, row by row; positive definite). */
export interface Loss {
  readonly value: number
  readonly slope: Float64Array
  readonly curvature: Float64Array
}

const STEPS = 100
const HALVINGS = 40
/** The most that the loss may still be expected to fall, in its own units. */
const CLOSE = 1e-10

/**
 * The weights of the least loss, from nothing on: damped Newton's method (Boyd and Vandenberghe 2004, 9.5). The same losses give the same weights.
 * @param size how many weights
 * @throws where the loss has no least point that a hundred steps come near to
 */
export function leastLoss(size: number, lossAt: (weights: Float64Array) => Loss): Float64Array {
  let weights = new Float64Array(size)
  let loss = lossAt(weights)
  for (let at = 0; at < STEPS; at++) {
    const step = solve(loss.curvature, loss.slope)
    const fall = dot(loss.slope, step)
    if (fall / 2 < CLOSE) return weights
    let part = 1
    let next = weights
    let nextLoss = loss
    for (let halving = 0; halving < HALVINGS; halving++, part /= 2) {
      const share = part
      next = weights.map((weight, k) => weight - share * (step[k] ?? 0))
      nextLoss = lossAt(next)
      if (nextLoss.value <= loss.value - (share * fall) / 4) break
    }
    // What is left is smaller than the numbers can tell.
    if (nextLoss.value >= loss.value) return weights
    weights = next
    loss = nextLoss
  }
  throw new Error(`the weights do not settle in ${STEPS} steps: look for a sign that is not a number`)
}

/** Solves `matrix · x = right` for a positive definite matrix, by Cholesky's decomposition. */
export function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const lower = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = value(matrix, i * size + j)
      for (let k = 0; k < j; k++) sum -= value(lower, i * size + k) * value(lower, j * size + k)
      if (i === j && !(sum > 0)) throw new Error('the matrix is not positive definite')
      lower[i * size + j] = i === j ? Math.sqrt(sum) : sum / value(lower, j * size + j)
    }
  const solved = right.slice()
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) solved[i] = value(solved, i) - value(lower, i * size + k) * value(solved, k)
    solved[i] = value(solved, i) / value(lower, i * size + i)
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++)
      solved[i] = value(solved, i) - value(lower, k * size + i) * value(solved, k)
    solved[i] = value(solved, i) / value(lower, i * size + i)
  }
  return solved
}

const value = (list: Float64Array, at: number): number => list[at] ?? 0

export function dot(weights: Float64Array, signs: Float64Array): number {
  let sum = 0
  for (let k = 0; k < signs.length; k++) sum += (weights[k] ?? 0) * (signs[k] ?? 0)
  return sum
}
