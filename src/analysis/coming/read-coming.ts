import type { FoundTime } from '../dates/read-times.ts'
import { type Tense, tenseReader } from '../dates/tense.ts'
import type { ReadText } from '../read-for-analysis.ts'

/** An event that is to take place at a time told by an article. Offsets are UTF-16 units. */
export interface ComingEvent {
  /** Position of the words that say when. */
  readonly start: number
  readonly end: number
  /**
   * TIMEX3 value, as precise as told: "2026-03-01", "2026-W02", "2026-04"; null if the year cannot be known.
   */
  readonly value: string | null
  /** The sentence that tells it. */
  readonly sentence: readonly [start: number, end: number]
}

/**
 * Returns the events that a text announces. A future day that is named as such counts by itself. "On Monday",
 * "this week" and whole years count only if the verb beside them refers to the future.
 */
export function readComing(
  read: ReadText,
  times: readonly FoundTime[],
  written: string | null,
): readonly ComingEvent[] {
  const { borders } = read
  const tenseAt = tenseReader(read)
  const day = written === null ? null : Temporal.PlainDate.from(written.slice(0, 10))
  return times.flatMap((time): ComingEvent[] => {
    const isContinuedInFuture = (): boolean =>
      isOfDay(time, day) && tenseAt(time.from, time.to, 'right-after') === 'future'
    if (!isComing(time, day, () => tenseAt(time.from, time.to)) && !isContinuedInFuture()) return []
    const [from, to] = borders.around(time.from)
    const [first, last] = [read.tokens[from], read.tokens[to - 1]]
    if (first === undefined || last === undefined) return []
    const value = time.value?.replace(/T(?:MO|MI|AF|EV|NI)$/u, '') ?? null
    return [{ start: time.start, end: time.end, value, sentence: [first.start, last.end] }]
  })
}

/**
 * "They met on Monday and are to speak to reporters": a clause that continues after the article's own day
 * happens on that day.
 */
const isOfDay = ({ type, value }: FoundTime, day: Temporal.PlainDate | null): boolean =>
  type !== 'DURATION' && type !== 'SET' && day !== null && value?.slice(0, 10) === day.toString()

function isComing(
  { type, value, isRelative, isDated, isBareYear }: FoundTime,
  day: Temporal.PlainDate | null,
  tense: () => Tense | null,
): boolean {
  if (type === 'DURATION' || type === 'SET' || !isDated) return false
  if (value !== null && /_REF$|^\d{2,3}$/u.test(value)) return false
  if (day === null || value === null) return tense() === 'future'
  const span = spanOf(value)
  if (span === null) return false
  if (Temporal.PlainDate.compare(span.last, day) < 0) return false
  // "2026 starts with a storm", "the first 2026 entry": the running year alone announces nothing.
  const isYear = /^\d{4}$/u.test(value)
  if (isYear && (isBareYear || Temporal.PlainDate.compare(span.first, day) <= 0)) return false
  const isAfter = Temporal.PlainDate.compare(span.first, day) > 0
  if (isAfter && span.isPrecise && !isRelative) return true
  return tense() === 'future' || (isAfter && span.isPrecise && tense() !== 'past')
}

/** Returns the first day of a TIMEX3 value, or null if it names no day. */
export const firstDayOf = (value: string): Temporal.PlainDate | null => spanOf(value)?.first ?? null

interface Span {
  readonly first: Temporal.PlainDate
  readonly last: Temporal.PlainDate
  /** Not longer than a month. */
  readonly isPrecise: boolean
}

/** Returns the days of a TIMEX3 value, or null if it names none. */
export function spanOf(value: string): Span | null {
  const [, year = '', rest = ''] = /^(\d{4})(?:-(.+))?$/u.exec(value) ?? []
  if (year === '') return null
  const start = Temporal.PlainDate.from({ year: Number(year), month: 1, day: 1 })
  if (rest === '') return spanFrom(start, { years: 1 }, false)
  const week = /^W(\d{2})/u.exec(rest)?.[1]
  if (week !== undefined) {
    const monday = start.with({ day: 4 })
    return spanFrom(
      monday.subtract({ days: monday.dayOfWeek - 1 }).add({ weeks: Number(week) - 1 }),
      { weeks: 1 },
      true,
    )
  }
  const part = PARTS_OF_YEAR[rest]
  if (part !== undefined) return spanFrom(start.add({ months: part[0] }), { months: part[1] }, false)
  const [, month, day] = /^(\d{2})(?:-(\d{2}))?(?:T|$)/u.exec(rest) ?? []
  if (month === undefined) return null
  const first = start.with({ month: Number(month) })
  return day === undefined
    ? spanFrom(first, { months: 1 }, true)
    : spanFrom(first.with({ day: Number(day) }), { days: 1 }, true)
}

const spanFrom = (first: Temporal.PlainDate, length: Temporal.DurationLike, isPrecise: boolean): Span => ({
  first,
  last: first.add(length).subtract({ days: 1 }),
  isPrecise,
})

/** Start and length of each part of a year, in months. The start counts from 0 for January. */
const PARTS_OF_YEAR: Readonly<Record<string, readonly [number, number]>> = {
  Q1: [0, 3],
  Q2: [3, 3],
  Q3: [6, 3],
  Q4: [9, 3],
  H1: [0, 6],
  H2: [6, 6],
  SP: [2, 3],
  SU: [5, 3],
  FA: [8, 3],
  WI: [11, 3],
}
