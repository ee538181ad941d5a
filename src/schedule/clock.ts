/** What time it is. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Seconds of this clock in a real second. */
  readonly speed: number
}

export const REAL_CLOCK: Clock = { now: Date.now, speed: 1 }

/** A clock that stands at `from` (milliseconds since 1970) now and runs `speed` times as fast as the real one: for rehearsals on feeds of the past. */
export function movedClock(from: number, speed: number): Clock {
  const started = Date.now()
  return { now: () => from + (Date.now() - started) * speed, speed }
}
