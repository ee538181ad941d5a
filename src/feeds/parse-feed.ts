import { decode } from './decode.ts'
import type { Entry, FeedEntry, ParsedFeed } from './entry.ts'
import { hasOddDeclarations, isMisread } from './is-misread.ts'
import { normaliseFeed } from './normalise-feed.ts'
import { plainText } from './plain-text.ts'
import { readXml, type RawFeed } from './read-xml.ts'
import { resolveUrl } from './resolve-url.ts'

/** What came with the bytes of a feed. Header names are in lower case. */
export interface FeedContext {
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined
  /** Where the bytes came from, after redirects. */
  readonly url?: string | undefined
  /** Language of the source (ISO 639-1), used to guess a legacy character set. */
  readonly language?: string | undefined
}

/**
 * Parses bytes to entries: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF and JSON Feed, in any character set.
 * rss-parser reads well-formed feeds. A feed that it rejects or would misread is read from its tokens.
 * Rejects with `NotAFeed` if the bytes are no feed.
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

/** Like `parseFeed`, and adds the clean text of each entry. */
export async function readEntries(bytes: Uint8Array, context: FeedContext): Promise<ParsedFeed> {
  const feed = await parseFeed(bytes, context)
  return { ...feed, entries: feed.entries.map((entry): Entry => ({ ...entry, text: textOf(entry) })) }
}

/** Returns the text of the longer body, or of the other one if the longer has no text (pictures only). */
function textOf({ content, summary }: FeedEntry): string {
  const [longer, shorter] =
    (content ?? '').length >= (summary ?? '').length ? [content, summary] : [summary, content]
  return plainText(longer ?? '') || plainText(shorter ?? '')
}

/**
 * What was read is no feed but an HTML page, a piece of one, nothing, or something else. `code` is for
 * programs, the message for people.
 */
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
 * Closes unclosed CDATA sections at the end of their entry. An unclosed section swallows everything up to the
 * end of the next one, including the entries between, and the XML stays well-formed. Linear in the length of
 * the text: no part is searched twice for the same string.
 */
function closeOpenCdata(xml: string): string {
  const pieces: string[] = []
  let written = 0
  let entryEnd = -1
  let end = -1
  for (let start = xml.indexOf(OPEN); start >= 0;) {
    // The same `]]>` may be the next one for a million sections, so it is searched for once.
    if (end < start) end = positionAfter(CLOSE, start, xml)
    const swallowsNext = positionAfter(OPEN, start + OPEN.length, xml) < end
    if (swallowsNext && entryEnd < start) entryEnd = entryEndAfter(xml, start)
    if (swallowsNext && entryEnd < end) {
      pieces.push(xml.slice(written, entryEnd), CLOSE)
      written = entryEnd
      start = xml.indexOf(OPEN, entryEnd)
    } else {
      start = xml.indexOf(OPEN, end)
    }
  }
  return pieces.join('') + xml.slice(written)
}

const OPEN = '<![CDATA['
const CLOSE = ']]>'

/** Returns where a string occurs next, or the end of the text if it does not. */
function positionAfter(wanted: string, from: number, xml: string): number {
  const at = xml.indexOf(wanted, from)
  return at < 0 ? xml.length : at
}

/** Returns where the next entry ends, or the end of the text if none does. */
function entryEndAfter(xml: string, from: number): number {
  const end = /<\/(?:[\w.-]{1,64}:)?(?:item|entry)\s{0,10}>/gi
  end.lastIndex = from
  return end.exec(xml)?.index ?? xml.length
}

/** Atom texts written as XHTML elements: rss-parser would lose the order of their words. */
const INLINE_XHTML = /\stype=["'](?:xhtml|application\/xhtml\+xml)["']/

/** Returns null if rss-parser rejects the text or would read it wrongly. */
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

/**
 * Returns the base URL set on an RSS root, whose attributes rss-parser drops. Drupal writes one into every
 * feed.
 */
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
  const { lost, cut, truncated } = repaired
  return { ...feed, lost: feed.lost + lost, cut, truncated: feed.truncated || truncated }
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
 * Whether the head of a text is a piece of a web page's body: markup that begins with an element of HTML's
 * flow content (https://html.spec.whatwg.org/multipage/dom.html#flow-content), perhaps after some words.
 * Scripts and elements of a page's head do not count: those are whole pages without `<html>` and `<head>`.
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
