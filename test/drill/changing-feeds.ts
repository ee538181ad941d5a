import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { serveOnLoopback, type LoopbackServer } from './serve-on-loopback.ts'

const MINUTE = 60_000

/** A feed shows so many of its newest articles: enough that none leaves it while the bot is down. */
const SHOWN = 60

/** Each feed publishes so often; every third article is edited so long after. */
const EVERY_MS = 4 * MINUTE
const EDITED_AFTER_MS = 25 * MINUTE

/** Out of a thousand answers. */
const FAULTS = { error: 60, dropped: 60, half: 40 } as const

export interface ChangingFeeds extends LoopbackServer {
  readonly feeds: readonly { readonly id: string; readonly url: string }[]
  /** Addresses of articles that stood in an answer which was sent whole. */
  readonly served: ReadonlySet<string>
  readonly answers: { readonly whole: number; readonly unchanged: number; readonly faulty: number }
  behave(): void
}

/** Outlets that publish and edit under a moved clock. What happens is told by two of them, in words of their own. */
export async function serveChangingFeeds(
  count: number,
  from: number,
  now: () => number,
  random: () => number,
): Promise<ChangingFeeds> {
  const served = new Set<string>()
  const answers = { whole: 0, unchanged: 0, faulty: 0 }
  let misbehaves = true

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const feed = Number((request.url ?? '').slice('/feed-'.length))
    const articles = published(feed, from, now())
    const body = write(feed, articles)
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
    const luck = misbehaves ? random() * 1000 : 1000
    if (luck < FAULTS.error + FAULTS.dropped + FAULTS.half) answers.faulty += 1
    if (luck < FAULTS.error) return void response.writeHead(500).end()
    if (luck < FAULTS.error + FAULTS.dropped) return void request.socket.destroy()
    if (luck < FAULTS.error + FAULTS.dropped + FAULTS.half) {
      response.writeHead(200, { 'content-length': Buffer.byteLength(body) })
      return void response.write(body.slice(0, body.length / 2), () => request.socket.destroy())
    }
    if (request.headers['if-none-match'] === etag) {
      answers.unchanged += 1
      return void response.writeHead(304, { etag }).end()
    }
    response.on('finish', () => {
      answers.whole += 1
      for (const { url } of articles) served.add(url)
    })
    response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(body)
  }

  const server = await serveOnLoopback(answer)
  return {
    ...server,
    feeds: Array.from({ length: count }, (_, feed) => ({
      id: `outlet-${feed}`,
      url: `${server.url}/feed-${feed}`,
    })),
    served,
    answers,
    behave: () => (misbehaves = false),
  }
}

interface PublishedArticle {
  readonly url: string
  readonly title: string
  readonly text: string
  readonly at: number
}

const PLACES = [
  'harbour',
  'bridge',
  'market',
  'library',
  'station',
  'reservoir',
  'airfield',
  'theatre',
] as const
const EVENTS = [
  'reopens',
  'closes',
  'floods',
  'burns',
  'expands',
  'strikes',
  'celebrates',
  'collapses',
] as const

/** The n-th article of outlets 2k and 2k + 1 tells the same event. */
function published(feed: number, from: number, now: number): readonly PublishedArticle[] {
  const count = Math.floor((now - from) / EVERY_MS)
  return Array.from({ length: Math.min(count, SHOWN) }, (_, i) => {
    const n = count - i
    const at = from + n * EVERY_MS
    const event = Math.floor(feed / 2) * 1000 + n
    const place = `${PLACES[event % 8]} ${event}`
    const figure = n % 3 === 0 && now > at + EDITED_AFTER_MS ? event + 17 : event + 11
    const opening = feed % 2 === 0 ? 'Officials said that' : 'Residents told us how'
    return {
      url: `https://outlet-${feed}.example/${n}`,
      title: `${place} ${EVENTS[Math.floor(event / 8) % 8]} in district ${event}`,
      text: `${opening} ${place} in district ${event} counted ${figure} visitors on that day. Work at ${place} goes on for ${event} weeks.`,
      at,
    }
  })
}

function write(feed: number, articles: readonly PublishedArticle[]): string {
  const items = articles.map(
    ({ url, title, text, at }) =>
      `<item><title>${title}</title><link>${url}</link><guid>${url}</guid><pubDate>${new Date(at).toUTCString()}</pubDate><description>${text}</description></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Outlet ${feed}</title><link>https://outlet-${feed}.example/</link><description>Drill</description>${items.join('')}</channel></rss>`
}
