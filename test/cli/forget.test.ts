import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { runDragoman } from './run-dragoman.ts'

describe('dragoman forget', { timeout: 60_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'dragoman-forget-'))
  const file = join(home, 'dragoman.sqlite')
  const env = { DRAGOMAN_DATA: home }
  afterAll(() => rmSync(home, { recursive: true }))

  it('deletes what is kept of one workspace, unless the bot runs', async () => {
    const store = await openSqliteStore(file, { exclusive: true })
    for (const workspace of ['T1', 'T2'])
      await store.keepSubscription(
        aSubscription({ id: workspace, to: `slack:${workspace}/C1`, owner: `slack:${workspace}/ada` }),
      )
    const early = await runDragoman(['forget', 'slack:T1'], { env })
    expect(early).toMatchObject({ code: 1, err: expect.stringContaining('Another Dragoman is running') })
    await store.close()

    const { code, out } = await runDragoman(['forget', 'slack:T1'], { env })
    expect(out).toBe('slack:T1 is forgotten: 1 subscriptions, 0 messages, its settings and its sign-in\n')
    expect(code).toBe(0)
    const after = await openSqliteStore(file)
    expect((await after.subscriptions()).map(({ id }) => id)).toEqual(['T2'])
    await after.close()
  })

  it('says that it knew nothing of a workspace, and ends with 2', async () => {
    const store = await openSqliteStore(file)
    await store.remember({ platform: 'slack', kind: 'installation', id: 'T3' }, 'sealed')
    await store.close()
    const nothing = {
      code: 2,
      out: '',
      err: expect.stringContaining('Nothing is known of slack:T9, so nothing'),
    }
    expect(await runDragoman(['forget', 'slack:T9'], { env })).toMatchObject(nothing)
    const installed = await runDragoman(['forget', 'slack:T3'], { env })
    expect(installed).toMatchObject({ code: 0, out: expect.stringContaining('slack:T3 is forgotten') })
  })

  it('makes no store where none is kept', async () => {
    const elsewhere = join(home, 'elsewhere')
    const { code, err } = await runDragoman(['forget', 'slack:T1'], { env: { DRAGOMAN_DATA: elsewhere } })
    expect(err).toContain(`Nothing is kept at ${join(elsewhere, 'dragoman.sqlite')}.`)
    expect(code).toBe(1)
    expect(existsSync(elsewhere)).toBe(false)
  })

  it.each(['everything', 'slack:T3/C1', 'terminal:T3', 'slack:'])(
    'says how a workspace is written: not as %s',
    async (typed) => {
      expect(await runDragoman(['forget', typed], { env })).toMatchObject({
        code: 2,
        err: `'${typed}' is no workspace; write slack:T0123456 or discord:1234567890\n`,
      })
    },
  )
})
