import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Source } from '../records/source.ts'
import { readSample, type SampleOutlet } from './sample-edition.ts'
import { publishedBy, writeFeed, type WrittenFeed } from './write-feed.ts'

/** The sample edition on loopback. */
export interface ServedSample {
  /** The outlets as sources, each with its feed on a server of its own. */
  readonly sources: Source[]
  close(): Promise<void>
}

/**
 * Serves the sample edition in `directory` (laid out as `config/sample`) on free ports of 127.0.0.1, one for each outlet:
 * an outlet that asks to be left alone for an hour must not silence the others. Each feed shows what its outlet had
 * published by `now()`, in milliseconds since 1970, and an outlet that is down then answers with its error. Throws
 * `sample-invalid` when the files are wrong.
 */
export async function serveSample(
  directory: string,
  options: { readonly now: () => number },
): Promise<ServedSample> {
  const outlets = readSample(directory)
  const served = await Promise.all(
    outlets.map(async (outlet) => {
      const feedAt = createFeedWriter(outlet)
      const server = createServer((request, response) =>
        answer(outlet, feedAt, options.now(), request, response),
      )
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      return { outlet, server, port: portOf(server) }
    }),
  )
  return {
    sources: served.map(({ outlet, port }) => toSource(`http://127.0.0.1:${port}`, outlet)),
    async close() {
      await Promise.all(served.map(({ server }) => closeServer(server)))
    },
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error('A server on a TCP port has an address with a port')
  return address.port
}

async function closeServer(server: Server): Promise<void> {
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
}

function answer(
  outlet: SampleOutlet,
  feedAt: FeedWriter,
  now: number,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const asked = URL.parse(request.url ?? '/', 'http://127.0.0.1')
  if (outlet.feed !== asked?.pathname) {
    response
      .writeHead(404, { 'content-type': 'text/plain' })
      .end('No feed of the sample edition has this address')
    return
  }
  const outage = outlet.down.find(({ from, to }) => from <= now && now <= to)
  if (outage) {
    response
      .writeHead(outage.status, { 'content-type': 'text/plain', 'retry-after': '3600' })
      .end('Down for maintenance')
    return
  }
  const { contentType, body, etag, changedAt } = feedAt(now)
  const validators = { etag, 'last-modified': changedAt.toUTCString() }
  if (isUnchanged(request, etag, changedAt)) response.writeHead(304, validators).end()
  else response.writeHead(200, { ...validators, 'content-type': contentType }).end(body)
}

/** RFC 9110, 13.2.2: If-Modified-Since counts only without If-None-Match. */
function isUnchanged(request: IncomingMessage, etag: string, changedAt: Date): boolean {
  const { 'if-none-match': ifNoneMatch, 'if-modified-since': ifModifiedSince } = request.headers
  if (ifNoneMatch !== undefined) return ifNoneMatch === etag
  return ifModifiedSince !== undefined && changedAt.getTime() <= Date.parse(ifModifiedSince)
}

function toSource(url: string, outlet: SampleOutlet): Source {
  const { format: _format, down: _down, articles: _articles, ...source } = outlet
  return { ...source, feed: url + source.feed }
}

/** A feed as it stood at some moment, with its validators (RFC 9110, 8.8). */
interface FeedAtMoment extends WrittenFeed {
  readonly etag: string
  /** When something of it last changed. */
  readonly changedAt: Date
}

/** The feed of an outlet at `now`, in milliseconds since 1970. */
export type FeedWriter = (now: number) => FeedAtMoment

/** Writes the feed of an outlet anew only when the outlet changed something: readers ask for it every hour. */
export function createFeedWriter(outlet: SampleOutlet): FeedWriter {
  let written: { readonly shown: string; readonly feed: FeedAtMoment } | null = null
  return (now) => {
    const articles = publishedBy(now, outlet.articles)
    const shown = articles.map(({ id, changedAt }) => `${id} ${changedAt}`).join()
    if (written?.shown === shown) return written.feed
    const feed = writeFeed(outlet, articles)
    const etag = `"${createHash('sha256').update(feed.body).digest('base64url')}"`
    const changedAt = new Date(Math.max(0, ...articles.map((article) => article.changedAt)))
    written = { shown, feed: { ...feed, etag, changedAt } }
    return written.feed
  }
}
