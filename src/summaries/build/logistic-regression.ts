/** Something whose signs were seen, and what it turned out to be. */
export interface Example {
  readonly signs: readonly number[]
  /** 0 or 1, or how far it was so. */
  readonly outcome: number
  /** How much it counts; 1 for one example. */
  readonly weight: number
}

/** How much a weight is pulled towards 0: as by this many examples of each outcome. */
const PULL = 3
const SWEEPS = 200

/**
 * Fits a logistic regression, one weight at a time by Newton's method, and returns the weights. There is no
 * constant unless a sign is always 1. The same examples give the same weights.
 */
export function learnWeights(all: readonly Example[], pull: number = PULL): readonly number[] {
  const learned = Array.from(all[0]?.signs ?? [], () => 0)
  const sums = new Float64Array(all.length)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const at of learned.keys()) {
      let slope = -pull * (learned[at] ?? 0)
      let bend = pull
      for (const [i, { signs, outcome, weight }] of all.entries()) {
        const sign = signs[at] ?? 0
        if (sign === 0) continue
        const likely = 1 / (1 + Math.exp(-(sums[i] ?? 0)))
        slope += weight * (outcome - likely) * sign
        bend += weight * likely * (1 - likely) * sign * sign
      }
      const step = slope / bend
      learned[at] = (learned[at] ?? 0) + step
      for (const [i, { signs }] of all.entries()) sums[i] = (sums[i] ?? 0) + step * (signs[at] ?? 0)
    }
  }
  return learned
}
