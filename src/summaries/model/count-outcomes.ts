import { z } from 'zod'
import type { ModelReport } from './create-model-summarise.ts'
import { type Book, openBook } from './open-book.ts'

const DAY_MS = 24 * 3_600_000
const count = z.int().nonnegative()

const byReason = z.record(z.string(), count)

/** Outcomes of the requests to the model on one UTC day, as days since 1970. */
const outcomes = z.object({
  day: count,
  /**
   * `summaries`: answers that chose sentences; `sentences`: chosen sentences that were told; `refused`:
   * chosen sentences that were not used, by reason.
   */
  summaries: count,
  sentences: count,
  refused: byReason,
  /** `cuts`: cuts in told sentences; `refusedCuts`: cuts that the rules do not allow, by reason. */
  cuts: count,
  refusedCuts: byReason,
  /** Requests after which our own rules chose, by refusal. */
  unused: byReason,
})
export type Outcomes = Readonly<z.infer<typeof outcomes>>
type ByReason = Readonly<z.infer<typeof byReason>>

/** Opens the file with the outcomes of the last day that had requests. */
export const openOutcomes = (file: string): Book<Outcomes> => openBook(file, outcomes)

/** Adds the outcome of one request to the counts of its day. `now` is in milliseconds since 1970. */
export function countOutcome(book: Book<Outcomes>, report: ModelReport, now: number): void {
  const day = Math.floor(now / DAY_MS)
  const known = book.read()
  const today = known?.day === day ? known : { day, ...NONE }
  if (report.status === 'unused') {
    book.write({ ...today, unused: added(today.unused, { [report.refusal]: 1 }) })
    return
  }
  book.write({
    ...today,
    summaries: today.summaries + 1,
    sentences: today.sentences + report.sentences,
    refused: added(today.refused, report.refused),
    cuts: today.cuts + report.cuts,
    refusedCuts: added(today.refusedCuts, report.refusedCuts),
  })
}

const NONE = { summaries: 0, sentences: 0, refused: {}, cuts: 0, refusedCuts: {}, unused: {} }

const added = (one: ByReason, other: ByReason): ByReason => ({
  ...one,
  ...Object.fromEntries(Object.entries(other).map(([reason, times]) => [reason, (one[reason] ?? 0) + times])),
})
