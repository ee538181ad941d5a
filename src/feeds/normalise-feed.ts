import type { FeedEntry, ParsedFeed } from './entry.ts'
import { baseIn, firstHtml, firstLink, firstText, languageOf } from './fields.ts'
import { normaliseItem, presentFields } from './normalise-item.ts'
import { plainLine } from './plain-line.ts'
import { attributeOf, childrenOf, fieldOf, textOf, type RawFeed, type XmlNode } from './read-xml.ts'
import { resolveUrl } from './resolve-url.ts'
import { FEED_MEANINGS } from './feed-terms.ts'

/** Upper bound on entries kept of one feed. The longest news feeds carry a few hundred. */
export const MAX_ENTRIES = 2000

/**
 * Maps the fields of all feed formats to one meaning. Relative links are resolved against `base` unless the
 * feed sets its own. An entry without anything readable is counted as lost.
 */
export function normaliseFeed(
  raw: Pick<RawFeed, 'feed' | 'items' | 'names'>,
  base: string | null,
): ParsedFeed<FeedEntry> {
  const { feed } = raw
  const self = linksOf(feed, 'self')[0] ?? null
  const feedBase = baseIn(feed, base ?? self)
  const link = firstLink(feed, FEED_MEANINGS.link, feedBase)
  const fields = presentFields(raw.names)
  const items = raw.items.slice(0, MAX_ENTRIES)
  const entries = items.map((item) => normaliseItem(item, feedBase ?? link, fields)).filter(saysAnything)
  return {
    title: plainLine(firstHtml(feed, FEED_MEANINGS.title) ?? ''),
    link,
    description: plainLine(firstHtml(feed, FEED_MEANINGS.description) ?? ''),
    language: languageOf(feed, FEED_MEANINGS.language),
    entries,
    lost: items.length - entries.length,
    truncated: raw.items.length > MAX_ENTRIES,
    hubs: linksOf(feed, 'hub'),
    self,
    ttlMinutes: ttlOf(feed),
    skips: skipsOf(feed),
  }
}

/** Whether any field of an entry has a value. */
const saysAnything = (entry: FeedEntry): boolean =>
  Object.values(entry).some((value) => value !== null && value !== '')

/** Returns the absolute addresses of the feed's own links of a kind: itself, or its hubs. */
function linksOf(feed: XmlNode, rel: 'self' | 'hub'): string[] {
  return FEED_MEANINGS.link
    .flatMap((name) => fieldOf(feed, name))
    .filter((element) => attributeOf(element, 'rel')?.toLowerCase() === rel)
    .slice(0, MAX_LINKS)
    .flatMap((element) => resolveUrl(attributeOf(element, 'href') ?? '', null) ?? [])
}

const MAX_LINKS = 5

const PERIOD_MINUTES: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
}

function ttlOf(feed: XmlNode): number | null {
  const ttl = Number(firstText(feed, FEED_MEANINGS.ttl) ?? Number.NaN)
  if (ttl > 0 && Number.isFinite(ttl)) return ttl
  const period = PERIOD_MINUTES[firstText(feed, FEED_MEANINGS.period)?.toLowerCase() ?? '']
  const frequency = Number(firstText(feed, FEED_MEANINGS.frequency) ?? 1)
  // WordPress says "hourly, once" for every site, which tells nothing.
  return period && frequency >= 1 && period / frequency > 60 ? period / frequency : null
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

function skipsOf(feed: XmlNode): ParsedFeed['skips'] {
  const texts = (field: 'skipHours' | 'skipDays', child: string): string[] =>
    fieldOf(feed, field).flatMap((list) =>
      childrenOf(list, child)
        .slice(0, 24)
        .map((element) => textOf(element).trim().toLowerCase()),
    )
  return {
    hours: texts('skipHours', 'hour')
      .filter((hour) => /^\d{1,2}$/.test(hour))
      .map((hour) => Number(hour) % 24),
    days: texts('skipDays', 'day')
      .map((day) => DAYS.indexOf(day))
      .filter((day) => day >= 0),
  }
}
