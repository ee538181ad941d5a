import Parser from 'rss-parser'
import { FEED_FIELDS, ITEM_FIELDS } from './feed-terms.ts'

/** A feed as rss-parser read it: nothing interpreted. `fieldOf` finds the fields of the feed and of each item. */
export interface RawFeed {
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
    // rss-parser would copy a million empty items field by field; reading from tokens stops in time.
    if (itemElements > MAX_ITEMS) throw new Error(`More than ${MAX_ITEMS} entries.`)
    const known = names.get(name)
    if (known !== undefined) return known
    const sheltered = shelter(name)
    names.set(name, sheltered)
    return sheltered
  }
  const isRdf = RDF_ROOT.test(xml.slice(0, HEAD_LENGTH))
  const options = {
    xml2js: { tagNameProcessors: [noteName] },
    customFields: {
      feed: keepWhole([...FEED_FIELDS, 'item', 'entry']),
      // Items stand in the channel, where they can be taken whole; those of RDF stand beside it.
      item: isRdf ? keepWhole(ITEM_FIELDS) : [],
    },
  }
  // Constructed so because rss-parser's types know renamed fields for items only; the code takes them for feeds too.
  const parser: Pick<Parser<unknown, unknown>, 'parseString'> = Reflect.construct(Parser, [options])
  const parsed: unknown = await parser.parseString(xml)
  return {
    feed: original(parsed, FEED_FIELDS),
    items: isRdf
      ? childrenOf(parsed, 'items').map((item) => original(item, ITEM_FIELDS))
      : [...childrenOf(parsed, `${COPY}item`), ...childrenOf(parsed, `${COPY}entry`)],
    names: new Set(names.keys()),
    itemElements,
  }
}

/** Far more than are kept of a feed. */
const MAX_ITEMS = 4000

const RDF_ROOT = /<rdf:RDF[\s>]/
const HEAD_LENGTH = 8192

/**
 * What rss-parser would interpret by itself: it strips bodies with a quadratic regular expression (180 KB can hold it for 20 s), and one unreadable
 * date or one link without attributes loses an Atom feed whole. Under another name it leaves them alone.
 */
const SHELTERED: ReadonlyMap<string, string> = new Map(
  (
    'description content content:encoded summary link published updated pubDate dc:date enclosure ' +
    'itunes:category _ $ #name'
  )
    .split(' ')
    .map((name) => [name, `raw:${name}`]),
)

const shelter = (name: string): string => SHELTERED.get(name) ?? name

/** `$` is no element but where the attributes of one are kept. */
const keyOf = (field: string): string => (field === '$' ? field : shelter(field))

/** Prefix of the copies rss-parser makes for us, so that they never meet a field it makes itself. */
const COPY = '@'

const keepWhole = (fields: readonly string[]): readonly unknown[] =>
  fields.map((field) => [keyOf(field), `${COPY}${field}`, { keepArray: true }])

/** The element that rss-parser took the copies from, as far as we read it. */
function original(parsed: XmlNode, fields: readonly string[]): XmlNode {
  const members = fields.map((field): [string, unknown] => [
    keyOf(field),
    memberOf(parsed, `${COPY}${field}`),
  ])
  return Object.fromEntries(members.filter(([, member]) => member !== undefined))
}

/** Keeps an element in another as `fieldOf` and `childrenOf` find it. */
export function keepElement(inside: Record<string, unknown>, name: string, element: XmlNode): void {
  const key = shelter(name)
  const known = inside[key]
  if (Array.isArray(known)) known.push(element)
  else inside[key] = [element]
}

/** Elements of a feed or item called so. */
export const fieldOf = (node: XmlNode, name: string): readonly XmlNode[] => childrenOf(node, shelter(name))

/**
 * An XML element as rss-parser hands it over: text alone, or an object with the text under `_`, attributes under `$` and child
 * elements as arrays. Nothing of it is trusted: every access goes through these functions.
 */
export type XmlNode = unknown

const isObject = (node: XmlNode): node is Readonly<Record<string, unknown>> =>
  typeof node === 'object' && node !== null && !Array.isArray(node)

/** What stands under a key of an element. */
const memberOf = (node: XmlNode, key: string): unknown => (isObject(node) ? node[key] : undefined)

/** Own text of an element, without that of its children; '' when it has none. */
export function textOf(node: XmlNode): string {
  if (typeof node === 'string') return node
  return isObject(node) && typeof node['_'] === 'string' ? node['_'] : ''
}

/** Value of an attribute, or null. */
export function attributeOf(node: XmlNode, name: string): string | null {
  const attributes = isObject(node) ? node['$'] : undefined
  const value = isObject(attributes) ? attributes[name] : undefined
  return typeof value === 'string' ? value : null
}

const NONE: readonly XmlNode[] = []

/** Child elements of that name; empty when there are none. */
export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  const children = memberOf(node, name)
  return Array.isArray(children) ? children : NONE
}

/** Whether there are elements in it, which means that text was lost between them. */
export const hasChildren = (node: XmlNode): boolean =>
  isObject(node) && Object.keys(node).some((key) => key !== '_' && key !== '$')
