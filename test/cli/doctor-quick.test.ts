import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { type FeedState, NEVER_READ } from '../../src/records/feed-state.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { aConfigDirectory } from '../settings/a-config-directory.ts'
import { aTemporaryDirectory } from '../storage/a-temporary-directory.ts'
import { runDragoman } from './run-dragoman.ts'

const HOUR = 3_600_000

let data: string
let config: string
beforeEach(() => {
  data = aTemporaryDirectory()
  config = aConfigDirectory()
})

/** Creates the store of a bot that read these sources; `example-en` is the one in the settings. */
async function after(states: Readonly<Record<string, Partial<FeedState>>>): Promise<void> {
  const store = await openSqliteStore(join(data, 'dragoman.sqlite'))
  for (const [sourceId, state] of Object.entries(states))
    await store.keepRead({ sourceId, state: { ...NEVER_READ, ...state }, articles: [] })
  await store.close()
}

const examine = () =>
  runDragoman(['doctor', '--quick'], { env: { DRAGOMAN_CONFIG: config, DRAGOMAN_DATA: data } })

describe('doctor --quick', { timeout: 30_000 }, () => {
  it('finds a bot well of which a source answered of late', async () => {
    const now = Date.now()
    await after({ 'example-en': { lastSuccessAt: now - HOUR, nextReadAt: now + HOUR } })
    expect(await examine()).toMatchObject({ code: 0, out: 'ok\n' })
  })

  it('finds one ill of which none did', async () => {
    await after({ 'example-en': { lastSuccessAt: Date.now() - 4 * HOUR } })
    expect(await examine()).toMatchObject({ code: 1, out: 'no source answered in the last 3 hours\n' })
  })

  it.each<[string, Partial<FeedState>]>([
    ['answered', { lastSuccessAt: Date.now() + 24 * HOUR }],
    ['is to be read', { lastSuccessAt: Date.now() - HOUR, nextReadAt: Date.now() + 400 * 24 * HOUR }],
  ])(
    'finds one ill of which a source %s at a time that cannot be, and says what to look at',
    async (_what, state) => {
      await after({ 'example-en': state })
      expect(await examine()).toMatchObject({
        code: 1,
        out: expect.stringMatching(
          /^1 source was read by a clock ahead of this one \(example-en\)[^\n]*\n$/u,
        ),
      })
    },
  )

  it('does not count sources that are read no more', async () => {
    const now = Date.now()
    await after({
      'example-en': { lastSuccessAt: now - HOUR },
      removed: { lastSuccessAt: now + 24 * HOUR, nextReadAt: now + 99 * 24 * HOUR },
    })
    expect(await examine()).toMatchObject({ code: 0, out: 'ok\n' })
  })
})
