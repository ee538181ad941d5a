import { setTimeout as wait } from 'node:timers/promises'
import { BroadcastChannel, isMainThread } from 'node:worker_threads'

/**
 * Preloaded into every thread of a process (`--import`, with `--expose-gc`). When the main thread asks, each
 * thread collects garbage and reports the size of its heap in bytes.
 */
const asked = new BroadcastChannel('day-collect')
const answered = new BroadcastChannel('day-collected')
for (const channel of [asked, answered]) channel.unref()
const ask = asked.postMessage.bind(asked)
const answer = answered.postMessage.bind(answered)
/**
 * Collects all garbage and returns empty heap pages to the system. Otherwise a heap stays as large as at its
 * busiest moment, which does not tell how much is in use.
 */
const collect = (): void => globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })

let others = { heap: 0, external: 0 }

if (isMainThread)
  answered.addEventListener('message', ({ data }) => {
    const [heap, external] = String(data).split(' ').map(Number)
    others = { heap: others.heap + (heap ?? 0), external: others.external + (external ?? 0) }
  })
else
  asked.addEventListener('message', () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    answer(`${heapUsed} ${external}`)
  })

/** Milliseconds to wait for the threads' answers: a busy thread answers when it is done. */
const ANSWERED_MS = 3_000

/**
 * Collects garbage in all threads. Returns the sum of the other threads' heaps and of their memory outside
 * the heaps, in bytes.
 */
export async function collectEverywhere(): Promise<{ readonly heap: number; readonly external: number }> {
  others = { heap: 0, external: 0 }
  ask('collect')
  collect()
  await wait(ANSWERED_MS)
  // A second time, for what finalisers released.
  collect()
  return others
}
