import type { Hono } from 'hono'
import { writeOpml } from '../../feeds/opml.ts'
import { type Answering, clientOf } from '../answering.ts'
import { createRateLimit } from '../create-rate-limit.ts'
import type { Feeds } from '../feeds/open-feeds.ts'
import type { SiteEnv, SiteTools } from '../site-tools.ts'
import { SEARCHES } from './search-page.ts'

/** Adds personal feeds. Their secret address is enough to read them, even if the pages are not public. */
export function addOwnFeeds(app: Hono<SiteEnv>, feeds: Feeds, answering: Answering): void {
  app.get('/feeds/:name', async (c) => {
    const found = feeds.at(new URL(c.req.url))
    if (found === null) return answering.missing(c)
    if (!answering.mayAsk(c)) return answering.busy(c)
    const document = await found.write(answering.viewOf(c))
    return document === null ? answering.missing(c) : answering.send(c, document, 'private, no-cache')
  })
}

/** Adds the feeds of pages, and the list of sources as OPML. */
export function addFeeds(app: Hono<SiteEnv>, tools: SiteTools, feeds: Feeds, answering: Answering): void {
  const maySearch = createRateLimit(SEARCHES, Date.now)
  app.get('/sources.opml', (c) => {
    c.header('content-disposition', 'attachment; filename="dragoman-sources.opml"')
    return c.body(writeOpml(tools.archive.settings.sources), 200, {
      'content-type': 'text/x-opml; charset=utf-8',
    })
  })
  app.get('*', async (c, next) => {
    const found = feeds.at(new URL(c.req.url))
    if (found === null) return next()
    if (found.kind === 'search' && !maySearch(clientOf(c, tools))) return answering.busy(c)
    return answering.serve(c, (view) => found.write(view))
  })
}
