/** In one channel: who gets more than this reads none; and a choice of one fits a Discord menu (25 options). */
export const MOST_PER_CHANNEL = 20

/** Of one person, in all channels. */
export const MOST_PER_OWNER = 50

/** Stories followed in one place, each a thread of its own, beside its subscriptions; a list of them stays short enough to be read. */
export const MOST_FOLLOWED = 10

/** Of one person, in all channels. */
export const MOST_FOLLOWED_PER_OWNER = 25

/** A running story may move every minute; a followed one speaks no more often than alerts do. */
export const FOLLOW_PAUSE_MS = 3_600_000 / 4

/** Local times in one subscription; more often than every four hours is `hourly`. */
export const MOST_TIMES = 6

/** Alerts in any hour: more is an alarm that people mute. */
export const ALERTS_PER_HOUR = 4

/** Hours in which the same story does not alert again. */
export const ALERT_COOLDOWN_HOURS = 12

/** Hours after which what has not alerted is no alert any more: after downtime a briefing tells it. Quiet hours do not count. */
export const ALERT_FRESH_HOURS = 6

/** Independent outlets that an alert waits for, where nobody says: two may repeat one mistake. */
export const ALERT_OUTLETS = 3

/** How long a briefing may get. */
export const LENGTHS = ['short', 'normal', 'long'] as const
export type Length = (typeof LENGTHS)[number]

/** Stories in all and in one section. Short fits a phone's screen or two; long fills the most that one Discord message holds. */
export const STORIES: Readonly<Record<Length, { readonly stories: number; readonly perSection: number }>> = {
  short: { stories: 5, perSection: 3 },
  normal: { stories: 12, perSection: 4 },
  long: { stories: 25, perSection: 8 },
}

/** The length with these numbers; null for numbers of one's own, as `config/briefings.yaml` may have. */
export function lengthOf(request: { readonly stories: number; readonly perSection: number }): Length | null {
  return (
    LENGTHS.find(
      (length) =>
        STORIES[length].stories === request.stories && STORIES[length].perSection === request.perSection,
    ) ?? null
  )
}
