/** Where a bot is killed: at the n-th time that it comes to a point from the moment on that this is armed. Without a name, any point counts. */
export interface Armed {
  readonly point: string | null
  readonly nth: number
}

/** Await points of delivery, counted as they are passed. */
export interface Points {
  arm(armed: Armed | null): void
  /** True at the one that is armed. */
  isHere(point: string): boolean
  /** How often each was passed since it was last armed, in order of their first time. */
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
