import Link from 'http-link-header'
import type { ParsedFeed } from '../entry.ts'
import { resolveUrl } from '../resolve-url.ts'
import type { Hub } from '../../records/feed-state.ts'

/**
 * Returns the hub that a feed offers, or null. The `Link` header takes precedence over the feed itself
 * (WebSub, section 4). `url` is where the answer came from.
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
    // Servers send malformed headers; the feed itself may still name the hub.
    return {}
  }
}

/**
 * Upgrades the hub to https if the feed was read over TLS, because the secret for signatures is sent to the
 * hub and must not travel in the clear. Hubs answer on both; feeds often name the http address.
 */
function asSafeAs(topic: string, hub: string): string {
  return topic.startsWith('https:') ? hub.replace(/^http:/i, 'https:') : hub
}
