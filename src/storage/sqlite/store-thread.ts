import { workerData } from 'node:worker_threads'
import type { Store } from '../../records/ports/store.ts'
import { StoreError, type StoreFault } from '../store-error.ts'
import { openSqliteStore, READING, type SqliteStoreOptions } from './open-sqlite-store.ts'
import { pack, type Parcel } from './parcel.ts'

/** Data with which a thread of the store is started. */
export interface StoreThreadData {
  readonly file: string
  readonly options: SqliteStoreOptions
}

/** Names of all methods of the store, and of those that only read. */
export type MethodNames = readonly [all: readonly string[], reading: readonly string[]]

/** A call of a store method, opening the store first if needed; or `open`, which returns `MethodNames`. */
export interface StoreCall {
  readonly method: string
  readonly args: readonly unknown[]
}

/** Errors cross as data: a class would arrive as a plain Error without its code. */
export type StoreAnswer =
  | { readonly status: 'done'; readonly parcel: Parcel }
  | {
      readonly status: 'failed'
      readonly code: StoreFault
      readonly text: string
      readonly cause: unknown
    }

let opening: Promise<Store> | null = null

/** Run by piscina in a thread of its own, which keeps one store open. */
export default async function answer(call: StoreCall): Promise<StoreAnswer> {
  try {
    return { status: 'done', parcel: await pack(await work(call)) }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return { status: 'failed', code: error.code, text: error.message, cause: error.cause }
  }
}

async function work({ method, args }: StoreCall): Promise<unknown> {
  if (method === 'close') return (await opening)?.close()
  const store = await opened()
  if (method === 'open') return [Object.keys(store), READING] satisfies MethodNames
  return Reflect.apply(Reflect.get(store, method), store, args)
}

/** If the store cannot be opened, the next call tries again. */
function opened(): Promise<Store> {
  const { file, options }: StoreThreadData = workerData
  opening ??= openSqliteStore(file, options).catch((error: unknown) => {
    opening = null
    throw error
  })
  return opening
}
