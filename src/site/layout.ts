import { html } from 'hono/html'
import { SPOKEN } from '../language/languages.ts'
import { CARD } from '../pictures/draw-card.ts'
import { languageName } from '../words/names.ts'
import { say } from '../words/say.ts'
import { type FeedFormat, FORMATS, TYPES } from './feeds/write-feed.ts'
import { type Html, directionOf } from './html.ts'
import { STYLE_PATH } from './style.ts'
import type { View } from './view.ts'

/** The content of a page and of its head. */
export interface Page {
  /** Title of the browser's tab, and of link previews elsewhere. */
  readonly title: string
  readonly description?: string
  /** Its permanent path; if absent, the requested one. */
  readonly canonical?: string
  readonly type?: 'website' | 'article'
  /** Picture for link previews: its path, and a description. */
  readonly picture?: { readonly path: string; readonly alt: string }
  /** Path of its feeds without their extension; absent if it has none. */
  readonly feeds?: string
  /** Query parameters of the feeds. */
  readonly query?: Readonly<Record<string, string>>
  /** Path of the calendar with upcoming events of the same subject. */
  readonly events?: string
  /** Excluded from search engines. */
  readonly isPrivate?: true
  readonly main: Html
}

/** What all pages of a site share. */
export interface Frame {
  /** Address of the site as people reach it, without a final slash. */
  readonly root: string
  readonly isSignedIn: boolean
}

/** Draws a whole page. */
export function layOut(page: Page, view: View, frame: Frame): Html {
  const { language, href } = view
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        ${drawHead(page, view, frame)}
      </head>
      <body>
        <a class="skip" href="#main">${say('page.skip', language)}</a>
        <header class="top">
          <a class="name" href="${href('/')}">Dragoman</a>
          <nav aria-label="${say('page.menu', language)}">${menu(view, frame)}</nav>
          ${drawSearchBox(view)}
        </header>
        <main id="main" tabindex="-1">${page.main}</main>
        <footer>
          ${drawFeeds(page, view)}
          <p>${say('place.news', language)} ${say('page.zone', language, { zone: view.zone })}</p>
          <p class="languages">${SPOKEN.map((own) => languageLink(own, view))}</p>
        </footer>
      </body>
    </html>`
}

function drawHead(page: Page, view: View, { root }: Frame): Html {
  const { title, description, picture } = page
  const canonical = root + (page.canonical ?? view.path)
  const described = html`<meta name="description" content="${description}" />
    <meta property="og:description" content="${description}" />`
  return html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} – Dragoman</title>
    <link rel="stylesheet" href="${STYLE_PATH}" />
    <link rel="icon" href="data:," />
    <link rel="canonical" href="${canonical}" />
    ${page.isPrivate === true ? html`<meta name="robots" content="noindex" />` : ''}
    <meta property="og:site_name" content="Dragoman" />
    <meta property="og:title" content="${title}" />
    <meta property="og:type" content="${page.type ?? 'website'}" />
    <meta property="og:url" content="${canonical}" />
    ${description === undefined ? '' : described} ${picture === undefined ? '' : drawPicture(picture, root)}
    ${alternatesOf(page, view)}`
}

const drawPicture = ({ path, alt }: NonNullable<Page['picture']>, root: string): Html =>
  html`<meta property="og:image" content="${root}${path}" />
    <meta property="og:image:type" content="image/png" />
    <meta property="og:image:width" content="${CARD.width}" />
    <meta property="og:image:height" content="${CARD.height}" />
    <meta property="og:image:alt" content="${alt}" />
    <meta name="twitter:card" content="summary_large_image" />`

/** Name, type and path of each feed of a page. */
const feedsOf = ({ feeds, query = {} }: Page, { href }: View) =>
  feeds === undefined
    ? []
    : FORMATS.map((format) => ({
        name: FEED_NAMES[format],
        type: TYPES[format].split(';', 1)[0],
        path: href(`${feeds}.${format}`, query),
      }))

/** Links by which feed readers and calendars discover feeds. */
function alternatesOf(page: Page, view: View): readonly Html[] {
  const { events, title } = page
  const calendar = events === undefined ? [] : [{ type: 'text/calendar', path: view.href(events) }]
  return [...feedsOf(page, view), ...calendar].map(
    ({ type, path }) => html`<link rel="alternate" type="${type}" title="${title}" href="${path}" />`,
  )
}

function drawFeeds(page: Page, view: View): Html {
  const feeds = feedsOf(page, view).map(({ name, path }) => html`<a href="${path}">${name}</a> `)
  const events =
    page.events === undefined
      ? ''
      : html`<a href="${view.href(page.events)}">${say('page.events', view.language)}</a>`
  return feeds.length === 0 ? html`` : html`<p>${say('page.feeds', view.language)} ${feeds}${events}</p>`
}

function drawSearchBox(view: View): Html {
  const search = say('page.search', view.language)
  return html`<form role="search" action="/search">
    ${hidden(view)}<input type="search" name="words" aria-label="${search}" placeholder="${search}" /><button>
      ${search}
    </button>
  </form>`
}

const FEED_NAMES: Readonly<Record<FeedFormat, string>> = { atom: 'Atom', rss: 'RSS', json: 'JSON Feed' }

function menu({ language, href, path }: View, { isSignedIn }: Frame): readonly Html[] {
  const places = [
    ['/', say('page.front', language)],
    ['/calendar', say('page.calendar', language)],
    ['/sources', say('page.sources', language)],
    ...(isSignedIn ? [['/own', say('page.own', language)] as const] : []),
  ] as const
  return places.map(([place, name]) =>
    place === path
      ? html`<a href="${href(place)}" aria-current="page">${name}</a>`
      : html`<a href="${href(place)}">${name}</a>`,
  )
}

function languageLink(own: string, { language, path }: View): Html {
  const name = languageName(own, own)
  return own === language
    ? html`<span lang="${own}" aria-current="true">${name}</span>`
    : html`<a lang="${own}" dir="${directionOf(own)}" hreflang="${own}" href="${path}?lang=${own}"
        >${name}</a
      >`
}

/** A hidden field that carries the chosen language through a form. */
export const hidden = ({ href, language }: View): Html =>
  href('/') === '/' ? html`` : html`<input type="hidden" name="lang" value="${language}" />`
