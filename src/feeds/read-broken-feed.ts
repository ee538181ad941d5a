import {
  innerScope,
  localName,
  lookUp,
  spellingOf,
  keptAttributes,
  type Attribute,
  type Home,
  type Scope,
} from './element-names.ts'
import { VOID } from './loose-html.ts'
import { MAX_ENTRIES } from './normalise-feed.ts'
import { keepElement, textOf, type RawFeed } from './read-xml.ts'
import { readTokens, type StartTag, type TokenHandler } from './read-tokens.ts'
import { TEXT_FIELDS } from './feed-terms.ts'

/** A feed read from its tokens, in the form in which rss-parser returns well-formed ones. */
export interface RepairedFeed extends Pick<RawFeed, 'feed' | 'items' | 'names'> {
  /** How many entries were left out because they are empty, or because the text ends within them. */
  readonly lost: number
  /** Whether the text ends within an entry. */
  readonly cut: boolean
  /** Whether the limit of elements or entries was reached. */
  readonly truncated: boolean
}

/**
 * Reads a broken or unusual feed. Normalises prefixes and spelling, separates entries even if tags were not
 * closed, keeps markup inside texts as text, keeps `xml:base` with links, and leaves out elements that we do
 * not read. Linear in the length of the text. Returns null if the text contains no feed.
 */
export function readBrokenFeed(text: string, base: string | null): RepairedFeed | null {
  const repair = new Repair(base)
  readTokens(text, repair)
  return repair.result(!/>\s*$/u.test(text.slice(-MOST_SPACE_BEHIND)))
}

/** More white space stands at the end of no feed; longer is taken for text. */
const MOST_SPACE_BEHIND = 1_000

/** Feeds nest five levels deep. */
const MAX_DEPTH = 100

/** More than any feed holds within the size limit of a read. Bounds memory. */
const MAX_ELEMENTS = 300_000

const ROOTS: ReadonlySet<string> = new Set(['rss', 'channel', 'rdf', 'feed'])
const ITEMS: ReadonlySet<string> = new Set(['item', 'entry'])
const STRUCTURE: ReadonlySet<string> = new Set(['rss', 'feed', 'rdf:RDF', 'channel', ...ITEMS])

/** Fields that never occur in HTML. If one begins inside a text, the text was not closed. */
const NEVER_IN_TEXT: ReadonlySet<string> = ITEMS.union(
  new Set(
    'guid pubDate description updated published issued modified enclosure content:encoded dc:creator dc:date'.split(
      ' ',
    ),
  ),
)

/**
 * Attributes of CDF that carry what other formats write as elements
 * (https://www.w3.org/TR/NOTE-CDFsubmit.html).
 */
const CDF_FIELDS: ReadonlyMap<string, string> = new Map([
  ['href', 'link'],
  ['lastmod', 'lastmod'],
])

type Element = Record<string, unknown>

/** An open element. */
interface Frame {
  readonly name: string
  /** Its name in our spelling, or null if we do not read it. */
  readonly spelling: string | null
  readonly scope: Scope | null
  readonly base: string | null
  /** What is kept of the element, or null. */
  readonly element: Element | null
}

/** A text field being read: everything up to its end tag is content, including markup. */
interface Capture {
  /** Name as written, which the end tag must repeat. */
  readonly name: string
  readonly spelling: string
  /** The attributes of the field that we read. */
  readonly attributes: Readonly<Record<string, string>>
  /** How many elements of the same name are open inside. */
  nested: number
  html: string
  plain: string
  /** Whether it contains elements other than one `div` around escaped HTML. */
  hasMarkup: boolean
}

class Repair implements TokenHandler {
  readonly #base: string | null
  readonly #frames: Frame[] = []
  /** How many elements of each name are open. Detects a stray end tag without searching. */
  readonly #open = new Map<string, number>()
  readonly #names = new Set<string>()
  readonly #feed: Element = {}
  readonly #items: Element[] = []
  #item: Element | null = null
  #capture: Capture | null = null
  #home: Home | null = null
  #elements = 0
  /** Whether an entry was left because the next one began: a feed that does not close its entries. */
  #closesNone = false
  #isTruncated = false

