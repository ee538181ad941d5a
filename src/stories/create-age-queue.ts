interface Aged {
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Things sorted roughly by age, so that old ones are found without looking at all others. */
export interface AgeQueue<T extends Aged> {
  add(aged: T): void
  /** Removes and returns the things from before this time (milliseconds since 1970). */
  takeBefore(at: number): readonly T[]
}

/**
 * Things of the same hour are stored together. Only those of the hour around the limit are checked one by
 * one.
 */
const SPAN_MS = 60 * 60 * 1000

export function createAgeQueue<T extends Aged>(): AgeQueue<T> {
  const spans = new Map<number, T[]>()
  return {
    add(aged) {
      const span = Math.floor(aged.at / SPAN_MS)
      const together = spans.get(span)
      if (together === undefined) spans.set(span, [aged])
      else together.push(aged)
    },
    takeBefore(limit) {
      const taken: T[] = []
      for (const [span, together] of spans) {
        if (span * SPAN_MS >= limit) continue
        const left = together.filter(({ at }) => at >= limit)
        for (const aged of together) if (aged.at < limit) taken.push(aged)
        if (left.length > 0) spans.set(span, left)
        else spans.delete(span)
      }
      return taken
    },
  }
}
