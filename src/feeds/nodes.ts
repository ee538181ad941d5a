/**
 * An XML element as rss-parser hands it over: text alone, or an object with the text under `_`, attributes under `$` and child
 * elements as arrays. Nothing of it is trusted: every access goes through these functions.
 */
export type XmlNode = unknown

const isObject = (node: XmlNode): node is Readonly<Record<string, unknown>> =>
  typeof node === 'object' && node !== null && !Array.isArray(node)

/** What stands under a key of an element. */
export const memberOf = (node: XmlNode, key: string): unknown => (isObject(node) ? node[key] : undefined)

/** Own text of an element, without that of its children; '' when it has none. */
export function textOf(node: XmlNode): string {
  if (typeof node === 'string') return node
  return isObject(node) && typeof node['_'] === 'string' ? node['_'] : ''
}

/** Value of an attribute, or null. */
export function attributeOf(node: XmlNode, name: string): string | null {
  const attributes = isObject(node) ? node['$'] : undefined
  const value = isObject(attributes) ? attributes[name] : undefined
  return typeof value === 'string' ? value : null
}

const NONE: readonly XmlNode[] = []

/** Child elements of that name; empty when there are none. */
export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  const children = memberOf(node, name)
  return Array.isArray(children) ? children : NONE
}

/** Whether there are elements in it, which means that text was lost between them. */
export const hasChildren = (node: XmlNode): boolean =>
  isObject(node) && Object.keys(node).some((key) => key !== '_' && key !== '$')
