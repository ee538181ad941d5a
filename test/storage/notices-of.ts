import type { Outcome } from '../../src/records/delivery.ts'
import type { Message } from '../../src/records/message.ts'
import type { GatheredNotice } from '../../src/records/notice.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { aClaim, SENT } from './a-claim.ts'
import { aDecision } from './a-decision.ts'
import { aNotice, pausedWith } from './a-notice.ts'
import { NOON } from './a-read.ts'

export const MINUTE = 60_000
/** When notices about events at noon are sent. */
export const LATER = NOON + 2 * MINUTE
export const BOB = 'terminal:@team/bob'
export const LOST: Outcome = { status: 'uncertain', reason: 'the connection broke' }

/** Returns the channels of a notice without their platform. */
export const destinationsOf = ({ touched }: GatheredNotice): readonly string[] =>
  touched.map(({ destination }) => destination.replace('terminal:', ''))

/** A message that lists the channels. */
export const messageOf = (notice: GatheredNotice): Message => ({
  kind: 'notice',
  level: 'warning',
  text: destinationsOf(notice).join(', '),
  language: 'en',
})

/** Causes notices in the store of a case and reads what happens to them. */
export function noticesOf(store: () => Store) {
  let rows = 0

  /** Makes a try at `terminal:CHANNEL` with this outcome; returns the id of its row. */
  async function tried(channel: string, outcome: Outcome, at = NOON): Promise<string> {
    const id = `row ${(rows += 1)}`
    const destination = `terminal:${channel}`
    await store().decide(aDecision({ outboxId: id, subscription: `s-${channel}`, slot: id, destination, at }))
    const people = ['terminal:@team/ada', BOB].filter((person) => person !== destination)
    await store().claim(aClaim({ now: at, except: people }))
    await store().settle(id, at, outcome)
    return id
  }

  const paused = (channel: string, at = NOON) => tried(channel, pausedWith(aNotice(channel)), at)

  /** Writes the messages of all notices that are due, as the bot does; returns how many were taken. */
  async function tell(at: number): Promise<number> {
    const due = await store().dueNotices(at)
    const taken = await Promise.all(
      due.map((notice) => {
        const message = notice.touched.length === 0 ? null : messageOf(notice)
        return store().tellNotice({ id: notice.id, changes: notice.changes, at, message })
      }),
    )
    return taken.filter(Boolean).length
  }

  /** Sends what is due; returns what went to a person directly, as `text` or `edit: text`. */
  async function sentTo(to: string, at: number, outcome: Outcome = SENT): Promise<readonly string[]> {
    const claim = await store().claim(aClaim({ now: at }))
    for (const { id } of claim) await store().settle(id, at, outcome)
    return claim
      .filter(({ destination }) => destination === to)
      .map(({ edits, message }) => {
        if (message.kind !== 'notice') throw new Error(message.kind)
        return edits === null ? message.text : `edit: ${message.text}`
      })
  }
  const sentToAda = (at: number, outcome?: Outcome) => sentTo('terminal:@team/ada', at, outcome)

  /** Notifies at a time and sends with this outcome. */
  async function tellAt(at: number, outcome: Outcome): Promise<readonly string[]> {
    // A new message is written by the second call.
    await tell(at)
    await tell(at)
    return sentToAda(at, outcome)
  }

  return { tried, paused, tell, sentToAda, tellAt }
}
