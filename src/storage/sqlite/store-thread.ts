import { workerData } from 'node:worker_threads'
import type { Store } from '../../records/ports/store.ts'
import { StoreError, type StoreFault } from '../store-error.ts'
import { openSqliteStore, READING, type SqliteStoreOptions } from './open-sqlite-store.ts'
import { pack, type Parcel } from './parcel.ts'

/** What a thread of the store is started with. */
export interface StoreThreadData {
  readonly file: string
  readonly options: SqliteStoreOptions
}

/** Every method of the store, and those of them that only read. */
export type MethodNames = readonly [all: readonly string[], reading: readonly string[]]

/** A method of the store, which is opened first where that has not been done; or `open`, which gives `MethodNames`. */
export interface StoreCall {
  readonly method: string
  readonly args: readonly unknown[]
}

/** Errors cross as data: a class would arrive as a bare Error, without its code. */
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

/** One that could not be opened is tried again with the next call. */
function opened(): Promise<Store> {
  const { file, options }: StoreThreadData = workerData
  opening ??= openSqliteStore(file, options).catch((error: unknown) => {
    opening = null
    throw error
  })
  return opening
}
