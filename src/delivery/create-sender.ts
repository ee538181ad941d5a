import { setTimeout as wait } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { ChatAdapter } from '../chat/chat-adapter.ts'
import { DeliveryError } from '../chat/delivery-error.ts'
import type { PostJournal } from '../chat/post-journal.ts'
import { createJournal } from './create-journal.ts'
import type { Outcome, Outgoing } from '../records/delivery.ts'
import type { Message } from '../records/message.ts'
import { GIVE_UP_MS, judgeFailure } from './judge-failure.ts'
import { ownerNotices, type Owners } from './owner-notices.ts'
import { inRequest } from '../thread/in-request.ts'
import { messageKey } from './message-key.ts'
import type { Receipt } from '../records/platform.ts'
import type { Outbox } from '../records/ports/outbox.ts'

export interface SenderTools {
  readonly outbox: Pick<Outbox, 'claim' | 'keepParts' | 'settle'>
  readonly adapters: readonly ChatAdapter[]
  readonly owners: Owners
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** In [0, 1]. */
  readonly random: () => number
  /** Called for each try that ended, once its outcome is stored. */
  readonly noteSettled?: ((row: Outgoing, outcome: Outcome, at: number) => void) | undefined
  /** True once the bot is asked to stop: what is under way is finished, and nothing else begins. */
  readonly isStopping?: () => boolean
}

interface Fault {
  /** Id of the outbox row. */
  readonly id: string
  readonly destination: string
  readonly reason: string
}

export interface Sender {
  /**
   * Sends what is due now and settles when none of it is left. Destinations do not wait for each other: while
   * one is slow, what falls due for others meanwhile goes out too. A call during a run joins that run.
   */
  deliver(): Promise<DeliveryReport>
  /**
   * Sends what is due now to one destination, in order, for at most half a minute. For a process that others
   * tell where something is due.
   */
  deliverTo(destination: string): Promise<DeliveryReport>
}

/** Adapters settle within 30 s. The rows of a process that was killed are free for others after this time. */
const LEASE_MS = 45_000

/** The outcome of the rows that were tried. */
const newReport = () => ({
  sent: new Array<string>(),
  /** Failed now and will be tried again. */
  postponed: new Array<Fault>(),
  /** Will not be tried again: a person must look. */
  failed: new Array<Fault>(),
  /** May or may not have arrived: flagged and not repeated. */
  uncertain: new Array<Fault>(),
  /**
   * Those of the above whose drawing the platform rejected: a bug of ours that the operator should report.
   */
  rejected: new Array<Fault>(),
  /** Destinations that get no further call until a person resumes them. */
  paused: new Array<Fault>(),
  /** Accounts whose token the platform does not accept, with its reason. */
  refused: new Map<string, string>(),
})

type Report = ReturnType<typeof newReport>

export type DeliveryReport = Readonly<Report>

/**
 * Calls to one platform at the same time, give or take a few: platforms allow some fifty a second. A platform
 * that hangs takes no slot from another.
 */
const MOST_CALLS = 50

/** Rows leased in one transaction. */
const ROWS_PER_LEASE = 10

/**
 * Messages kept while they go out. An adapter draws a message once, by its identity, for all recipients and
 * for retries.
 */
const MOST_CACHED = 20

/** `deliverTo` begins no further message after this many ms, since other destinations wait too. */
const TURN_MS = 30_000

/** How often to look for newly due rows while calls are under way, in real ms. */
const LOOK_AGAIN_MS = 500

/**
 * Creates the sender, which delivers outbox rows to their platforms. A row is leased; each of its parts is
 * recorded before it is handed to the socket and again when it arrived; at the end the row is settled. So a
 * crash leaves in doubt only the calls that were on the wire. A row that was merely leased is sent as if
 * nothing had happened.
 */
