import { hashWord } from '../terms.ts'

/** A table that leads words of one language to English stems, as it stands in its file. */
export interface WrittenTable {
  /** Keys (see `bridgeKey`) in rising order, one a line. */
  readonly keys: string
  /** Numbers of English stems in the list of all languages; those of a key follow those of the key before. */
  readonly stems: Uint16Array
  /** Of each stem: its weight in parts of `WHOLE`, and `LAST` where no other stem of its key follows. */
  readonly weights: Uint8Array
  /** Of each key how often it is told, in eighths of a doubling. */
  readonly told: Uint8Array
  /** What a likeness between two English texts comes to between one of this language and one in English, as a multiple. */
  readonly likeness: number
}

/** The same for looking words up: by the `hashWord` of a key, rows in its rising order. */
export interface BridgeTable extends Pick<WrittenTable, 'stems' | 'weights' | 'likeness'> {
  /** The row of the first hash that begins with each `BUCKET_BITS` bits, and behind the last bucket the number of rows. */
  readonly buckets: Uint16Array
  /** Of each row the 16 bits behind those; to leave out the last five takes an unknown word for another once in five thousand times. */
  readonly keys: Uint16Array
  /** Where the stems of each `ROWS_TOGETHER`th row begin. */
  readonly starts: Uint32Array
}

const BUCKET_BITS = 11
export const WHOLE = 63
export const LAST = 128
const ROWS_TOGETHER = 32

/** What is kept of a key. */
export interface BridgeRow {
  /** Stems as numbers, weights from 0 to 1; at least one. */
  readonly stems: readonly (readonly [stem: number, weight: number])[]
  readonly told: number
}

/** The bytes of a table, to be compressed: what is alike stands side by side. */
export function packTable(rows: ReadonlyMap<string, BridgeRow>, likeness: number): Buffer {
  const sorted = [...rows].sort(([one], [other]) => (one < other ? -1 : 1))
  const keys = Buffer.from(sorted.map(([key]) => key).join('\n'))
  const stems = sorted.flatMap(([, row]) => row.stems)
  const head = Buffer.alloc(HEAD)
  head.writeUInt32LE(keys.length, 0)
  head.writeUInt32LE(stems.length, 4)
  head.writeFloatLE(likeness, 8)
  const weights = sorted.flatMap(([, { stems: row }]) =>
    row.map(([, weight], i) => Math.max(1, Math.round(weight * WHOLE)) | (i === row.length - 1 ? LAST : 0)),
  )
  const [low, high] = [stems.map(([stem]) => stem & 255), stems.map(([stem]) => stem >>> 8)]
  const told = sorted.map(([, row]) => Math.min(255, Math.round(8 * Math.log2(1 + row.told))))
  return Buffer.concat([head, keys, Buffer.from(low.concat(high, weights, told))])
}

/** Bytes: how long the keys are, how many stems there are, the multiple of likeness. */
const HEAD = 12

/** The table in the bytes of `packTable`. */
export function unpackTable(bytes: Buffer): WrittenTable {
  const many = bytes.readUInt32LE(4)
  const at = HEAD + bytes.readUInt32LE(0)
  const stems = new Uint16Array(many)
  for (let i = 0; i < many; i++) stems[i] = (bytes[at + i] ?? 0) | ((bytes[at + many + i] ?? 0) << 8)
  return {
    keys: bytes.toString('utf8', HEAD, at),
    stems,
    weights: Uint8Array.from(bytes.subarray(at + 2 * many, at + 3 * many)),
    told: Uint8Array.from(bytes.subarray(at + 3 * many)),
    likeness: bytes.readFloatLE(8),
  }
}

/** Where the stems of each key begin. */
export function beginsOf({ told, weights }: Pick<WrittenTable, 'told' | 'weights'>): Uint32Array {
  const begins = new Uint32Array(told.length)
  for (let i = 1, row = 0; i < weights.length; i++)
    if (((weights[i - 1] ?? 0) & LAST) !== 0) begins[++row] = i
  return begins
}

export function indexTable({ keys: written, stems, weights, told, likeness }: WrittenTable): BridgeTable {
  const words = written.split('\n')
  const rows = words.length
  // A hash and its place in one number, since only numbers are sorted fast.
  const order = new Float64Array(rows)
  for (let place = 0; place < rows; place++)
    order[place] = (hashWord(words[place] ?? '') >>> 0) * MOST_ROWS + place
  order.sort()
  const begins = beginsOf({ told, weights })
  const table = {
    buckets: new Uint16Array((1 << BUCKET_BITS) + 1).fill(rows),
    keys: new Uint16Array(rows),
    stems: new Uint16Array(stems.length),
    weights: new Uint8Array(stems.length),
    starts: new Uint32Array(Math.ceil(rows / ROWS_TOGETHER)),
    likeness,
  }
  let to = 0
  let bucket = 0
  for (let row = 0; row < rows; row++) {
    const number = order[row] ?? 0
    const hash = Math.floor(number / MOST_ROWS)
    const place = number % MOST_ROWS
    while (bucket <= bucketOf(hash)) table.buckets[bucket++] = row
    table.keys[row] = keyOf(hash)
    if (row % ROWS_TOGETHER === 0) table.starts[row / ROWS_TOGETHER] = to
    for (let from = begins[place] ?? 0; ; from++) {
      table.stems[to] = stems[from] ?? 0
      table.weights[to++] = weights[from] ?? LAST
      if (((weights[from] ?? LAST) & LAST) !== 0) break
    }
  }
  return table
}

/** What 16 bits number. */
const MOST_ROWS = 2 ** 16

const bucketOf = (hash: number): number => hash >>> (32 - BUCKET_BITS)
const keyOf = (hash: number): number => (hash >>> (16 - BUCKET_BITS)) & 0xffff

/** The row of a hash, -1 where it has none. */
export function findRow({ buckets, keys }: BridgeTable, hash: number): number {
  const key = keyOf(hash)
  const bucket = bucketOf(hash)
  const end = buckets[bucket + 1] ?? 0
  for (let row = buckets[bucket] ?? 0; row < end; row++) if (keys[row] === key) return row
  return -1
}

/** Where the stems of a row begin. */
export function startOf({ starts, weights }: BridgeTable, row: number): number {
  let at = starts[Math.floor(row / ROWS_TOGETHER)] ?? 0
  for (let left = row % ROWS_TOGETHER; left > 0; at++) if (((weights[at] ?? 0) & LAST) !== 0) left--
  return at
}
