import { hashWord } from '../terms.ts'

/** A table from words of one language to English stems, as stored in its file. */
export interface WrittenTable {
  /** Keys (see `bridgeKey`) in ascending order, one per line. */
  readonly keys: string
  /**
   * Numbers of English stems in the list shared by all languages; the stems of each key follow those of the
   * key before.
   */
  readonly stems: Uint16Array
  /** For each stem its weight in parts of `WHOLE`, with the bit `LAST_FLAG` on the last stem of a key. */
  readonly weights: Uint8Array
  /** For each key how often it occurs in the training data: a logarithm in eighths of a doubling. */
  readonly occurrences: Uint8Array
  /**
   * Ratio of a likeness between a text in this language and one in English to the likeness of two such texts
   * in English.
   */
  readonly likeness: number
}

/** The table in a form for look-ups: by the `hashWord` of a key, with rows in ascending order of hash. */
export interface BridgeTable extends Pick<WrittenTable, 'stems' | 'weights' | 'likeness'> {
  /**
   * For each prefix of `BUCKET_BITS` bits the first row whose hash has it; after the last bucket the number
   * of rows.
   */
  readonly buckets: Uint16Array
  /**
   * For each row the 16 bits after the prefix. Leaving out the last five bits mistakes an unknown word for
   * another once in five thousand times.
   */
  readonly keys: Uint16Array
  /** Start of the stems of every `ROWS_TOGETHER`th row. */
  readonly starts: Uint32Array
}

const BUCKET_BITS = 11
export const WHOLE = 63
export const LAST_FLAG = 128
const ROWS_TOGETHER = 32

/** What is kept of a key. */
export interface BridgeRow {
  /** Numbers of stems with weights from 0 to 1; at least one. */
  readonly stems: readonly (readonly [stem: number, weight: number])[]
  readonly occurrences: number
}

/** Encodes a table as bytes to be compressed. Similar values are stored side by side. */
export function packTable(rows: ReadonlyMap<string, BridgeRow>, likeness: number): Buffer {
  const sorted = [...rows].sort(([one], [other]) => (one < other ? -1 : 1))
  const keys = Buffer.from(sorted.map(([key]) => key).join('\n'))
  const stems = sorted.flatMap(([, row]) => row.stems)
  const head = Buffer.alloc(HEADER_BYTES)
  head.writeUInt32LE(keys.length, 0)
  head.writeUInt32LE(stems.length, 4)
  head.writeFloatLE(likeness, 8)
  const weights = sorted.flatMap(([, { stems: row }]) =>
    row.map(
      ([, weight], i) => Math.max(1, Math.round(weight * WHOLE)) | (i === row.length - 1 ? LAST_FLAG : 0),
    ),
  )
  const [low, high] = [stems.map(([stem]) => stem & 255), stems.map(([stem]) => stem >>> 8)]
  const occurrences = sorted.map(([, row]) => Math.min(255, Math.round(8 * Math.log2(1 + row.occurrences))))
  return Buffer.concat([head, keys, Buffer.from(low.concat(high, weights, occurrences))])
}

/** Bytes of the header: length of the keys, number of stems, likeness ratio. */
const HEADER_BYTES = 12

/** Decodes the bytes of `packTable`. */
export function unpackTable(bytes: Buffer): WrittenTable {
  const many = bytes.readUInt32LE(4)
  const at = HEADER_BYTES + bytes.readUInt32LE(0)
  const stems = new Uint16Array(many)
  for (let i = 0; i < many; i++) stems[i] = (bytes[at + i] ?? 0) | ((bytes[at + many + i] ?? 0) << 8)
  return {
    keys: bytes.toString('utf8', HEADER_BYTES, at),
    stems,
    weights: Uint8Array.from(bytes.subarray(at + 2 * many, at + 3 * many)),
    occurrences: Uint8Array.from(bytes.subarray(at + 3 * many)),
    likeness: bytes.readFloatLE(8),
  }
}

/** Returns where the stems of each key begin. */
export function beginsOf({
  occurrences,
  weights,
}: Pick<WrittenTable, 'occurrences' | 'weights'>): Uint32Array {
  const begins = new Uint32Array(occurrences.length)
  for (let i = 1, row = 0; i < weights.length; i++)
    if (((weights[i - 1] ?? 0) & LAST_FLAG) !== 0) begins[++row] = i
  return begins
}

export function indexTable({
  keys: written,
  stems,
  weights,
  occurrences,
  likeness,
}: WrittenTable): BridgeTable {
  const words = written.split('\n')
  const rows = words.length
  // Hash and position are combined into one number, because only numbers sort fast.
  const order = new Float64Array(rows)
  for (let place = 0; place < rows; place++)
    order[place] = (hashWord(words[place] ?? '') >>> 0) * MOST_ROWS + place
  order.sort()
  const begins = beginsOf({ occurrences, weights })
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
      table.weights[to++] = weights[from] ?? LAST_FLAG
      if (((weights[from] ?? LAST_FLAG) & LAST_FLAG) !== 0) break
    }
  }
  return table
}

/** As many rows as 16 bits can number. */
const MOST_ROWS = 2 ** 16

const bucketOf = (hash: number): number => hash >>> (32 - BUCKET_BITS)
const keyOf = (hash: number): number => (hash >>> (16 - BUCKET_BITS)) & 0xffff

/** Returns the row of a hash, or -1. */
export function findRow({ buckets, keys }: BridgeTable, hash: number): number {
  const key = keyOf(hash)
  const bucket = bucketOf(hash)
  const end = buckets[bucket + 1] ?? 0
  for (let row = buckets[bucket] ?? 0; row < end; row++) if (keys[row] === key) return row
  return -1
}

/** Returns where the stems of a row begin. */
export function startOf({ starts, weights }: BridgeTable, row: number): number {
  let at = starts[Math.floor(row / ROWS_TOGETHER)] ?? 0
  for (let left = row % ROWS_TOGETHER; left > 0; at++) if (((weights[at] ?? 0) & LAST_FLAG) !== 0) left--
  return at
}
