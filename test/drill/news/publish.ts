import { nameOf } from './name-of.ts'

export interface PublishedArticle {
  readonly url: string
  readonly title: string
  readonly text: string
  /** Milliseconds since 1970. */
  readonly at: number
}

const MINUTE = 60_000

/**
 * Interval between events: eighteen stories in half an hour, which fit into no single message of either
 * platform.
 */
const EVERY_MS = 100_000

/** Newest articles in a feed, so many that none leaves it while a platform or the bot is down for an hour. */
const SHOWN = 90

/**
 * Of every 36 events these two are edited this long after they happened, when a briefing has reported them.
 */
const EDITED_OF = 36
const EDITED = new Set([15, 16])
const EDITED_AFTER_MS = 25 * MINUTE

/** Words that only the reports of one event share: a store that knows little tells the events apart by them. */
const NAMES_OF_EVENT = 12

const EVENTS =
  'reopens closes floods burns expands strikes celebrates collapses relocates sinks votes falls wins loses grows shrinks drifts pays sues'.split(
    ' ',
  )

/**
 * Returns the articles of an outlet at a time, newest first. Each event is reported by all outlets in their
 * own words, with unique names.
 */
export function publish(outlet: number, from: number, now: number): readonly PublishedArticle[] {
  const count = Math.floor((now - from) / EVERY_MS)
  return Array.from({ length: Math.min(count, SHOWN) }, (_, back) => tell(outlet, count - back, from, now))
}

function tell(outlet: number, event: number, from: number, now: number): PublishedArticle {
  const at = from + event * EVERY_MS
  return tellEvent(outlet, event, {
    at,
    isEdited: EDITED.has(event % EDITED_OF) && now > at + EDITED_AFTER_MS,
  })
}

/** Returns an outlet's report of an event, before or after its edit. */
export function tellEvent(
  outlet: number,
  event: number,
  { at, isEdited }: { readonly at: number; readonly isEdited: boolean },
): PublishedArticle {
  const [place = '', firm = '', person = '', river = '', town = '', ...words] = Array.from(
    { length: NAMES_OF_EVENT },
    (_, nth) => nameOf(event * NAMES_OF_EVENT + nth),
  )
  const [goods, state, shore, tools, season, walls, debt] = words.map((word) => word.toLowerCase())
  const happened = EVENTS[event % EVENTS.length] ?? ''
  const rooms = isEdited ? 7_000 + event : 4_000 + event
  const opening = outlet % 2 === 0 ? 'Officials said' : 'Residents report'
  return {
    url: `https://outlet-${outlet}.example/${event}`,
    title: `${place} ${happened} as ${firm} leaves ${town}`,
    text: [
      `${opening} that ${place} ${happened} and ${rooms} ${goods} of ${firm} stand ${state} on the ${shore} of the ${river}.`,
      `${person}, who leads ${firm}, wants ${event + 60} ${tools} more before the ${season} of the ${river}.`,
      `${town} meets on ${place} once ${person} has shown where the ${event + 90} ${walls} of ${firm} are to stand, and who of the ${state} people along the ${river} is to pay for the ${debt}, and when, in the years that follow.`,
    ].join(' '),
    at,
  }
}
