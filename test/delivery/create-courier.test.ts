import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DeliveryError } from '../../src/chat/delivery-error.ts'
import type { Message } from '../../src/chat/message.ts'
import { createCourier, type Courier } from '../../src/delivery/create-courier.ts'
import { messageKey } from '../../src/delivery/message-key.ts'
import type { Recipient } from '../../src/delivery/owner-notices.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import type { Store } from '../../src/storage/store.ts'
import { RecordingChat } from '../fakes/recording-chat.ts'
import { aTemporaryDirectory } from '../storage/a-temporary-directory.ts'

const start = Date.parse('2026-03-10T08:00:00Z')
const HOUR = 3_600_000
const message: Message = {
  kind: 'briefing',
  briefing: {
    title: 'Morning',
    from: start - HOUR,
    to: start,
    zone: 'UTC',
    language: 'en',
    sections: [],
    leftOut: 0,
    coverage: { sources: 1, answered: 1, failed: [] },
  },
}
const owner: Recipient = {
  subscription: 'morning',
  to: 'terminal:@team/ada',
  title: 'Morning',
  language: 'en',
}

let file: string
let store: Store
let chat: RecordingChat
let now: number
let courier: Courier

const aCourier = (
  on: Store = store,
  adapters: readonly RecordingChat[] = [chat],
  isStopping: () => boolean = () => false,
): Courier =>
  createCourier({
    isStopping,
    outbox: on,
    adapters,
    owners: {
      ofDestination: (to) => (to === 'terminal' ? [owner] : []),
      ofSubscription: (id) => (id === 'morning' ? owner : null),
    },
    now: () => now,
    random: () => 1,
  })

function restart(options: ConstructorParameters<typeof RecordingChat>[0] = {}): void {
  chat = new RecordingChat(options)
  courier = aCourier()
}

beforeEach(async () => {
  file = `${aTemporaryDirectory()}/news.sqlite`
  store = await openSqliteStore(file)
  now = start
  restart()
})
afterEach(() => store.close())

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
const send = () => courier.deliver()
const notices = (): string[] =>
  chat.posts.flatMap(({ channel, message }) =>
    message.kind === 'notice' ? [`${channel}: ${message.text}`] : [],
  )
const stateOf = async (id: string): Promise<string | undefined> =>
  (await store.deliveries(0)).find(({ outboxId }) => outboxId === id)?.state
const unavailable = (): DeliveryError => new DeliveryError('unavailable', 'the platform answered 503')
const lost = (): DeliveryError =>
  new DeliveryError('unavailable', 'the connection broke', { mayHaveArrived: true })

/** The process ends with every due message in flight; another one takes over. */
async function crash(): Promise<void> {
  await store.claim({ now, leaseMs: 45_000, limit: 10, except: [] })
  await store.close()
  store = await openSqliteStore(file)
  courier = aCourier()
}

/** Lets the clock run in steps of five seconds, sending at each, as the bot does. */
async function run(until: number): Promise<void> {
  for (; now <= until; now += 5_000) await send()
}

