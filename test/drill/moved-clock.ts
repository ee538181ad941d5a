/** How a clock runs; it crosses a process border as JSON. It showed `from` (milliseconds since 1970) at the real time `startedAt`. */
export interface ClockSetting {
  readonly from: number
  readonly startedAt: number
  readonly speed: number
}

/** What a clock with this setting shows now. Every process with the setting reads the same. */
export const clockTime = ({ from, startedAt, speed }: ClockSetting): number =>
  from + (Date.now() - startedAt) * speed

/** The one clock of a store's life: the bot, its feeds and the platforms go by it. */
export interface MovedClock {
  readonly now: () => number
  readonly setting: () => ClockSetting
  /** Puts it forward to an instant; one that has passed changes nothing. */
  readonly moveTo: (at: number) => void
  readonly runAt: (speed: number) => void
}

export function movedClock(from: number, speed: number): MovedClock {
  let setting: ClockSetting = { from, startedAt: Date.now(), speed }
  const now = (): number => clockTime(setting)
  return {
    now,
    setting: () => setting,
    moveTo(at) {
      setting = { ...setting, from: Math.max(at, now()), startedAt: Date.now() }
    },
    runAt(faster) {
      setting = { from: now(), startedAt: Date.now(), speed: faster }
    },
  }
}
