/** How far a clock was moved; it crosses a process border as JSON. It showed `from` (milliseconds since 1970) at the real time `startedAt`, and runs as the real one does. */
export interface ClockSetting {
  readonly from: number
  readonly startedAt: number
}

/** What a clock with this setting shows now. Every process with the setting reads the same. */
export const clockTime = ({ from, startedAt }: ClockSetting): number => from + Date.now() - startedAt

/** The one clock of a store's life: the bot, its feeds and the platforms go by it. */
export interface MovedClock {
  readonly now: () => number
  readonly setting: () => ClockSetting
  /** Puts it forward to an instant; one that has passed changes nothing. */
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
