/** Up to four bytes of a word in UTF-8, and which languages have them there. */
export interface Ngram {
  /** The bytes as one number, the first on top; a shorter word is filled up with zeros. */
  readonly key: number
  /** Bits of `EDGE`. */
  readonly edges: number
  /** Numbers of languages, and what the bytes say for each: up to 255 beyond `LEAST_POINTS`. */
  readonly languages: readonly (readonly [language: number, points: number])[]
}

/** Where in a word the bytes stand. */
export const EDGE = { start: 1, end: 2 } as const

/** For looking n-grams up by `slotOf`; who finds another there goes on to the next. */
export interface NgramTable {
  /** ISO 639-1. */
  readonly languages: readonly string[]
  readonly keys: Int32Array
  /** Zero where a place is empty; else above `EDGE_BITS` where its languages begin, counted from one. */
  readonly places: Int32Array
  /** The number of a language; with `LAST` where no other of its n-gram follows. */
  readonly owners: Uint8Array
  /** What its n-gram says for it beyond `LEAST_POINTS`. */
  readonly points: Uint8Array
}

export const EDGE_BITS = 2
export const LAST = 128
/** What any n-gram says for its languages (`baseNgramScore` in eld's languageDetector.js), which its table leaves out too. */
export const LEAST_POINTS = 53
const SLOT_BITS = 17
export const SLOTS = 1 << SLOT_BITS

export const slotOf = (key: number, edges: number): number =>
  Math.imul(key ^ Math.imul(edges, 0x85ebca6b), 0x9e3779b1) >>> (32 - SLOT_BITS)

/** Bytes: how long the codes of the languages are, how many n-grams there are and how many entries of languages. */
const HEAD = 12

/** The bytes of a table, to be compressed: what is alike stands side by side. */
export function packNgrams(languages: readonly string[], ngrams: readonly Ngram[]): Buffer {
  const sorted = ngrams.toSorted(
    (one, other) => one.edges - other.edges || (one.key >>> 0) - (other.key >>> 0),
  )
  const codes = Buffer.from(languages.join(' '))
  const entries = sorted.flatMap(({ languages }) =>
    languages.map(([language, points], i) => ({
      owner: language | (i === languages.length - 1 ? LAST : 0),
      points,
    })),
  )
  if (entries.some(({ points }) => points < 0 || points > 255))
    throw new Error('ngrams: points that one byte does not hold')
  const head = Buffer.alloc(HEAD)
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

/** The table in the bytes of `packNgrams`. */
export function unpackNgrams(bytes: Buffer): NgramTable {
  const ngrams = bytes.readUInt32LE(4)
  const entries = bytes.readUInt32LE(8)
  const edgesAt = HEAD + bytes.readUInt32LE(0)
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
    while (((owners[entry++] ?? LAST) & LAST) === 0);
  }
  return {
    languages: bytes.toString('utf8', HEAD, edgesAt).split(' '),
    keys,
    places,
    owners,
    points: bytes.subarray(ownersAt + entries),
  }
}
