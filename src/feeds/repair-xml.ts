import { decodeHTMLStrict, escapeUTF8 } from 'entities'
import { Tokenizer } from 'htmlparser2'
import { closeOpenCdata } from './close-cdata.ts'
import { declaredEntities } from './declared-entities.ts'
import {
  innerScope,
  localName,
  lookUp,
  spellingOf,
  type Attribute,
  type Home,
  type Scope,
} from './element-names.ts'
import { MAX_ENTRIES } from './normalise-feed.ts'
import { TEXT_FIELDS } from './vocabulary.ts'

/** A feed made well-formed, ready for `readXml`. */
export interface RepairedXml {
  readonly xml: string
  readonly format: 'rss' | 'rdf' | 'atom'
  /** Entries with nothing in them, left out. */
  readonly lost: number
  /** The cap on elements or on entries was reached. */
  readonly truncated: boolean
}

/**
 * Writes a broken or unusual feed anew: usual prefixes and spellings, entries side by side whatever was not closed, markup inside texts
 * escaped, `xml:base` resolved into links, elements we do not read left out. Works on the tokens of a tolerant tokenizer and is linear in
 * the length of the text. Returns null when there is no feed in it.
 */
export function repairXml(broken: string, base: string | null): RepairedXml | null {
  const text = closeOpenCdata(broken)
  const repair = new Repair(text, base)
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, repair)
  tokenizer.write(text)
  tokenizer.end()
  return repair.result()
}

/** Characters that a feed's own entities may add up to: real ones are a handful of names. */
const MAX_GROWTH = 100_000

const START_AND_END = 2

/** Feeds nest five deep. */
const MAX_DEPTH = 100

/** More than any feed holds within the size limit of a read; bounds memory. */
const MAX_ELEMENTS = 300_000

/** An open element. */
interface Frame {
  readonly raw: string
  readonly spelling: string | null
  readonly scope: Scope | null
  readonly base: string | null
  /** Written to the output, so that its end must be too. */
  readonly isWritten: boolean
}

/** A text field being read: everything up to its end is its content, markup included. */
interface Capture {
  readonly raw: string
  readonly spelling: string
  readonly attributes: string
  /** How many elements of the same name are open inside. */
  nested: number
  html: string
  text: string
  hasMarkup: boolean
}

const ITEMS: ReadonlySet<string> = new Set(['item', 'entry'])
const STRUCTURE: ReadonlySet<string> = new Set(['rss', 'feed', 'rdf:RDF', 'channel', 'item', 'entry'])

/** Fields that no HTML contains: met inside a text, the text was not closed. */
const NEVER_IN_TEXT: ReadonlySet<string> = new Set([
  'guid',
  'pubDate',
  'description',
  'updated',
  'published',
  'issued',
  'modified',
  'enclosure',
  'content:encoded',
  'dc:creator',
  'dc:date',
])

/** Attributes that are kept, in their right spelling. */
const ATTRIBUTES: ReadonlyMap<string, string> = new Map(
  [
    'href',
    'rel',
    'type',
    'mode',
    'url',
    'src',
    'term',
    'label',
    'medium',
    'isPermaLink',
    'rdf:about',
    'xml:lang',
  ].map((name) => [name.toLowerCase(), name]),
)

class Repair {
  readonly #text: string
  readonly #base: string | null
  readonly #entities: ReadonlyMap<string, string>
  readonly #frames: Frame[] = []
  /** How often each name is open: tells a stray end tag without searching. */
  readonly #open = new Map<string, number>()
  readonly #head: string[] = []
  readonly #items: string[][] = []
  #item: string[] | null = null
  #capture: Capture | null = null
  #home: Home | null = null
  #format: RepairedXml['format'] | null = null
  #elements = 0
  #isTruncated = false
  #grown = 0

  #tag = ''
  #tagStart = 0
  #attributes: Attribute[] = []
  #attributeName = ''
  #attributeValue = ''

  constructor(text: string, base: string | null) {
    this.#text = text
    this.#base = base
    this.#entities = declaredEntities(text)
  }

