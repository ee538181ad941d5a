import { attributeOf, childrenOf, textOf, type XmlNode } from './nodes.ts'
import { fieldOf } from './read-xml.ts'
import { resolveUrl } from './resolve-url.ts'

/** The picture of an item: the first that Media RSS, an enclosure, iTunes or a plain `image` names. */
export function imageOf(item: XmlNode, base: string | null): string | null {
  for (const address of addresses(item)) {
    const url = address ? resolveUrl(address, base) : null
    if (url) return url
  }
  return null
}

function* addresses(item: XmlNode): Generator<string | null> {
  const groups = fieldOf(item, 'media:group')
  const media = [
    ...fieldOf(item, 'media:content'),
    ...groups.flatMap((group) => childrenOf(group, 'media:content')),
  ]
  for (const element of media) if (isPicture(element)) yield attributeOf(element, 'url')
  for (const element of fieldOf(item, 'media:thumbnail')) yield attributeOf(element, 'url')
  for (const container of [...groups, ...media])
    for (const element of childrenOf(container, 'media:thumbnail')) yield attributeOf(element, 'url')
  for (const element of fieldOf(item, 'enclosure')) if (isPicture(element)) yield attributeOf(element, 'url')
  for (const element of fieldOf(item, 'link'))
    if (attributeOf(element, 'rel') === 'enclosure' && isPicture(element)) yield attributeOf(element, 'href')
  for (const element of fieldOf(item, 'itunes:image')) yield attributeOf(element, 'href')
  for (const element of fieldOf(item, 'image')) yield textOf(childrenOf(element, 'url')[0]) || textOf(element)
}

const isPicture = (element: XmlNode): boolean =>
  attributeOf(element, 'medium') === 'image' || (attributeOf(element, 'type') ?? '').startsWith('image/')
