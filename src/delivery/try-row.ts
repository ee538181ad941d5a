import { setTimeout as wait } from 'node:timers/promises'
import type { ChatAdapter } from '../chat/chat-adapter.ts'
import { DeliveryError } from '../chat/delivery-error.ts'
import type { PostJournal } from '../chat/post-journal.ts'
import type { KeptPart, Outcome, Outgoing } from '../records/delivery.ts'
import type { Receipt } from '../records/platform.ts'
import type { Outbox } from '../records/ports/outbox.ts'
import { createJournal } from './create-journal.ts'
import { GIVE_UP_MS, judgeFailure } from './judge-failure.ts'
import { messageKey } from './message-key.ts'

export interface TryTools {
  readonly outbox: Pick<Outbox, 'keepParts'>
  readonly adapters: readonly ChatAdapter[]
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** In [0, 1]. */
  readonly random: () => number
}

/** How a try ended, and what is known of the parts. */
export interface TriedRow {
  readonly outcome: Outcome
  /** Null where all of it is on disk. */
  readonly parts: readonly KeptPart[] | null
}

/** Tries a leased row once. What goes wrong is an outcome too. */
export async function tryRow(row: Outgoing, tools: TryTools): Promise<TriedRow> {
  const { outbox, now } = tools
  const target = findAdapter(tools.adapters, row.destination)
  if (target === null) {
    const reason = `There is no platform for '${row.destination}': set its token, or change 'to' in config/briefings.yaml.`
    return { outcome: { status: 'failed', reason }, parts: null }
  }
  const { adapter, channel } = target
  const isOld = now() - row.createdAt > GIVE_UP_MS
  if (isOld && row.edits === null && row.parts.length === 0 && row.message.kind === 'briefing')
    return { outcome: { status: 'failed', reason: TOO_OLD }, parts: null }
  const { repeatsAreRecognisedForMs } = adapter
  const journal = createJournal({
    parts: row.parts,
    keep: (parts) => outbox.keepParts(row.id, parts),
    now,
    repeatsAreRecognisedForMs,
  })
  // An edit's notes about itself, in parts without a story, do not matter.
  const hasDoubt = (): boolean =>
    journal
      .parts()
      .some(({ state, tells }) => state === 'doubtful' && (row.edits === null || tells.length > 0))
  const ended = (outcome: Outcome): TriedRow => {
    journal.close()
    return { outcome, parts: journal.isKept() ? null : journal.parts() }
  }
  try {
    const receipt = await withTimeout(call(adapter, channel, row, journal))
    if (!hasDoubt()) return ended({ status: 'sent', receipt, health: null })
    return ended({
      status: 'uncertain',
      reason: 'Of some of it no answer told whether it arrived.',
      health: null,
    })
  } catch (error) {
    const around = { now: now(), random: tools.random(), repeatsAreRecognisedForMs, hasDoubt: hasDoubt() }
    return ended(judgeFailure(error, row, around))
  }
}

const TOO_OLD = 'It waited for more than six hours: the next briefing tells it.'

async function call(
  adapter: ChatAdapter,
  channel: string,
  row: Outgoing,
  journal: PostJournal,
): Promise<Receipt> {
  const options = {
    key: messageKey(row.id),
    journal,
    ...(row.threadRoot !== null && { under: row.threadRoot }),
  }
  if (row.edits !== null) {
    await adapter.update(row.edits, row.message, options)
    return row.edits
  }
  const to = channel.startsWith('@') ? await adapter.directChannel(channel.slice(1)) : channel
  return adapter.post(to, row.message, options)
}

/** Longer than any adapter takes, shorter than the lease. */
const CALL_TIMEOUT_MS = 40_000

/** Rejects in time, since an adapter that never settles must not block its destination for ever. */
async function withTimeout<T>(calling: Promise<T>): Promise<T> {
  const timer = new AbortController()
  const late = wait(CALL_TIMEOUT_MS, undefined, { signal: timer.signal }).then(() => {
    throw new DeliveryError('unavailable', 'The platform did not answer in time.', { mayHaveArrived: true })
  })
  late.catch(() => undefined)
  try {
    return await Promise.race([calling, late])
  } finally {
    timer.abort()
  }
}

/**
 * Finds the adapter of `terminal`, `platform:channel` or `platform:@workspace/user` (a person's direct
 * channel).
 */
function findAdapter(
  adapters: readonly ChatAdapter[],
  destination: string,
): { readonly adapter: ChatAdapter; readonly channel: string } | null {
  const [platform = '', ...rest] = destination.split(':')
  const adapter = adapters.find((other) => other.platform === platform)
  return adapter === undefined ? null : { adapter, channel: rest.join(':') || platform }
}
