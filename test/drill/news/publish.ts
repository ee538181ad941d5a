import { nameOf } from './name-of.ts'

export interface PublishedArticle {
  readonly url: string
  readonly title: string
  readonly text: string
  /** Milliseconds since 1970. */
  readonly at: number
}

const MINUTE = 60_000

/** So often something happens: eighteen stories in half an hour, which no message of either platform holds. */
const EVERY_MS = 100_000

/** A feed shows so many of its newest articles: none leaves it while a platform is down for an hour, or the bot. */
const SHOWN = 90

/** Of so many events these are edited so long after they happened, when a briefing has told them. */
const EDITED_OF = 36
const EDITED = new Set([15, 16])
const EDITED_AFTER_MS = 25 * MINUTE

const EVENTS = 'reopens closes floods burns expands strikes celebrates collapses relocates'.split(' ')

/** What an outlet shows at an instant, newest first. Each event is told by all outlets, in words of their own, with names that nothing else has. */
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

/** What an outlet tells of an event, and how it has changed that later. */
export function tellEvent(
  outlet: number,
  event: number,
  { at, isEdited }: { readonly at: number; readonly isEdited: boolean },
): PublishedArticle {
  const [place = '', firm = '', person = '', river = '', town = ''] = [0, 1, 2, 3, 4].map((nth) =>
    nameOf(event * 5 + nth),
  )
  const happened = EVENTS[event % EVENTS.length] ?? ''
  const rooms = isEdited ? 7_000 + event : 4_000 + event
  const opening = outlet % 2 === 0 ? 'Officials said' : 'Residents report'
  return {
    url: `https://outlet-${outlet}.example/${event}`,
    title: `${place} ${happened} as ${firm} leaves ${town}`,
    text: [
      `${opening} that ${place} ${happened} and ${rooms} rooms of ${firm} stand empty on the banks of the ${river}.`,
      `${person}, who leads ${firm}, wants ${event + 60} hands more before the ${river} rises again.`,
      `${town} meets on ${place} once ${person} has shown where the ${event + 90} barriers of ${firm} are to stand, and who of the many people along the ${river} is to pay for them, and when, in the years that follow.`,
    ].join(' '),
    at,
  }
}
