import Parser from 'rss-parser'
import { childrenOf, memberOf, type XmlNode } from './nodes.ts'
import { FEED_FIELDS, ITEM_FIELDS, type FeedField, type ItemField } from './vocabulary.ts'

/** A feed as rss-parser read it: every field as the list of its elements, nothing interpreted. */
export interface RawFeed {
  /** Name of the root element as written. */
  readonly root: string
  readonly feed: XmlNode
  readonly items: readonly XmlNode[]
  /** Every element name that occurs. */
  readonly names: ReadonlySet<string>
  /** How many `item` and `entry` elements occur, wherever they stand. */
  readonly itemElements: number
}

/** Reads well-formed RSS, RDF or Atom with rss-parser. Rejects with rss-parser's error when it is not that. */
export async function readXml(xml: string): Promise<RawFeed> {
  const names = new Map<string, string>()
  let itemElements = 0
  const noteName = (name: string): string => {
    if (name === 'item' || name === 'entry') itemElements += 1
    // rss-parser would copy a million empty items field by field; the repair step stops in time.
    if (itemElements > MAX_ITEMS) throw new Error(`More than ${MAX_ITEMS} entries.`)
    const known = names.get(name)
    if (known !== undefined) return known
    const sheltered = SHELTERED.has(name) ? `${SHELTER}${name}` : name
    names.set(name, sheltered)
    return sheltered
  }
  const options = {
    xml2js: { tagNameProcessors: [noteName] },
    customFields: { feed: keepWhole(FEED_FIELDS), item: keepWhole(ITEM_FIELDS) },
  }
  // Constructed so because rss-parser's types know renamed fields for items only; the code takes them for feeds too.
  const parser: Pick<Parser<unknown, unknown>, 'parseString'> = Reflect.construct(Parser, [options])
  const feed: unknown = await parser.parseString(xml)
  const [root = ''] = names.keys()
  return { root, feed, items: childrenOf(feed, 'items'), names: new Set(names.keys()), itemElements }
}

/** Far more than are kept of a feed. */
const MAX_ITEMS = 4000

/**
 * What rss-parser would interpret by itself: it strips bodies with a quadratic regular expression (180 KB can hold it for 20 s), and one unreadable
 * date or one link without attributes loses an Atom feed whole. Under another name it leaves them alone.
 */
const SHELTERED: ReadonlySet<string> = new Set([
  'description',
  'content',
  'content:encoded',
  'summary',
  'link',
  'published',
  'updated',
  'pubDate',
  'dc:date',
  'enclosure',
  'itunes:category',
  '_',
  '$',
  '#name',
])
const SHELTER = 'raw:'

/** Prefix of the copies, so that they never meet a field rss-parser makes itself. */
const COPY = '@'
const COPIES: ReadonlyMap<string, string> = new Map(
  [...FEED_FIELDS, ...ITEM_FIELDS].map((field) => [field, `${COPY}${field}`]),
)

const keepWhole = (fields: readonly string[]): readonly unknown[] =>
  fields.map((field) => [
    SHELTERED.has(field) && field !== '$' ? `${SHELTER}${field}` : field,
    COPIES.get(field) ?? field,
    { keepArray: true },
  ])

/** Elements of a feed or item called so. */
export const fieldOf = (node: XmlNode, name: FeedField | ItemField): readonly XmlNode[] =>
  childrenOf(node, COPIES.get(name) ?? name)

/** Attributes of the feed's or item's own element, as if they were those of any element. */
export const ownAttributes = (node: XmlNode): XmlNode => ({ $: memberOf(node, `${COPY}$`) })
