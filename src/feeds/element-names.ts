import { KNOWN_PREFIXES, prefixOf, SPELLING } from './feed-terms.ts'

/** XML namespace declarations in force, innermost first. The key `''` is the default namespace. */
export interface Scope {
  readonly declared: ReadonlyMap<string, string>
  readonly outer: Scope | null
}

/** An attribute with its name as written and its value decoded. */
export interface Attribute {
  readonly name: string
  readonly value: string
}

/** Returns the namespace scope inside an element with these attributes. */
export function innerScope(outer: Scope | null, attributes: readonly Attribute[]): Scope | null {
  const declarations = attributes.filter(({ name }) => name === 'xmlns' || name.startsWith('xmlns:'))
  if (declarations.length === 0) return outer
  return {
    declared: new Map(declarations.map(({ name, value }) => [name.slice('xmlns:'.length), value])),
    outer,
  }
}

export const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1)

/**
 * Returns our spelling of an element name, or null if we do not read that element. `home` is the feed's own
 * namespace.
 */
export function spellingOf(name: string, scope: Scope | null, home: Home): string | null {
  const colon = name.indexOf(':')
  const prefix = colon < 0 ? '' : name.slice(0, colon)
  const family = familyOf(prefix, scope, home)
  if (family === null) return null
  const local = name.slice(colon + 1)
  return SPELLING.get((family === '' ? local : `${family}:${local}`).toLowerCase()) ?? null
}

/** What the root element says about the unprefixed elements below it. */
export interface Home {
  readonly isAtom: boolean
  /** The root's namespace, as written. */
  readonly namespace: string | null
}

function familyOf(prefix: string, scope: Scope | null, home: Home): string | null {
  const namespace = lookUp(prefix, scope)
  if (namespace === null) {
    if (prefix === '') return ''
    return KNOWN_PREFIXES.has(prefix.toLowerCase()) ? homely(prefix.toLowerCase(), home) : null
  }
  // Children in the same namespace as the root belong to the feed, whatever namespace that is.
  if (namespace === home.namespace || namespace === '') return ''
  const family = prefixOf(namespace)
  return family === null ? null : homely(family, home)
}

const homely = (family: string, home: Home): string => (family === 'atom' && home.isAtom ? '' : family)

/** Returns the namespace that a prefix stands for here, or null if nothing declares it. */
export function lookUp(prefix: string, scope: Scope | null): string | null {
  for (let at = scope; at; at = at.outer) {
    const namespace = at.declared.get(prefix)
    if (namespace !== undefined) return namespace
  }
  return null
}

/** Returns the attributes that we read, in our spelling. Of repeated ones the first counts. */
export function keptAttributes(
  attributes: readonly Attribute[],
  scope: Scope | null,
): Record<string, string> {
  const kept = new Map<string, string>()
  for (const { name, value } of attributes) {
    const spelling = spellingOfAttribute(name, scope)
    if (spelling !== null && !kept.has(spelling)) kept.set(spelling, value)
  }
  return Object.fromEntries(kept)
}

const SPELLINGS: ReadonlyMap<string, string> = new Map(
  'href rel type mode url src medium isPermaLink rdf:about xml:lang'
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
)

function spellingOfAttribute(name: string, scope: Scope | null): string | null {
  const lower = name.toLowerCase()
  if (lower === 'rdf:resource') return 'href'
  const colon = lower.indexOf(':')
  if (colon > 0 && lower.endsWith(':about') && lookUp(name.slice(0, colon), scope)?.includes('rdf-syntax'))
    return 'rdf:about'
  return SPELLINGS.get(lower) ?? null
}
