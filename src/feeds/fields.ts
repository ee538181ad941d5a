import { parseDate } from './parse-date.ts'
import { attributeOf, fieldOf, textOf, type XmlNode } from './read-xml.ts'
import { resolveUrl } from './resolve-url.ts'
import type { FeedField, ItemField } from './feed-terms.ts'

/** Fields in the order in which they count. */
export type Fields = readonly (FeedField | ItemField)[]

/** What the first element of these fields holds that `read` makes something of. */
function firstOf<T>(node: XmlNode, fields: Fields, read: (element: XmlNode) => T | null): T | null {
  for (const field of fields) {
    for (const element of fieldOf(node, field)) {
      const found = read(element)
      if (found !== null) return found
    }
  }
  return null
}

const ownText = (element: XmlNode): string | null => textOf(element).trim() || null
const ownHtml = (element: XmlNode): string | null => htmlOf(element).trim() || null
const ownDate = (element: XmlNode): number | null => parseDate(textOf(element))

export const firstText = (node: XmlNode, fields: Fields): string | null => firstOf(node, fields, ownText)
export const firstHtml = (node: XmlNode, fields: Fields): string | null => firstOf(node, fields, ownHtml)
export const firstDate = (node: XmlNode, fields: Fields): number | null => firstOf(node, fields, ownDate)

/** The page that these links lead to. RSS writes the address as text, Atom as `href`; both occur in both. */
export function firstLink(node: XmlNode, fields: Fields, base: string | null): string | null {
  let second: string | null = null
  for (const field of fields) {
    for (const element of fieldOf(node, field)) {
      const rel = attributeOf(element, 'rel')
      if (rel !== null && rel.toLowerCase() !== 'alternate') continue
      const ownBase = attributeOf(element, 'xml:base')
      const url = resolveUrl(
        attributeOf(element, 'href') ?? textOf(element),
        ownBase === null ? base : (resolveUrl(ownBase, base) ?? base),
      )
      const type = attributeOf(element, 'type')
      if (url && (type === null || type.includes('html'))) return url
      second ??= url
    }
  }
  return second
}

/** What `xml:base` on the element makes of the base around it. */
export function baseIn(node: XmlNode, outer: string | null): string | null {
  const written = attributeOf(node, 'xml:base')
  return written === null ? outer : (resolveUrl(written, outer) ?? outer)
}

/** A language tag, as written. */
export const languageOf = (node: XmlNode, fields: Fields): string | null =>
  languageTag(firstText(node, fields) ?? attributeOf(node, 'xml:lang')?.trim())

/** An entry's own name as a feed wrote it, or null for what is too long to be a name. */
export const guidOf = (written: string | null): string | null =>
  written !== null && written.length <= MAX_LENGTH ? written : null

/** As of addresses, which most of them are. */
const MAX_LENGTH = 4096

/** A language as feeds write it (`en`, `pt-BR`, `zh_Hans`), or null for what is none. */
export const languageTag = (written: string | undefined): string | null =>
  written !== undefined && /^[a-z]{2,3}(?:[-_]\w{1,12}){0,4}$/i.test(written) ? written : null

/**
 * What a title, summary or body holds, as HTML. Atom may carry it in base64: Atom 0.3 says so by `mode`, Atom 1.0 by a `type` that
 * is neither text nor XML (RFC 4287, 4.1.3.3).
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
