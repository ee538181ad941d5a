import { onTestFinished } from 'vitest'
import { DeliveryError } from '../../src/chat/delivery-error.ts'
import type { Message } from '../../src/records/message.ts'
import type { Store } from '../../src/records/ports/store.ts'
import {
  createSender,
  type Sender,
  type SenderTools,
  type DeliveryReport,
} from '../../src/delivery/create-sender.ts'
import { type Owners, type Recipient, tellOwners } from '../../src/delivery/owner-notices.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { RecordingChat } from '../fakes/recording-chat.ts'
import { aTemporaryDirectory } from '../storage/a-temporary-directory.ts'

export const HOUR = 3_600_000
const START = Date.parse('2026-03-10T08:00:00Z')

/** The message of every row in the post room. */
export const message: Message = {
  kind: 'briefing',
  briefing: {
    title: 'Morning',
    from: START - HOUR,
    to: START,
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

/** The platform did not accept the message. */
export const unavailable = (): DeliveryError => new DeliveryError('unavailable', 'the platform answered 503')

/** It is unknown whether the platform accepted the message. */
export const lost = (): DeliveryError =>
  new DeliveryError('unavailable', 'the connection broke', { mayHaveArrived: true })

/** Ada has one subscription, `morning`, to `terminal` and the places below it. */
const owners: Owners = {
  ofDestination: async (to) => (to.startsWith('terminal') && !to.includes('@') ? [owner] : []),
  ofSubscription: async (id) => (id === 'morning' ? owner : null),
}

/** Fixture for tests of delivery. Times are milliseconds. */
export interface PostRoom {
  /** File of the store. */
  readonly file: string
  /** Replaced by another one after a crash. */
  readonly store: Store
  readonly chat: RecordingChat
  readonly now: () => number
  /** Moves the clock. */
  readonly pass: (time: number) => void
  /** Puts the message of a slot into the outbox as `morning SLOT`. */
  readonly decide: (slot: string, destination?: string) => Promise<boolean>
  /** Puts an edit of a slot's message into the outbox. */
  readonly correct: (slot: string) => Promise<void>
  readonly send: () => Promise<DeliveryReport>
  /** Moves the clock by three minutes, by which time owners are notified, and sends. */
  readonly tell: () => Promise<DeliveryReport>
  /** Moves the clock in steps of five seconds and sends at each, as the bot does. */
  readonly run: (time: number) => Promise<void>
  /** Ends the process with every due message leased and none being sent; another one takes over. */
  readonly crash: () => Promise<void>
  /** Ends the process while the first part of every due message is being sent; another one takes over. */
  readonly crashOnTheWire: () => Promise<void>
  /** Creates another sender in the same room. */
  readonly sender: (own?: Partial<SenderTools>) => Sender
  /** Notices sent to owners, each with its channel. */
  readonly notices: () => readonly string[]
  readonly stateOf: (id: string) => Promise<string | undefined>
}

/**
 * Creates a store in a file, a chat that records, a clock, and the sender between them. Closes the store when
 * the test ends.
 */
export async function aPostRoom(
  options: ConstructorParameters<typeof RecordingChat>[0] = {},
): Promise<PostRoom> {
  const file = `${aTemporaryDirectory()}/news.sqlite`
  const chat = new RecordingChat(options)
  let store = await openSqliteStore(file)
  onTestFinished(() => store.close())
  let now = START
  const newSender = (own: Partial<SenderTools> = {}): Sender =>
    createSender({
      outbox: store,
      adapters: [chat],
      owners,
      now: () => now,
      random: () => 1,
      ...own,
    })
  let sender = newSender()
  async function endWith(leave: (id: string) => Promise<void>): Promise<void> {
    const leased = await store.claim({ now, leaseMs: 45_000, limit: 10, except: [] })
    for (const { id } of leased) await leave(id)
    await store.close()
    store = await openSqliteStore(file)
    sender = newSender()
  }
  const send = async () => {
    await tellOwners(store, now)
    return sender.deliver()
  }
  return {
    file,
    get store() {
      return store
    },
    chat,
    now: () => now,
    pass(time) {
      now += time
    },
    decide: (slot, destination = 'terminal') =>
      store.decide({
        outboxId: `morning ${slot}`,
        subscription: 'morning',
        destination,
        slot,
        at: now,
        message,
        told: [],
      }),
    async correct(slot) {
      await store.correct({
        outboxId: `morning ${slot}`,
        edits: 0,
        subscription: 'morning',
        destination: 'terminal',
        at: now,
        corrected: [],
        message,
      })
    },
    send,
    tell: () => {
      now += 180_000
      return send()
    },
    async run(time) {
      for (const until = now + time; now <= until; now += 5_000) await send()
    },
    crash: () => endWith(() => Promise.resolve()),
    crashOnTheWire: () =>
      endWith(async (id) => {
        await store.keepParts(id, [{ number: 0, state: 'doubtful', since: now, tells: [] }])
      }),
    sender: newSender,
    notices: () =>
      chat.posts.flatMap(({ channel, message }) =>
        message.kind === 'notice' ? [`${channel}: ${message.text}`] : [],
      ),
    stateOf: async (id) => (await store.deliveries(0)).find(({ outboxId }) => outboxId === id)?.state,
  }
}
