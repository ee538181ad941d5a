import { setTimeout as wait } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Outcome, Outgoing } from '../records/delivery.ts'
import type { Message } from '../records/message.ts'
import { createSettler, type EndedTry } from './create-settler.ts'
import { ownerNotices, type Owners } from './owner-notices.ts'
import { inRequest } from '../thread/in-request.ts'
import type { Outbox } from '../records/ports/outbox.ts'
import { tryRow, type TryTools } from './try-row.ts'

export interface SenderTools extends TryTools {
  readonly outbox: Pick<Outbox, 'claim' | 'keepParts' | 'settle'>
  readonly owners: Owners
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
  /**
   * Stores how tries ended whose end the store did not take. The other two do so first; this is for a process
   * that is called to deliver only when something is due.
   */
  settleAgain(): Promise<DeliveryReport>
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
 *
 * How a try ended is known here until the store has taken it, however long the store is away. What remains: a
 * process that ends before that leaves in doubt what it had sent, as in a crash; and another process may take
 * over a row whose lease ran out meanwhile. Then only the arrival of the whole message corrects what that one
 * found, and an owner may have been told of a doubt.
 */
export function createSender(tools: SenderTools): Sender {
  const { outbox, now, isStopping = () => false } = tools
  const inFlight = new Map<string, Promise<void>>()
  const messageCache = new LRUCache<string, Message>({ max: MOST_CACHED })
  const settler = createSettler({
    outbox,
    noticesFor: (row, outcome) => ownerNotices(row, outcome, tools.owners),
  })
  let running: Promise<DeliveryReport> | null = null

  async function deliverRow(row: Outgoing, report: Report): Promise<void> {
    const message = messageCache.get(row.contentHash) ?? row.message
    messageCache.set(row.contentHash, message)
    const sending = { ...row, message }
    const { outcome, parts } = await tryRow(sending, tools)
    const ended = { row: sending, at: now(), outcome, parts }
    if (await settler.settle(ended)) note(ended, report)
  }

  function note({ row, outcome, at }: EndedTry, report: Report): void {
    tools.noteSettled?.(row, outcome, at)
    const { id, destination } = row
    if (outcome.status === 'sent') report.sent.push(id)
    else report[outcome.status].push({ id, destination, reason: outcome.reason })
    if (outcome.status !== 'sent' && outcome.refusal === 'rejected')
      report.rejected.push({ id, destination, reason: outcome.reason })
    if (outcome.health?.state === 'paused')
      report.paused.push({ id, destination, reason: outcome.health.reason })
    if (outcome.refused !== undefined) report.refused.set(outcome.refused.account, outcome.refused.reason)
  }

  const settleAgain = (report: Report) => settler.settleAgain((ended) => note(ended, report))

  async function run(): Promise<DeliveryReport> {
    const report = newReport()
    const unsettled = [...(await settleAgain(report)).values()]
    const faults: unknown[] = []
    let askedAt = Number.NEGATIVE_INFINITY
    for (;;) {
      const busy = busyPlatforms(inFlight.keys())
      const except = [...inFlight.keys(), ...busy]
      const isEnding = faults.length > 0 || isStopping() || settler.isFull()
      // While a platform is busy, this query scans all rows waiting for it to find those for others.
      const isEarly = busy.length > 0 && performance.now() - askedAt < LOOK_AGAIN_MS
      const rows =
        isEnding || isEarly
          ? []
          : await outbox.claim({
              now: now(),
              leaseMs: LEASE_MS,
              limit: ROWS_PER_LEASE,
              except: [...except, ...settler.destinations()],
            })
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
    faults.push(...unsettled)
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
      const unsettled = await settleAgain(report)
      if (unsettled.has(destination)) throw unsettled.get(destination)
      const began = performance.now()
      const isHeld = () => settler.isFull() || settler.destinations().includes(destination)
      while (!isStopping() && !isHeld() && performance.now() - began < TURN_MS) {
        const lease = { leaseMs: LEASE_MS, limit: 1, except: [], only: [destination] }
        const [row] = await outbox.claim({ now: now(), ...lease })
        if (row === undefined) break
        await inRequest(row.id, () => deliverRow(row, report))
      }
      return report
    },
    async settleAgain() {
      const report = newReport()
      const [fault] = (await settleAgain(report)).values()
      if (fault !== undefined) throw fault
      return report
    },
  }
}

function busyPlatforms(destinations: Iterable<string>): readonly string[] {
  const calls = Map.groupBy(destinations, (destination) => destination.split(':')[0] ?? '')
  return [...calls].filter(([, own]) => own.length >= MOST_CALLS).map(([platform]) => platform)
}
