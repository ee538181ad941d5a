import type { Hono } from 'hono'
import { html } from 'hono/html'
import { nameIn } from '../../briefings/titles.ts'
import type { Archive } from '../../archive/open-archive.ts'
import type { Message } from '../../records/message.ts'
import { say } from '../../words/say.ts'
import { languageName } from '../../words/names.ts'
import type { Answering } from '../answering.ts'
import { createRateLimit } from '../create-rate-limit.ts'
import { clientOf } from '../answering.ts'
import type { Html } from '../html.ts'
import { hidden } from '../layout.ts'
import { drawFields, drawValues, type Lists, readFields } from '../pages/command-form.ts'
import { drawMessage } from '../pages/draw-message.ts'
import { listTools } from '../pages/list-tools.ts'
import type { SiteEnv, SiteTools } from '../site-tools.ts'
import type { View } from '../view.ts'

/** Most searches of one client in a minute; each may read hundreds of articles. */
export const SEARCHES = 40

export const LISTS: Lists = new Map([
  ['region', 'regions'],
  ['topic', 'topics'],
  ['source', 'outlets'],
  ['language', 'languages'],
])

/** Adds the search page, with all options of `/news search`. */
export function addSearchPage(app: Hono<SiteEnv>, tools: SiteTools, { show, busy, viewOf }: Answering): void {
  const { archive } = tools
  const drawing = listTools(archive.settings)
  const maySearch = createRateLimit(SEARCHES, Date.now)

  app.get('/search', async (c) => {
    const view = viewOf(c)
    const sent = new URL(c.req.url).searchParams
    const options = readFields(archive.searchCommand, sent)
    if (options.size > 0 && !maySearch(clientOf(c, tools))) return busy(c)
    const message = options.size === 0 ? null : await archive.search(options, view)
    const title = say('page.search', view.language)
    const main = html`<h1>${title}</h1>
      <form action="/search" role="search" aria-label="${title}">
        ${hidden(view)}${drawFields(archive.searchCommand, options, LISTS, view)}<button>${title}</button>
      </form>
      ${valuesOf(archive.settings, view)} ${message === null ? '' : drawMessage(message, drawing, view)}
      ${message === null ? '' : nextPage(message, sent, view)}`
    const feeds = options.size > 0 && ({ isPrivate: true, feeds: '/search', query: feedQuery(sent) } as const)
    return show(c, { title, ...feeds, main })
  })
}

/** Suggestions for filter fields, with names in the page's language. */
export function valuesOf({ regions, topics, sources }: Archive['settings'], { language }: View): Html {
  const codes = [...new Set(sources.map((source) => source.language))]
  const named = {
    regions: regions.map((one) => nameIn(one, language, one.id)),
    topics: topics.map((one) => nameIn(one, language, one.id)),
    languages: codes.map((code) => languageName(code, language)),
    outlets: sources.map(({ name }) => name),
  }
  return html`${Object.entries(named).map(([id, names]) => drawValues(id, names))}`
}

/** A link to the next page of results, limited to what was known at the first. */
function nextPage(message: Message, sent: URLSearchParams, { language }: View): Html {
  const more = message.actions?.find(({ label }) => label === 'action.more')
  const page = /page:(\S+)$/u.exec(more?.command ?? '')?.[1]
  if (page === undefined) return html``
  const query = new URLSearchParams(sent)
  query.set('page', page)
  return html`<p><a rel="next" href="/search?${query.toString()}">${say('action.more', language)}</a></p>`
}

/** Query parameters for the feed of a search: all filled-in fields except page and language. */
const feedQuery = (sent: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries([...sent].filter(([name, value]) => value !== '' && name !== 'page' && name !== 'lang'))