  result(): RepairedXml | null {
    while (this.#frames.length > 0) this.#pop()
    if (this.#format === null) return null
    // An empty Atom entry reaches rss-parser as a string, whose methods it takes for fields.
    const items = this.#items.filter((item) => item.length > START_AND_END)
    const body = this.#head.join('') + items.map((item) => item.join('')).join('')
    const xml =
      this.#format === 'atom'
        ? `<feed xmlns="http://www.w3.org/2005/Atom">${body}</feed>`
        : `<rss version="2.0"><channel>${body}</channel></rss>`
    return {
      xml,
      format: this.#format,
      lost: this.#items.length - items.length,
      truncated: this.#isTruncated,
    }
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#text.slice(start, end)
    this.#tagStart = start
    this.#attributes = []
  }

  onattribname(start: number, end: number): void {
    this.#attributeName = this.#text.slice(start, end)
    this.#attributeValue = ''
  }

  onattribdata(start: number, end: number): void {
    this.#attributeValue += this.#text.slice(start, end)
  }

  onattribend(): void {
    if (this.#attributes.length < MAX_ATTRIBUTES)
      this.#attributes.push({ name: this.#attributeName, value: this.#decode(this.#attributeValue) })
  }

  onopentagend(end: number): void {
    this.#start(end)
  }

  onselfclosingtag(end: number): void {
    this.#start(end)
    if (this.#capture?.raw === this.#tag && this.#capture.nested === 0 && this.#capture.html === '')
      this.#endCapture()
    else this.#end(this.#tag)
  }

  onclosetag(start: number, end: number): void {
    this.#end(this.#text.slice(start, end).trim())
  }

  ontext(start: number, end: number): void {
    const raw = this.#text.slice(start, end)
    this.#addText(raw, this.#decode(raw))
  }

  oncdata(start: number, end: number, endOffset: number): void {
    const text = this.#text.slice(start, end - endOffset)
    this.#addText(escapeUTF8(text), text)
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onattribentity(): void {}
  ontextentity(): void {}
  onend(): void {}

  #decode(raw: string): string {
    if (!raw.includes('&')) return raw
    return decodeHTMLStrict(this.#entities.size === 0 ? raw : this.#replaceEntities(raw))
  }

  #replaceEntities(raw: string): string {
    return raw.replace(/&([\w.-]{1,64});/g, (whole, name: string) => {
      const text = this.#entities.get(name) ?? whole
      this.#grown += text.length
      return this.#grown > MAX_GROWTH ? whole : text
    })
  }

  #addText(html: string, text: string): void {
    if (this.#capture) {
      this.#capture.html += html
      this.#capture.text += text
    } else if (this.#frames.at(-1)?.isWritten) {
      this.#write(escapeUTF8(text))
    }
  }

  #write(xml: string): void {
    ;(this.#item ?? this.#head).push(xml)
  }

  #start(end: number): void {
    this.#elements += 1
    if (this.#elements > MAX_ELEMENTS) {
      this.#isTruncated = true
      return
    }
    const outer = this.#frames.at(-1)
    // Looking up a prefix walks the declarations outwards: not through thousands of elements made to be deep.
    const scope =
      this.#frames.length < MAX_DEPTH
        ? innerScope(outer?.scope ?? null, this.#attributes)
        : (outer?.scope ?? null)
    if (this.#home === null) {
      this.#findRoot(scope)
      return
    }
    const spelling = spellingOf(this.#tag, scope, this.#home)
    if (this.#capture) {
      if (!this.#endsText(spelling)) {
        this.#addMarkup(end)
        return
      }
      this.#endCapture()
    }
    this.#enter(spelling, scope)
  }

  #endsText(spelling: string | null): boolean {
    if (spelling === null || spelling === this.#capture?.spelling) return false
    return ITEMS.has(spelling) || NEVER_IN_TEXT.has(spelling)
  }

  #addMarkup(end: number): void {
    const capture = this.#capture
    if (!capture) return
    if (this.#tag === capture.raw) capture.nested += 1
    capture.hasMarkup = true
    capture.html += `<${localName(this.#tag)}${this.#text.slice(this.#tagStart + this.#tag.length, end)}>`
  }

  #findRoot(scope: Scope | null): void {
    const format = ROOTS.get(localName(this.#tag).toLowerCase())
    if (!format) return
    const colon = this.#tag.indexOf(':')
    this.#format = format
    this.#home = {
      isAtom: format === 'atom',
      namespace: lookUp(colon < 0 ? '' : this.#tag.slice(0, colon), scope),
    }
    this.#enter(localName(this.#tag).toLowerCase() === 'channel' ? 'channel' : 'rss', scope)
  }

  #enter(spelling: string | null, scope: Scope | null): void {
    const outer = this.#frames.at(-1)
    const written = this.#attributes.find(({ name }) => name.toLowerCase() === 'xml:base')?.value
    const outerBase = outer ? outer.base : null
    const base =
      written === undefined
        ? outerBase
        : (URL.parse(written, outerBase ?? this.#base ?? undefined)?.href ?? outerBase)
    const frame = { raw: this.#tag, spelling, scope, base }

    if (spelling !== null && ITEMS.has(spelling)) {
      while (this.#item) this.#pop()
      this.#item = []
      if (this.#items.length < MAX_ENTRIES) this.#items.push(this.#item)
      else this.#isTruncated = true
      const name = this.#format === 'atom' ? 'entry' : 'item'
      this.#push({ ...frame, isWritten: false })
      this.#write(`<${name}${this.#written(base, scope, spelling)}>`)
      this.#writeHref()
    } else if (spelling !== null && STRUCTURE.has(spelling)) {
      this.#push({ ...frame, isWritten: false })
      if (spelling === 'channel') this.#writeHref()
    } else if (spelling !== null && (isStructural(outer) || outer?.isWritten)) {
      const attributes = this.#written(base, scope, spelling)
      if (TEXT_FIELDS.has(spelling)) {
        this.#capture = {
          raw: this.#tag,
          spelling,
          attributes,
          nested: 0,
          html: '',
          text: '',
          hasMarkup: false,
        }
      } else {
        this.#push({ ...frame, isWritten: true })
        this.#write(`<${spelling}${attributes}>`)
      }
    } else {
      this.#push({ ...frame, isWritten: false })
    }
  }

  /** CDF gives channels and items their address as an attribute. */
  #writeHref(): void {
    const href = this.#attributes.find(({ name }) => name.toLowerCase() === 'href')?.value
    if (href) this.#write(`<link>${escapeUTF8(href)}</link>`)
  }

  #written(base: string | null, scope: Scope | null, spelling: string): string {
    let xml = base !== null && spelling.endsWith('link') ? ` xml:base="${escapeUTF8(base)}"` : ''
    const seen = new Set<string>()
    for (const { name, value } of this.#attributes) {
      const kept = keptAttribute(name, scope)
      if (kept === null || seen.has(kept)) continue
      seen.add(kept)
      xml += ` ${kept}="${escapeUTF8(value)}"`
    }
    return xml
  }

  #push(frame: Frame): void {
    this.#frames.push(frame)
    this.#open.set(frame.raw, (this.#open.get(frame.raw) ?? 0) + 1)
  }

  #pop(): void {
    if (this.#capture) this.#endCapture()
    const frame = this.#frames.pop()
    if (!frame) return
    this.#open.set(frame.raw, (this.#open.get(frame.raw) ?? 1) - 1)
    if (frame.isWritten) this.#write(`</${frame.spelling}>`)
    if (frame.spelling !== null && ITEMS.has(frame.spelling)) {
      this.#write(this.#format === 'atom' ? '</entry>' : '</item>')
      this.#item = null
    }
  }

  #end(raw: string): void {
    const capture = this.#capture
    if (capture) {
      if (raw === capture.raw && capture.nested === 0) {
        this.#endCapture()
        return
      }
      if (!this.#closesAround(raw)) {
        if (raw === capture.raw) capture.nested -= 1
        capture.html += `</${localName(raw)}>`
        return
      }
    }
    if ((this.#open.get(raw) ?? 0) === 0) return
    while (this.#frames.length > 0) {
      const last = this.#frames.at(-1)?.raw
      this.#pop()
      if (last === raw) break
    }
  }

  /** An end tag inside a text that ends the entry or feed around it. */
  #closesAround(raw: string): boolean {
    if ((this.#open.get(raw) ?? 0) === 0) return false
    const spelling = this.#home && spellingOf(raw, this.#frames.at(-1)?.scope ?? null, this.#home)
    return spelling !== null && STRUCTURE.has(spelling)
  }

  #endCapture(): void {
    const capture = this.#capture
    if (!capture) return
    this.#capture = null
    const content = capture.hasMarkup ? capture.html : capture.text
    this.#write(`<${capture.spelling}${capture.attributes}>${escapeUTF8(content)}</${capture.spelling}>`)
  }
}

/** No element of a feed has so many; bounds the work on a hostile one. */
const MAX_ATTRIBUTES = 64

const ROOTS: ReadonlyMap<string, RepairedXml['format']> = new Map([
  ['rss', 'rss'],
  ['channel', 'rss'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
])

const isStructural = (frame: Frame | undefined): boolean =>
  frame !== undefined && frame.spelling !== null && STRUCTURE.has(frame.spelling)

function keptAttribute(name: string, scope: Scope | null): string | null {
  const lower = name.toLowerCase()
  if (lower === 'rdf:resource') return 'href'
  const colon = lower.indexOf(':')
  if (colon > 0 && lookUp(name.slice(0, colon), scope)?.includes('rdf-syntax') && lower.endsWith(':about'))
    return 'rdf:about'
  return ATTRIBUTES.get(lower) ?? null
}
