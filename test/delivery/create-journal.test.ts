import { describe, expect, it } from 'vitest'
import { DeliveryError } from '../../src/chat/delivery-error.ts'
import type { PartCall } from '../../src/chat/post-journal.ts'
import { createJournal, type KeptJournal } from '../../src/delivery/create-journal.ts'
import type { KeptPart } from '../../src/records/delivery.ts'

const NOON = Date.UTC(2026, 2, 10, 12)
const MINUTE = 60_000

/** A journal, its state on disk, and a clock. */
function aDesk({ parts = [] as readonly KeptPart[], repeatsAreRecognisedForMs = 0 } = {}) {
  const desk = { onDisk: parts, now: NOON, isOurs: true, isAway: false }
  const open = (): KeptJournal =>
    createJournal({
      parts: desk.onDisk,
      keep: (known) => {
        if (desk.isAway) return Promise.reject(new Error('no store'))
        if (desk.isOurs) desk.onDisk = known
        return Promise.resolve(desk.isOurs)
      },
      now: () => desk.now,
      repeatsAreRecognisedForMs,
    })
  return { desk, open }
}

const first = { number: 0, storyIds: ['s'] }
const lost = new DeliveryError('unavailable', 'reset', { mayHaveArrived: true })
const refused = new DeliveryError('unavailable', '503')
const doubtful = { number: 0, state: 'doubtful', since: NOON, tells: ['s'] } as const