describe('createCourier', () => {
  it('sends what was decided, once', async () => {
    await decide('08:00')
    expect((await send()).sent).toEqual(['morning 08:00'])
    expect((await send()).sent).toEqual([])
    expect(chat.posts).toHaveLength(1)
  })

  it('gives every try of a message the same key, and every message its own', async () => {
    await decide('08:00')
    await decide('09:00')
    chat = new RecordingChat({ recognisesRepeats: true })
    courier = aCourier()
    chat.loseAnswer(lost())
    await run(start + 60_000)
    const keys = chat.posts.map(({ key }) => key)
    expect(chat.calls).toBe(3)
    expect(new Set(keys).size).toBe(2)
    for (const key of keys) expect(key).toMatch(/^[\w-]{22}$/)
  })

  it('tries again half a minute after the platform did not answer, then later and later', async () => {
    await decide('08:00')
    chat.failWith(...Array.from({ length: 4 }, unavailable))
    const tries: number[] = []
    for (; chat.posts.length === 0; now += 1000) {
      const before = chat.calls
      await send()
      if (chat.calls > before) tries.push((now - start) / 1000)
    }
    expect(tries).toEqual([0, 30, 90, 210, 450])
  })

  it('waits as long as the platform asks, and a little more', async () => {
    await decide('08:00')
    chat.failWith(new DeliveryError('rate-limited', 'slow down', { retryAfterMs: 7000 }))
    expect((await send()).postponed).toHaveLength(1)
    now += 7000
    expect((await send()).sent).toEqual([])
    now += 700
    expect((await send()).sent).toHaveLength(1)
    expect(await store.destinations()).toEqual(new Map())
  })

  it('gives up what could not go out for six hours, so that the next briefing tells it', async () => {
    await decide('08:00')
    chat.failWith(...Array.from({ length: 100 }, unavailable))
    for (; now < start + 7 * HOUR; now += 60_000) await send()
    expect(await stateOf('morning 08:00')).toBe('failed')
    expect(chat.calls).toBeLessThan(20)
    expect(await store.destinations()).toMatchObject(new Map([['terminal', { state: 'degraded' }]]))
    restart()
    await decide('16:00')
    expect((await send()).sent).toEqual(['morning 16:00'])
    expect(await store.destinations()).toEqual(new Map())
  })

  it.each([
    ['channel-gone', null, 'The channel is gone'],
    ['channel-gone', 'archived', 'The channel is archived'],
    ['not-allowed', null, 'not allowed to post there'],
    ['not-allowed', 'invite', 'Invite me there'],
  ] as const)(
    'pauses a destination after %s (%s): no further call, one message to its owner that says the remedy',
    async (code, remedy, reason) => {
      await decide('08:00')
      await decide('09:00')
      chat.failWith(new DeliveryError(code, 'is_archived', remedy === null ? {} : { remedy }))
      const report = await send()
      expect(report).toMatchObject({
        failed: [{ id: 'morning 08:00' }],
        paused: [{ destination: 'terminal' }],
      })
      const [told, ...more] = notices()
      expect(more).toEqual([])
      expect(told).toMatch(/^direct-team\/ada: /u)
      expect(told).toContain(reason)
      expect(told).toContain('/news resume')
      const { calls } = chat
      await decide('10:00')
      now += 24 * HOUR
      await send()
      expect(chat.calls).toBe(calls)
      expect(await stateOf('morning 09:00')).toBe('failed')

      await store.resumeDestination('terminal')
      expect((await send()).sent).toEqual(['morning 10:00'])
    },
  )

  it('gives up a message that the platform rejects, and pauses the destination at the third in a row', async () => {
    chat.failWith(...Array.from({ length: 3 }, () => new DeliveryError('rejected', 'Invalid blocks.')))
    for (const slot of ['08:00', '09:00']) await decide(slot)
    expect(await send()).toMatchObject({ failed: [{}, {}], paused: [] })
    await decide('10:00')
    expect(await send()).toMatchObject({ failed: [{ id: 'morning 10:00' }], paused: [{}] })
    await decide('11:00')
    expect((await send()).sent).toEqual([])
  })

  it('does not take the tries of an outage for messages that were rejected', async () => {
    await decide('08:00')
    chat.failWith(
      unavailable(),
      unavailable(),
      unavailable(),
      new DeliveryError('rejected', 'Invalid blocks.'),
    )
    await run(start + 10 * 60_000)
    expect(await stateOf('morning 08:00')).toBe('failed')
    expect(await store.destinations()).toMatchObject(new Map([['terminal', { state: 'degraded' }]]))
    await decide('09:00')
    expect((await send()).sent).toEqual(['morning 09:00'])
  })

  it('does not tell an owner about the notice that could not reach him', async () => {
    await decide('08:00')
    const refused = new DeliveryError('channel-gone', 'gone')
    chat.failWith(refused, refused)
    await send()
    await send()
    expect(chat.calls).toBe(2)
  })

  it('does not tell him about the notice that may not have reached him', async () => {
    await decide('08:00')
    chat.loseAnswer(lost())
    chat.loseAnswer(lost())
    await run(start + HOUR)
    expect(chat.calls).toBe(2)
  })

  it('goes on with a channel that became free while the store was asked', async () => {
    await decide('1', 'terminal:slow')
    await decide('2', 'terminal:slow')
    await decide('3', 'terminal:fast')
    const release = chat.hold('slow')
    const asked: Store = {
      ...store,
      async claim(claim) {
        const rows = await store.claim(claim)
        if (claim.except.includes('terminal:slow')) {
          release()
          await wait(50)
        }
        return rows
      },
    }
    expect((await aCourier(asked).deliver()).sent).toHaveLength(3)
  })

  describe('when nobody knows whether it arrived', () => {
    it('repeats with the same key where the platform recognises it, and the reader sees it once', async () => {
      restart({ recognisesRepeats: true })
      await decide('08:00')
      chat.loseAnswer(lost())
      await run(start + 60_000)
      expect(chat.posts).toHaveLength(1)
      expect(chat.calls).toBe(2)
      expect(await stateOf('morning 08:00')).toBe('sent')
    })

    it('flags it elsewhere, tells the owner, and goes on with the next message', async () => {
      await decide('08:00')
      await decide('09:00')
      chat.loseAnswer(lost())
      const report = await send()
      expect(report).toMatchObject({ uncertain: [{ id: 'morning 08:00' }] })
      expect(report.sent).toContain('morning 09:00')
      await run(start + HOUR)
      expect(chat.posts.filter(({ message }) => message.kind === 'briefing')).toHaveLength(2)
      expect(notices()).toEqual([expect.stringContaining('may or may not have arrived')])
    })

    it('takes an error that no adapter translated for one of these', async () => {
      await decide('08:00')
      chat.failWith(new TypeError('x is not a function'))
      expect((await send()).uncertain).toHaveLength(1)
    })

    it('flags it once the platform no longer recognises the repeat', async () => {
      restart({ recognisesRepeats: true })
      await decide('08:00')
      chat.loseAnswer(lost())
      await send()
      now += 4 * 60_000
      expect((await send()).uncertain).toHaveLength(1)
      expect(chat.calls).toBe(2)
      expect(chat.posts.filter(({ message }) => message.kind === 'briefing')).toHaveLength(1)
    })
  })

  describe('after a crash with a call in flight', () => {
    it('waits for the lease, then flags the message and does not repeat it', async () => {
      await decide('08:00')
      await crash()
      expect(await send()).toMatchObject({ sent: [], uncertain: [] })
      now += 45_000
      expect(await send()).toMatchObject({ uncertain: [{ id: 'morning 08:00' }] })
      now += HOUR
      expect((await send()).uncertain).toEqual([])
      expect(chat.posts.filter(({ message }) => message.kind === 'briefing')).toEqual([])
      expect(notices()).toHaveLength(1)
    })

    it('sends it again with the same key where repeats are recognised', async () => {
      restart({ recognisesRepeats: true })
      await decide('08:00')
      await crash()
      now += 45_000
      expect((await send()).sent).toEqual(['morning 08:00'])
    })
  })

  it('never sends a row twice when two processes deliver from one store', async () => {
    for (let i = 0; i < 20; i++) await decide(`${i}`, `terminal:${i}`)
    const other = await openSqliteStore(file)
    const reports = await Promise.all([courier.deliver(), aCourier(other).deliver()])
    await other.close()
    expect(reports.flatMap(({ sent }) => sent)).toHaveLength(20)
    expect(chat.posts).toHaveLength(20)
  })

  it('keeps the order of a channel, whatever fails on the way', async () => {
    for (const slot of ['1', '2', '3']) await decide(slot)
    chat.failWith(unavailable(), new DeliveryError('rate-limited', 'slow down', { retryAfterMs: 5000 }))
    await run(start + 10 * 60_000)
    expect(chat.posts.map(({ key }) => key)).toEqual(
      ['1', '2', '3'].map((slot) => messageKey(`morning ${slot}`)),
    )
    expect((await store.deliveries(0)).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['sent', 3],
      ['sent', 1],
      ['sent', 1],
    ])
  })

  it('lets no slow channel hold up the others, not even for what is decided meanwhile', async () => {
    const release = chat.hold('slow')
    await decide('1', 'terminal:slow')
    await decide('2', 'terminal:fast')
    const delivering = send()
    await expect.poll(() => chat.posts.map(({ channel }) => channel)).toEqual(['fast'])
    await decide('3', 'terminal:fast')
    await expect
      .poll(() => chat.posts.map(({ channel }) => channel), { timeout: 3000 })
      .toEqual(['fast', 'fast'])
    release()
    expect((await delivering).sent).toHaveLength(3)
  })

  it('begins no further call once it is asked to stop, and settles those under way', async () => {
    const release = chat.hold('slow')
    await decide('1', 'terminal:slow')
    for (const slot of ['2', '3']) await decide(slot, 'terminal:fast')
    let isStopping = false
    courier = aCourier(
      {
        ...store,
        async settle(...ended) {
          await store.settle(...ended)
          isStopping = true
        },
      },
      [chat],
      () => isStopping,
    )
    const delivering = send()
    await expect.poll(() => isStopping).toBe(true)
    release()
    expect((await delivering).sent.toSorted()).toEqual(['morning 1', 'morning 2'])
    expect(await stateOf('morning 3')).toBe('pending')
    expect(chat.posts.map(({ channel }) => channel)).toEqual(['fast', 'slow'])
  })

  it('lets no platform that hangs take the turn of another', async () => {
    const slack = new RecordingChat({ platform: 'slack' })
    const releases = Array.from({ length: 80 }, (_, n) => slack.hold(`${n}`))
    for (let n = 0; n < 80; n++) await decide(`hangs ${n}`, `slack:${n}`)
    await decide('goes', 'terminal:here')
    courier = aCourier(store, [chat, slack])
    const delivering = send()
    await expect.poll(() => chat.posts.length, { timeout: 3000 }).toBe(1)
    expect(slack.calls).toBeLessThan(60)
    for (const release of releases) release()
    expect((await delivering).sent).toHaveLength(81)
  })

  it('does not look through all that waits for a busy platform whenever one of its calls ends', async () => {
    const releases = Array.from({ length: 70 }, (_, n) => chat.hold(`${n}`))
    for (let n = 0; n < 70; n++) await decide(`${n}`, `terminal:${n}`)
    let asked = 0
    courier = aCourier({
      ...store,
      claim(claim) {
        asked += 1
        return store.claim(claim)
      },
    })
    const delivering = send()
    const end = async (n: number) => {
      releases[n]?.()
      await expect.poll(() => stateOf(`morning ${n}`), { timeout: 5000 }).toBe('sent')
    }
    await expect.poll(() => chat.calls, { timeout: 5000 }).toBe(50)
    await end(0)
    await expect.poll(() => chat.calls, { timeout: 5000 }).toBe(60)
    asked = 0
    for (let n = 1; n < 10; n++) await end(n)
    expect(asked).toBeLessThan(9)
    for (const release of releases) release()
    expect((await delivering).sent).toHaveLength(70)
  })

  it('says what to do when there is no platform for a destination', async () => {
    await decide('08:00', 'slack:C1')
    await decide('09:00')
    expect(await send()).toMatchObject({
      sent: ['morning 09:00'],
      failed: [{ destination: 'slack:C1', reason: expect.stringContaining('set its token') }],
    })
  })

  it('edits the posted message for a correction, and repeats the edit after a crash', async () => {
    await decide('08:00')
    await send()
    await store.correct({
      outboxId: 'morning 08:00',
      edits: 0,
      subscription: 'morning',
      destination: 'terminal',
      at: now,
      corrected: [],
      message,
    })
    await store.claim({ now, leaseMs: 1000, limit: 10, except: [] })
    now += 24 * HOUR
    expect((await send()).sent).toEqual(['morning 08:00 edit 1'])
    expect(chat.updates).toEqual([message])
    expect(chat.posts).toHaveLength(1)
  })

  it('repeats an edit whose answer was lost, on any platform: it is the same text in the same place', async () => {
    await decide('08:00')
    await send()
    await store.correct({
      outboxId: 'morning 08:00',
      edits: 0,
      subscription: 'morning',
      destination: 'terminal',
      at: now,
      corrected: [],
      message,
    })
    chat.failWith(lost())
    expect((await send()).postponed).toHaveLength(1)
    await run(start + 60_000)
    expect(chat.updates).toHaveLength(1)
    expect(notices()).toEqual([])
  })
})