  constructor(base: string | null) {
    this.#base = base
  }

  /** `endsInTag` tells that the text does not end behind a tag. */
  result(endsInTag: boolean): RepairedFeed | null {
    // A single entry may be all that its software wrote.
    const isWithin =
      endsInTag || this.#capture !== null || !isStructural(this.#frames.at(-1)) || this.#items.length > 1
    const cut = this.#item !== null && isWithin && !this.#closesNone
    if (cut && this.#items.at(-1) === this.#item) this.#items.pop()
    while (this.#frames.length > 0) this.#leave()
    if (this.#home === null) return null
    const items = this.#items.filter((item) => Object.keys(item).some((key) => key !== '$'))
    return {
      feed: this.#feed,
      items,
      names: this.#names,
      lost: this.#items.length - items.length + (cut ? 1 : 0),
      cut,
      truncated: this.#isTruncated,
    }
  }

  text(html: string, plain: string): void {
    if (this.#capture) {
      this.#capture.html += html
      this.#capture.plain += plain
      return
    }
    const element = this.#frames.at(-1)?.element
    if (element) element['_'] = `${textOf(element)}${plain}`
  }

  start(tag: StartTag): void {
    this.#elements += 1
    if (this.#elements > MAX_ELEMENTS) {
      this.#isTruncated = true
      return
    }
    const outer = this.#frames.at(-1)?.scope ?? null
    // A prefix is looked up through all outer declarations, so their depth is limited: elements may be nested
    // thousands deep on purpose.
    const scope = this.#frames.length < MAX_DEPTH ? innerScope(outer, tag.attributes) : outer
    if (this.#home === null) {
      this.#enterRoot(tag, scope)
      return
    }
    const spelling = spellingOf(tag.name, scope, this.#home)
    if (this.#capture && !endsText(spelling, this.#capture)) {
      startIn(this.#capture, tag)
      return
    }
    this.#endCapture()
    this.#enter(tag, spelling, scope)
    if (tag.isEmpty) this.end(tag.name)
  }

  end(name: string): void {
    const capture = this.#capture
    if (capture && name === capture.name && capture.nested === 0) {
      this.#endCapture()
      return
    }
    if (capture && !this.#closesAround(name)) {
      if (name === capture.name) capture.nested -= 1
      keepMarkup(capture, `</${localName(name)}>`)
      return
    }
    if ((this.#open.get(name) ?? 0) === 0) return
    while (this.#leave()?.name !== name);
  }

  #enterRoot(tag: StartTag, scope: Scope | null): void {
    const local = localName(tag.name).toLowerCase()
    if (!ROOTS.has(local)) return
    const colon = tag.name.indexOf(':')
    this.#home = {
      isAtom: local === 'feed',
      namespace: lookUp(colon < 0 ? '' : tag.name.slice(0, colon), scope),
    }
    this.#enter(tag, local === 'channel' ? 'channel' : 'rss', scope)
  }

  #enter(tag: StartTag, spelling: string | null, scope: Scope | null): void {
    if (spelling !== null && ITEMS.has(spelling)) this.#leaveItem()
    const outer = this.#frames.at(-1)
    const base = this.#baseIn(tag.attributes, outer?.base ?? null)
    const isWanted =
      spelling !== null &&
      !STRUCTURE.has(spelling) &&
      (isStructural(outer) || (outer?.element ?? null) !== null)
    const attributes = keptAttributes(tag.attributes, scope)
    if (isWanted && TEXT_FIELDS.has(spelling)) {
      this.#capture = { name: tag.name, spelling, attributes, ...NO_TEXT }
      return
    }
    const ownBase = isWanted && spelling.endsWith('link') && base !== null ? { 'xml:base': base } : {}
    const element = isWanted ? this.#keep(spelling, { $: { ...ownBase, ...attributes } }) : null
    this.#frames.push({ name: tag.name, spelling, scope, base, element })
    this.#open.set(tag.name, (this.#open.get(tag.name) ?? 0) + 1)
    if (spelling !== null && ITEMS.has(spelling)) this.#startItem(attributes)
    if (spelling === 'channel' || (spelling !== null && ITEMS.has(spelling))) this.#keepCdf(tag.attributes)
  }

  #startItem(attributes: Element): void {
    this.#item = { $: attributes }
    if (this.#items.length < MAX_ENTRIES) this.#items.push(this.#item)
    else this.#isTruncated = true
  }

  /** Keeps the address and date that CDF writes as attributes of channels and items. */
  #keepCdf(attributes: readonly Attribute[]): void {
    for (const { name, value } of attributes) {
      const field = CDF_FIELDS.get(name.toLowerCase())
      if (field !== undefined && value !== '') this.#keep(field, { _: value })
    }
  }

  #baseIn(attributes: readonly Attribute[], outer: string | null): string | null {
    const written = attributes.find(({ name }) => name.toLowerCase() === 'xml:base')?.value
    if (written === undefined) return outer
    return URL.parse(written, outer ?? this.#base ?? undefined)?.href ?? outer
  }

  /** Keeps an element in the open element, or else in the entry or feed. */
  #keep(name: string, element: Element): Element {
    this.#names.add(name)
    keepElement(this.#frames.at(-1)?.element ?? this.#item ?? this.#feed, name, element)
    return element
  }

  #leaveItem(): void {
    if (this.#item !== null) this.#closesNone = true
    while (this.#item) this.#leave()
  }

  #leave(): Frame | undefined {
    this.#endCapture()
    const frame = this.#frames.pop()
    if (!frame) return undefined
    this.#open.set(frame.name, (this.#open.get(frame.name) ?? 1) - 1)
    // White space around child elements is layout.
    if (frame.element && textOf(frame.element).trim() === '') delete frame.element['_']
    if (frame.spelling !== null && ITEMS.has(frame.spelling)) this.#item = null
    return frame
  }

  #endCapture(): void {
    const capture = this.#capture
    this.#capture = null
    // Markup inside the field is kept as text.
    if (capture)
      this.#keep(capture.spelling, {
        $: capture.attributes,
        _: capture.hasMarkup ? capture.html : capture.plain,
      })
  }

  /** Whether an end tag inside a text closes the entry or feed around it. */
  #closesAround(name: string): boolean {
    if (this.#home === null || (this.#open.get(name) ?? 0) === 0) return false
    const spelling = spellingOf(name, this.#frames.at(-1)?.scope ?? null, this.#home)
    return spelling !== null && STRUCTURE.has(spelling)
  }
}

const isStructural = (frame: Frame | undefined): boolean =>
  frame !== undefined && frame.spelling !== null && STRUCTURE.has(frame.spelling)

const NO_TEXT = { nested: 0, html: '', plain: '', hasMarkup: false }

function startIn(capture: Capture, { name, source, isEmpty }: StartTag): void {
  const local = localName(name)
  capture.hasMarkup ||= !wrapsEscaped(capture, local)
  keepMarkup(capture, `<${local}${source}>`)
  if (!isEmpty) capture.nested += name === capture.name ? 1 : 0
  else if (!VOID.has(local.toLowerCase())) keepMarkup(capture, `</${local}>`)
}

function keepMarkup(capture: Capture, tag: string): void {
  capture.html += tag
  capture.plain += tag
}

/**
 * Whether an element is the `div` that some software wraps around escaped HTML whose type says so. The
 * content of the `div` is still escaped: an Atom text is what its type says (feedparser's reference,
 * entries[i].content[j].type; RFC 4287, 3.1.1.2).
 */
const wrapsEscaped = ({ attributes, plain }: Capture, element: string): boolean =>
  element === 'div' && plain.trim() === '' && /^(?:text\/)?html$/i.test(attributes['type'] ?? '')

const endsText = (spelling: string | null, capture: Capture): boolean =>
  spelling !== null && spelling !== capture.spelling && NEVER_IN_TEXT.has(spelling)
