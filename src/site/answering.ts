import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { say } from '../words/say.ts'
import { createRateLimit } from './create-rate-limit.ts'
import { toDocument } from './html.ts'
import { layOut, type Page } from './layout.ts'
import { createPageCache, type Document, type Drawn, toSend } from './page-cache.ts'
import type { SiteEnv, SiteTools } from './site-tools.ts'
import { chooseLanguage, createView, type View } from './view.ts'

/** What a path leads to: a page, a permanent redirect, or nothing. */
export type Found = Page | { readonly leadsTo: string } | null

export type Answering = ReturnType<typeof createAnswering>

/** Most drawings for one client in a minute, without those from the cache. A person opens some ten pages. */
const DRAWINGS = 240

/** Creates the functions that answer requests with pages and other documents. */
export function createAnswering(tools: SiteTools) {
  const { archive, topicName, root } = tools
  const cache = createPageCache()
  const mayDraw = createRateLimit(DRAWINGS, Date.now)

  function viewOf(c: Context<SiteEnv>): View {
    const own = c.get('session')?.asker
    const chosen = c.req.query('lang')
    const language = chooseLanguage(chosen, own?.language ?? c.req.header('accept-language'), tools.language)
    const zone = own?.zone ?? tools.zone
    const isChosen = chosen === language
    return createView({
      language,
      isChosen,
      zone,
      now: archive.now(),
      topicName,
      path: c.req.path.replace(/^\/+/, '/'),
    })
  }

  const draw = async (page: Page, view: View, c: Context<SiteEnv>): Promise<string> =>
    toDocument(layOut(page, view, { root, isSignedIn: Boolean(c.get('session')) }))

  /** Answers with a page that nobody caches. */
  async function show(
    c: Context<SiteEnv>,
    page: Page,
    status: 200 | 403 | 404 | 429 | 500 = 200,
  ): Promise<Response> {
    const view = viewOf(c)
    return c.html(await draw(page, view, c), status, {
      'content-language': view.language,
      'cache-control': 'no-store',
    })
  }

  const showText = (c: Context<SiteEnv>, key: TextKey, status: 403 | 404 | 429 | 500): Promise<Response> => {
    const title = say(key, viewOf(c).language)
    const more = key === 'page.closed' ? html`<p>${say('page.signIn', viewOf(c).language)}</p>` : ''
    const main = html`<h1>${title}</h1>
      ${more}`
    return show(c, { title, isPrivate: true, main }, status)
  }
  const missing = (c: Context<SiteEnv>): Promise<Response> => showText(c, 'page.unknown', 404)
  const busy = (c: Context<SiteEnv>): Promise<Response> => showText(c, 'page.busy', 429)

  /** Whether this client may have something drawn now. If not, answer with `busy`. */
  const mayAsk = (c: Context<SiteEnv>): boolean => mayDraw(clientOf(c, tools))

  async function serve(c: Context<SiteEnv>, make: (view: View) => Promise<Drawn>): Promise<Response> {
    const view = viewOf(c)
    const who = c.get('session') === null ? '' : `${view.zone} +`
    const name = `${new URL(c.req.url).search} ${c.req.path} ${view.language} ${who}`
    if (!cache.has(name) && !mayAsk(c)) return busy(c)
    const document = await cache.read(name, () => make(view))
    if (document === null) return missing(c)
    if (document === 'busy') return busy(c)
    if (document.leadsTo !== undefined) return c.redirect(view.href(document.leadsTo), 301)
    return sendDocument(c, document)
  }

  return {
    viewOf,
    show,
    missing,
    mayAsk,
    closed: (c: Context<SiteEnv>): Promise<Response> => showText(c, 'page.closed', 403),
    busy,
    forged: (c: Context<SiteEnv>): Promise<Response> => showText(c, 'page.forged', 403),
    failed: (c: Context<SiteEnv>): Promise<Response> => showText(c, 'page.failed', 500),
    used: (c: Context<SiteEnv>): Promise<Response> => showText(c, 'page.used', 403),
    /** Answers with a page that is the same for all readers of a language. */
    servePage: (c: Context<SiteEnv>, read: (view: View) => Promise<Found>): Promise<Response> =>
      serve(c, async (view) => {
        const found = await read(view)
        if (found === null) return null
        const isPage = 'main' in found
        const drawn = await toSend(isPage ? await draw(found, view, c) : '', HTML, view.language)
        return isPage ? drawn : { ...drawn, leadsTo: found.leadsTo }
      }),
    /** Answers with another document that is the same for all readers of a language. */
    serve,
    send: sendDocument,
  }
}

type TextKey = `page.${'unknown' | 'closed' | 'busy' | 'forged' | 'used' | 'failed'}`

const HTML = 'text/html; charset=utf-8'

/**
 * Sends a document, or 304 if the reader has it already (RFC 9110, 13.2.2). Compressed if the reader accepts
 * gzip.
 */
function sendDocument(c: Context<SiteEnv>, document: Document, caching = 'no-cache'): Response {
  const { type, language, body, compressed, etag, changedAt, link } = document
  const headers = {
    'content-type': type,
    'content-language': language,
    'cache-control': caching,
    vary: 'accept-encoding, accept-language, cookie',
    etag,
    ...(link !== undefined && { link }),
    ...(changedAt !== undefined && { 'last-modified': new Date(changedAt).toUTCString() }),
  }
  if (isKnown(c, document)) return c.body(null, 304, headers)
  const isPacked = /\bgzip\b/u.test(c.req.header('accept-encoding') ?? '')
  return isPacked
    ? c.body(compressed, 200, { ...headers, 'content-encoding': 'gzip' })
    : c.body(body, 200, headers)
}

function isKnown(c: Context<SiteEnv>, { etag, changedAt }: Document): boolean {
  const tags = c.req.header('if-none-match')
  if (tags !== undefined)
    return tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//u, '')))
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  return changedAt !== undefined && Math.floor(changedAt / 1000) * 1000 <= since
}

/** The client's address; behind our proxy, the address that the proxy reported. */
export function clientOf(
  c: Context<SiteEnv>,
  { readers, root }: Pick<SiteTools, 'readers' | 'root'>,
): string {
  const isProxied = readers !== 'here' && root.startsWith('https:')
  const passed = isProxied ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return passed ?? getConnInfo(c).remote.address ?? ''
}
