/**
 * Entities that a feed's own DOCTYPE declares. Only plain short texts: nothing external, and none that refers to another entity, so nothing can
 * grow by expansion.
 */
export function declaredEntities(xml: string): ReadonlyMap<string, string> {
  const head = xml.slice(0, HEAD_LENGTH)
  const entities = new Map<string, string>()
  if (!head.includes('<!ENTITY')) return entities
  for (const [, name = '', double, single] of head.matchAll(DECLARATION)) {
    if (entities.size >= MAX_ENTITIES) break
    if (!entities.has(name)) entities.set(name, double ?? single ?? '')
  }
  return entities
}

const HEAD_LENGTH = 16_384
const MAX_ENTITIES = 50
const DECLARATION =
  /<!ENTITY\s{1,20}([\w.-]{1,64})\s{1,20}(?:"([^"&%<]{0,256})"|'([^'&%<]{0,256})')\s{0,20}>/g
