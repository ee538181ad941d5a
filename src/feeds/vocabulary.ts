/** What may hold markup: read as HTML, never as a tree. */
const FEED_TEXTS = [
  'title',
  'dc:title',
  'description',
  'dc:description',
  'subtitle',
  'tagline',
  'abstract',
  'itunes:summary',
  'itunes:subtitle',
] as const

const ITEM_TEXTS = [
  'title',
  'dc:title',
  'media:title',
  'atom:title',
  'description',
  'summary',
  'content',
  'content:encoded',
  'body',
  'xhtml:body',
  'xhtml:div',
  'fullitem',
  'dc:description',
  'abstract',
  'atom:summary',
  'atom:content',
  'itunes:summary',
  'itunes:subtitle',
  'media:description',
] as const

export const TEXT_FIELDS: ReadonlySet<string> = new Set([...FEED_TEXTS, ...ITEM_TEXTS])

/**
 * The elements of a feed that we read, under their usual prefix. rss-parser copies exactly these, and the repair step keeps
 * these (in their right spelling, whatever prefix or case the feed wrote) beside what is nested in them.
 */
export const FEED_FIELDS = [
  ...FEED_TEXTS,
  '$',
  'id',
  'link',
  'atom:link',
  'atom10:link',
  'language',
  'dc:language',
  'ttl',
  'skipHours',
  'skipDays',
  'sy:updatePeriod',
  'sy:updateFrequency',
  'syn:updatePeriod',
  'syn:updateFrequency',
  'image',
] as const

export const ITEM_FIELDS = [
  ...ITEM_TEXTS,
  '$',
  'id',
  'guid',
  'link',
  'atom:link',
  'feedburner:origLink',
  'pheedo:origLink',
  'pubDate',
  'published',
  'issued',
  'created',
  'updated',
  'modified',
  'lastmod',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'dcterms:modified',
  'dcterms:date',
  'atom:published',
  'atom:updated',
  'author',
  'dc:creator',
  'dc:author',
  'itunes:author',
  'atom:author',
  'creator',
  'category',
  'dc:subject',
  'keywords',
  'media:keywords',
  'itunes:keywords',
  'language',
  'dc:language',
  'enclosure',
  'media:content',
  'media:thumbnail',
  'media:group',
  'itunes:image',
  'image',
  'source',
  'atom:id',
] as const

export type FeedField = (typeof FEED_FIELDS)[number]
export type ItemField = (typeof ITEM_FIELDS)[number]

/** Elements inside the fields above that have a meaning. */
const NESTED = [
  'name',
  'hour',
  'day',
  'email',
  'uri',
  'url',
  'item',
  'entry',
  'channel',
  'rss',
  'feed',
  'rdf:RDF',
] as const

const FIELDS: readonly string[] = [...new Set<string>([...FEED_FIELDS, ...ITEM_FIELDS, ...NESTED])]

/** Right spelling of a field by its spelling in lower case. */
export const SPELLING: ReadonlyMap<string, string> = new Map(
  FIELDS.filter((name) => name !== '$').map((name) => [name.toLowerCase(), name]),
)

/**
 * Namespaces and the prefix this project calls them by; `''` are the formats themselves. Compared without case, scheme and
 * trailing `/` or `#`, because feeds get those wrong.
 */
const NAMESPACES: Readonly<Record<string, string>> = {
  'www.w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'purl.org/atom': 'atom',
  'example.com/newformat': 'atom',
  'backend.userland.com/rss': '',
  'backend.userland.com/rss2': '',
  'blogs.law.harvard.edu/tech/rss': '',
  'purl.org/rss/1.0': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'channel.netscape.com/rdf/simple/0.9': '',
  'my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'purl.org/net/rss1.1': '',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'www.w3.org/1999/xhtml': 'xhtml',
  'www.w3.org/xml/1998/namespace': 'xml',
  'search.yahoo.com/mrss': 'media',
  'search.yahoo.com/rss': 'media',
  'www.rssboard.org/media-rss': 'media',
  'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'www.pheedo.com/namespace/pheedo': 'pheedo',
  'www.w3.org/2000/svg': 'svg',
  'www.w3.org/1998/math/mathml': 'math',
}

/** The prefix for a namespace, or null when we read nothing of it. */
export function prefixOf(namespace: string): string | null {
  const bare = namespace
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]{1,2}$/, '')
  if (Object.hasOwn(NAMESPACES, bare)) return NAMESPACES[bare] ?? null
  // Atom's drafts dated their namespace: purl.org/atom/ns#draft-ietf-atompub-format-02.
  return bare.startsWith('purl.org/atom/ns') ? 'atom' : null
}

/** Prefixes so common for a namespace that the vocabulary knows them beside the usual one. */
export const ALIASES: Readonly<Record<string, string>> = { atom10: 'atom', syn: 'sy' }

/** Prefixes that mean what they say even where a feed forgot to declare them. */
export const KNOWN_PREFIXES: ReadonlySet<string> = new Set(
  Object.values(NAMESPACES).filter((prefix) => prefix !== ''),
)
