import { fieldOf, hasChildren, type RawFeed, type XmlNode } from './read-xml.ts'
import { ALIASES, FEED_TEXTS, ITEM_TEXTS, KNOWN_PREFIXES, prefixOf, SPELLING } from './feed-terms.ts'

/**
 * Whether rss-parser accepted a feed but read it wrongly: it missed entries, names or namespaces have other
 * prefixes or another case, references name Windows-1252 code points, or texts contain markup (it loses the
 * order of words). Such a feed is read from its tokens instead.
 */
export function isMisread(xml: string, raw: RawFeed): boolean {
  return (
    raw.items.length !== raw.itemElements ||
    (xml.includes('&#') && WINDOWS_REFERENCE.test(xml)) ||
    hasOddNames(raw.names) ||
    hasOddNamespaces(xml) ||
    hasLostWords(raw)
  )
}

/**
 * Old software writes Windows-1252 code points as references (`&#146;` for an apostrophe). XML turns them
 * into control characters; HTML maps them to the intended ones.
 */
const WINDOWS_REFERENCE = /&#(?:1(?:2[89]|[34]\d|5\d)|x[89][\da-f]);/i

/** Whether a text has elements in it. */
function hasLostWords({ feed, items, names }: RawFeed): boolean {
  const itemTexts = ITEM_TEXTS.filter((name) => names.has(name))
  return hasMarkupIn(feed, FEED_TEXTS) || items.some((item) => hasMarkupIn(item, itemTexts))
}

const hasMarkupIn = (node: XmlNode, texts: readonly string[]): boolean =>
  texts.some((name) => fieldOf(node, name).some(hasChildren))

/** An entry whose name has a prefix. */
const ITEM_NAME = /:(?:item|entry)$/i

function hasOddNames(names: ReadonlySet<string>): boolean {
  for (const name of names) {
    const spelling = SPELLING.get(name.toLowerCase())
    if (spelling !== undefined && spelling !== name) return true
    if (ITEM_NAME.test(name)) return true
  }
  return false
}

/**
 * Whether a feed declares another prefix than ours for a namespace, or puts one of our elements into its own
 * default namespace. Read from the text, since rss-parser keeps no attributes of the root.
 */
function hasOddNamespaces(xml: string): boolean {
  let home: string | null = null
  const elementBefore = createElementFinder(xml)
  for (const { 1: prefix = '', 2: namespace = '', index: at } of xml.matchAll(DECLARATION)) {
    if (prefix === '') {
      const element = elementBefore(at)
      const family = prefixOf(namespace)
      const isOurs = SPELLING.has(element) || SPELLING.has(`${family}:${element}`)
      if (home !== null && namespace !== home && isOurs) return true
      if (home === null && isOurs && !['atom', '', null].includes(family)) return true
      home ??= namespace
    } else if (isOddPrefix(prefix, prefixOf(namespace))) return true
  }
  return false
}

const isOddPrefix = (prefix: string, usual: string | null): boolean =>
  usual === null ? KNOWN_PREFIXES.has(prefix) : usual !== prefix && ALIASES[prefix] !== usual

/**
 * Creates the function that returns the name, in lower case, of the element whose start tag contains a
 * position. Positions must ascend: each part of the text is searched once, however many declarations follow
 * one `<`.
 */
function createElementFinder(xml: string): (position: number) => string {
  let start = -1
  let searched = 0
  return (position) => {
    const found = xml.slice(searched, position).lastIndexOf('<')
    if (found >= 0) start = searched + found
    searched = position
    return /^<([^\s/>]{1,64})/.exec(xml.slice(start, start + 66))?.[1]?.toLowerCase() ?? ''
  }
}

const DECLARATION = /(?<=\s)xmlns(?::([\w.-]{1,64}))?\s{0,10}=\s{0,10}["']([^"'<>]{0,256})["']/g

/**
 * Whether a text holds a `<!` that is neither CDATA, nor a comment, nor one short DOCTYPE. The parser under
 * rss-parser (sax) reads such declarations in quadratic time: 100 KB of them would block it for minutes.
 */
export function hasOddDeclarations(xml: string): boolean {
  let doctypes = 0
  for (let at = xml.indexOf('<!'); at >= 0; at = xml.indexOf('<!', at + 2)) {
    if (xml.startsWith('[CDATA[', at + 2) || xml.startsWith('--', at + 2)) continue
    if (!xml.startsWith('DOCTYPE', at + 2) || !isShort(xml, at)) return true
    doctypes += 1
    if (doctypes > 1) return true
  }
  return false
}

/** DOCTYPEs of feeds usually name a DTD. Those with declarations inside are read from tokens. */
function isShort(xml: string, start: number): boolean {
  const head = xml.slice(start, start + 512)
  const end = head.indexOf('>')
  return end > 0 && !head.slice(0, end).includes('[')
}
