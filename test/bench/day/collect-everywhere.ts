import { setTimeout as wait } from 'node:timers/promises'
import { BroadcastChannel, isMainThread } from 'node:worker_threads'

/**
 * Loaded into every thread of a process before anything else (`--import`, with `--expose-gc`): a thread collects what nobody holds when the main one says so, and tells what
 * its heap holds then, in bytes.
 */
const asked = new BroadcastChannel('day-collect')
const answered = new BroadcastChannel('day-collected')
for (const channel of [asked, answered]) channel.unref()
const ask = asked.postMessage.bind(asked)
const answer = answered.postMessage.bind(answered)
/** All of it, and the pages of the heap that are empty then go back to the system: else a heap stays as large as it was at the busiest moment, which says nothing of what is held. */
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

/** Between the word to the threads and the count of their answers: a thread that works answers after that. */
const ANSWERED_MS = 3_000

/** Collects in all threads; gives what the heaps of the others hold, and what they hold outside of these, in bytes. */
export async function collectEverywhere(): Promise<{ readonly heap: number; readonly external: number }> {
  others = { heap: 0, external: 0 }
  ask('collect')
  collect()
  await wait(ANSWERED_MS)
  // What finalisers let go.
  collect()
  return others
}
