import type { ReadText } from '../read-for-analysis.ts'
import type { SentenceBorders } from '../sentence-borders.ts'
import { tenseReader } from './tense.ts'
import { readItems, type TimeItem } from './time-items.ts'
import { matchTimes, type TimeMatch } from './time-patterns.ts'
import { valueOfTime } from './time-value.ts'
import type { TimeType } from './timex-values.ts'
import { timeWordsOf } from './time-words.ts'

/** A time told by a text. Offsets are UTF-16 units. */
export interface FoundTime {
  readonly start: number
  readonly end: number
  readonly type: TimeType
  /**
   * TIMEX3 value: "2013-03-22", "2013-W12", "P3D", "PRESENT_REF"; `XXXX-03-22` if the year is unknown, null
   * if nothing is known.
   */
  readonly value: string | null
  /** Whether it names a day, a week, a month or a year; an hour or a part of a day alone does not. */
  readonly isDated: boolean
  /** Whether it is only the number of a year, without a word that makes it a time: "Vision 2030". */
  readonly isBareYear: boolean
  /** Whether it depends on the article's day: it is a weekday or told by a distance. */
  readonly isRelative: boolean
  /** "A year ago", "a year earlier". */
  readonly isYearBack: boolean
  /** Token indices; `to` is exclusive. */
  readonly from: number
  readonly to: number
}

/**
 * Returns the times of a text, in order. `written` is the article's day (ISO 8601), to which relative times
 * refer; null if unknown. Empty for a language without `times.json`.
 */
export function readTimes(read: ReadText, written: string | null): readonly FoundTime[] {
  const { tokens, numerals, language, text } = read
  const words = timeWordsOf(language)
  if (words === null) return []
  const items = readItems(tokens, numerals, words, language)
  const day = written === null ? null : Temporal.PlainDate.from(written.slice(0, 10))
  const isPersian = language === 'fa'
  const tenseAt = tenseReader(read)
  // "Wednesday's ruling" has been given.
  const isPossessive = (to: number): boolean => /^['’]s\b/u.test(text.slice(tokens[to - 1]?.end))
  const ofMatch = (match: TimeMatch) => {
    const [from, to] = [items[match.from]?.from ?? 0, items[match.to - 1]?.to ?? 0]
    const tense = () => {
      const tense = tenseAt(from, to)
      return tense === 'future' && isPossessive(to) ? null : tense
    }
    return valueOfTime(match, { day, isPersian, tense })
  }
  const matches = matchTimes(items, (match) => (isTime(match, items, isPersian) ? ofMatch(match) : null))
  const times = matches.flatMap(([match, value]): FoundTime[] => {
    const [first, last] = [items[match.from], items[match.to - 1]]
    const [start, end] = [tokens[first?.from ?? 0], tokens[(last?.to ?? 1) - 1]]
    if (first == null || last == null || start === undefined || end === undefined) return []
    return [
      {
        start: start.start,
        end: end.end,
        ...value,
        isDated: isDated(match),
        isBareYear: match.parts.size === 1 && match.parts.has('year') && match.to - match.from === 1,
        isRelative: isRelative(match),
        isYearBack: match.parts.has('dir') && match.parts.get('unit')?.signs.has('u') === true,
        from: first.from,
        to: last.to,
      },
    ]
  })
  return withinContext(times, written?.slice(0, 10) ?? null, read.borders)
}

/**
 * Completes times from their context. "At 10 a.m. on Friday": an hour belongs to the day that its sentence
 * names before it or right after it. "A year earlier" refers to the last quarter told before, in a text on
 * earnings.
 */
function withinContext(
  times: readonly FoundTime[],
  written: string | null,
  borders: SentenceBorders,
): readonly FoundTime[] {
  let quarter: string | null = null
  return times.map((time, index): FoundTime => {
    const { type, value, from } = time
    if (value === null) return time
    if (type === 'DATE' && QUARTER.test(value)) quarter = value
    if (quarter !== null && time.isYearBack && value === String(Number(quarter.slice(0, 4)) - 1))
      return { ...time, value: `${value}${quarter.slice(4)}` }
    if (type !== 'TIME' || written === null || time.isDated || !value.startsWith(`${written}T`)) return time
    const [first, last] = borders.around(from)
    const isDay = (other: FoundTime): boolean =>
      other.from >= first &&
      other.to <= last &&
      other.isDated &&
      other.type !== 'DURATION' &&
      DAY.test(other.value ?? '')
    const day = times.slice(0, index).findLast(isDay) ?? times.slice(index + 1).find(isDay)
    return day === undefined ? time : { ...time, value: `${day.value?.slice(0, 10)}${value.slice(10)}` }
  })
}

const QUARTER = /^\d{4}-Q\d$/u
const DAY = /^\d{4}-\d{2}-\d{2}/u

/** Whether a match is a time, and not an age, a count of something or part of a name. */
function isTime(
  { from, to, parts }: TimeMatch,
  items: readonly (TimeItem | null)[],
  isPersian: boolean,
): boolean {
  const behind = items[to]
  const isLength = parts.has('unit') && !parts.has('rel') && !parts.has('dir')
  if (isLength && (behind?.signs.has('a') === true || items[from - 1]?.signs.has('a') === true)) return false
  // "In the weeks before" does not say before what.
  if (parts.has('dir') && !parts.has('n') && parts.get('unit')?.signs.has('l') === true) return false
  // "Three-quarters" is a share.
  if (isLength && parts.has('n') && parts.get('unit')?.signs.has('q') === true) return false
  if (parts.size === 1 && parts.has('part') && !items[from - 1]?.signs.has('G')) return false
  if (
    parts.has('year') &&
    (parts.size === 1 || parts.has('lead')) &&
    !items[from]?.signs.has('u') &&
    !items[to - 1]?.signs.has('u')
  ) {
    const year = Number(parts.get('year')?.value)
    if (isPersian && year > 1200 && year < 1500) return true
    return year > 1500 && year < 2100 && behind?.signs.has('U') !== true
  }
  return true
}

const isRelative = ({ parts }: TimeMatch): boolean =>
  !parts.has('day') && !parts.has('full') && !parts.has('year')

const DATED = [
  'day',
  'full',
  'month',
  'weekday',
  'daypart',
  't',
  'named',
  'year',
  'rel',
  'dir',
  'whole',
  'weekend',
  'nth',
]

const isDated = ({ parts }: TimeMatch): boolean => DATED.some((part) => parts.has(part))
