import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { serveOnLoopback, type LoopbackServer } from '../serve-on-loopback.ts'
import { publish, type PublishedArticle } from './publish.ts'

/** Faults per thousand answers. */
const FAULTS = { error: 40, dropped: 40, half: 30 } as const

export interface ServedNews extends LoopbackServer {
  readonly feeds: readonly { readonly id: string; readonly url: string }[]
  /** Addresses of articles in answers that were sent completely. */
  readonly served: ReadonlySet<string>
  /** From now on every answer is complete. */
  behave(): void
}

/** Serves outlets that publish and edit by a moved clock and whose servers fail now and then. */
export async function serveNews(
  outlets: number,
  now: () => number,
  random: () => number,
): Promise<ServedNews> {
  const from = now()
  const server = await servePublished((outlet) => publish(outlet, from, now()), random)
  return {
    ...server,
    feeds: Array.from({ length: outlets }, (_, outlet) => ({
      id: `outlet-${outlet}`,
      url: `${server.url}/feed-${outlet}`,
    })),
  }
}

/** Serves the current articles of outlet N at `/feed-N`. */
export async function servePublished(
  publishedOf: (outlet: number) => readonly PublishedArticle[],
  random: () => number,
  host?: string,
): Promise<Omit<ServedNews, 'feeds'>> {
  const served = new Set<string>()
  let misbehaves = true

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const articles = publishedOf(Number((request.url ?? '').slice('/feed-'.length)))
    const body = write(articles)
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
    const luck = misbehaves ? random() * 1000 : 1000
    if (luck < FAULTS.error) return void response.writeHead(500).end()
    if (luck < FAULTS.error + FAULTS.dropped) return void request.socket.destroy()
    if (luck < FAULTS.error + FAULTS.dropped + FAULTS.half) {
      response.writeHead(200, { 'content-length': Buffer.byteLength(body) })
      return void response.write(body.slice(0, body.length / 2), () => request.socket.destroy())
    }
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
    response.on('finish', () => {
      for (const { url } of articles) served.add(url)
    })
    response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(body)
  }

  const server = await serveOnLoopback(answer, host)
  return { ...server, served, behave: () => (misbehaves = false) }
}

function write(articles: readonly PublishedArticle[]): string {
  const items = articles.map(
    ({ url, title, text, at }) =>
      `<item><title>${title}</title><link>${url}</link><guid>${url}</guid><pubDate>${new Date(at).toUTCString()}</pubDate><description>${text}</description></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Outlet</title><link>https://outlet.example/</link><description>Drill</description>${items.join('')}</channel></rss>`
}
