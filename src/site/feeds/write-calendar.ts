import ical, { ICalCalendarMethod, ICalEventTransparency, type ICalEventData } from 'ical-generator'
import { spanOf } from '../../analysis/coming/read-coming.ts'
import type { ToldEvent } from '../../briefings/tell-coming.ts'
import type { Source } from '../../records/source.ts'
import { shorten } from '../../text/shorten.ts'
import { harmless } from '../../words/harmless.ts'
import { webAddress } from '../../words/web-address.ts'
import { storyPath } from '../view.ts'

/** What is to come as a calendar (RFC 5545). */
export interface EventCalendar {
  readonly title: string
  /** The address of the page that it is of. */
  readonly page: string
  readonly events: readonly ToldEvent[]
  readonly sources: readonly Pick<Source, 'id' | 'name'>[]
}

/** UTF-16 units of a sentence in the line that calendars show; it stands whole below. */
const LONGEST_LINE = 160

/** How often a calendar may ask again, in seconds. */
const ASK_AGAIN_S = 3600

/**
 * Each event with the sentence that tells it, whose it is, and the page of its story. A day, a week and a month stand as such, whole days of no zone; what is told of a
 * year, a season or a quarter has no place in a calendar, where it would lie over all its days. `root`: the address of our pages.
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
  { event: { when, words }, article }: ToldEvent,
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
      // One story tells one time once, whichever of its articles tells it first by now.
      id: `${encodeURIComponent(article.storyId)}.${encodeURIComponent(when)}@${host}`,
      start: span.first,
      // The day after the last (RFC 5545, 3.6.1).
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
