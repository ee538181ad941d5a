import type { KeptPart, Outcome, Outgoing } from '../records/delivery.ts'
import type { OwnerNotice } from '../records/notice.ts'
import type { Outbox } from '../records/ports/outbox.ts'

interface SettlerTools {
  readonly outbox: Pick<Outbox, 'keepParts' | 'settle'>
  /** What owners are told of a try. It asks the store. */
  readonly noticesFor: (row: Outgoing, outcome: Outcome) => Promise<readonly OwnerNotice[]>
}

/** A try that ended, with all that is known of it. */
export interface EndedTry {
  readonly row: Outgoing
  readonly outcome: Outcome
  /** Milliseconds since 1970. */
  readonly at: number
  /** What is known of the parts; null where all of it is on disk. */
  readonly parts: readonly KeptPart[] | null
}

/**
 * Nothing more should be sent while the ends of so many tries are only known here. Beside them are those that
 * were under way at that moment.
 */
const MOST_UNSETTLED = 100

/**
 * Creates what stores the ends of tries. One that the store does not take, because it is away, is kept in
 * memory until the store takes it.
 */
export function createSettler({ outbox, noticesFor }: SettlerTools) {
  /** By destination, since nothing else is sent there meanwhile. */
  const unsettled = new Map<string, EndedTry>()
  let settling: Promise<ReadonlyMap<string, unknown>> | null = null

  async function settle(ended: EndedTry): Promise<boolean> {
    const { row, at, outcome, parts } = ended
    try {
      if (parts !== null) await outbox.keepParts(row.id, parts)
      const notices = await noticesFor(row, outcome)
      const isThere = await outbox.settle(row.id, at, { ...outcome, notices })
      unsettled.delete(row.destination)
      return isThere
    } catch (fault) {
      unsettled.set(row.destination, ended)
      throw fault
    }
  }

  async function settleAll(note: (ended: EndedTry) => void): Promise<ReadonlyMap<string, unknown>> {
    const faults = new Map<string, unknown>()
    const settleOne = async (ended: EndedTry): Promise<void> => {
      if (await settle(ended)) note(ended)
    }
    await Promise.all(
      [...unsettled].map(([destination, ended]) =>
        settleOne(ended).catch((fault: unknown) => void faults.set(destination, fault)),
      ),
    )
    return faults
  }

  return {
    /**
     * Stores how a try ended. False if its message is gone.
     * @throws what the store throws; the try is then settled again later
     */
    settle,
    /**
     * Settles what the store did not take before, calls `note` for each that it takes now, and resolves to the
     * faults of the others by destination. A call during another one joins it.
     */
    settleAgain(note: (ended: EndedTry) => void): Promise<ReadonlyMap<string, unknown>> {
      settling ??= settleAll(note).finally(() => {
        settling = null
      })
      return settling
    },
    /** Destinations whose last try is not settled. Nothing may be sent there before it is. */
    destinations: (): readonly string[] => [...unsettled.keys()],
    isFull: (): boolean => unsettled.size >= MOST_UNSETTLED,
  }
}
