import { hasChildren } from './nodes.ts'
import { fieldOf, type RawFeed } from './read-xml.ts'
import { FEED_FIELDS, ITEM_FIELDS, KNOWN_PREFIXES, prefixOf, SPELLING, TEXT_FIELDS } from './vocabulary.ts'

/**
 * Whether rss-parser took a feed, but not as it is meant: entries it did not find, names in other prefixes or another case, markup
 * inside texts (it loses the order of words), relative bases. Such a feed is repaired first.
 */
export function isMisread(xml: string, raw: RawFeed): boolean {
  return (
    raw.items.length !== raw.itemElements ||
    xml.includes('xml:base') ||
    WINDOWS_REFERENCE.test(xml) ||
    hasOddNames(raw.names) ||
    hasOddNamespaces(xml) ||
    FEED_TEXTS.some((name) => fieldOf(raw.feed, name).some(hasChildren)) ||
    raw.items.some((item) => ITEM_TEXTS.some((name) => fieldOf(item, name).some(hasChildren)))
  )
}

/** Old software writes Windows-1252 code points as references (`&#146;` for an apostrophe); XML makes them control characters, HTML mends them. */
const WINDOWS_REFERENCE = /&#(?:1[2-5]\d|x[89][\da-f]);/i

const FEED_TEXTS = FEED_FIELDS.filter((name) => TEXT_FIELDS.has(name))
const ITEM_TEXTS = ITEM_FIELDS.filter((name) => TEXT_FIELDS.has(name))

function hasOddNames(names: ReadonlySet<string>): boolean {
  for (const name of names) {
    const spelling = SPELLING.get(name.toLowerCase())
    if (spelling !== undefined && spelling !== name) return true
  }
  return false
}

/** A prefix that stands for a namespace we call otherwise, or a default namespace below the root. Read from the text: rss-parser keeps no root attributes. */
function hasOddNamespaces(xml: string): boolean {
  let defaults = 0
  for (const [, prefix = '', namespace = ''] of xml.matchAll(DECLARATION)) {
    const usual = prefixOf(namespace)
    if (prefix === '') {
      defaults += 1
      if (usual !== 'atom' && usual !== '' && usual !== null) return true
    } else if (usual !== null && usual !== prefix && !isAlias(prefix, usual)) {
      return true
    } else if (usual === null && KNOWN_PREFIXES.has(prefix)) {
      return true
    }
  }
  return defaults > 1
}

/** FeedBurner declares Atom twice over under a name of its own, which the vocabulary knows. */
const isAlias = (prefix: string, usual: string): boolean => prefix === 'atom10' && usual === 'atom'

const DECLARATION = /\sxmlns(?::([\w.-]{1,64}))?\s{0,10}=\s{0,10}["']([^"'<>]{0,256})["']/g
