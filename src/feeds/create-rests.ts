/** Sources that are left alone for a while. */
export interface Rests {
  /** From now on. */
  rest(sourceId: string): void
  hasRested(sourceId: string): boolean
}

/** Rests of so many milliseconds of a clock, which may be put back meanwhile: no rest is longer for that. */
export function createRests(restMs: number, now: () => number): Rests {
  const ends = new Map<string, number>()
  return {
    rest(sourceId) {
      ends.set(sourceId, now() + restMs)
    },
    hasRested(sourceId) {
      const left = (ends.get(sourceId) ?? 0) - now()
      return left <= 0 || left > restMs
    },
  }
}
