import { threadId } from 'node:worker_threads'
import type { StoreAnswer, StoreCall } from '../../src/storage/sqlite/store-thread.ts'

/**
 * A fake of a thread with a store: `counts` says which thread answers, `backup` never answers, `feedStates`
 * ends the thread.
 */
export default async function answer({ method }: StoreCall): Promise<StoreAnswer> {
  if (method === 'feedStates') process.exit(7)
  if (method === 'backup') await new Promise(() => undefined)
  return { status: 'done', parcel: { kind: 'value', value: threadId } }
}
