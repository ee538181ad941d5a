import { join } from 'node:path'
import { z } from 'zod'
import type { Refusal } from '../briefings/last-reading.ts'
import { openBook } from '../summaries/model/open-book.ts'

const DAY_MS = 24 * 3_600_000
const count = z.int().nonnegative()

/** What the last reading refused on one UTC day (days since 1970), counted by reason. */
const refused = z.object({ day: count, times: z.record(z.string(), count) })

export type RefusedToday = Readonly<z.infer<typeof refused>>

/**
 * Refusals remembered to avoid counting one twice: a few times what a day of four hundred sources produces;
 * some 5 MB.
 */
const MOST_REMEMBERED = 30_000

/**
 * Keeps the refusals of the last day that had any in a file in the data directory, for `doctor`. Briefings
 * are composed again every minute, and refused again; so each reason counts once a day for a story and its
 * section, as long as the process remembers it.
 */
export function openRefusals(dataDirectory: string, now: () => number) {
  const book = openBook(join(dataDirectory, 'refusals.json'), refused)
  const counted = new Set<string>()
  let countedOn = 0
  return {
    /** Null before the first refusal. */
    read: (): RefusedToday | null => book.read(),
    note: (storyId: string, refusals: readonly Refusal[], section = ''): void => {
      const day = Math.floor(now() / DAY_MS)
      if (day !== countedOn) counted.clear()
      countedOn = day
      const fresh = [...new Set(refusals)].filter((one) => !counted.has(keyOf(storyId, one, section)))
      if (fresh.length === 0) return
      const known = book.read()
      const times = { ...(known?.day === day ? known.times : {}) }
      for (const refusal of fresh) {
        times[refusal] = (times[refusal] ?? 0) + 1
        counted.add(keyOf(storyId, refusal, section))
      }
      for (const oldest of counted) {
        if (counted.size <= MOST_REMEMBERED) break
        counted.delete(oldest)
      }
      book.write({ day, times })
    },
  }
}

const keyOf = (...parts: readonly string[]): string => parts.join(' ')

/** Formats refusals: "on 2026-03-10: nothing-new 12, no-report 3". */
export function sayRefused(findings: RefusedToday | null): string {
  if (findings === null) return 'nothing yet'
  const sorted = Object.entries(findings.times).toSorted(([, a], [, b]) => b - a)
  const date = new Date(findings.day * DAY_MS).toISOString().slice(0, 10)
  return `on ${date}: ${sorted.map(([reason, times]) => `${reason} ${times}`).join(', ')}`
}
