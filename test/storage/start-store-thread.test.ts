import { describe, expect, it } from 'vitest'
import { startStoreThread } from '../../src/storage/sqlite/start-store-thread.ts'

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
})
