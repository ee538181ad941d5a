import { join } from 'node:path'
import { z } from 'zod'
import type { Refusal } from '../briefings/last-reading.ts'
import { openBook } from '../summaries/model/open-book.ts'

const DAY_MS = 24 * 3_600_000
const count = z.int().nonnegative()

/** What the last reading refused on one UTC day, days since 1970, by reason. */
const refused = z.object({ day: count, times: z.record(z.string(), count) })

export type RefusedToday = Readonly<z.infer<typeof refused>>

/** Where the refusals of the last day with any outlive the process: a file in the data directory, for `doctor`. */
export function openRefusals(dataDirectory: string, now: () => number) {
  const book = openBook(join(dataDirectory, 'refusals.json'), refused)
  return {
    /** Null before the first. */
    read: (): RefusedToday | null => book.read(),
    note(refusals: readonly Refusal[]): void {
      if (refusals.length === 0) return
      const day = Math.floor(now() / DAY_MS)
      const known = book.read()
      const times = { ...(known?.day === day ? known.times : {}) }
      for (const refusal of refusals) times[refusal] = (times[refusal] ?? 0) + 1
      book.write({ day, times })
    },
  }
}

/** "on 2026-03-10: nothing-new 12, no-report 3" */
export function sayRefused(findings: RefusedToday | null): string {
  if (findings === null) return 'nothing yet'
  const sorted = Object.entries(findings.times).toSorted(([, a], [, b]) => b - a)
  const date = new Date(findings.day * DAY_MS).toISOString().slice(0, 10)
  return `on ${date}: ${sorted.map(([reason, times]) => `${reason} ${times}`).join(', ')}`
}
