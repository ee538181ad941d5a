import { suggestionsFrom, misread } from '../reading/reader.ts'
import type { ValueReader } from '../reading/reader.ts'
import { readItems } from './items.ts'
import { comingIn } from './coming-periods.ts'
import { deadlineIn } from './periods.ts'
import { cutSentence } from './sentence.ts'

/** Reads a day to come: `friday`, `2026-04-01`, `10 days`; or an instant, as buttons carry it. */
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

/** Reads a time to come: `next week`, `march`, `20 to 25 march`; or two instants, as buttons carry them. */
export const COMING: ValueReader = {
  kind: 'moment',
  read(typed, { context: { now, zone, nameIndex } }) {
    const [from, to] = BETWEEN.test(typed) ? typed.split('..').map((one) => Date.parse(one)) : []
    if (from !== undefined && to !== undefined) return { change: { since: from, until: to } }
    const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
    const { items } = readItems(typed, cutSentence(typed), nameIndex)
    const period = comingIn(items, here)
    if (period === null || period.from === null || period.to === null)
      return misread('mistake.deadline', typed)
    return { change: { since: period.from.epochMilliseconds, until: period.to.epochMilliseconds } }
  },
  suggest: (typed) => suggestionsFrom(['today', 'tomorrow', 'this week', 'next week', 'this month'], typed),
}

const INSTANT = String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z`
const BETWEEN = new RegExp(String.raw`^${INSTANT}\.\.${INSTANT}$`, 'u')
