/**
 * Where a bot is killed: at the n-th pass of a point since it was armed. If `point` is null, all points
 * count.
 */
export interface Armed {
  readonly point: string | null
  readonly nth: number
}

/** Await points of delivery, counted when they are passed. */
export interface Points {
  arm(armed: Armed | null): void
  /** Counts a pass; true at the armed one. */
  isHere(point: string): boolean
  /** How often each was passed since the last arming, in the order of first passes. */
  counts(): Readonly<Record<string, number>>
}

export function createPoints(): Points {
  let armed: Armed | null = null
  let counts = new Map<string, number>()
  let all = 0
  return {
    arm(next) {
      armed = next
      counts = new Map()
      all = 0
    },
    isHere(point) {
      const times = (counts.get(point) ?? 0) + 1
      counts.set(point, times)
      all += 1
      if (armed === null) return false
      return armed.point === null ? armed.nth === all : armed.point === point && armed.nth === times
    },
    counts: () => Object.fromEntries(counts),
  }
}
