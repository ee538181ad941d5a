import ical, { ICalCalendarMethod, ICalEventTransparency, type ICalEventData } from 'ical-generator'
import { spanOf } from '../../analysis/coming/read-coming.ts'
import type { JoinedEvent } from '../../briefings/join-events.ts'
import type { Source } from '../../records/source.ts'
import { shorten } from '../../text/shorten.ts'
import { harmless } from '../../words/harmless.ts'
import { webAddress } from '../../words/web-address.ts'
import { storyPath } from '../view.ts'

/** Upcoming events as a calendar (RFC 5545). */
export interface EventCalendar {
  readonly title: string
  /** Address of the page it belongs to. */
  readonly page: string
  readonly events: readonly JoinedEvent[]
  readonly sources: readonly Pick<Source, 'id' | 'name'>[]
}

/** Longest sentence in an event's title, in UTF-16 units. The description has it in full. */
const LONGEST_LINE = 160

/** How soon a calendar may ask again, in seconds. */
const ASK_AGAIN_S = 3600

/**
 * Writes each event with the sentence that announces it, its outlet, and the page of its story. Days, weeks
 * and months become all-day events without a zone. Events of a whole year, season or quarter are left out,
 * because they would cover all its days. `root` is the address of the pages.
 */
export function writeCalendar({ title, page, events, sources }: EventCalendar, root: string): string {
  const names = new Map(sources.map(({ id, name }) => [id, name]))
  return ical({
    name: harmless(title),
    prodId: { company: 'Dragoman', product: 'Dragoman' },
    method: ICalCalendarMethod.PUBLISH,
    url: page,
    ttl: ASK_AGAIN_S,
    events: events.flatMap((told) => toEvent(told, names, root)),
  }).toString()
}

function toEvent(
  { event: { when, words }, article }: JoinedEvent,
  names: ReadonlyMap<string, string>,
  root: string,
): readonly ICalEventData[] {
  const span = when === null ? null : spanOf(when)
  if (when === null || span === null || !span.isPrecise) return []
  const outlet = names.get(article.sourceId) ?? article.sourceId
  const told = new Date(article.datedAt)
  const address = webAddress(article.url)
  const below = [words, `${outlet}: ${article.title}`, ...(address === null ? [] : [address])]
  const host = new URL(root).hostname
  return [
    {
      // One event for each story and time, whichever article announces it first.
      id: `${encodeURIComponent(article.storyId)}.${encodeURIComponent(when)}@${host}`,
      start: span.first,
      // The end is exclusive: the day after the last (RFC 5545, 3.6.1).
      end: span.last.add({ days: 1 }),
      allDay: true,
      summary: harmless(`${shorten(words, LONGEST_LINE)} (${outlet})`),
      description: below.map(harmless).join('\n'),
      url: root + storyPath(article.storyId),
      transparency: ICalEventTransparency.TRANSPARENT,
      stamp: told,
      lastModified: told,
    },
  ]
}
