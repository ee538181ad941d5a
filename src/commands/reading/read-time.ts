import { means } from './grammar.ts'

/** A local time of day as `HH:MM` from what people type: `8`, `08:30`, `8.30`, `0830`, `8pm`, `830pm`, `20h`, `20h30`, `noon`. Null where it is none. */
export function readTime(typed: string): string | null {
  const words = typed.trim().toLowerCase()
  if (means(words, 'noon')) return '12:00'
  if (means(words, 'midnight')) return '00:00'
  const found = TIME.exec(words)
  if (found === null) return null
  const { hours = '', minutes = '00', half = '' } = { ...found.groups }
  let hour = Number(hours)
  const minute = Number(minutes)
  if (half !== '') {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half.startsWith('p') ? 12 : 0)
  }
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

const TIME =
  /^(?<hours>\d{1,2})(?:[:.h]?(?<minutes>\d{2}))?\s?(?:h|uhr|o'clock)?\s?(?<half>am|pm|a\.m\.|p\.m\.)?$/u
