import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { aConfigDirectory } from '../settings/a-config-directory.ts'
import { aClaim, FAILED } from '../storage/a-claim.ts'
import { aDecision } from '../storage/a-decision.ts'
import { aTemporaryDirectory } from '../storage/a-temporary-directory.ts'
import { runDragoman } from './run-dragoman.ts'

let env: Readonly<Record<string, string>>

const HOUR = 3_600_000

beforeEach(async () => {
  const data = aTemporaryDirectory()
  env = { DRAGOMAN_CONFIG: aConfigDirectory(), DRAGOMAN_DATA: data }
  const store = await openSqliteStore(join(data, 'dragoman.sqlite'))
  const now = Date.now()
  for (const [slot, at] of [
    ['failed', now - HOUR],
    ['old', now - 7 * HOUR],
    ['waiting', now],
  ] as const)
    await store.decide(aDecision({ outboxId: slot, slot, at, destination: `terminal:${slot}` }))
  await store.claim(aClaim({ now, limit: 2 }))
  for (const id of ['failed', 'old']) await store.settle(id, now, FAILED)
  await store.close()
})

describe('dragoman queue', { timeout: 30_000 }, () => {
  it('lists what waits and what nobody tries again, with the reason', async () => {
    const { code, out } = await runDragoman(['queue'], { env })
    expect(code).toBe(0)
    expect(out.split('\n').map((line) => line.split(/ {2,}/u).slice(0, 2))).toEqual([
      ['failed', 'failed'],
      ['old', 'failed'],
      ['waiting', 'pending'],
      [''],
    ])
    expect(out).toMatch(/1 try {2}\S/u)
    const dead = await runDragoman(['queue', '--dead', '--json'], { env })
    const ids: readonly { readonly outboxId: string }[] = JSON.parse(dead.out)
    expect(ids.map(({ outboxId }) => outboxId)).toEqual(['failed', 'old'])
  })

  it('lets one wait again that failed, and says why it does not with others', async () => {
    expect(await runDragoman(['queue', 'again', 'failed'], { env })).toMatchObject({ code: 0 })
    const { out } = await runDragoman(['queue'], { env })
    expect(out).toMatch(/^failed +pending/mu)
    for (const [id, reason] of [
      ['waiting', 'has arrived or is tried still'],
      ['old', 'is older than six hours'],
      ['none', 'there is no message none'],
    ] as const)
      expect(await runDragoman(['queue', 'again', id], { env })).toMatchObject({
        code: 2,
        err: expect.stringContaining(reason),
      })
  })
})
