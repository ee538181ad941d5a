import type { Weekday } from '../../records/subscription.ts'
import { type Rhythm, toDays, WEEK, weekdaysOf } from '../../subscriptions/days.ts'
import { SPOKEN } from '../../language/languages.ts'
import { dayName } from '../../words/names.ts'
import { foldTerm } from '../name-index.ts'
import { LONGEST_PHRASE, meaningOf, means } from './grammar.ts'
import { readPart } from './read-time.ts'

/**
 * How often, from what people type: `daily`, `every weekday`, `fridays`, `weekly:fri`, `weekly on friday`, `mon,wed,fri`,
 * `every monday and friday`, `mon-thu`, `every morning`, `hourly`, `alert`. Null where it is none.
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

/** Every so many hours, as far as a subscription can; null where it is no such number. */
export const everyHours = (hours: number): Rhythm | null =>
  hours === 1 ? 'hourly' : hours >= 2 && hours <= MOST_HOURS ? `hourly:${hours}` : null

/** What comes less often comes at times of its own. */
const MOST_HOURS = 12

/** Days of the week side by side, with "and" or commas between them, or from one to another. Null where one piece is none. */
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
    days.push(...(reaches && last !== undefined ? daysFrom(last, found.days) : found.days))
    at = found.next
  }
  return days.length === 0 ? null : days
}

/** The longest name that begins at a piece. Short ones ("Mo", "lun.") are days only beside others: alone they are too much else. */
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

/** Arabic writes "and" onto the word behind it: "والجمعة". No day begins with the letter. */
const ARABIC_AND = /^و(?=\p{L}{2})/u

/** From a day to the first of others, over the end of the week where it must be: `fri-mon`. */
function daysFrom(first: Weekday, [last]: readonly Weekday[]): readonly Weekday[] {
  const from = WEEK.indexOf(first)
  const steps = (WEEK.indexOf(last ?? first) - from + WEEK.length) % WEEK.length
  return Array.from({ length: steps + 1 }, (_, step) => WEEK[(from + step) % WEEK.length] ?? first)
}

/** Days as calendars in our languages shorten them. */
function shortDays(): ReadonlyMap<string, Weekday> {
  byShortName ??= new Map(
    SPOKEN.flatMap((language) =>
      WEEK.map((day, index) => [foldTerm(dayName(index + 1, language, 'short')), day] as const),
    ),
  )
  return byShortName
}

let byShortName: ReadonlyMap<string, Weekday> | undefined
