import { hash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Source } from '../records/source.ts'
import { openPublicServer } from '../web/open-public-server.ts'
import { readSample, type SampleOutlet } from './sample-edition.ts'
import { publishedBy, writeFeed, type WrittenFeed } from './write-feed.ts'

export type ServedSample = Awaited<ReturnType<typeof serveSample>>

/**
 * Serves the sample edition in `directory` (laid out as `config/sample`) on free ports of 127.0.0.1, one per
 * outlet: an outlet that asks not to be called for an hour must not silence the others. Each feed shows what
 * its outlet had published by `now()` (milliseconds since 1970); an outlet that is down then answers with its
 * error. Throws `sample-invalid` if the files are wrong.
 */
export async function serveSample(directory: string, { now }: { readonly now: () => number }) {
  const served = await Promise.all(
    readSample(directory).map(async (outlet) => {
      const feedAt = createFeedWriter(outlet)
      const server = await openPublicServer({
        port: 0,
        host: '127.0.0.1',
        publicUrl: 'http://127.0.0.1',
        routes: {
          [outlet.feed]: (request, response) => answer(outlet, feedAt, now(), request, response),
          [PAGES]: (request, response) => answerPage(outlet, now(), request, response),
        },
      })
      return { outlet, server }
    }),
  )
  return {
    sources: served.map(({ outlet, server }) => toSource(`http://127.0.0.1:${server.port}`, outlet)),
    /**
     * Where an article's page is served, by the URL that its outlet states; null if no outlet has that URL.
     */
    pageOf(url: string): string | null {
      const { host, pathname } = new URL(url)
      const own = served.find(({ outlet }) => new URL(outlet.homepage).host === host)
      return own === undefined ? null : `http://127.0.0.1:${own.server.port}${PAGES}${pathname}`
    },
    async close(): Promise<void> {
      await Promise.all(served.map(({ server }) => server.close()))
    },
  }
}

/** Precedes the path of a page on its outlet's homepage. */
const PAGES = '/pages'

/** Answers with the front page, or with the page of an article while that is published. */
function answerPage(
  outlet: SampleOutlet,
  now: number,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const path = new URL(request.url ?? '', 'http://127.0.0.1').pathname.slice(PAGES.length)
  const shown = publishedBy(now, outlet.articles).find(({ link }) => link.split('?', 1)[0] === path)
  if (shown === undefined && path !== '/') response.writeHead(404).end()
  else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(shown?.body ?? outlet.name)
}

function answer(
  outlet: SampleOutlet,
  feedAt: ReturnType<typeof createFeedWriter>,
  now: number,
  request: IncomingMessage,
  response: ServerResponse,
): void {
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

/**
 * Returns the feed of an outlet at a time in milliseconds since 1970. It is written again only when the
 * outlet changed something, because readers ask for it every hour.
 */
export function createFeedWriter(outlet: SampleOutlet): (now: number) => ReturnType<typeof withValidators> {
  let written: { readonly shown: string; readonly feed: ReturnType<typeof withValidators> } | null = null
  return (now) => {
    const articles = publishedBy(now, outlet.articles)
    const shown = articles.map(({ id, changedAt }) => `${id} ${changedAt}`).join()
    if (written?.shown !== shown) {
      const changedAt = Math.max(0, ...articles.map((article) => article.changedAt))
      written = { shown, feed: withValidators(writeFeed(outlet, articles), changedAt) }
    }
    return written.feed
  }
}

/** A feed with its validators (RFC 9110, 8.8). */
const withValidators = (feed: WrittenFeed, changedAt: number) => ({
  ...feed,
  etag: `"${hash('sha256', feed.body, 'base64url')}"`,
  changedAt: new Date(changedAt),
})
