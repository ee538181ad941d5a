import { escapeUTF8 } from 'entities'

/** The content of an item in a generated feed. */
export interface WrittenItem {
  readonly title?: string
  readonly link?: string
  readonly guid?: string
  /** ISO 8601. */
  readonly date?: string
  readonly html?: string
}

export interface WrittenFeed {
  readonly title?: string
  readonly link?: string
  readonly items?: readonly WrittenItem[]
  /** Inserted into the channel as it is. */
  readonly extra?: string
}

/** Creates items numbered from 1, an hour apart, newest first. */
export function someItems(count: number, newest = '2026-03-10T12:00:00Z'): WrittenItem[] {
  return Array.from({ length: count }, (_, index) => ({
    title: `Item ${count - index}`,
    link: `https://outlet.example/news/${count - index}`,
    guid: `outlet-${count - index}`,
    date: new Date(Date.parse(newest) - index * 3_600_000).toISOString(),
    html: `<p>Paragraph one of item ${count - index}.</p><p>Paragraph two.</p>`,
  }))
}

const tag = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${escapeUTF8(text)}</${name}>`

const rfc822 = (date: string | undefined): string | undefined => date && new Date(date).toUTCString()

/** Writes a feed as RSS 2.0. */
export function rssText({
  title = 'Outlet',
  link = 'https://outlet.example/',
  items = [],
  extra = '',
}: WrittenFeed = {}): string {
  const written = items.map(
    (item) =>
      `<item>${tag('title', item.title)}${tag('link', item.link)}${tag('guid', item.guid)}${tag('pubDate', rfc822(item.date))}${tag('description', item.html)}</item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>${tag('title', title)}${tag('link', link)}${tag('description', 'News')}${extra}${written.join('')}</channel></rss>`
}

/** The same as Atom 1.0. */
export function atomText({
  title = 'Outlet',
  link = 'https://outlet.example/',
  items = [],
  extra = '',
}: WrittenFeed = {}): string {
  const written = items.map(
    (item) =>
      `<entry>${tag('title', item.title)}${item.link === undefined ? '' : `<link href="${escapeUTF8(item.link)}"/>`}${tag('id', item.guid)}${tag('published', item.date)}${item.html === undefined ? '' : `<content type="html">${escapeUTF8(item.html)}</content>`}</entry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">${tag('title', title)}<link href="${escapeUTF8(link)}"/>${extra}${written.join('')}</feed>`
}

/** The same as RSS 1.0, which is RDF. */
export function rdfText({
  title = 'Outlet',
  link = 'https://outlet.example/',
  items = [],
  extra = '',
}: WrittenFeed = {}): string {
  const written = items.map(
    (item) =>
      `<item rdf:about="${escapeUTF8(item.guid ?? item.link ?? '')}">${tag('title', item.title)}${tag('link', item.link)}${tag('dc:date', item.date)}${tag('description', item.html)}</item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${tag('title', title)}${tag('link', link)}${extra}</channel>${written.join('')}</rdf:RDF>`
}

/** The same as JSON Feed 1.1. */
export function jsonText({
  title = 'Outlet',
  link = 'https://outlet.example/',
  items = [],
}: Omit<WrittenFeed, 'extra'> = {}): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: link,
    items: items.map((item) => ({
      id: item.guid,
      url: item.link,
      title: item.title,
      content_html: item.html,
      date_published: item.date,
    })),
  })
}
