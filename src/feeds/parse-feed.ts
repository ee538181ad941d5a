import { decode } from './decode.ts'
import type { Entry, FeedEntry, ParsedFeed } from './entry.ts'
import { hasOddDeclarations, isMisread } from './is-misread.ts'
import { normaliseFeed } from './normalise-feed.ts'
import { plainText } from './plain-text.ts'
import { readXml, type RawFeed } from './read-xml.ts'
import { resolveUrl } from './resolve-url.ts'

/** What came with the bytes of a feed. Header names in lower case. */
export interface FeedContext {
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined
  /** Where the bytes came from, after redirects. */
  readonly url?: string | undefined
  /** ISO 639-1 of the source: helps to guess an old character set. */
  readonly language?: string | undefined
}

/**
 * Bytes to entries: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed, in any character set. A well-formed feed goes straight
 * through rss-parser; one it rejects or would misread is read from its tokens. Rejects with `NotAFeed` for what is no feed.
 */
export async function parseFeed(
  bytes: Uint8Array,
  context: FeedContext = {},
): Promise<ParsedFeed<FeedEntry>> {
  const { text } = decode(bytes, {
    contentType: context.headers?.['content-type'],
    language: context.language,
  })
  const start = text.slice(0, 1024).trimStart()
  if (start === '') throw new NotAFeed('empty', 'The answer was empty.')
  const base = baseOf(context)
  if (start.startsWith('{')) {
    const { readJsonFeed } = await import('./read-json-feed.ts')
    const feed = readJsonFeed(text, base)
    if (feed === null) throw new NotAFeed('unknown', 'The answer is JSON, but no JSON Feed.')
    return feed
  }
  const closed = closeOpenCdata(text)
  return (closed === text ? await readStraight(text, base) : null) ?? (await readRepaired(closed, base))
}

/** `parseFeed`, and for each entry its clean text. */
export async function readEntries(bytes: Uint8Array, context: FeedContext): Promise<ParsedFeed> {
  const feed = await parseFeed(bytes, context)
  return { ...feed, entries: feed.entries.map((entry): Entry => ({ ...entry, text: textOf(entry) })) }
}

/** The text of the longer body; of the other when that one holds pictures only. */
function textOf({ content, summary }: FeedEntry): string {
  const [longer, shorter] =
    (content ?? '').length >= (summary ?? '').length ? [content, summary] : [summary, content]
  return plainText(longer ?? '') || plainText(shorter ?? '')
}

/** What was read is no feed: an HTML page or a piece of one, nothing at all, something else. `code` tells programs, the text tells people. */
export class NotAFeed extends Error {
  readonly code: 'empty' | 'html' | 'fragment' | 'unknown'
  constructor(code: NotAFeed['code'], text: string) {
    super(text)
    this.name = 'NotAFeed'
    this.code = code
  }
}

function baseOf({ headers, url }: FeedContext): string | null {
  const location = headers?.['content-location']
  return (location ? resolveUrl(location, url ?? null) : null) ?? url ?? null
}

/**
 * Closes CDATA sections that nobody closed where their entry ends: they swallow the next one, and with it the entries between, in XML that is
 * well-formed all the same. Linear in the length of the text: no part of it is searched twice for the same.
 */
function closeOpenCdata(xml: string): string {
  const pieces: string[] = []
  let written = 0
  let entryEnd = 0
  for (let start = xml.indexOf(OPEN); start >= 0;) {
    const end = xml.indexOf(CLOSE, start)
    const next = xml.indexOf(OPEN, start + OPEN.length)
    const swallowsNext = next >= 0 && (end < 0 || next < end)
    if (swallowsNext && entryEnd < start) entryEnd = entryEndAfter(xml, start)
    if (swallowsNext && entryEnd < (end < 0 ? xml.length : end)) {
      pieces.push(xml.slice(written, entryEnd), CLOSE)
      written = entryEnd
      start = xml.indexOf(OPEN, entryEnd)
    } else {
      start = end < 0 ? -1 : xml.indexOf(OPEN, end)
    }
  }
  return pieces.join('') + xml.slice(written)
}

const OPEN = '<![CDATA['
const CLOSE = ']]>'

/** Where the next entry ends; the end of the text when none does. */
function entryEndAfter(xml: string, from: number): number {
  const end = /<\/(?:[\w.-]{1,64}:)?(?:item|entry)\s{0,10}>/gi
  end.lastIndex = from
  return end.exec(xml)?.index ?? xml.length
}

/** Atom texts written as elements: rss-parser would lose the order of their words. */
const INLINE_XHTML = /\stype=["'](?:xhtml|application\/xhtml\+xml)["']/

/** Null when rss-parser rejects the text or would read it wrongly. */
async function readStraight(text: string, base: string | null): Promise<ParsedFeed<FeedEntry> | null> {
  if ((text.includes('xhtml') && INLINE_XHTML.test(text)) || hasOddDeclarations(text)) return null
  let raw: RawFeed
  try {
    raw = await readXml(text)
  } catch {
    return null
  }
  return isMisread(text, raw) ? null : normaliseFeed(raw, rootBase(text, base))
}

/** The base that an RSS root sets, whose attributes rss-parser drops. Drupal writes one into every feed. */
function rootBase(text: string, base: string | null): string | null {
  const written = ROOT_BASE.exec(text.slice(0, HEAD_LENGTH))?.[1]
  return written === undefined ? base : (resolveUrl(written, base) ?? base)
}

const ROOT_BASE = /<(?:rss|rdf:RDF)\s[^>]{0,4000}?xml:base\s{0,5}=\s{0,5}["']([^"'<>]{1,2000})["']/
const HEAD_LENGTH = 8192

async function readRepaired(text: string, base: string | null): Promise<ParsedFeed<FeedEntry>> {
  const { readBrokenFeed } = await import('./read-broken-feed.ts')
  const repaired = readBrokenFeed(text, base)
  if (repaired === null) throw notAFeed(text)
  const feed = normaliseFeed(repaired, base)
  return { ...feed, lost: feed.lost + repaired.lost, truncated: feed.truncated || repaired.truncated }
}

function notAFeed(text: string): NotAFeed {
  const head = text.slice(0, 4096)
  if (/<(?:!doctype html|html|head)\b/i.test(head))
    return new NotAFeed('html', 'The address answers with a web page, not a feed.')
  return isFragment(head)
    ? new NotAFeed('fragment', 'The answer is a piece of HTML in which nothing looks like a feed.')
    : new NotAFeed('unknown', 'The answer is neither RSS, Atom, RDF nor JSON Feed.')
}

/**
 * Whether the head of a text is a piece of a web page's body without the page: markup that begins with an element of HTML's flow content
 * (https://html.spec.whatwg.org/multipage/dom.html#flow-content), perhaps after some words. Scripts and what belongs into the head of a page
 * do not count: those are pages that left their frame out.
 */
function isFragment(head: string): boolean {
  const [, first] = /<([a-z][a-z\d]*)[\s/>]/i.exec(head) ?? []
  return first !== undefined && IN_BODY.has(first.toLowerCase())
}

const IN_BODY: ReadonlySet<string> = new Set(
  (
    'a abbr address article aside audio b bdi bdo blockquote br center cite code dd del details dfn ' +
    'div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img ins kbd li ' +
    'main mark nav ol p picture pre q s section small span strong sub sup table tbody td th time tr ' +
    'u ul var video'
  ).split(' '),
)
