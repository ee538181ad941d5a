import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { createAnswering } from './answering.ts'
import { openFeeds } from './feeds/open-feeds.ts'
import { isFromThisMachine } from './is-from-this-machine.ts'
import { addCalendars } from './routes/calendars.ts'
import { addFeeds, addOwnFeeds } from './routes/feeds.ts'
import { addHub } from './routes/hub.ts'
import { addNewsPages } from './routes/news-pages.ts'
import { addOwnPages } from './routes/own-pages.ts'
import { addPictures } from './routes/pictures.ts'
import { addPrograms } from './routes/programs.ts'
import { addSearchPage } from './routes/search-page.ts'
import { addSignIn } from './routes/sign-in.ts'
import { createSessions } from './sessions.ts'
import type { SiteEnv, SiteTools } from './site-tools.ts'
import { STYLE, STYLE_PATH } from './style.ts'

/**
 * Creates the archive's pages, in HTML that needs no script. The returned `hub` notifies subscribers of our
 * feeds; null if there is none.
 */
export function createSite(tools: SiteTools) {
  const answering = createAnswering(tools)
  const app = new Hono<SiteEnv>()
  const { people, root } = tools
  const feeds = openFeeds(tools)
  const sessions = people && createSessions(people.keys, root, () => people.newsroom.now())

  app.onError((error, c) => {
    // What hono refuses, such as a form that is too long, comes with its answer.
    if (error instanceof HTTPException) return error.getResponse()
    tools.noteFault(error)
    return answering.failed(c)
  })
  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(GUARDS))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  })
  app.use(async (c, next) => {
    c.set('session', (await sessions?.of(c)) ?? null)
    await next()
  })
  app.get(STYLE_PATH, (c) =>
    c.body(STYLE, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    }),
  )
  app.use(bodyLimit({ maxSize: MOST_BYTES }))
  const hub = tools.hub && addHub(app, tools, tools.hub, feeds)
  // Forms from other sites are refused by the headers browsers send. Forms of signed-in people also carry a
  // token.
  app.use(
    csrf({ origin: (origin, c) => origin === new URL(root).origin || origin === new URL(c.req.url).origin }),
  )
  if (sessions !== null) addSignIn(app, tools, sessions, answering)
  addOwnFeeds(app, feeds, answering)
  const mayRead = (c: Context<SiteEnv>): boolean =>
    tools.readers === 'everybody' ||
    c.get('session') !== null ||
    (tools.readers === 'here' && isFromThisMachine(c))
  addPrograms(app, tools, answering, mayRead)
  app.use((c, next) => (mayRead(c) ? next() : answering.closed(c)))

  if (people !== null) addOwnPages(app, tools, people, answering)
  addFeeds(app, tools, feeds, answering)
  addCalendars(app, tools, answering)
  addPictures(app, tools, answering)
  addNewsPages(app, tools, answering)
  addSearchPage(app, tools, answering)
  app.notFound(answering.missing)
  return { app, hub }
}

/** Largest form, in bytes. */
const MOST_BYTES = 64 * 1024

/**
 * Security headers: no scripts, nothing from other origins, no framing, and links reveal nothing about our
 * pages.
 */
const GUARDS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}
