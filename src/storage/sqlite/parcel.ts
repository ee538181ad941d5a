import { setImmediate } from 'node:timers/promises'
import { deserialize, serialize } from 'node:v8'
import { shareTheThread } from '../../thread/share-the-thread.ts'

/** The answer of a store method on its way between threads. */
export type Parcel =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'list'; readonly pieces: readonly Uint8Array[] }
  /** `values` are the distinct ones; `places` gives for each key the index of its value. */
  | {
      readonly kind: 'map'
      readonly keys: readonly unknown[]
      readonly places: readonly number[]
      readonly values: readonly Uint8Array[]
    }

/**
 * Splits a long answer into pieces that each take well under a millisecond to deserialize: a week of stories
 * in one message would block the receiving thread as long as a query blocks the sending one. Keys of a map
 * that share a value share it again afterwards.
 */
export async function pack(value: unknown): Promise<Parcel> {
  if (Array.isArray(value)) return { kind: 'list', pieces: await inPieces(value) }
  if (!(value instanceof Map)) return { kind: 'value', value }
  const distinct = new Map<unknown, number>()
  const places: number[] = []
  for (const one of value.values()) {
    const place = distinct.get(one) ?? distinct.size
    distinct.set(one, place)
    places.push(place)
  }
  return { kind: 'map', keys: [...value.keys()], places, values: await inPieces([...distinct.keys()]) }
}

/** Restores the answer, letting other work of the thread run in between. */
export async function unpack(parcel: Parcel): Promise<unknown> {
  if (parcel.kind === 'value') return parcel.value
  if (parcel.kind === 'list') return fromPieces(parcel.pieces)
  const values = await fromPieces(parcel.values)
  return new Map(parcel.keys.map((key, i) => [key, values[parcel.places[i] ?? 0]]))
}

async function inPieces(all: readonly unknown[]): Promise<readonly Uint8Array[]> {
  const pieces: Uint8Array[] = []
  const pause = shareTheThread()
  let size = 1
  for (let i = 0; i < all.length;) {
    const some = all.slice(i, i + size)
    const bytes = serialize(some)
    pieces.push(shared(bytes))
    i += some.length
    if (bytes.byteLength < PIECE_BYTES / 2) size *= 2
    else if (bytes.byteLength > PIECE_BYTES) size = Math.max(1, Math.floor(size / 2))
    await pause()
  }
  return pieces
}

/** About 0.3 ms to deserialize. */
const PIECE_BYTES = 65_536

/** The receiver need not copy shared memory. */
function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.byteLength))
  copy.set(bytes)
  return copy
}

/** Each piece is one turn of the event loop: other work waits for one piece, never for all. */
async function fromPieces(pieces: readonly Uint8Array[]): Promise<readonly unknown[]> {
  const all: unknown[] = []
  for (const [i, piece] of pieces.entries()) {
    if (i > 0) await setImmediate()
    const some: readonly unknown[] = deserialize(piece)
    for (const one of some) all.push(one)
  }
  return all
}
