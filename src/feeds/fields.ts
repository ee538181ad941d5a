import type { XmlNode } from './nodes.ts'
import { attributeOf, textOf } from './nodes.ts'
import { languageTag } from './language-tag.ts'
import { parseDate } from './parse-date.ts'
import { fieldOf } from './read-xml.ts'
import { resolveUrl } from './resolve-url.ts'
import { htmlOf } from './text-construct.ts'
import type { FeedField, ItemField } from './vocabulary.ts'

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
