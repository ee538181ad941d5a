import { DatabaseSync } from 'node:sqlite'
import { RawNode } from 'kysely'
import { describe, expect, it } from 'vitest'
import { connect, kyselyOn } from '../../src/storage/sqlite/connection.ts'
import { createWriteQueue } from '../../src/storage/create-write-queue.ts'
import type { Write } from '../../src/storage/create-write-queue.ts'
import { transactOn } from '../../src/storage/sqlite/transact.ts'
import { migrate } from '../../src/storage/sqlite/migrate.ts'
import { aTemporaryDirectory } from './a-temporary-directory.ts'

describe('createWriteQueue', () => {
  it('gives each change its own result, in the order they were asked for', async () => {
    const { queue, slots } = aQueue()
    const results = await Promise.all([1, 2, 3].map((n) => queue.write(addSlot(String(n), n))))
    expect(results).toEqual([1, 2, 3])
    expect(slots()).toEqual(['1', '2', '3'])
  })

  it('undoes a change that fails, and only that one, though they share a transaction', async () => {
    const { queue, slots } = aQueue()
    const fails: Write<void> = async (db) => {
      await addSlot('half', 0)(db)
      throw new Error('no')
    }
    const outcomes = await Promise.allSettled([
      queue.write(addSlot('1', 1)),
      queue.write(fails),
      queue.write(addSlot('2', 2)),
    ])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(slots()).toEqual(['1', '2'])
  })

  it('writes many small changes in few transactions', async () => {
    const { queue, slots, commits } = aQueue()
    await Promise.all(Array.from({ length: 250 }, (_, n) => queue.write(addSlot(String(n), n))))
    expect(slots()).toHaveLength(250)
    expect(commits()).toBeLessThanOrEqual(3)
  })

  it('lets the event loop go on while another process writes', async () => {
    // A connection that waits inside SQLite would have blocked the thread for ten seconds and given up before
    // the fifth try.
    const { queue, file, slots } = aQueue((tries) => {
      if (tries === 5) other.exec('commit')
    })
    const other = new DatabaseSync(file)
    other.exec('begin immediate')
    let turns = 0
    const meanwhile = setInterval(() => turns++, 1)
    expect(await queue.write(addSlot('waited', 1))).toBe(1)
    clearInterval(meanwhile)
    expect(turns).toBeGreaterThan(0)
    expect(slots()).toEqual(['waited'])
    other.close()
  })

  it('refuses what comes after its end and finishes what came before', async () => {
    const { queue, slots } = aQueue()
    const before = queue.write(addSlot('before', 1))
    const end = queue.end()
    await expect(queue.write(addSlot('after', 2))).rejects.toThrow('Open it again')
    await Promise.all([before, end])
    expect(slots()).toEqual(['before'])
  })
})

function addSlot(slot: string, result: number): Write<number> {
  return async (db) => {
    await db.insertInto('slot').values({ subscription: 'morning', slot, at: result }).execute()
    return result
  }
}

/** Calls `onBegin` with the number of each try to begin a transaction, from 1. */
function aQueue(onBegin: (tries: number) => void = () => {}) {
  const file = `${aTemporaryDirectory()}/dragoman.db`
  const database = connect(file, 'write')
  migrate(database, file)
  database.exec('pragma busy_timeout = 0')
  let commits = 0
  let tries = 0
  const db = kyselyOn(database, file).withPlugin({
    transformQuery({ node }) {
      if (RawNode.is(node) && node.sqlFragments.includes('commit')) commits += 1
      if (RawNode.is(node) && node.sqlFragments.includes('begin immediate')) onBegin((tries += 1))
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const slots = () =>
    database
      .prepare('select slot from slot order by at')
      .all()
      .map((row) => row['slot'])
  return { file, queue: createWriteQueue(transactOn(db)), slots, commits: () => commits }
}
