import type { Delivery } from '../../../src/records/delivery.ts'
import type { PlatformName } from '../platform/platform-log.ts'
import type { DecisionNote, NotedMessage } from './decision-note.ts'
import type { Evidence } from './evidence.ts'

/** A decided briefing, with its outcome according to the store. */
export interface DecidedMessage {
  readonly id: string
  readonly subscription: string
  readonly platform: PlatformName
  readonly place: string
  /** Position in the order of decisions. */
  readonly order: number
  /** The trouble in progress when it was decided. */
  readonly trouble: string
  readonly state: Delivery['state']
  readonly reason: string | null
  /** Stories that the decision records as told. */
  readonly told: readonly string[]
  /** As it was decided, and as it is after all edits that were made. */
  readonly message: NotedMessage
  readonly corrected: NotedMessage
  readonly edits: readonly Delivery['state'][]
}

/**
 * Collects the decided briefings from the notes of the processes and the store. Of the notes about a row in
 * the store the one marked as kept counts, else the last.
 */
export function decidedMessages(evidence: Evidence): readonly DecidedMessage[] {
  const decided = keptDecisions(evidence.notes)
  const corrections = Map.groupBy(
    evidence.notes.filter((note) => note.kind === 'corrected' && note.message !== null),
    ({ id }) => id,
  )
  const edits = Map.groupBy(
    evidence.deliveries.filter((row) => row.edits !== null),
    (row) => row.edits,
  )
  return evidence.deliveries.flatMap((row, order): DecidedMessage[] => {
    const note = decided.get(row.outboxId)
    if (note === undefined || note.message === null || row.slot === '') return []
    const own = (edits.get(row.outboxId) ?? []).map(({ state }) => state)
    const made = own.findLastIndex((state) => state === 'sent')
    return [
      {
        id: row.outboxId,
        subscription: row.subscription,
        platform: row.destination.startsWith('slack:') ? 'slack' : 'discord',
        place: row.destination,
        order,
        trouble: evidence.troubles.findLast(({ from }) => from <= row.at)?.name ?? 'none',
        state: row.state,
        reason: row.reason,
        told: note.told,
        message: note.message,
        corrected: correctionOf(corrections.get(row.outboxId) ?? [], made) ?? note.message,
        edits: own,
      },
    ]
  })
}

type Decided = Extract<DecisionNote, { readonly kind: 'decided' }>

function keptDecisions(notes: readonly DecisionNote[]): ReadonlyMap<string, Decided> {
  const decided = new Map<string, Decided>()
  const kept = new Set<string>()
  for (const note of notes) {
    if (note.kind === 'decided' && !kept.has(note.id)) decided.set(note.id, note)
    if (note.kind === 'kept') kept.add(note.id)
  }
  return decided
}

/**
 * Returns the correction with this index among those that show. A correction decided anew after a kill has
 * the number of the earlier one.
 */
function correctionOf(notes: readonly DecisionNote[], made: number): NotedMessage | null {
  const numbers = [...new Set(notes.flatMap((note) => (note.kind === 'corrected' ? [note.nth] : [])))]
  const nth = numbers.sort((one, other) => one - other)[made]
  const note = notes.findLast((one) => one.kind === 'corrected' && one.nth === nth)
  return note?.kind === 'corrected' ? note.message : null
}
