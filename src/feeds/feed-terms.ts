/** Which elements of a feed say what, under their usual prefix, the most telling first. */
export const FEED_MEANINGS = {
  title: ['title', 'dc:title'],
  description: [
    'description',
    'subtitle',
    'tagline',
    'dc:description',
    'abstract',
    'itunes:summary',
    'itunes:subtitle',
  ],
  link: ['link', 'atom:link', 'atom10:link'],
  language: ['language', 'dc:language'],
  ttl: ['ttl'],
  period: ['sy:updatePeriod', 'syn:updatePeriod'],
  frequency: ['sy:updateFrequency', 'syn:updateFrequency'],
} as const

/** Which elements of an item say what, the most telling first. */
export const ITEM_MEANINGS = {
  guid: ['guid', 'id', 'atom:id'],
  original: ['feedburner:origLink', 'pheedo:origLink'],
  link: ['link', 'atom:link'],
  title: ['title', 'dc:title', 'media:title', 'atom:title'],
  content: ['content:encoded', 'content', 'xhtml:body', 'body', 'xhtml:div', 'fullitem', 'atom:content'],
  description: ['description', 'dc:description', 'abstract'],
  summary: ['summary', 'atom:summary'],
  spare: ['itunes:summary', 'media:description', 'itunes:subtitle'],
  author: ['author', 'dc:creator', 'dc:author', 'itunes:author', 'atom:author', 'creator'],
  published: [
    'pubDate',
    'published',
    'dcterms:issued',
    'issued',
    'atom:published',
    'dcterms:created',
    'created',
    'dc:date',
    'dcterms:date',
  ],
  updated: ['updated', 'dcterms:modified', 'modified', 'atom:updated', 'lastmod'],
  language: ['language', 'dc:language'],
  category: ['category', 'dc:subject'],
  keywords: ['keywords', 'media:keywords', 'itunes:keywords'],
  media: ['media:group', 'media:content'],
} as const

export type FeedField = (typeof FEED_MEANINGS)[keyof typeof FEED_MEANINGS][number] | 'skipHours' | 'skipDays'
export type ItemField = (typeof ITEM_MEANINGS)[keyof typeof ITEM_MEANINGS][number] | (typeof PICTURES)[number]

const PICTURES = ['media:thumbnail', 'enclosure', 'itunes:image', 'image'] as const

/** The elements that we read; rss-parser copies exactly these. */
export const FEED_FIELDS: readonly string[] = [
  ...Object.values(FEED_MEANINGS).flat(),
  '$',
  'id',
  'skipHours',
  'skipDays',
  'image',
]
export const ITEM_FIELDS: readonly string[] = [
  ...new Set([...Object.values(ITEM_MEANINGS).flat(), ...PICTURES, '$', 'source']),
]

/** What may hold markup: read as HTML, never as a tree. */
export const FEED_TEXTS = [...FEED_MEANINGS.title, ...FEED_MEANINGS.description]
export const ITEM_TEXTS = [
  ...ITEM_MEANINGS.title,
  ...ITEM_MEANINGS.content,
  ...ITEM_MEANINGS.description,
  ...ITEM_MEANINGS.summary,
  ...ITEM_MEANINGS.spare,
]
export const TEXT_FIELDS: ReadonlySet<string> = new Set([...FEED_TEXTS, ...ITEM_TEXTS])

/** Elements inside those fields, or round them, that have a meaning. */
const NESTED = 'name hour day email uri url item entry channel rss feed rdf:RDF'.split(' ')

/** Right spelling of an element by its spelling in lower case: these are kept of a broken feed, whatever prefix or case it wrote. */
export const SPELLING: ReadonlyMap<string, string> = new Map(
  [...FEED_FIELDS, ...ITEM_FIELDS, ...NESTED]
    .filter((name) => name !== '$')
    .map((name) => [name.toLowerCase(), name]),
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

/** Prefixes so common for a namespace that we know them beside the usual one. */
export const ALIASES: Readonly<Record<string, string>> = { atom10: 'atom', syn: 'sy' }

/** Prefixes that mean what they say even where a feed forgot to declare them. */
export const KNOWN_PREFIXES: ReadonlySet<string> = new Set(
  Object.values(NAMESPACES).filter((prefix) => prefix !== ''),
)
