interface Aged {
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Things by their age, so that the old ones are found without a look at the others. */
export interface AgeQueue<T extends Aged> {
  add(aged: T): void
  /** Takes out what is of before this time. */
  takeBefore(at: number): readonly T[]
}

/** What is of so many milliseconds lies together; only what is round the limit is looked at one by one. */
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
