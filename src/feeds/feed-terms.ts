import terms from './feed-terms.json' with { type: 'json' }

/**
 * Which elements carry which meaning, for a feed and for an item. Names have their usual prefix; the most
 * telling element comes first.
 */
export const { feed: FEED_MEANINGS, item: ITEM_MEANINGS } = terms

/** The elements that we read. rss-parser copies exactly these. */
export const FEED_FIELDS: readonly string[] = Object.values(FEED_MEANINGS)
  .flat()
  .concat('$', 'id', 'skipHours', 'skipDays', 'image')
export const ITEM_FIELDS: readonly string[] = [
  ...new Set([...Object.values(ITEM_MEANINGS).flat(), '$', 'source']),
]

/** Elements that may hold markup. They are read as HTML, never as a tree. */
export const FEED_TEXTS = [FEED_MEANINGS.title, FEED_MEANINGS.description].flat()
export const ITEM_TEXTS = (['title', 'content', 'description', 'summary', 'spare'] as const).flatMap(
  (meaning) => ITEM_MEANINGS[meaning],
)
export const TEXT_FIELDS: ReadonlySet<string> = new Set([...FEED_TEXTS, ...ITEM_TEXTS])

/** Elements with a meaning that occur inside those fields or around them. */
const NESTED = 'name hour day email uri url enclosure item entry channel rss feed rdf:RDF'.split(' ')

/**
 * Our spelling of an element by its name in lower case. These elements are kept of a broken feed, whatever
 * prefix or case it wrote.
 */
export const SPELLING: ReadonlyMap<string, string> = new Map(
  [...FEED_FIELDS, ...ITEM_FIELDS, ...NESTED]
    .filter((name) => name !== '$')
    .map((name) => [name.toLowerCase(), name]),
)

/**
 * Our prefix for each namespace; `''` is for the feed formats themselves. Namespaces are compared without
 * case, scheme and trailing `/` or `#`, because feeds get those wrong.
 */
const NAMESPACES: ReadonlyMap<string, string> = new Map(Object.entries(terms.namespaces))

/** Returns our prefix for a namespace, or null if we read nothing of it. */
export function prefixOf(namespace: string): string | null {
  const bare = namespace
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]{1,2}$/, '')
  // Drafts of Atom had a date in their namespace: purl.org/atom/ns#draft-ietf-atompub-format-02.
  return NAMESPACES.get(bare) ?? (bare.startsWith('purl.org/atom/ns') ? 'atom' : null)
}

/** Prefixes that are so common for a namespace that we accept them beside the usual one. */
export const ALIASES: Readonly<Record<string, string>> = { atom10: 'atom', syn: 'sy' }

/** Prefixes whose meaning is clear even if a feed forgot to declare them. */
export const KNOWN_PREFIXES: ReadonlySet<string> = new Set(
  [...NAMESPACES.values()].filter((prefix) => prefix !== ''),
)
