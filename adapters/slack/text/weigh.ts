/** UTF-16 units of all texts and addresses in a piece of a message: what counts against `MESSAGE_TEXT`. */
export function weigh(piece: unknown): number {
  if (Array.isArray(piece)) return piece.reduce<number>((sum, item) => sum + weigh(item), 0)
  if (typeof piece !== 'object' || piece === null) return 0
  return Object.entries(piece).reduce(
    (sum, [key, value]) =>
      sum + (typeof value === 'string' ? (COUNTED.has(key) ? value.length : 0) : weigh(value)),
    0,
  )
}

const COUNTED = new Set(['text', 'url', 'alt_text'])
