import { Piscina } from 'piscina'
import type { Store } from '../../records/ports/store.ts'
import { StoreError } from '../store-error.ts'
import type { SqliteStoreOptions } from './open-sqlite-store.ts'
import { unpack } from './parcel.ts'
import type { MethodNames, StoreAnswer, StoreCall, StoreThreadData } from './store-thread.ts'

/**
 * `openSqliteStore` outside the calling thread, which stays free to answer people. One thread writes and
 * another reads, so that a search waits neither for the disk nor behind writes. A read requested after a
 * write was acknowledged sees it. Long answers arrive in pieces. `:memory:` can belong to only one thread and
 * is opened in the calling one.
 * @throws StoreError as `openSqliteStore`; from any method `failed` if its thread ended, which is then
 * replaced
 */
export async function openStoreInThreads(
  file: string,
  options: Pick<SqliteStoreOptions, 'exclusive'> = {},
): Promise<Store> {
  if (file === ':memory:') {
    // Imported only when needed: SQL takes a tenth of a second to load.
    const { openSqliteStore } = await import('./open-sqlite-store.ts')
    return openSqliteStore(file, options)
  }
  const threads = {
    writing: startStoreThread({ file, options }),
    // Starts meanwhile. It opens the file with its first call, when the file exists and has today's schema.
    reading: startStoreThread({ file, options: { readOnly: true } }),
  }
  const close = async () => {
    try {
      await threads.reading.close()
    } finally {
      // The writing thread last: closing it moves the log into the file.
      await threads.writing.close()
    }
  }
  try {
    const names = await threads.writing.run({ method: 'open', args: [] })
    if (!isMethodNames(names)) throw new Error('a store has methods')
    const [methods, reading] = names
    const asked = methods.map((method) => {
      const thread = reading.includes(method) ? threads.reading : threads.writing
      return [method, (...args: readonly unknown[]) => thread.run({ method, args })]
    })
    return { ...Object.fromEntries(asked), close }
  } catch (error) {
    await close()
    throw error
  }
}

function isMethodNames(names: unknown): names is MethodNames {
  return Array.isArray(names) && names.length === 2 && names.flat().every((name) => typeof name === 'string')
}

/** One thread with a store of its own. */
export interface StoreThread {
  /**
   * @throws StoreError as the store there, and `failed` if the thread ended; the next call gets a new thread
   */
  run(call: StoreCall): Promise<unknown>
  /** Closes the store once all requests are answered, then ends the thread. */
  close(): Promise<void>
}

/** Starts a thread. Its store is opened with the first call. `script` is the module that runs there. */
export function startStoreThread(
  data: StoreThreadData,
  script: URL = new URL('./store-thread.ts', import.meta.url),
): StoreThread {
  const pool = new Piscina<StoreCall, StoreAnswer>({
    filename: script.href,
    workerData: data,
    minThreads: 1,
    maxThreads: 1,
    // The store there has its own write queue and splits long reads.
    concurrentTasksPerWorker: Number.MAX_SAFE_INTEGER,
    // Waiting by Atomics would stop everything else that the thread has begun.
    atomics: 'disabled',
  })
  const waiting = new Set<(error: unknown) => void>()
  // Emitted for an idle thread that ended, or one that could not start: calls waiting for it would wait for
  // ever.
  pool.on('error', (error) => {
    for (const reject of waiting) reject(error)
  })
  const underWay = new Set<Promise<unknown>>()
  let closed = false

  function ask(call: StoreCall): Promise<StoreAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<StoreAnswer>()
    waiting.add(reject)
    pool.run(call).then(resolve, reject)
    return promise.finally(() => waiting.delete(reject))
  }

  async function answer(call: StoreCall): Promise<unknown> {
    const answered = await ask(call).catch((error: unknown) => {
      throw endedError(data.file, error)
    })
    if (answered.status === 'failed') throw new StoreError(answered.code, answered.text, answered.cause)
    return unpack(answered.parcel)
  }

  return {
    async run(call) {
      if (closed) throw new StoreError('closed', `The store ${data.file} is closed. Open it again first.`)
      const answering = answer(call)
      underWay.add(answering)
      try {
        return await answering
      } finally {
        underWay.delete(answering)
      }
    },
    async close() {
      if (closed) return
      closed = true
      await Promise.allSettled(underWay)
      try {
        await answer({ method: 'close', args: [] })
      } finally {
        await pool.destroy()
      }
    },
  }
}

function endedError(file: string, error: unknown): StoreError {
  const reason = error instanceof Error ? error.message : String(error)
  return new StoreError(
    'failed',
    `The thread that works on ${file} ended (${reason}); a new one takes its place. Ask again; what was kept stays kept.`,
    error,
  )
}
