import { parseDate } from './parse-date.ts'
import { attributeOf, fieldOf, textOf, type XmlNode } from './read-xml.ts'
import { resolveUrl } from './resolve-url.ts'

/** Element names by priority. */
type Names = readonly string[]

/** Returns the first result of `read` that is not null, over the elements of these fields in order. */
function firstOf<T>(node: XmlNode, fields: Names, read: (element: XmlNode) => T | null): T | null {
  for (const field of fields) {
    for (const element of fieldOf(node, field)) {
      const found = read(element)
      if (found !== null) return found
    }
  }
  return null
}

export const firstText = (node: XmlNode, fields: Names): string | null =>
  firstOf(node, fields, (element) => textOf(element).trim() || null)
export const firstHtml = (node: XmlNode, fields: Names): string | null =>
  firstOf(node, fields, (element) => htmlOf(element).trim() || null)
export const firstDate = (node: XmlNode, fields: Names): number | null =>
  firstOf(node, fields, (element) => parseDate(textOf(element)))

/**
 * Returns the address of the page that these links lead to, preferring HTML. RSS writes the address as text,
 * Atom as `href`; both occur in both formats.
 */
export function firstLink(node: XmlNode, fields: Names, base: string | null): string | null {
  let second: string | null = null
  for (const field of fields) {
    for (const element of fieldOf(node, field)) {
      const rel = attributeOf(element, 'rel')?.toLowerCase().replace(RELATIONS, '')
      if (rel !== undefined && rel !== 'alternate') continue
      const url = resolveUrl(attributeOf(element, 'href') ?? textOf(element), baseIn(element, base))
      const type = attributeOf(element, 'type')
      if (url && (type === null || type.includes('html'))) return url
      second ??= url
    }
  }
  return second
}

/** A link relation may be written as a full URI (RFC 4287, 4.2.7.2). */
const RELATIONS = /^http:\/\/www\.iana\.org\/assignments\/relation\//

/** Returns the base URL inside an element: its `xml:base`, resolved against the base around it. */
export function baseIn(node: XmlNode, outer: string | null): string | null {
  const written = attributeOf(node, 'xml:base')
  return written === null ? outer : (resolveUrl(written, outer) ?? outer)
}

/** Returns the language tag of an element, as written. */
export const languageOf = (node: XmlNode, fields: Names): string | null =>
  languageTag(firstText(node, fields) ?? attributeOf(node, 'xml:lang')?.trim())

/** Returns an entry's own id as written, or null if it is too long to be one. */
export const guidOf = (written: string | null): string | null =>
  written !== null && written.length <= MAX_LENGTH ? written : null

/** The same limit as for addresses, since most ids are addresses. */
const MAX_LENGTH = 4096

/** Returns a language tag as feeds write it (`en`, `pt-BR`, `zh_Hans`), or null if the text is none. */
export const languageTag = (written: string | undefined): string | null =>
  written !== undefined && /^[a-z]{2,3}(?:[-_]\w{1,12}){0,4}$/i.test(written) ? written : null

/**
 * Returns the HTML of a title, summary or body. Atom may encode it in base64: Atom 0.3 says so with `mode`,
 * Atom 1.0 with a `type` that is neither text nor XML (RFC 4287, 4.1.3.3).
 */
function htmlOf(element: XmlNode): string {
  const text = textOf(element)
  return isBase64(element) ? (fromBase64(text) ?? text) : text
}

function isBase64(element: XmlNode): boolean {
  const mode = attributeOf(element, 'mode')?.toLowerCase()
  if (mode) return mode === 'base64'
  const type = attributeOf(element, 'type')?.toLowerCase() ?? ''
  return type.includes('/') && !/^text\/|[+/]xml$/.test(type)
}

function fromBase64(text: string): string | null {
  const packed = text.replace(/\s+/g, '')
  if (packed === '' || packed.length % 4 !== 0 || !/^[\w+/-]+={0,2}$/.test(packed)) return null
  return Buffer.from(packed, 'base64').toString('utf8')
}
