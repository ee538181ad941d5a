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
let others = 0

if (isMainThread)
  answered.addEventListener('message', ({ data }) => {
    others += Number(data)
  })
else
  asked.addEventListener('message', () => {
    globalThis.gc?.()
    answer(process.memoryUsage().heapUsed)
  })

/** Between the word to the threads and the count of their answers: a thread that works answers after that. */
const ANSWERED_MS = 3_000

/** Collects in all threads; gives what the heaps of the others hold, in bytes. */
export async function collectEverywhere(): Promise<number> {
  others = 0
  ask('collect')
  globalThis.gc?.()
  await wait(ANSWERED_MS)
  // What finalisers let go.
  globalThis.gc?.()
  return others
}
