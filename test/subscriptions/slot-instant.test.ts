import { describe, expect, it } from 'vitest'
import { slotInstant } from '../../src/subscriptions/timetable.ts'

const at = (date: string, time: string, zone: string): string =>
  slotInstant(Temporal.PlainDate.from(date), time, zone).toString()

describe('slotInstant', () => {
  it.each([
    ['an ordinary morning', '2026-03-10', '08:00', 'Europe/Istanbul', '2026-03-10T05:00:00Z'],
    [
      'an hour the clock skips: right after the jump',
      '2026-03-29',
      '02:30',
      'Europe/Berlin',
      '2026-03-29T01:00:00Z',
    ],
    ['the first minute of the skipped hour', '2026-03-29', '02:00', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    [
      'an hour that comes twice: the first time',
      '2026-10-25',
      '02:30',
      'Europe/Berlin',
      '2026-10-25T00:30:00Z',
    ],
    ['a jump of half an hour', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
    ['a zone that skips midnight', '2026-04-24', '00:30', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
    ['a zone without clock changes', '2026-03-29', '02:30', 'Asia/Tehran', '2026-03-28T23:00:00Z'],
  ])('finds %s', (_what, date, time, zone, expected) => {
    expect(at(date, time, zone)).toBe(expected)
  })
})
