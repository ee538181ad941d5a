import type { Quiet } from '../../records/subscription.ts'
import { means } from './grammar.ts'
import { HOUR_OF, hourIn, readPart, splitPart } from './part-of-day.ts'

/**
 * A local time of day as `HH:MM` from what people type: `8`, `08:30`, `8.30`, `0830`, `8pm`, `20h30`, `8 in the evening`, `abends um 8`,
 * `9'da`, `noon`, `evening`. Null where it is none.
 */
export function readTime(typed: string): string | null {
  const words = typed.trim().toLowerCase()
  if (means(words, 'noon')) return '12:00'
  if (means(words, 'midnight')) return '00:00'
  const alone = readPart(words)
  if (alone !== null) return HOUR_OF[alone.part]
  const part = splitPart(words)
  const found = TIME.exec(part?.rest ?? words)
  if (found === null) return null
  const { hours = '', half = '', ...said } = { ...found.groups }
  const minute = Number(said['minutes'] ?? said['behind'] ?? '0')
  const hour = inDay(Number(hours), half, part)
  if (hour === null || hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function inDay(hour: number, half: string, part: ReturnType<typeof splitPart>): number | null {
  if (half !== '') {
    if (hour < 1 || hour > 12) return null
    return (hour % 12) + (half.startsWith('p') ? 12 : 0)
  }
  return part === null ? hour : hourIn(part.part, hour)
}

/** Turkish sets an ending behind the number: "9'da". */
const MINUTES_BEHIND = String.raw`(?:(?:h|uhr|heures?|o'clock)(?:\s?(?<behind>\d{2}))?)?`
const HALF = String.raw`(?<half>am|pm|a\.m\.|p\.m\.)?`
const TIME = new RegExp(
  String.raw`^(?<hours>\d{1,2})(?:[:.h]?(?<minutes>\d{2}))?\s?${MINUTES_BEHIND}\s?${HALF}(?:['’]?[dt][ae])?$`,
  'u',
)

/** Quiet hours: `22:00-07:00`, `22-7`, `from 10pm to 7am`; `off` for none. Null where it is neither. */
export function readQuiet(typed: string): Quiet | 'off' | null {
  if (means(typed, 'off')) return 'off'
  const parts = typed
    .replace(/^\s*from\s+/iu, '')
    .split(/\s*(?:[-–—]|\bto\b|\buntil\b)\s*/iu)
    .map(readTime)
  const [from, to] = parts
  if (parts.length !== 2 || from == null || to == null || from === to) return null
  return { from, to }
}
