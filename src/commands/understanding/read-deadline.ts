import { misread } from '../reading/reader.ts'
import type { ValueReader } from '../reading/reader.ts'
import { readItems } from './items.ts'
import { deadlineIn } from './periods.ts'
import { cutSentence } from './sentence.ts'

/** A day to come: `friday`, `2026-04-01`, `10 days`; or an instant, as buttons carry it. */
export const DEADLINE: ValueReader = {
  kind: 'moment',
  read(typed, { context: { now, zone, nameIndex } }) {
    const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/u.test(typed) ? Date.parse(typed) : Number.NaN
    const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
    const { items } = readItems(typed, cutSentence(typed), nameIndex)
    const endsAt = Number.isNaN(instant) ? deadlineIn(items, here)?.epochMilliseconds : instant
    return endsAt === undefined || endsAt <= now ? misread('mistake.deadline', typed) : { change: { endsAt } }
  },
}
