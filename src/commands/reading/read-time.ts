import type { Quiet } from '../../records/subscription.ts'
import { meaningOf, means } from './grammar.ts'

/**
 * Reads a local time of day as `HH:MM` from what people type: `8`, `08:30`, `8.30`, `0830`, `8pm`, `20h30`,
 * `8 in the evening`, `abends um 8`, `9'da`, `noon`, `evening`. Null for anything else.
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

/** Turkish adds an ending to the number: "9'da". */
const MINUTES_BEHIND = String.raw`(?:(?:h|uhr|heures?|o'clock)(?:\s?(?<behind>\d{2}))?)?`
const HALF = String.raw`(?<half>am|pm|a\.m\.|p\.m\.)?`
const TIME = new RegExp(
  String.raw`^(?<hours>\d{1,2})(?:[:.h]?(?<minutes>\d{2}))?\s?${MINUTES_BEHIND}\s?${HALF}(?:['’]?[dt][ae])?$`,
  'u',
)

/** Reads quiet hours: `22:00-07:00`, `22-7`, `from 10pm to 7am`; `off` for none. Null for anything else. */
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

export const PARTS = ['morning', 'afternoon', 'evening', 'night'] as const
export type PartOfDay = (typeof PARTS)[number]

/**
 * The hour of a part of the day that is named alone; morning and evening are the beginning and the end of
 * office hours. The answer tells it.
 */
export const HOUR_OF: Readonly<Record<PartOfDay, string>> = {
  morning: '08:00',
  afternoon: '15:00',
  evening: '18:00',
  night: '21:00',
}

/** The hours of what comes several times a day. The answer tells them, and `edit` changes them. */
export const HOURS_OFTEN = {
  'twice-a-day': ['08:00', '18:00'],
  'often-a-day': ['08:00', '13:00', '18:00'],
} as const

/** Reads the part of the day that words name, alone or as in `every morning`; null for none. */
export function readPart(words: string): { readonly part: PartOfDay; readonly each: boolean } | null {
  const alone = meaningOf(words, PARTS)
  if (alone !== null) return { part: alone, each: false }
  const pieces = words.split(/\s+/u)
  for (let cut = 1; cut < pieces.length; cut++) {
    const part = means(pieces.slice(0, cut).join(' '), 'each')
      ? meaningOf(pieces.slice(cut).join(' '), PARTS)
      : null
    if (part !== null) return { part, each: true }
  }
  return null
}

/**
 * Splits a part of the day from the rest of the words: `8` in `8 in the evening` or `abends um 8`. Null where
 * no part is named, or nothing else is.
 */
export function splitPart(words: string): { readonly part: PartOfDay; readonly rest: string } | null {
  const pieces = words.split(/\s+/u)
  for (let length = pieces.length - 1; length > 0; length--) {
    const behind = meaningOf(pieces.slice(-length).join(' '), PARTS)
    if (behind !== null) return { part: behind, rest: pieces.slice(0, -length).join(' ') }
    const before = meaningOf(pieces.slice(0, length).join(' '), PARTS)
    const at = means(pieces[length] ?? '', 'at') && length + 1 < pieces.length ? 1 : 0
    if (before !== null) return { part: before, rest: pieces.slice(length + at).join(' ') }
  }
  return null
}

/**
 * Returns an hour of a 12-hour or 24-hour clock, 0 to 23, in a part of the day; null where the hour never
 * falls there.
 */
export function hourIn(part: PartOfDay, hour: number): number | null {
  const [first, last] = HOURS[part]
  const meant = hour < 12 ? [hour, hour + 12] : hour === 12 ? [12, 0] : [hour]
  const found = meant.find((other) => other >= first && other <= last)
  return found ?? (part === 'night' ? meant.find(isLate) : undefined) ?? null
}

/** First and last hour of each part. A night also begins before midnight, see `isLate`. */
const HOURS: Readonly<Record<PartOfDay, readonly [number, number]>> = {
  morning: [0, 11],
  afternoon: [12, 18],
  evening: [13, 23],
  night: [0, 4],
}

const isLate = (hour: number): boolean => hour >= 17 && hour <= 23
