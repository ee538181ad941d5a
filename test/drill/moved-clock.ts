/**
 * The setting of a moved clock, which crosses a process border as JSON. It showed `from` (milliseconds since
 * 1970) at the real time `startedAt` and runs at real speed.
 */
export interface ClockSetting {
  readonly from: number
  readonly startedAt: number
}

/** Returns the time of a clock with this setting. It is the same in every process. */
export const clockTime = ({ from, startedAt }: ClockSetting): number => from + Date.now() - startedAt

/** The clock of a store's life, shared by the bot, its feeds and the platforms. */
export interface MovedClock {
  readonly now: () => number
  readonly setting: () => ClockSetting
  /** Moves it forward to a time; a past time changes nothing. */
  readonly moveTo: (at: number) => void
}

export function movedClock(from: number): MovedClock {
  let setting: ClockSetting = { from, startedAt: Date.now() }
  const now = (): number => clockTime(setting)
  return {
    now,
    setting: () => setting,
    moveTo(at) {
      setting = { from: Math.max(at, now()), startedAt: Date.now() }
    },
  }
}
