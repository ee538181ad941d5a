import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DeliveryError } from '../../src/chat/delivery-error.ts'
import type { Message } from '../../src/chat/message.ts'
import { deliver } from '../../src/delivery/deliver.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import type { Store } from '../../src/storage/store.ts'
import { RecordingChat } from '../fakes/recording-chat.ts'

const start = Date.parse('2026-03-10T08:00:00Z')
const message: Message = { kind: 'notice', level: 'info', text: 'The morning is quiet.', language: 'en' }

let file: string
let store: Store
let chat: RecordingChat
let now: number

beforeEach(async () => {
  file = join(mkdtempSync(join(tmpdir(), 'dragoman-')), 'news.sqlite')
  store = await openSqliteStore(file)
  chat = new RecordingChat()
  now = start
})
afterEach(async () => {
  await store.close()
  rmSync(dirname(file), { recursive: true })
})

const decide = (slot: string, destination = 'terminal'): Promise<boolean> =>
  store.decide({
    outboxId: `morning ${slot}`,
    subscription: 'morning',
    destination,
    slot,
    at: now,
    message,
    told: [],
  })
const send = () =>
  deliver(
    store,
    (destination) => (destination === 'terminal' ? { adapter: chat, channel: destination } : null),
    () => now,
  )

describe('deliver', () => {
  it('sends what was decided, once', async () => {
    await decide('2026-03-10 08:00')
    expect((await send()).sent).toEqual(['morning 2026-03-10 08:00'])
    expect((await send()).sent).toEqual([])
    expect(chat.posts).toHaveLength(1)
  })

  it('tries again a minute after the platform did not answer', async () => {
    await decide('2026-03-10 08:00')
    chat.failWith(new DeliveryError('unavailable', 'the platform answered 503'))
    expect((await send()).postponed).toHaveLength(1)
    now += 30_000
    expect((await send()).sent).toEqual([])
    now += 31_000
    expect((await send()).sent).toHaveLength(1)
  })

  it('waits as long as the platform asks', async () => {
    await decide('2026-03-10 08:00')
    chat.failWith(new DeliveryError('rate-limited', 'slow down', { retryAfterMs: 7000 }))
    await send()
    now += 6000
    expect((await send()).sent).toEqual([])
    now += 1001
    expect((await send()).sent).toHaveLength(1)
  })

  it.each(['channel-gone', 'not-allowed', 'rejected'] as const)(
    'does not call again after %s',
    async (code) => {
      await decide('2026-03-10 08:00')
      chat.failWith(new DeliveryError(code, 'no'))
      expect((await send()).failed).toHaveLength(1)
      now += 24 * 3_600_000
      expect(await send()).toMatchObject({ sent: [], failed: [] })
    },
  )

  it('gives up after the fourth wait and says so', async () => {
    await decide('2026-03-10 08:00')
    chat.failWith(...Array.from({ length: 5 }, () => new DeliveryError('unavailable', '503')))
    for (let round = 0; round < 4; round++) {
      expect((await send()).postponed).toHaveLength(1)
      now += 61 * 60_000
    }
    expect((await send()).failed).toHaveLength(1)
  })

  it('flags a message whose call was in flight at a crash and does not repeat it', async () => {
    await decide('2026-03-10 08:00')
    await store.markSending('morning 2026-03-10 08:00', now)
    await store.close()
    store = await openSqliteStore(file)
    expect(await send()).toMatchObject({ sent: [], uncertain: ['morning 2026-03-10 08:00'] })
    expect((await send()).uncertain).toEqual([])
    expect(chat.posts).toEqual([])
  })

  it('one bad destination does not hold up the others', async () => {
    await decide('2026-03-10 08:00', 'slack:C1')
    await decide('2026-03-10 09:00')
    expect(await send()).toMatchObject({
      sent: ['morning 2026-03-10 09:00'],
      failed: [{ destination: 'slack:C1' }],
    })
  })
})
