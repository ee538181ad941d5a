import { KNOWN_PREFIXES, prefixOf, SPELLING } from './feed-terms.ts'

/** Namespace declarations in force, innermost first; `''` is the default namespace. */
export interface Scope {
  readonly declared: ReadonlyMap<string, string>
  readonly outer: Scope | null
}

/** An attribute as written, its value decoded. */
export interface Attribute {
  readonly name: string
  readonly value: string
}

/** The scope inside an element with these attributes. */
export function innerScope(outer: Scope | null, attributes: readonly Attribute[]): Scope | null {
  const declarations = attributes.filter(({ name }) => name === 'xmlns' || name.startsWith('xmlns:'))
  if (declarations.length === 0) return outer
  return {
    declared: new Map(declarations.map(({ name, value }) => [name.slice('xmlns:'.length), value])),
    outer,
  }
}

export const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1)

/** Our spelling of an element, or null when it is none of ours. `home` is what the feed's own elements belong to. */
export function spellingOf(name: string, scope: Scope | null, home: Home): string | null {
  const colon = name.indexOf(':')
  const prefix = colon < 0 ? '' : name.slice(0, colon)
  const family = familyOf(prefix, scope, home)
  if (family === null) return null
  const local = name.slice(colon + 1)
  return SPELLING.get((family === '' ? local : `${family}:${local}`).toLowerCase()) ?? null
}

/** What a root element says about the elements without prefix below it. */
export interface Home {
  readonly isAtom: boolean
  /** The root's own namespace, however odd. */
  readonly namespace: string | null
}

function familyOf(prefix: string, scope: Scope | null, home: Home): string | null {
  const namespace = lookUp(prefix, scope)
  if (namespace === null) {
    if (prefix === '') return ''
    return KNOWN_PREFIXES.has(prefix.toLowerCase()) ? homely(prefix.toLowerCase(), home) : null
  }
  // Whatever namespace the root claims, its children in the same one are the feed's own.
  if (namespace === home.namespace || namespace === '') return ''
  const family = prefixOf(namespace)
  return family === null ? null : homely(family, home)
}

const homely = (family: string, home: Home): string => (family === 'atom' && home.isAtom ? '' : family)

/** The namespace a prefix stands for here, or null when nothing declares it. */
export function lookUp(prefix: string, scope: Scope | null): string | null {
  for (let at = scope; at; at = at.outer) {
    const namespace = at.declared.get(prefix)
    if (namespace !== undefined) return namespace
  }
  return null
}

/** The attributes we read, in their right spelling and each once. */
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
