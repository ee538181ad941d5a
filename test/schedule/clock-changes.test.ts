import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDays, WEEK } from '../../src/subscriptions/days.ts'
import type { Timetable } from '../../src/subscriptions/timetable.ts'
import { HOUR, MINUTE } from './a-schedule.ts'
import { aSubscription } from './a-subscription.ts'
import { CHANGING_ZONES } from './changing-zones.ts'
import { iso, letTheClockRun, ms, slotsOf } from './let-the-clock-run.ts'
import { effort } from '../effort.ts'

const daily: Timetable = aSubscription()

describe('clock changes', () => {
  it('serve every slot once at any minute of the day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANGING_ZONES),
        fc.integer({ min: 0, max: 19 }),
        fc.integer({ min: 0, max: 1439 }),
        (zone, nth, minute) => {
          let change = Temporal.Instant.from('2020-01-01T00:00:00Z').toZonedDateTimeISO(zone)
          for (let i = 0; i <= nth; i++) change = change.getTimeZoneTransition('next') ?? change
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
          const first = change.toPlainDate().subtract({ days: 2 })
          const from = first.toZonedDateTime(zone).epochMilliseconds
          const until = first.add({ days: 5 }).toZonedDateTime(zone).epochMilliseconds + 4 * MINUTE
          const dates = Array.from({ length: 5 }, (_, day) => first.add({ days: day }).toString())
          const slots = slotsOf(letTheClockRun({ ...daily, at: [time], zone }, from, until, 5 * MINUTE))
          expect(slots.filter((slot) => dates.includes(slot.slice(0, 10)))).toEqual(
            dates.map((date) => `${date} ${time}`),
          )
        },
      ),
      { numRuns: effort(100) },
    )
  }, 60_000)

  it('serve every slot once on the days of the week that are wished for, and none on others', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANGING_ZONES),
        fc.integer({ min: 0, max: 19 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.uniqueArray(fc.constantFrom(...WEEK), { minLength: 1 }),
        (zone, nth, minute, weekdays) => {
          let change = Temporal.Instant.from('2020-01-01T00:00:00Z').toZonedDateTimeISO(zone)
          for (let i = 0; i <= nth; i++) change = change.getTimeZoneTransition('next') ?? change
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
          const first = change.toPlainDate().subtract({ days: 3 })
          const from = first.toZonedDateTime(zone).epochMilliseconds
          const until = first.add({ days: 8 }).toZonedDateTime(zone).epochMilliseconds + 4 * MINUTE
          const dates = Array.from({ length: 8 }, (_, day) => first.add({ days: day }))
          const timetable = { ...daily, at: [time], zone, days: toDays(weekdays) }
          const slots = slotsOf(letTheClockRun(timetable, from, until, 15 * MINUTE))
          const wished = dates.filter((date) =>
            weekdays.some((day) => WEEK.indexOf(day) + 1 === date.dayOfWeek),
          )
          const last = dates.at(-1)?.toString() ?? ''
          expect(slots.filter((slot) => slot.slice(0, 10) <= last)).toEqual(
            wished.map((date) => `${date.toString()} ${time}`),
          )
        },
      ),
      { numRuns: effort(100) },
    )
  }, 60_000)

  it('serve a skipped hour right after the jump and a doubled one once, every hour', () => {
    const hourly = { ...daily, kind: 'hourly', zone: 'Europe/Berlin' } as const
    const spring = letTheClockRun(hourly, ms('2026-03-28T23:00:00Z'), ms('2026-03-29T03:00:00Z'), MINUTE)
    // 02:00 does not exist: at the jump it and 03:00 are served together.
    expect(spring.map(({ slot, servedAt }) => [slot.slice(11), iso(servedAt).slice(11)])).toEqual([
      ['00:00', '23:00'],
      ['01:00', '00:00'],
      ['03:00', '01:00'],
      ['04:00', '02:00'],
      ['05:00', '03:00'],
    ])
    const autumn = letTheClockRun(hourly, ms('2026-10-24T22:00:00Z'), ms('2026-10-25T02:00:00Z'), MINUTE)
    expect(autumn.map(({ slot, servedAt }) => [slot.slice(11), iso(servedAt).slice(11)])).toEqual([
      ['00:00', '22:00'],
      ['01:00', '23:00'],
      ['02:00', '00:00'],
      ['03:00', '02:00'],
    ])
  })

  it('serve no slot twice and lose no day when the rules of the zone change under a running bot', () => {
    const zones = ['Etc/GMT-2', 'Etc/GMT-3', 'Etc/GMT-4'] as const
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...zones),
        fc.integer({ min: 24 * 60, max: 48 * 60 }),
        fc.constantFrom(['08:00'], ['06:00', '07:00', '20:00'], ['00:00', '23:30']),
        (before, after, minute, at) => {
          const from = ms('2026-03-09T00:00:00Z')
          const changedAt = from + minute * MINUTE
          const zoneAt = (now: number): Timetable => ({
            ...daily,
            at,
            zone: now < changedAt ? before : after,
          })
          const served = letTheClockRun(zoneAt, from, from + 96 * HOUR, 10 * MINUTE)
          expect(new Set(slotsOf(served)).size).toBe(served.length)
          for (const date of ['2026-03-10', '2026-03-11'])
            expect(slotsOf(served).some((slot) => slot.startsWith(date))).toBe(true)
        },
      ),
      { numRuns: effort(100) },
    )
  }, 60_000)
})