describe('a journal', () => {
  it('has the doubt on disk before the request goes to the socket, and the arrival before the next one', async () => {
    const { desk, open } = aDesk()
    const journal = open()
    await journal.send(first, async (handOver) => {
      expect(desk.onDisk).toEqual([])
      await handOver()
      expect(desk.onDisk).toEqual([doubtful])
      return 'C1/1.1'
    })
    expect(desk.onDisk).toEqual([{ number: 0, state: 'arrived', id: 'C1/1.1', tells: ['s'] }])
  })

  it('leaves the arrival of the last part to the end of the try, unless another one is in doubt', async () => {
    const { desk, open } = aDesk()
    const journal = open()
    await journal.send({ ...first, isLast: true }, async (handOver) => {
      await handOver()
      return 'C1/1.1'
    })
    expect(journal.arrived(0)).toBe('C1/1.1')
    expect(desk.onDisk).toEqual([doubtful])
    const beside = aDesk()
    const other = beside.open()
    await other.send(first, (handOver) => handOver().then(() => Promise.reject(lost))).catch(() => undefined)
    await other.send({ number: 1, isLast: true }, async (handOver) => {
      await handOver()
      return 'C1/1.2'
    })
    expect(beside.desk.onDisk).toMatchObject([{ state: 'doubtful' }, { state: 'arrived', id: 'C1/1.2' }])
  })

  it('makes no call for a part that arrived in an earlier try', async () => {
    const { open } = aDesk({ parts: [{ number: 0, state: 'arrived', id: 'C1/1.1', tells: [] }] })
    expect(await open().send(first, () => Promise.reject(new Error('called')))).toBe('C1/1.1')
  })

  it.each([
    ['fails before it is handed over', async () => Promise.reject(new TypeError('cannot be drawn')), []],
    [
      'surely did not arrive',
      (handOver: () => Promise<void>) => handOver().then(() => Promise.reject(refused)),
      [],
    ],
    [
      'may have arrived',
      (handOver: () => Promise<void>) => handOver().then(() => Promise.reject(lost)),
      [doubtful],
    ],
    [
      'fails in a way that no adapter translated',
      (handOver: () => Promise<void>) => handOver().then(() => Promise.reject(new Error('?'))),
      [doubtful],
    ],
  ])('leaves a doubt only where there is one: a call that %s', async (_what, call, left) => {
    const { desk, open } = aDesk()
    await expect(open().send(first, call)).rejects.toBeInstanceOf(Error)
    expect(desk.onDisk).toEqual(left)
  })

  it('passes over a part in doubt where the platform shows a repeat', async () => {
    const { desk, open } = aDesk({ parts: [doubtful] })
    desk.now += 1
    expect(await open().send(first, () => Promise.reject(new Error('called')))).toBeNull()
    expect(desk.onDisk).toEqual([doubtful])
  })

  it('sends it again while the platform recognises it, counted from the first time', async () => {
    const { desk, open } = aDesk({ parts: [doubtful], repeatsAreRecognisedForMs: 2 * MINUTE })
    desk.now += 2 * MINUTE
    await expect(
      open().send(first, async (handOver) => {
        await handOver()
        throw refused
      }),
    ).rejects.toThrow('503')
    expect(desk.onDisk).toEqual([doubtful])
    desk.now += 1
    expect(await open().send(first, () => Promise.reject(new Error('called')))).toBeNull()
  })

  it('sends it again however late where the adapter itself finds what was made', async () => {
    const { desk, open } = aDesk({ parts: [doubtful] })
    desk.now += 24 * 60 * MINUTE
    expect(await open().send({ ...first, isFoundAgain: true }, () => Promise.resolve('post'))).toBe('post')
    expect(desk.onDisk).toEqual([{ number: 0, state: 'arrived', id: 'post', tells: ['s'] }])
  })

  it.each([
    ['takes it as arrived where the platform has it', { status: 'there', id: 'found' }, 'found'],
    ['sends it anew where the platform does not have it', { status: 'absent' }, 'sent'],
    ['passes over it where the platform does not say', { status: 'unknown' }, null],
  ] as const)('%s, when the platform recognises a repeat no more', async (_what, found, id) => {
    const { desk, open } = aDesk({ parts: [doubtful], repeatsAreRecognisedForMs: 2 * MINUTE })
    desk.now += 3 * MINUTE
    const since: number[] = []
    const find = (from: number) => {
      since.push(from)
      return Promise.resolve(found)
    }
    const call: PartCall = async (handOver) => {
      await handOver()
      expect(desk.onDisk).toEqual([{ ...doubtful, since: desk.now }])
      return 'sent'
    }
    expect(await open().send({ ...first, find }, call)).toBe(id)
    expect(since).toEqual([doubtful.since])
    expect(desk.onDisk).toEqual(
      id === null ? [doubtful] : [{ number: 0, state: 'arrived', id, tells: ['s'] }],
    )
  })

  it('sends nothing once another process has taken the message over', async () => {
    const { desk, open } = aDesk()
    desk.isOurs = false
    let isSent = false
    const sending = open().send(first, async (handOver) => {
      await handOver()
      isSent = true
      return 'C1/1.1'
    })
    await expect(sending).rejects.toThrow('Another process')
    expect(isSent).toBe(false)
  })

  it('sends nothing that could not be recorded before, whatever the adapter makes of that', async () => {
    const { desk, open } = aDesk()
    const journal = open()
    desk.isAway = true
    const sending = journal.send(first, (handOver) =>
      handOver()
        .then(() => 'C1/1.1')
        .catch(() => Promise.reject(lost)),
    )
    await expect(sending).rejects.toMatchObject({
      code: 'not-kept',
      message: expect.stringContaining('no store'),
    })
    expect(journal.parts()).toEqual([])
    expect(journal.isKept()).toBe(false)
  })

  it('knows what arrived although that could not be recorded, and records it with the next part', async () => {
    const { desk, open } = aDesk()
    const journal = open()
    const arrives =
      (id: string, andLeaves: boolean): PartCall =>
      async (handOver) => {
        await handOver()
        desk.isAway = andLeaves
        return id
      }
    expect(await journal.send(first, arrives('C1/1.1', true))).toBe('C1/1.1')
    expect([desk.onDisk, journal.isKept()]).toEqual([[doubtful], false])
    expect(journal.parts()).toMatchObject([{ state: 'arrived', id: 'C1/1.1' }])
    desk.isAway = false
    await journal.send({ number: 1 }, arrives('C1/1.2', false))
    expect(desk.onDisk).toMatchObject([{ id: 'C1/1.1' }, { id: 'C1/1.2' }])
    expect(journal.isKept()).toBe(true)
  })

  it('sends nothing that was still being recorded when the try ended', async () => {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const journal = createJournal({
      parts: [],
      keep: () => promise,
      now: () => NOON,
      repeatsAreRecognisedForMs: 0,
    })
    let isSent = false
    const sending = journal.send(first, async (handOver) => {
      await handOver()
      isSent = true
      return 'C1/1.1'
    })
    journal.close()
    expect([journal.parts(), journal.isKept()]).toEqual([[], false])
    resolve(true)
    await expect(sending).rejects.toMatchObject({ code: 'not-kept' })
    expect(isSent).toBe(false)
  })
})
