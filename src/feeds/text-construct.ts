import { attributeOf, textOf, type XmlNode } from './nodes.ts'

/**
 * What a title, summary or body holds, as HTML. Atom may carry it in base64: Atom 0.3 says so by `mode`, Atom 1.0 by a `type` that
 * is neither text nor XML (RFC 4287, 4.1.3.3).
 */
export function htmlOf(element: XmlNode): string {
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
