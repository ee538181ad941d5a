import { DeliveryError } from '../chat/delivery-error.ts'
import type { PartCall, PostJournal, PostPart } from '../chat/post-journal.ts'
import type { KeptPart } from '../records/delivery.ts'

interface JournalTools {
  /** What earlier tries recorded. */
  readonly parts: readonly KeptPart[]
  /**
   * Stores what is known now; settles once it is on disk. False where another process has taken over the
   * message.
   */
  readonly keep: (parts: readonly KeptPart[]) => Promise<boolean>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** For how many ms the platform recognises a repeat; 0 where it never does. */
  readonly repeatsAreRecognisedForMs: number
}

export interface KeptJournal extends PostJournal {
  /** What is known of the parts so far, in order. */
  parts(): readonly KeptPart[]
  /** Whether all of that is on disk: false after a write that the store has not confirmed. */
  isKept(): boolean
  /** Ends the try: a part that is not handed over by now will not be. */
  close(): void
}

/**
 * Creates the journal for one try of a message. What the adapter did is on disk before its next call begins:
 * where the store does not take that a part is handed over, the part is not sent. An arrival that the store
 * does not take is kept here and written with the next part, or at the end of the try.
 */
export function createJournal({ parts, keep, now, repeatsAreRecognisedForMs }: JournalTools): KeptJournal {
  const known = new Map(parts.map((part) => [part.number, part]))
  const inOrder = (): readonly KeptPart[] => [...known.values()].sort(byNumber)

  let isKept = true
  let isClosed = false

  async function write(some: readonly KeptPart[]): Promise<boolean> {
    isKept = false
    isKept = await keep(some)
    return isKept
  }

  /** Notes how the call of a part ended. That stays known where the store is away. */
  async function note(part: KeptPart | null, number: number): Promise<void> {
    if (part === null) known.delete(number)
    else known.set(number, part)
    if (!(await write(inOrder()).catch(() => true))) throw takenOver()
  }

  /** @throws DeliveryError `not-kept`, upon which the part must not be sent */
  async function noteHandedOver(part: KeptPart): Promise<void> {
    const withPart = [...inOrder().filter(({ number }) => number !== part.number), part]
    const isOurs = await write(withPart.sort(byNumber)).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new DeliveryError('not-kept', `Not sent, since it could not be recorded before: ${reason}`, {
        cause,
      })
    })
    if (!isOurs) throw takenOver()
    if (isClosed) throw new DeliveryError('not-kept', 'Not sent, since it took too long to record it before.')
    known.set(part.number, part)
  }

  const hasDoubtBeside = (number: number): boolean =>
    [...known.values()].some((part) => part.number !== number && part.state === 'doubtful')

  const isPast = (since: number): boolean => now() > since + repeatsAreRecognisedForMs

  async function send(part: PostPart, call: PartCall): Promise<string | null> {
    const { number, storyIds = [], isFoundAgain = false, isLast = false, find } = part
    let before = known.get(number)
    if (before?.state === 'arrived') return before.id
    if (before !== undefined && !isFoundAgain && isPast(before.since)) {
      const found = (await find?.(before.since)) ?? { status: 'unknown' }
      if (found.status === 'unknown') return null
      if (found.status === 'there') {
        await note({ number, state: 'arrived', id: found.id, tells: storyIds }, number)
        return found.id
      }
      before = undefined
    }
    let handedOver: Promise<void> | null = null
    const handOver = (): Promise<void> =>
      (handedOver ??= noteHandedOver(before ?? { number, state: 'doubtful', since: now(), tells: storyIds }))
    const id = await call(handOver).catch(async (error: unknown) => {
      // The connection may fail while the doubt is still being written. Without it nothing was sent, whatever
      // the adapter made of that.
      await handedOver
      const isClear = error instanceof DeliveryError && !error.mayHaveArrived
      // An earlier try may have shown the part; that stays in doubt whatever became of this one.
      if (before === undefined && handedOver !== null && isClear) await note(null, number)
      throw error
    })
    const arrived = { number, state: 'arrived', id, tells: storyIds } as const
    // Where another part is in doubt, the stored parts are needed to tell what arrived.
    const isToldBySettling = isLast && parts.length === 0 && !hasDoubtBeside(number)
    if (isToldBySettling) known.set(number, arrived)
    else await note(arrived, number)
    return id
  }

  return {
    arrived(number) {
      const part = known.get(number)
      return part?.state === 'arrived' ? part.id : null
    },
    send,
    parts: inOrder,
    isKept: () => isKept,
    close() {
      isClosed = true
    },
  }
}

const byNumber = (one: KeptPart, other: KeptPart): number => one.number - other.number

const takenOver = (): DeliveryError =>
  new DeliveryError('unavailable', 'Another process has taken this message over.')
