/** In one channel. Nobody reads more than this, and a menu on Discord to choose one holds 25 options. */
export const MOST_PER_CHANNEL = 20

/** Of one person, in all channels. */
export const MOST_PER_OWNER = 50

/**
 * Stories followed in one place, besides its subscriptions. Each is a thread of its own, and a list of them
 * stays short enough to read.
 */
export const MOST_FOLLOWED = 10

/** Of one person, in all channels. */
export const MOST_FOLLOWED_PER_OWNER = 25

/** A running story may move every minute, but a followed one posts no more often than alerts do. */
export const FOLLOW_PAUSE_MS = 3_600_000 / 4

/** Local times in one subscription. More often than every four hours is `hourly`. */
export const MOST_TIMES = 6

/** Alerts in any one hour. People mute an alarm that sounds more often. */
export const ALERTS_PER_HOUR = 4

/** Hours in which the same story does not alert again. */
export const ALERT_COOLDOWN_HOURS = 12

/**
 * Hours after which a story is too old to alert; after downtime a briefing tells it instead. Quiet hours do
 * not count.
 */
export const ALERT_FRESH_HOURS = 6

/** Default number of independent outlets that an alert waits for: two may repeat one mistake. */
export const ALERT_OUTLETS = 3

/** How long a briefing may be. */
export const LENGTHS = ['short', 'normal', 'long'] as const
export type Length = (typeof LENGTHS)[number]

/**
 * Stories in all and in one section. Short fits a screen or two of a phone; long is the most that one Discord
 * message holds.
 */
export const STORIES: Readonly<Record<Length, { readonly stories: number; readonly perSection: number }>> = {
  short: { stories: 5, perSection: 3 },
  normal: { stories: 12, perSection: 4 },
  long: { stories: 25, perSection: 8 },
}

/** Returns the length with these numbers; null for other numbers, which `config/briefings.yaml` may have. */
export function lengthOf(request: { readonly stories: number; readonly perSection: number }): Length | null {
  return (
    LENGTHS.find(
      (length) =>
        STORIES[length].stories === request.stories && STORIES[length].perSection === request.perSection,
    ) ?? null
  )
}
