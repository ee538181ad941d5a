/** Ids by their age, so that the old ones are found without a look at the others. */
export interface AgeQueue {
  /** `at`: milliseconds since 1970. An id may be added again with another time; both are given back. */
  add(id: string, at: number): void
  /** Takes out the ids that were added with an earlier time. */
  takeBefore(at: number): readonly string[]
}

/** Ids of so many milliseconds lie together; only the ones round the limit are looked at one by one. */
const SPAN_MS = 60 * 60 * 1000

export function createAgeQueue(): AgeQueue {
  const spans = new Map<number, { id: string; at: number }[]>()
  return {
    add(id, at) {
      const span = Math.floor(at / SPAN_MS)
      const ids = spans.get(span)
      if (ids === undefined) spans.set(span, [{ id, at }])
      else ids.push({ id, at })
    },
    takeBefore(limit) {
      const taken: string[] = []
      for (const [span, ids] of spans) {
        if (span * SPAN_MS >= limit) continue
        const left = ids.filter((entry) => entry.at >= limit)
        for (const { id, at } of ids) if (at < limit) taken.push(id)
        if (left.length > 0) spans.set(span, left)
        else spans.delete(span)
      }
      return taken
    },
  }
}
