import type { Weekday } from '../../records/subscription.ts'
import { type Rhythm, toDays, WEEK, weekdaysOf, weekdaysThrough } from '../../subscriptions/days.ts'
import { SPOKEN } from '../../language/languages.ts'
import { dayName } from '../../words/names.ts'
import { foldTerm } from '../name-index.ts'
import { LONGEST_PHRASE, meaningOf, means } from './grammar.ts'
import { readPart } from './read-time.ts'

/**
 * Reads how often from what people type: `daily`, `every weekday`, `fridays`, `weekly:fri`, `weekly on
 * friday`, `mon,wed,fri`, `every monday and friday`, `mon-thu`, `every morning`, `hourly`, `alert`. Null for
 * anything else.
 */
export function readRhythm(typed: string): Rhythm | null {
  const plain = meaningOf(typed, ['daily', 'hourly', 'alert'])
  if (plain !== null) return plain
  if (readPart(typed)?.each === true) return 'daily'
  if (meaningOf(typed, ['weekly']) !== null) return 'weekly:mon'
  if (meaningOf(typed, ['monthly']) !== null) return 'monthly:1'
  const day = /^monthly:(\d{1,2})$/u.exec(typed)?.[1]
  if (day !== undefined) return Number(day) >= 1 && Number(day) <= 31 ? `monthly:${Number(day)}` : null
  const hours = /^hourly:(\d{1,2})$/u.exec(typed)?.[1]
  if (hours !== undefined) return everyHours(Number(hours))
  const days = readDays(typed.trim().replace(/^weekly[:\s]+(?:on\s+)?/iu, ''))
  return days === null ? null : toDays(days)
}

/** Returns the rhythm of every so many hours; null where a subscription cannot have it. */
export const everyHours = (hours: number): Rhythm | null =>
  hours === 1 ? 'hourly' : hours >= 2 && hours <= MOST_HOURS ? `hourly:${hours}` : null

/** A longer interval has to be given as times of day. */
const MOST_HOURS = 12

/**
 * Reads days of the week side by side, joined by "and" or commas, or as a range. Null where a piece is no
 * day.
 */
function readDays(typed: string): readonly Weekday[] | null {
  const pieces = typed
    .replaceAll(/[,،;&+/]/gu, ' ')
    .replaceAll(/\s*[-–—]\s*/gu, ' - ')
    .split(/\s+/u)
    .filter((piece) => piece !== '' && !means(piece, 'and'))
  const days: Weekday[] = []
  for (let at = 0; at < pieces.length;) {
    const reaches = days.length > 0 && (pieces[at] === '-' || means(pieces[at] ?? '', 'through'))
    const found = daysAt(pieces, reaches ? at + 1 : at)
    if (found === null) return null
    const last = days.at(-1)
    days.push(...(reaches && last !== undefined ? weekdaysThrough(last, found.days[0] ?? last) : found.days))
    at = found.next
  }
  return days.length === 0 ? null : days
}

/**
 * Returns the longest name that begins at a piece. Short names ("Mo", "lun.") count only beside others, since
 * alone they mean too many other things.
 */
function daysAt(
  pieces: readonly string[],
  at: number,
): { readonly days: readonly Weekday[]; readonly next: number } | null {
  for (let length = Math.min(LONGEST_PHRASE, pieces.length - at); length > 0; length--) {
    const run = pieces.slice(at, at + length)
    if (run.includes('-')) continue
    const words = run.join(' ').replace(ARABIC_AND, '')
    const meant = meaningOf(words, [...WEEK, 'weekdays', 'weekends'])
    const short = pieces.length > 1 ? shortDays().get(foldTerm(words)) : undefined
    if (meant === 'weekdays' || meant === 'weekends') return { days: weekdaysOf(meant), next: at + length }
    const day = meant ?? short
    if (day !== undefined) return { days: [day], next: at + length }
  }
  return null
}

/** Arabic attaches "and" to the next word: "والجمعة". No day begins with that letter. */
const ARABIC_AND = /^و(?=\p{L}{2})/u

/** Returns the days as calendars in our languages abbreviate them. */
function shortDays(): ReadonlyMap<string, Weekday> {
  byShortName ??= new Map(
    SPOKEN.flatMap((language) =>
      WEEK.map((day, index) => [foldTerm(dayName(index + 1, language, 'short')), day] as const),
    ),
  )
  return byShortName
}

let byShortName: ReadonlyMap<string, Weekday> | undefined
