import { fieldOf, hasChildren, type RawFeed, type XmlNode } from './read-xml.ts'
import { ALIASES, FEED_TEXTS, ITEM_TEXTS, KNOWN_PREFIXES, prefixOf, SPELLING } from './feed-terms.ts'

/**
 * Whether rss-parser took a feed, but not as it is meant: entries it did not find, names in other prefixes or another case, markup
 * inside texts (it loses the order of words), relative bases. Such a feed is read from its tokens.
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

/** Old software writes Windows-1252 code points as references (`&#146;` for an apostrophe); XML makes them control characters, HTML mends them. */
const WINDOWS_REFERENCE = /&#(?:1(?:2[89]|[34]\d|5\d)|x[89][\da-f]);/i

/** Text with elements in it. */
function hasLostWords({ feed, items, names }: RawFeed): boolean {
  const itemTexts = ITEM_TEXTS.filter((name) => names.has(name))
  return hasMarkupIn(feed, FEED_TEXTS) || items.some((item) => hasMarkupIn(item, itemTexts))
}

const hasMarkupIn = (node: XmlNode, texts: readonly string[]): boolean =>
  texts.some((name) => fieldOf(node, name).some(hasChildren))

/** An entry under a prefix. */
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
 * A prefix that stands for a namespace we call otherwise, or one of our elements in a namespace of its own. Read from the text, since rss-parser
 * keeps no attributes of the root.
 */
function hasOddNamespaces(xml: string): boolean {
  let home: string | null = null
  for (const { 1: prefix = '', 2: namespace = '', index: at } of xml.matchAll(DECLARATION)) {
    if (prefix === '') {
      const element = elementBefore(xml, at)
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

/** Name of the element in whose start tag a position lies, in lower case. */
function elementBefore(xml: string, position: number): string {
  const start = xml.lastIndexOf('<', position)
  return /^<([^\s/>]{1,64})/.exec(xml.slice(start, start + 66))?.[1]?.toLowerCase() ?? ''
}

const DECLARATION = /(?<=\s)xmlns(?::([\w.-]{1,64}))?\s{0,10}=\s{0,10}["']([^"'<>]{0,256})["']/g

/**
 * Whether a text holds a `<!` that is neither CDATA, nor a comment, nor one short DOCTYPE. The parser below rss-parser (sax) reads such declarations in
 * quadratic time: 100 KB of them would hold it for minutes.
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

/** DOCTYPEs of feeds name a DTD; ones with declarations inside are read from tokens. */
function isShort(xml: string, start: number): boolean {
  const head = xml.slice(start, start + 512)
  const end = head.indexOf('>')
  return end > 0 && !head.slice(0, end).includes('[')
}
