import { parseJsonFeed } from 'feedsmith'
import type { FeedEntry, ParsedFeed } from './entry.ts'
import { guidOf, languageTag } from './fields.ts'
import { MAX_ENTRIES } from './normalise-feed.ts'
import { parseDate } from './parse-date.ts'
import { plainLine } from './plain-line.ts'
import { resolveUrl } from './resolve-url.ts'

/** Reads JSON Feed 1.0 and 1.1 (https://jsonfeed.org). Returns null for other JSON. */
export function readJsonFeed(text: string, base: string | null): ParsedFeed<FeedEntry> | null {
  const feed = parse(text)
  if (feed === null) return null
  const link = resolveUrl(feed.home_page_url ?? '', base)
  const items = feed.items ?? []
  const entries = items.slice(0, MAX_ENTRIES).map((item): FeedEntry => {
    const people = (item.authors ?? [])
      .slice(0, 50)
      .map((author) => plainLine(author.name ?? ''))
      .filter((name) => name !== '')
    return {
      guid: guidOf(item.id ?? null),
      link: resolveUrl(item.url ?? item.external_url ?? '', base ?? link) ?? resolveUrl(item.id ?? '', null),
      title: plainLine(item.title ?? ''),
      summary: item.summary ?? null,
      content: item.content_html ?? item.content_text ?? null,
      author: people.length > 0 ? people.join(', ').slice(0, 300) : null,
      publishedAt: dateOf(item.date_published),
      updatedAt: dateOf(item.date_modified),
    }
  })
  return {
    title: plainLine(feed.title ?? ''),
    link,
    description: plainLine(feed.description ?? ''),
    language: languageTag(feed.language),
    entries,
    lost: 0,
    truncated: items.length > MAX_ENTRIES,
    hubs: (feed.hubs ?? []).slice(0, 5).flatMap(({ type, url }) => {
      const hub = type?.toLowerCase() === 'websub' ? resolveUrl(url ?? '', null) : null
      return hub ?? []
    }),
    self: resolveUrl(feed.feed_url ?? '', null),
    ttlMinutes: null,
    skips: { hours: [], days: [] },
  }
}

const dateOf = (written: unknown): number | null => (typeof written === 'string' ? parseDate(written) : null)

function parse(text: string): ReturnType<typeof parseJsonFeed> | null {
  try {
    return parseJsonFeed(text)
  } catch {
    return null
  }
}
