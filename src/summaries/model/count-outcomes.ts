import { z } from 'zod'
import type { ModelReport } from './create-model-summarize.ts'
import { type Book, openBook } from './open-book.ts'

const DAY_MS = 24 * 3_600_000
const count = z.int().nonnegative()

const written = z.object({
  day: count,
  summaries: count,
  sentences: count,
  replaced: count,
  unused: z.record(z.string(), count),
})

/** What became of the requests to the model on one UTC day, days since 1970. */
export interface Outcomes {
  readonly day: number
  /** Answers that were used, with their sentences that held, and those an outlet's own sentence replaced. */
  readonly summaries: number
  readonly sentences: number
  readonly replaced: number
  /** Requests after which the outlets spoke for themselves, by refusal. */
  readonly unused: Readonly<Record<string, number>>
}

/** Where the outcomes of the last day with requests outlive the process. */
export const openOutcomes = (file: string): Book<Outcomes> => openBook(file, written)

/** Adds one request's outcome to its day. `now` is in milliseconds since 1970. */
export function countOutcome(book: Book<Outcomes>, report: ModelReport, now: number): void {
  const day = Math.floor(now / DAY_MS)
  const known = book.read()
  const today = known?.day === day ? known : { day, summaries: 0, sentences: 0, replaced: 0, unused: {} }
  book.write(
    report.status === 'told'
      ? {
          ...today,
          summaries: today.summaries + 1,
          sentences: today.sentences + report.sentences,
          replaced: today.replaced + report.failed,
        }
      : { ...today, unused: { ...today.unused, [report.refusal]: (today.unused[report.refusal] ?? 0) + 1 } },
  )
}
