import { expect, it } from 'vitest'
import type { AccessKey } from '../../src/records/access-key.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { anAsker } from '../fakes/asker.ts'
import { HOUR, NOON } from '../storage/a-read.ts'

const aKey = (own: Partial<AccessKey> = {}): AccessKey => ({
  id: 'k1',
  kind: 'session',
  hash: `hash of ${own.id ?? 'k1'}`,
  person: 'slack:T1/ada',
  visitor: anAsker({ name: 'Ada' }),
  createdAt: NOON,
  expiresAt: NOON + HOUR,
  usedAt: null,
  ...own,
})

export function accessCases(store: () => Store): void {
  it('knows a key by its hash and kind, until it ends', async () => {
    await store().keepAccessKey(aKey(), 10)
    expect(await store().useAccessKey('session', 'hash of k1', NOON)).toEqual(aKey())
    expect(await store().useAccessKey('session', 'hash of k1', NOON + HOUR - 1)).toMatchObject({
      usedAt: NOON,
    })
    expect(await store().useAccessKey('session', 'hash of k1', NOON + HOUR)).toBeNull()
    expect(await store().useAccessKey('feed', 'hash of k1', NOON)).toBeNull()
    expect(await store().useAccessKey('session', 'hash of k2', NOON)).toBeNull()
  })

  it('takes a link once, also where two use it at the same moment', async () => {
    await store().keepAccessKey(aKey({ kind: 'link' }), 10)
    const uses = [1, 2, 3].map(() => store().useAccessKey('link', 'hash of k1', NOON))
    expect((await Promise.all(uses)).filter((key) => key !== null)).toHaveLength(1)
  })

  it('keeps the newest of a kind that a person has', async () => {
    for (const id of ['k1', 'k2', 'k3']) await store().keepAccessKey(aKey({ id }), 2)
    await store().keepAccessKey(aKey({ id: 'feed', kind: 'feed', expiresAt: null }), 2)
    await store().keepAccessKey(aKey({ id: 'bob', person: 'slack:T1/bob' }), 2)
    const ids = (await store().accessKeys('slack:T1/ada', NOON)).map(({ id }) => id)
    expect(ids).toEqual(['feed', 'k3', 'k2'])
    expect((await store().accessKeys('slack:T1/ada', NOON + HOUR)).map(({ id }) => id)).toEqual(['feed'])
  })

  it('lets a person revoke their own', async () => {
    await store().keepAccessKey(aKey(), 10)
    expect(await store().revokeAccessKey('slack:T1/bob', 'k1')).toBe(false)
    expect(await store().revokeAccessKey('slack:T1/ada', 'k1')).toBe(true)
    expect(await store().useAccessKey('session', 'hash of k1', NOON)).toBeNull()
  })

  it('forgets keys that ended, and those of a workspace with it', async () => {
    await store().keepAccessKey(aKey(), 10)
    await store().keepAccessKey(aKey({ id: 'k2', kind: 'feed', expiresAt: null }), 10)
    expect(await store().pruneAccessKeys(NOON + 2 * HOUR)).toBe(1)
    await store().keepAccessKey(aKey({ id: 'other', person: 'slack:T2/eve', expiresAt: null }), 10)
    await store().leaveWorkspace({ platform: 'slack', workspace: 'T1' }, NOON)
    expect(await store().accessKeys('slack:T1/ada', NOON)).toEqual([])
    await store().forgetWorkspace({ platform: 'slack', workspace: 'T2' })
    expect(await store().accessKeys('slack:T2/eve', NOON)).toEqual([])
  })
}
