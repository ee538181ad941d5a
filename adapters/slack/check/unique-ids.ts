/** Ids that must differ and do not: `block_id` in a message or view, `action_id` in a block. In words. */
export function repeatedIds(blocks: readonly object[]): readonly string[] {
  return [
    ...repeats(blocks.flatMap((block) => textsAt(block, 'block_id'))).map(
      (id) => `block_id “${id}” is given twice.`,
    ),
    ...blocks.flatMap((block, index) =>
      repeats(textsAt(block, 'action_id')).map((id) => `blocks.${index}: action_id “${id}” is given twice.`),
    ),
  ]
}

function repeats(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}

/** Values under a key at any depth. */
function textsAt(piece: unknown, key: string): readonly string[] {
  if (Array.isArray(piece)) return piece.flatMap((item) => textsAt(item, key))
  if (typeof piece !== 'object' || piece === null) return []
  return Object.entries(piece).flatMap(([name, value]) =>
    name === key && typeof value === 'string' ? [value] : textsAt(value, key),
  )
}
