import { existsSync, readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { LABEL, LABELS, TRANSITIONS } from './label-chain.ts'
import type { CapitalShares } from './name-signs.ts'

/** Weights of signs, in two to the power of `bits` places. */
export interface SignWeights {
  readonly bits: number
  /**
   * By how much each place speaks for a name and against none, as two numbers: for its first word and for a
   * further one. Each number holds the weight for a person in its lower 16 bits and that for an organisation
   * above (`ofPerson`, `ofOrganisation`), so sums of them are decoded in the same way.
   */
  readonly weights: Int32Array
  /** The log-odds of a weight of 1. */
  readonly scale: number
}

/** The weights that all languages share. */
export interface SharedWeights extends SignWeights {
  readonly transitions: Float32Array
  readonly capitals: CapitalShares
}

/** Numbers for each place of `SignWeights`. */
export const NUMBERS_PER_SIGN = 2

const pair = (person: number, organisation: number): number => ((organisation << 16) + person) | 0
export const ofPerson = (pair: number): number => (pair << 16) >> 16
export const ofOrganisation = (pair: number): number => (pair - ofPerson(pair)) >> 16

export const OWN_BITS = 15
export const SHARED_BITS = 16
/** With this size one in nine of 15,000 stems shares its place with another. */
const CAPITAL_BITS = 17

/** Packs weights into bytes, not yet compressed: their scale, then one byte a weight. */
export function packWeights(weights: Float32Array): Buffer {
  const top = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const scale = top / 127 || 1
  const head = Buffer.alloc(4)
  head.writeFloatLE(scale)
  // The weights of one label stand together, because most are 0.
  const signs = weights.length / LABELS
  const bytes = Int8Array.from(weights, (_, at) =>
    Math.round((weights[(at % signs) * LABELS + Math.floor(at / signs)] ?? 0) / scale),
  )
  return Buffer.concat([head, Buffer.from(bytes.buffer)])
}

/** Packs transitions, levels of `CAPITALS` by stem, and weights into bytes, not yet compressed. */
export function packShared(
  weights: Float32Array,
  transitions: ArrayLike<number>,
  capitals: ReadonlyMap<number, number>,
): Buffer {
  const steps = Buffer.from(Float32Array.from(transitions).buffer)
  const levels = new Uint8Array(2 ** (CAPITAL_BITS - 2))
  for (const [stem, level] of capitals) {
    const place = capitalPlace(stem)
    levels[place >> 2] = (levels[place >> 2] ?? 0) | (level << ((place & 3) * 2))
  }
  return Buffer.concat([steps, Buffer.from(levels), packWeights(weights)])
}

const capitalPlace = (stem: number): number => Math.imul(stem, 0x9e3779b1) >>> (32 - CAPITAL_BITS)

function unpackWeights(bytes: Buffer, bits: number): SignWeights {
  const signs = 2 ** bits
  const weights = new Int32Array(signs * NUMBERS_PER_SIGN)
  for (let sign = 0; sign < signs; sign++) {
    const over = (label: number): number =>
      bytes.readInt8(4 + label * signs + sign) - bytes.readInt8(4 + LABEL.none * signs + sign)
    weights[sign * NUMBERS_PER_SIGN] = pair(over(LABEL.personBegins), over(LABEL.organisationBegins))
    weights[sign * NUMBERS_PER_SIGN + 1] = pair(over(LABEL.personGoesOn), over(LABEL.organisationGoesOn))
  }
  return { bits, weights, scale: bytes.readFloatLE(0) }
}

/** The weights of a language (ISO 639-1), read when first asked for and kept. Undefined if it has none. */
export function openOwnWeights(language: string): SignWeights | undefined {
  if (!own.has(language)) {
    const file = addressOf(language)
    own.set(
      language,
      /^[a-z]{2}$/.test(language) && existsSync(file) ? unpackWeights(readData(file), OWN_BITS) : undefined,
    )
  }
  return own.get(language)
}

const own = new Map<string, SignWeights | undefined>()

/** The shared weights, read when first asked for and kept. */
export const openSharedWeights = (): SharedWeights => (shared ??= unpackShared(readData(addressOf('shared'))))

let shared: SharedWeights | undefined

function unpackShared(bytes: Buffer): SharedWeights {
  const transitions = Float32Array.from({ length: TRANSITIONS }, (_, at) => bytes.readFloatLE(at * 4))
  const levelsAt = TRANSITIONS * 4
  const weightsAt = levelsAt + 2 ** (CAPITAL_BITS - 2)
  const levels = Uint8Array.from(bytes.subarray(levelsAt, weightsAt))
  return {
    ...unpackWeights(bytes.subarray(weightsAt), SHARED_BITS),
    transitions,
    capitals: {
      of(stem) {
        const place = capitalPlace(stem)
        return ((levels[place >> 2] ?? 0) >> ((place & 3) * 2)) & 3
      },
    },
  }
}

const addressOf = (name: string): URL => new URL(`tables/${name}.br`, import.meta.url)
const readData = (file: URL): Buffer => brotliDecompressSync(readFileSync(file))
