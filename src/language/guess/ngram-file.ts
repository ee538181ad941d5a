/** Up to four bytes of a word in UTF-8, and the languages in which they occur. */
export interface Ngram {
  /** The bytes as one number, the first in the highest place. A shorter word is padded with zeros. */
  readonly key: number
  /** Bits of `EDGE`. */
  readonly edges: number
  /** Numbers of languages and the points for each, up to 255 above `LEAST_POINTS`. */
  readonly languages: readonly (readonly [language: number, points: number])[]
}

/** Whether the bytes stand at the start or end of a word. */
export const EDGE = { start: 1, end: 2 } as const

/** Hash table of n-grams by `slotOf`, with linear probing. */
export interface NgramTable {
  /** ISO 639-1. */
  readonly languages: readonly string[]
  readonly keys: Int32Array
  /** Zero for an empty slot; else, above `EDGE_BITS`, the index of its first language plus one. */
  readonly places: Int32Array
  /** Number of a language, with the bit `LAST_FLAG` on the last one of its n-gram. */
  readonly owners: Uint8Array
  /** Points of the n-gram for that language above `LEAST_POINTS`. */
  readonly points: Uint8Array
}

export const EDGE_BITS = 2
export const LAST_FLAG = 128
/**
 * Points of every n-gram for its languages (`baseNgramScore` in eld's languageDetector.js); eld's table
 * leaves them out too.
 */
export const LEAST_POINTS = 53
const SLOT_BITS = 17
export const SLOTS = 1 << SLOT_BITS

export const slotOf = (key: number, edges: number): number =>
  Math.imul(key ^ Math.imul(edges, 0x85ebca6b), 0x9e3779b1) >>> (32 - SLOT_BITS)

/** Bytes of the header: length of the language codes, number of n-grams, number of language entries. */
const HEADER_BYTES = 12

/** Encodes a table as bytes to be compressed. Similar values are stored side by side. */
export function packNgrams(languages: readonly string[], ngrams: readonly Ngram[]): Buffer {
  const sorted = ngrams.toSorted(
    (one, other) => one.edges - other.edges || (one.key >>> 0) - (other.key >>> 0),
  )
  const codes = Buffer.from(languages.join(' '))
  const entries = sorted.flatMap(({ languages }) =>
    languages.map(([language, points], i) => ({
      owner: language | (i === languages.length - 1 ? LAST_FLAG : 0),
      points,
    })),
  )
  if (entries.some(({ points }) => points < 0 || points > 255))
    throw new Error('ngrams: points that one byte does not hold')
  const head = Buffer.alloc(HEADER_BYTES)
  head.writeUInt32LE(codes.length, 0)
  head.writeUInt32LE(sorted.length, 4)
  head.writeUInt32LE(entries.length, 8)
  return Buffer.concat([
    head,
    codes,
    Buffer.from([
      ...sorted.map(({ edges }) => edges),
      ...[24, 16, 8, 0].flatMap((shift) => sorted.map(({ key }) => (key >>> shift) & 255)),
      ...entries.map(({ owner }) => owner),
      ...entries.map(({ points }) => points),
    ]),
  ])
}

/** Decodes the bytes of `packNgrams`. */
export function unpackNgrams(bytes: Buffer): NgramTable {
  const ngrams = bytes.readUInt32LE(4)
  const entries = bytes.readUInt32LE(8)
  const edgesAt = HEADER_BYTES + bytes.readUInt32LE(0)
  const ownersAt = edgesAt + 5 * ngrams
  const owners = bytes.subarray(ownersAt, ownersAt + entries)
  const keys = new Int32Array(SLOTS)
  const places = new Int32Array(SLOTS)
  let entry = 0
  for (let ngram = 0; ngram < ngrams; ngram++) {
    const edges = bytes[edgesAt + ngram] ?? 0
    let key = 0
    for (let plane = 1; plane <= 4; plane++) key = (key << 8) | (bytes[edgesAt + plane * ngrams + ngram] ?? 0)
    let slot = slotOf(key, edges)
    while (places[slot] !== 0) slot = (slot + 1) & (SLOTS - 1)
    keys[slot] = key
    places[slot] = ((entry + 1) << EDGE_BITS) | edges
    while (((owners[entry++] ?? LAST_FLAG) & LAST_FLAG) === 0);
  }
  return {
    languages: bytes.toString('utf8', HEADER_BYTES, edgesAt).split(' '),
    keys,
    places,
    owners,
    points: bytes.subarray(ownersAt + entries),
  }
}
