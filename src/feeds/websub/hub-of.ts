import Link from 'http-link-header'
import type { ParsedFeed } from '../entry.ts'
import { resolveUrl } from '../resolve-url.ts'
import type { Hub } from '../../records/feed-state.ts'

/**
 * The hub that a feed offers: in the `Link` header of its answer, which goes before what stands in the feed (WebSub, section 4). `url` is where the answer came from.
 * Null when there is none.
 */
export function hubOf(
  linkHeader: string | undefined,
  feed: Pick<ParsedFeed, 'hubs' | 'self'> | null,
  url: string,
): Hub | null {
  const links = linksIn(linkHeader, url)
  const hub = links.hub ?? feed?.hubs[0]
  if (hub === undefined) return null
  const topic = links.self ?? feed?.self ?? url
  return { hub: asSafeAs(topic, hub), topic }
}

function linksIn(header: string | undefined, url: string): { hub?: string; self?: string } {
  if (header === undefined) return {}
  try {
    const links = Link.parse(header)
    const first = (rel: string): string | null => resolveUrl(links.rel(rel)[0]?.uri ?? '', url)
    const [hub, self] = [first('hub'), first('self')]
    return { ...(hub !== null && { hub }), ...(self !== null && { self }) }
  } catch {
    // Servers write headers that are none; the feed itself may still name the hub.
    return {}
  }
}

/** The key of the signatures goes to the hub: for a feed read over TLS it must not go in the clear. Hubs answer both ways; feeds name the old one. */
function asSafeAs(topic: string, hub: string): string {
  return topic.startsWith('https:') ? hub.replace(/^http:/i, 'https:') : hub
}
