import { escapeUTF8 } from 'entities'
import { lookUp, type Attribute, type Scope } from './element-names.ts'

/** The attributes we read, in their right spelling and each once, ready to stand in a start tag. */
export function writeAttributes(attributes: readonly Attribute[], scope: Scope | null): string {
  const kept = new Map<string, string>()
  for (const { name, value } of attributes) {
    const spelling = spellingOfAttribute(name, scope)
    if (spelling !== null && !kept.has(spelling)) kept.set(spelling, value)
  }
  return [...kept].map(([name, value]) => ` ${name}="${escapeUTF8(value)}"`).join('')
}

const SPELLINGS: ReadonlyMap<string, string> = new Map(
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

function spellingOfAttribute(name: string, scope: Scope | null): string | null {
  const lower = name.toLowerCase()
  if (lower === 'rdf:resource') return 'href'
  const colon = lower.indexOf(':')
  if (colon > 0 && lower.endsWith(':about') && lookUp(name.slice(0, colon), scope)?.includes('rdf-syntax'))
    return 'rdf:about'
  return SPELLINGS.get(lower) ?? null
}
