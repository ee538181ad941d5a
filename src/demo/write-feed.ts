import { XMLBuilder } from 'fast-xml-parser'
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'
import { compile } from 'html-to-text'
import type { SampleArticle, SampleOutlet } from './sample-edition.ts'

/** A feed as its server sends it. */
export interface WrittenFeed {
  readonly contentType: string
  readonly body: string
}

/** Writes the feed of an outlet with these articles, in the outlet's format. */
export function writeFeed(outlet: SampleOutlet, articles: readonly ShownArticle[]): WrittenFeed {
  const writers = { rss: writeRss, atom: writeAtom, rdf: writeRdf, json: writeJson }
  return writers[outlet.format](outlet, articles)
}

function writeRss(outlet: SampleOutlet, articles: readonly ShownArticle[]): WrittenFeed {
  const body = generateRssFeed({
    title: outlet.name,
    link: outlet.homepage,
    description: outlet.name,
    language: outlet.language,
    ttl: 15,
    items: articles.map((article) => ({
      title: article.title,
      link: addressOf(outlet, article),
      description: teaserOf(article),
      content: { encoded: article.body },
      ...(article.guid === null ? {} : { guid: { value: article.guid, isPermaLink: false } }),
      ...(article.publishedAt === null ? {} : { pubDate: new Date(article.publishedAt) }),
      ...(article.author === null ? {} : { dc: { creators: [article.author] } }),
    })),
  })
  return { contentType: 'application/rss+xml; charset=utf-8', body }
}

function writeAtom(outlet: SampleOutlet, articles: readonly ShownArticle[]): WrittenFeed {
  const body = generateAtomFeed({
    id: outlet.homepage,
    title: { value: outlet.name },
    updated: new Date(Math.max(0, ...articles.map((article) => article.changedAt))),
    links: [{ href: outlet.homepage }],
    xml: { lang: outlet.language },
    entries: articles.map((article) => ({
      id: article.guid ?? addressOf(outlet, article),
      title: { value: article.title },
      links: [{ href: addressOf(outlet, article), rel: 'alternate' }],
      updated: new Date(article.changedAt),
      summary: { value: teaserOf(article) },
      content: { value: article.body, type: 'html' },
      ...(article.publishedAt === null ? {} : { published: new Date(article.publishedAt) }),
      ...(article.author === null ? {} : { authors: [{ name: article.author }] }),
    })),
  })
  return { contentType: 'application/atom+xml; charset=utf-8', body }
}

function writeJson(outlet: SampleOutlet, articles: readonly ShownArticle[]): WrittenFeed {
  const feed = generateJsonFeed({
    title: outlet.name,
    home_page_url: outlet.homepage,
    language: outlet.language,
    items: articles.map((article) => ({
      id: article.guid ?? addressOf(outlet, article),
      url: addressOf(outlet, article),
      title: article.title,
      content_html: article.body,
      ...(article.publishedAt === null
        ? {}
        : { date_published: new Date(article.publishedAt), date_modified: new Date(article.changedAt) }),
      ...(article.author === null ? {} : { authors: [{ name: article.author }] }),
    })),
  })
  return { contentType: 'application/feed+json; charset=utf-8', body: JSON.stringify(feed) }
}

/** Writes RSS 1.0 (https://web.resource.org/rss/1.0/spec), which feedsmith only reads. */
function writeRdf(outlet: SampleOutlet, articles: readonly ShownArticle[]): WrittenFeed {
  const xml = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true })
  const addresses = articles.map((article) => addressOf(outlet, article))
  const body: string = xml.build({
    '?xml': { '@version': '1.0', '@encoding': 'utf-8' },
    'rdf:RDF': {
      '@xmlns': 'http://purl.org/rss/1.0/',
      '@xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
      '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      '@xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      channel: {
        '@rdf:about': outlet.homepage,
        title: outlet.name,
        link: outlet.homepage,
        description: outlet.name,
        'dc:language': outlet.language,
        items: { 'rdf:Seq': { 'rdf:li': addresses.map((address) => ({ '@rdf:resource': address })) } },
      },
      item: articles.map((article) => ({
        '@rdf:about': addressOf(outlet, article),
        title: article.title,
        link: addressOf(outlet, article),
        description: teaserOf(article),
        'content:encoded': article.body,
        ...(article.publishedAt === null ? {} : { 'dc:date': new Date(article.publishedAt).toISOString() }),
        ...(article.author === null ? {} : { 'dc:creator': article.author }),
      })),
    },
  })
  return { contentType: 'application/rdf+xml; charset=utf-8', body }
}

const addressOf = ({ homepage }: SampleOutlet, { link }: ShownArticle): string =>
  link.startsWith('/') ? homepage.replace(/\/$/, '') + link : link

/** Compiled once: parsing its selectors takes longer than converting an article. */
const textOf = compile({ wordwrap: false, selectors: [{ selector: 'figure', format: 'skip' }] })

/** The first paragraph: what most outlets put into the description of an item. */
const teaserOf = ({ body }: ShownArticle): string => textOf(body).split('\n\n')[0] ?? ''

/** What an outlet shows at `now`: articles published by then, in their wording of that time, newest first. */
export function publishedBy(now: number, articles: readonly SampleArticle[]): readonly ShownArticle[] {
  return articles
    .filter(({ removed = Infinity, ...article }) => appearedAt(article) <= now && now < removed)
    .toSorted((a, b) => appearedAt(b) - appearedAt(a))
    .map((article) => shownAt(now, article))
}

const appearedAt = ({ appears, published }: Pick<SampleArticle, 'appears' | 'published'>): number =>
  appears ?? published ?? Infinity

type ShownArticle = ReturnType<typeof shownAt>

/** An article as its outlet shows it at `now`. `changedAt` is when it was published or last revised. */
function shownAt(now: number, article: SampleArticle) {
  const { id, guid = `tag:sample.example,2026:${id}`, link, title, body } = article
  const first = {
    id,
    guid: guid === 'none' ? null : guid,
    link,
    title,
    body,
    author: article.author ?? null,
    publishedAt: article.published ?? null,
    changedAt: appearedAt(article),
  }
  return article.revisions
    .filter((revision) => revision.from <= now)
    .toSorted((a, b) => a.from - b.from)
    .reduce((shown, { from, ...changes }) => ({ ...shown, ...changes, changedAt: from }), first)
}
