import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts'
import { DeliveryError, type DeliveryErrorCode } from '../../src/chat/delivery-error.ts'
import type { Message } from '../../src/records/message.ts'
import { aPost } from '../fakes/posting.ts'
import { MESSAGES } from '../fakes/messages.ts'

/**
 * The faults of a call, and the error that an adapter must report for each. `lost`: the platform accepted the
 * call but no answer came.
 */
const FAULTS = {
  'rate-limited': { code: 'rate-limited', mayHaveArrived: false },
  'channel-gone': { code: 'channel-gone', mayHaveArrived: false },
  'not-allowed': { code: 'not-allowed', mayHaveArrived: false },
  rejected: { code: 'rejected', mayHaveArrived: false },
  refused: { code: 'unavailable', mayHaveArrived: false },
  lost: { code: 'unavailable', mayHaveArrived: true },
} as const satisfies Record<string, { code: DeliveryErrorCode; mayHaveArrived: boolean }>

type Fault = keyof typeof FAULTS

const isFault = (text: string): text is Fault => text in FAULTS

/** An adapter on its platform, or on a fake that answers as the platform does. */
interface AdapterBench {
  readonly adapter: ChatAdapter
  /** An existing channel that may be posted to. */
  readonly channel: string
  /** A user who can be written to, as `workspace/user`. */
  readonly person: string
  /** Everything that readers of the channel see now, as text, oldest first. */
  shown(): string | Promise<string>
  /** Number of calls that have reached the platform. */
  calls(): number
  /** Makes the next call fail in this way. */
  breakNext(fault: Fault): void
  close(): Promise<void>
}

export interface AdapterContract {
  readonly name: string
  readonly open: () => Promise<AdapterBench>
  /** Faults that cannot happen on this platform, with the reason. A skip without a reason is a defect. */
  readonly impossible?: Partial<Readonly<Record<Fault, string>>>
}

const notice = (text: string): Message => ({ kind: 'notice', level: 'info', text, language: 'en' })

/** Defines the tests that every chat adapter must pass; the guarantees of `src/delivery` rest on them. */
export function chatAdapterContract({ name, open, impossible = {} }: AdapterContract): void {
  describe(`${name} as a chat adapter`, () => {
    let bench: AdapterBench
    beforeEach(async () => {
      bench = await open()
    })
    afterEach(() => bench.close())

    const post = (message: Message, row = 'row') => bench.adapter.post(bench.channel, message, aPost(row))

    /** Posts; if the platform asks to wait after a rate limit, waits once and posts again. */
    const postInTurn = (message: Message, row: string) =>
      post(message, row).catch(async (error: unknown) => {
        if (!(error instanceof DeliveryError) || error.code !== 'rate-limited') throw error
        await wait(error.retryAfterMs ?? 0)
        return post(message, row)
      })

    it.each(Object.entries(MESSAGES))(
      'posts a %s and gives a receipt that can be kept',
      async (_kind, message) => {
        const receipt = await post(message)
        expect(receipt).toMatchObject({ platform: bench.adapter.platform, channel: expect.any(String) })
        expect(receipt.messageIds.length).toBeGreaterThan(0)
        expect(receipt.messageIds.every((id) => id !== '')).toBe(true)
        expect(JSON.parse(JSON.stringify(receipt))).toEqual(receipt)
        expect(await bench.shown()).not.toBe('')
      },
    )

    it('gives every message its own receipt', async () => {
      const receipts = [await post(notice('one'), 'one'), await post(notice('two'), 'two')]
      expect(new Set(receipts.flatMap(({ messageIds }) => messageIds)).size).toBe(2)
    })

    it('shows a correction of what it posted, from a receipt that was kept', async () => {
      const receipt = await post(notice('eleven people'))
      await bench.adapter.update(
        JSON.parse(JSON.stringify(receipt)),
        notice('fourteen people'),
        aPost('edit'),
      )
      expect(await bench.shown()).toContain('fourteen people')
    })

    it('shows a message with a key seen before once, or says that it does not recognise repeats', async () => {
      const receipts = [await post(notice('quake')), await post(notice('quake'))]
      const times = (await bench.shown()).split('quake').length - 1
      const isRecognised = bench.adapter.repeatsAreRecognisedForMs > 0
      expect(times).toBe(isRecognised ? 1 : 2)
      expect(new Set(receipts.flatMap(({ messageIds }) => messageIds)).size).toBe(times)
    })

    it('posts to the direct channel of a person', async () => {
      const channel = await bench.adapter.directChannel(bench.person)
      const receipt = await bench.adapter.post(channel, notice('for you'), aPost('direct'))
      expect(receipt.messageIds).not.toEqual([])
    })

    it('stops, and stops again', async () => {
      await bench.adapter.stop()
      await expect(bench.adapter.stop()).resolves.toBeUndefined()
    })

    for (const fault of Object.keys(FAULTS).filter(isFault)) {
      const reason = impossible[fault]
      const why = reason === undefined ? '' : ` (${reason})`
      describe.skipIf(reason !== undefined)(`the fault '${fault}'${why}`, () => {
        it('is told to delivery as what it is, after one call, with a text for people', async () => {
          bench.breakNext(fault)
          const before = bench.calls()
          const error: unknown = await post(notice('quake')).catch((thrown: unknown) => thrown)
          expect(error).toMatchObject({
            name: 'DeliveryError',
            message: expect.stringMatching(/\w{3}/),
            ...FAULTS[fault],
          })
          expect(bench.calls()).toBe(before + 1)
          await expect(postInTurn(notice('next'), 'next')).resolves.toBeDefined()
        })
      })
    }
  })
}
