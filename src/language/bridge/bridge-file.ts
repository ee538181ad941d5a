/**
 * A table that leads words of one language to English stems, as it stands in memory. Keys are hashes (`hashWord`) in rising order; the stems of a row
 * follow those of the row before.
 */
export interface BridgeTable {
  readonly keys: Int32Array
  /** Numbers of English stems, in the list of all languages. */
  readonly stems: Uint16Array
  /** Of each stem: its weight in parts of `WHOLE`, and `LAST` where no other stem of its row follows. */
  readonly weights: Uint8Array
  /** For each `ROWS_TOGETHER` rows where their stems begin. */
  readonly starts: Uint32Array
}

export const WHOLE = 63
export const LAST = 128
const ROWS_TOGETHER = 16

/** A row before it is packed: stems as numbers, weights from 0 to 1. */
export interface BridgeRow {
  readonly key: number
  readonly stems: readonly (readonly [stem: number, weight: number])[]
}

/** The bytes of a table, to be compressed: what stands one behind the other is alike. Each row needs a stem and a key of its own. */
export function packTable(rows: readonly BridgeRow[]): Buffer {
  const sorted = rows.toSorted((one, other) => one.key - other.key)
  const stems = sorted.flatMap((row) => row.stems)
  const bytes = Buffer.alloc(8 + sorted.length * 4 + stems.length * 3)
  bytes.writeUInt32LE(sorted.length, 0)
  bytes.writeUInt32LE(stems.length, 4)
  let at = 8
  for (const shift of [0, 8, 16, 24])
    for (const [row, { key }] of sorted.entries())
      bytes[at++] = ((key - (sorted[row - 1]?.key ?? FIRST_KEY)) >>> shift) & 255
  for (const [stem] of stems) bytes[at++] = stem & 255
  for (const [stem] of stems) bytes[at++] = stem >>> 8
  for (const row of sorted)
    for (const [place, [, weight]] of row.stems.entries())
      bytes[at++] = Math.max(1, Math.round(weight * WHOLE)) | (place === row.stems.length - 1 ? LAST : 0)
  return bytes
}

/** Keys are told by how far they are from the one before. */
const FIRST_KEY = -(2 ** 31)

/** The table in the bytes of `packTable`. */
export function unpackTable(bytes: Buffer): BridgeTable {
  const rows = bytes.readUInt32LE(0)
  const many = bytes.readUInt32LE(4)
  const keys = new Int32Array(rows)
  let key = FIRST_KEY
  for (let row = 0; row < rows; row++) {
    const at = 8 + row
    const [low = 0, second = 0] = [bytes[at], bytes[at + rows]]
    const [third = 0, high = 0] = [bytes[at + 2 * rows], bytes[at + 3 * rows]]
    key = (key + (low | (second << 8) | (third << 16) | (high << 24))) | 0
    keys[row] = key
  }
  const at = 8 + 4 * rows
  const stems = Uint16Array.from(
    { length: many },
    (_, i) => (bytes[at + i] ?? 0) | ((bytes[at + many + i] ?? 0) << 8),
  )
  const weights = Uint8Array.from(bytes.subarray(at + 2 * many, at + 3 * many))
  const starts = new Uint32Array(Math.ceil(rows / ROWS_TOGETHER))
  let row = 0
  for (let i = 0; i < many; i++)
    if ((i === 0 || ((weights[i - 1] ?? 0) & LAST) !== 0) && row++ % ROWS_TOGETHER === 0)
      starts[(row - 1) / ROWS_TOGETHER] = i
  return { keys, stems, weights, starts }
}

/** The row of a key, -1 where it has none. */
export function findRow({ keys }: BridgeTable, key: number): number {
  let low = 0
  let high = keys.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const met = keys[middle] ?? 0
    if (met === key) return middle
    if (met < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Where the stems of a row begin in `stems` and `weights`. */
export function startOf({ starts, weights }: BridgeTable, row: number): number {
  let at = starts[Math.floor(row / ROWS_TOGETHER)] ?? 0
  for (let left = row % ROWS_TOGETHER; left > 0; at++) if (((weights[at] ?? 0) & LAST) !== 0) left--
  return at
}
