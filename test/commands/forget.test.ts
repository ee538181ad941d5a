import { describe, expect, it } from 'vitest'
import { aNewsroom, EVENING } from '../fakes/newsroom.ts'

const ADMIN = { isAdmin: true, channel: 'slack:T1/C1', direct: 'slack:@T1/ada' } as const

describe('forget', () => {
  it('is for admins, says what it would delete, and deletes nothing before it is confirmed', async () => {
    const { ask, told, store } = await aNewsroom()
    await ask('subscribe syria', ADMIN)
    await ask('unsubscribe', ADMIN)
    await ask('subscribe sudan', ADMIN)
    await ask('subscribe sudan', { workspace: 'T12', channel: 'slack:T12/C1', user: 'bob' })
    expect(await told('forget everything', { ...ADMIN, isAdmin: false })).toContain('Only an admin')
    expect(await told('forget', ADMIN)).toMatch(
      /^This deletes everything I keep .*: 2 subscriptions, .*: forget everything$/u,
    )
    expect(await told('forget nothing', ADMIN)).toContain(
      '“confirm” cannot be “nothing”. It can be everything.',
    )
    expect(await store.subscriptions()).toHaveLength(2)
  })

  it('deletes all of the workspace and nothing of another', async () => {
    const { ask, told, store } = await aNewsroom()
    const other = { workspace: 'T12', channel: 'slack:T12/C1', direct: 'slack:@T12/bob', user: 'bob' }
    for (const asker of [ADMIN, { ...other, isAdmin: true }]) {
      await ask('subscribe syria', asker)
      await ask('subscribe sudan to me', asker)
      await ask('mute sstrike', asker)
      await ask('settings zone:Asia/Tokyo', asker)
    }
    expect(await told('forget everything', ADMIN)).toContain('2 subscriptions and 1 message are deleted')
    expect((await store.subscriptions()).map(({ to }) => to).toSorted()).toEqual([
      'slack:@T12/bob',
      'slack:T12/C1',
    ])
    expect((await store.told('slack:T1/C1')).size).toBe(0)
    expect((await store.told('slack:T12/C1')).size).toBe(1)
    expect([...(await store.muted()).keys()]).toEqual(['slack:T12/C1'])
    expect(await store.preferences('slack:T1/C1')).toBeNull()
    expect(await store.preferences('slack:T12/C1')).not.toBeNull()
    const waiting = await store.claim({ now: EVENING, leaseMs: 1_000, limit: 9, except: [] })
    expect(waiting.map(({ destination }) => destination)).toEqual(['slack:@T12/bob'])
  })

  it('sends whoever sits at a terminal to the data directory', async () => {
    const { told } = await aNewsroom()
    expect(await told('forget everything', { ...ADMIN, platform: 'terminal' })).toContain('data directory')
  })
})