export function createSender(tools: SenderTools): Sender {
  const { outbox, now, isStopping = () => false } = tools
  const inFlight = new Map<string, Promise<void>>()
  const messageCache = new LRUCache<string, Message>({ max: MOST_CACHED })
  let running: Promise<DeliveryReport> | null = null

  async function deliverRow(row: Outgoing, report: Report): Promise<void> {
    const message = messageCache.get(row.contentHash) ?? row.message
    messageCache.set(row.contentHash, message)
    const outcome = await tryRow({ ...row, message }, tools)
    const at = now()
    const notices = ownerNotices(row, outcome, tools.owners)
    if (!(await outbox.settle(row.id, at, { ...outcome, notices }))) return
    tools.noteSettled?.({ ...row, message }, outcome, at)
    const { id, destination } = row
    if (outcome.status === 'sent') report.sent.push(id)
    else report[outcome.status].push({ id, destination, reason: outcome.reason })
    if (outcome.status !== 'sent' && outcome.refusal === 'rejected')
      report.rejected.push({ id, destination, reason: outcome.reason })
    if (outcome.health?.state === 'paused')
      report.paused.push({ id, destination, reason: outcome.health.reason })
    if (outcome.refused !== undefined) report.refused.set(outcome.refused.account, outcome.refused.reason)
  }

  async function run(): Promise<DeliveryReport> {
    const report = newReport()
    const faults: unknown[] = []
    let askedAt = Number.NEGATIVE_INFINITY
    for (;;) {
      const busy = busyPlatforms(inFlight.keys())
      const except = [...inFlight.keys(), ...busy]
      const isEnding = faults.length > 0 || isStopping()
      // While a platform is busy, this query scans all rows waiting for it to find those for others.
      const isEarly = busy.length > 0 && performance.now() - askedAt < LOOK_AGAIN_MS
      const rows =
        isEnding || isEarly
          ? []
          : await outbox.claim({ now: now(), leaseMs: LEASE_MS, limit: ROWS_PER_LEASE, except })
      if (rows.length === ROWS_PER_LEASE) askedAt = Number.NEGATIVE_INFINITY
      else if (!isEarly) askedAt = performance.now()
      for (const row of rows) {
        const carrying = inRequest(row.id, () => deliverRow(row, report))
          .catch((fault: unknown) => void faults.push(fault))
          .finally(() => inFlight.delete(row.destination))
        inFlight.set(row.destination, carrying)
      }
      // A destination that the query excluded may have become free since.
      if (rows.length === 0 && (except.length === 0 || (isEnding && inFlight.size === 0))) break
      if (rows.length < ROWS_PER_LEASE && inFlight.size > 0) {
        const looking = new AbortController()
        await Promise.race([
          ...inFlight.values(),
          wait(LOOK_AGAIN_MS, undefined, { signal: looking.signal }).catch(() => undefined),
        ])
        looking.abort()
      }
    }
    if (faults.length > 0) throw faults[0]
    return report
  }

  return {
    deliver() {
      running ??= run().finally(() => {
        running = null
      })
      return running
    },
    async deliverTo(destination) {
      const report = newReport()
      const began = performance.now()
      while (!isStopping() && performance.now() - began < TURN_MS) {
        const lease = { leaseMs: LEASE_MS, limit: 1, except: [], only: [destination] }
        const [row] = await outbox.claim({ now: now(), ...lease })
        if (row === undefined) break
        await inRequest(row.id, () => deliverRow(row, report))
      }
      return report
    },
  }
}

function busyPlatforms(destinations: Iterable<string>): readonly string[] {
  const calls = Map.groupBy(destinations, (destination) => destination.split(':')[0] ?? '')
  return [...calls].filter(([, own]) => own.length >= MOST_CALLS).map(([platform]) => platform)
}

async function tryRow(row: Outgoing, tools: SenderTools): Promise<Outcome> {
  const { outbox, now } = tools
  const target = findAdapter(tools.adapters, row.destination)
  if (target === null) {
    const reason = `There is no platform for '${row.destination}': set its token, or change 'to' in config/briefings.yaml.`
    return { status: 'failed', reason }
  }
  const { adapter, channel } = target
  const isOld = now() - row.createdAt > GIVE_UP_MS
  if (isOld && row.edits === null && row.parts.length === 0 && row.message.kind === 'briefing')
    return { status: 'failed', reason: 'It waited for more than six hours: the next briefing tells it.' }
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
  try {
    const receipt = await withTimeout(call(adapter, channel, row, journal))
    if (!hasDoubt()) return { status: 'sent', receipt, health: null }
    return { status: 'uncertain', reason: 'Of some of it no answer told whether it arrived.', health: null }
  } catch (error) {
    return judgeFailure(error, row, {
      now: now(),
      random: tools.random(),
      repeatsAreRecognisedForMs,
      hasDoubt: hasDoubt(),
    })
  }
}

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
