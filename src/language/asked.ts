/** The kinds of request that a sentence may make. */
export const ASKS = [
  'briefing',
  'search',
  'subscribe',
  /** Something sent once or regularly; the rest of the sentence tells which. */
  'send',
  'alert',
  'unsubscribe',
  /** Ends something, or pauses it if the sentence has an "until". */
  'stop',
  'pause',
  'resume',
  'edit',
  /** An edit that needs an existing subscription: "move", "reschedule". */
  'move',
  'add',
  'remove',
  /** Replace one thing by another. */
  'replace',
  'subscriptions',
  'sources',
  /** Which sources answer. */
  'health',
  'settings',
  'why',
  'more',
  'follow',
  'open',
  'mute',
  /** Which stories are muted. */
  'muted',
  'test',
  'catchup',
  'forget',
  'help',
  'greeting',
  /** Things we do not do: poems, alarms, sums. */
  'elsewhere',
  'undo',
  /** Events to come. */
  'upcoming',
  /** How much is reported, and which of it is unusual. */
  'trends',
  /** A report that something is wrong with a story. */
  'correct',
  /** Thanks, praise, goodbye. */
  'thanks',
] as const
export type Ask = (typeof ASKS)[number]

/**
 * Requests that a verb may express although it commands nothing (`askingVerbs.spoken`): they change something
 * existing.
 */
export const INDIRECT_ASKS = [
  'unsubscribe',
  'stop',
  'pause',
  'resume',
  'edit',
  'move',
  'add',
  'remove',
  'replace',
  'mute',
  'undo',
] as const satisfies readonly Ask[]

/** Things of ours that people name. */
export const ASKED_NOUNS = [
  'news',
  'subscription',
  'story',
  'that',
  'hour',
  /** What we store about people. */
  'data',
  /**
   * A subscription that is sent as soon as something happens. The plural alone means such subscriptions; a
   * single alert may be news ("the tsunami alert in Japan").
   */
  'alert',
  'alerts',
] as const

/** Named times, beside days, months and units. */
export const ASKED_TIMES = [
  'today',
  'yesterday',
  'day-before',
  'day-after',
  'this-morning',
  'this-afternoon',
  'this-evening',
  'last-night',
  'yesterday-morning',
  'weekend',
  'this-week',
  'this-month',
  'this-year',
  'now',
] as const
export type AskedTime = (typeof ASKED_TIMES)[number]
