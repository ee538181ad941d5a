import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { startStoreThread } from '../../src/storage/sqlite/open-store-in-threads.ts'
import { aTemporaryDirectory } from './a-temporary-directory.ts'

describe('startStoreThread', { timeout: 30_000 }, () => {
  it('says so to everybody who waits when its thread ends, and goes on with a new one', async () => {
    const thread = startStoreThread(
      { file: 'dragoman.db', options: {} },
      new URL('ending-thread.ts', import.meta.url),
    )
    const first = await thread.run({ method: 'counts', args: [] })
    const waiting = thread.run({ method: 'backup', args: [] })
    const ending = thread.run({ method: 'feedStates', args: [] })
    for (const failed of [waiting, ending])
      await expect(failed).rejects.toMatchObject({
        code: 'failed',
        message: expect.stringMatching(/^The thread that works on dragoman\.db ended \(.*7\); a new one/),
      })
    expect(await thread.run({ method: 'counts', args: [] })).not.toBe(first)
    await thread.close()
    await expect(thread.run({ method: 'counts', args: [] })).rejects.toMatchObject({ code: 'closed' })
  })
  it('lets nobody wait for a thread that cannot start, and starts one when there is room', () => {
    const child = fileURLToPath(new URL('crowded-child.ts', import.meta.url))
    const file = join(aTemporaryDirectory(), 'dragoman.sqlite')
    const script = ['-c', 'ulimit -n 128; exec "$0" "$1" "$2"', process.execPath, child, file]
    const out = execFileSync('sh', script, { timeout: 20_000, encoding: 'utf8' })
    const ended = expect.stringMatching(/^StoreError: The thread that works on .* ended \(.*EMFILE\)/u)
    expect(JSON.parse(out)).toEqual([ended, ended, 'done'])
  })
})
