import { comingWeek } from '../briefings/coming-week.ts'
import type { BriefingArchive, BriefingSettings } from '../briefings/composition.ts'
import { memoize } from '../briefings/memoize.ts'
import type { BriefedEvent } from '../records/briefing.ts'
import type { Findings } from '../records/ports/findings.ts'
import type { Subscription } from '../records/subscription.ts'
import { filterOf } from '../subscriptions/news-filter.ts'
import { readsOf } from '../subscriptions/reads-of.ts'
import { isOnDate, type Slot } from '../subscriptions/timetable.ts'

const WEEK_MS = 7 * 24 * 3_600_000

/** Events of one week that are read at most: some days of what two hundred sources announce. */
const MOST_EVENTS = 1_000

/**
 * Returns what the first briefing of a Monday tells of the week that begins; nothing for any other briefing.
 * `served` are the slots decided before: the first one of the day may have merged into this one.
 */
export type WeekAhead = (
  subscription: Subscription,
  slot: Slot,
  served: ReadonlySet<string>,
) => Promise<readonly BriefedEvent[]>

/**
 * Returns the weeks ahead as of one moment, for any number of subscriptions. What is read or chosen once
 * serves all that ask the same.
 */
export function openWeekAhead(
  book: Findings & Pick<BriefingArchive, 'muted'>,
  settings: BriefingSettings,
): WeekAhead {
  const readMuted = memoize(() => book.muted())
  const readWeek = memoize((from: number) =>
    book.findings({ kinds: ['coming'], from, to: from + WEEK_MS, most: MOST_EVENTS }),
  )
  const chosen = new Map<string, readonly BriefedEvent[]>()
  return async (subscription, slot, served) => {
    if (subscription.kind !== 'briefing') return []
    const date = Temporal.Instant.fromEpochMilliseconds(slot.at)
      .toZonedDateTimeISO(subscription.zone)
      .toPlainDate()
    if (date.dayOfWeek !== 1 || [...served].some((other) => isOnDate(other, date))) return []
    const from = date.toZonedDateTime('UTC').epochMilliseconds
    const kept = await readWeek(from)
    const muted = (await readMuted()).get(subscription.to) ?? new Set<string>()
    const asked = [from, filterOf(subscription), readsOf(subscription), [...muted]]
    return chosen.getOrInsertComputed(JSON.stringify(asked), () =>
      comingWeek(kept, subscription, settings, muted),
    )
  }
}
