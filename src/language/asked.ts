/** What a sentence may want of us. */
export const ASKS = [
  'briefing',
  'search',
  'subscribe',
  /** Of what is sent once or again and again: the rest of the sentence tells. */
  'send',
  'alert',
  'unsubscribe',
  /** Ends something or pauses it: "until" tells. */
  'stop',
  'pause',
  'resume',
  'edit',
  /** An edit that can only be of one that stands: "move", "reschedule". */
  'move',
  'add',
  'remove',
  /** One thing for another. */
  'replace',
  'subscriptions',
  'sources',
  /** Which of them answer. */
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
  /** What we are not for: poems, alarms, sums. */
  'elsewhere',
  'undo',
  /** What will take place. */
  'upcoming',
  /** How much is told, and what of that is out of the usual. */
  'trends',
  /** Something is wrong with a story. */
  'correct',
  /** Thanks, praise, goodbye. */
  'thanks',
] as const
export type Ask = (typeof ASKS)[number]

/** Of these, what a verb may wish for that tells nobody what to do (`askingVerbs.spoken`): a change of what stands. */
export const SPOKEN_OF = [
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
  /** What we keep of people. */
  'data',
  /** One that is sent as soon as something happens; several of them are no news of a warning. */
  'alert',
  'alerts',
] as const

/** Times that have a name, beside days, months and units. */
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
