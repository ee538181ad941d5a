import Parser from 'rss-parser'
import { FEED_FIELDS, ITEM_FIELDS } from './feed-terms.ts'

/**
 * A feed as rss-parser read it, without interpretation. `fieldOf` returns the fields of the feed and of each
 * item.
 */
export interface RawFeed {
  readonly feed: XmlNode
  readonly items: readonly XmlNode[]
  /** All element names that occur. */
  readonly names: ReadonlySet<string>
  /** How many `item` and `entry` elements occur, at any level. */
  readonly itemElements: number
}

/** Reads well-formed RSS, RDF or Atom with rss-parser. Rejects with rss-parser's error otherwise. */
export async function readXml(xml: string): Promise<RawFeed> {
  const names = new Map<string, string>()
  let itemElements = 0
  const noteName = (name: string): string => {
    if (name === 'item' || name === 'entry') itemElements += 1
    // rss-parser would copy a million empty items field by field. Reading from tokens stops in time.
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
      // Items usually stand inside the channel, where they are copied whole. In RDF they stand beside it.
      item: isRdf ? keepWhole(ITEM_FIELDS) : [],
    },
  }
  // Created with `Reflect.construct`, because rss-parser's types allow renamed fields for items only. The
  // code accepts them for feeds too.
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
 * Elements that rss-parser would interpret, renamed so that it leaves them alone. It strips bodies with a
 * quadratic regular expression (180 KB can block it for 20 s), and one unreadable date or one link without
 * attributes makes it lose a whole Atom feed.
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

/** `$` is not an element but the key under which attributes are kept. */
const keyOf = (field: string): string => (field === '$' ? field : shelter(field))

/** Prefix of the copies that rss-parser makes for us, so that they never collide with its own fields. */
const COPY = '@'

const keepWhole = (fields: readonly string[]): readonly unknown[] =>
  fields.map((field) => [keyOf(field), `${COPY}${field}`, { keepArray: true }])

/** Rebuilds the element from the copies that rss-parser made, with the fields that we read. */
function original(parsed: XmlNode, fields: readonly string[]): XmlNode {
  const members = fields.map((field): [string, unknown] => [
    keyOf(field),
    memberOf(parsed, `${COPY}${field}`),
  ])
  return Object.fromEntries(members.filter(([, member]) => member !== undefined))
}

/** Adds a child element so that `fieldOf` and `childrenOf` find it. */
export function keepElement(inside: Record<string, unknown>, name: string, element: XmlNode): void {
  const key = shelter(name)
  const known = inside[key]
  if (Array.isArray(known)) known.push(element)
  else inside[key] = [element]
}

/** Returns the elements of that name in a feed or item. */
export const fieldOf = (node: XmlNode, name: string): readonly XmlNode[] => childrenOf(node, shelter(name))

/**
 * An XML element as rss-parser returns it: only text, or an object with the text under `_`, attributes under
 * `$` and child elements as arrays. Nothing in it is trusted; every access goes through these functions.
 */
export type XmlNode = unknown

const isObject = (node: XmlNode): node is Readonly<Record<string, unknown>> =>
  typeof node === 'object' && node !== null && !Array.isArray(node)

/** Returns the value under a key of an element. */
const memberOf = (node: XmlNode, key: string): unknown => (isObject(node) ? node[key] : undefined)

/** Returns an element's own text without that of its children; '' if it has none. */
export function textOf(node: XmlNode): string {
  if (typeof node === 'string') return node
  return isObject(node) && typeof node['_'] === 'string' ? node['_'] : ''
}

/** Returns the value of an attribute, or null. */
export function attributeOf(node: XmlNode, name: string): string | null {
  const attributes = isObject(node) ? node['$'] : undefined
  const value = isObject(attributes) ? attributes[name] : undefined
  return typeof value === 'string' ? value : null
}

const NONE: readonly XmlNode[] = []

/** Returns the child elements of that name; empty if there are none. */
export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  const children = memberOf(node, name)
  return Array.isArray(children) ? children : NONE
}

/** Whether an element has children, which means that text between them was lost. */
export const hasChildren = (node: XmlNode): boolean =>
  isObject(node) && Object.keys(node).some((key) => key !== '_' && key !== '$')
