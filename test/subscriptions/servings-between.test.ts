import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newestSlot } from '../../src/schedule/due-slot.ts'
import { toDays, WEEK } from '../../src/subscriptions/days.ts'
import { nextServing, servingsBetween } from '../../src/subscriptions/timetable.ts'
import type { Subscription } from '../../src/records/subscription.ts'
import { aSubscription } from '../schedule/a-subscription.ts'

const at = (moment: string): number => Date.parse(moment)
const servings = (own: Partial<Subscription>, from: string, to: string): string[] =>
  servingsBetween(aSubscription(own), at(from), at(to)).map((moment) =>
    new Date(moment).toISOString().slice(0, 16),
  )

describe('servingsBetween', () => {
  it.each<[string, Partial<Subscription>, string[]]>([
    ['daily', {}, ['2026-03-06T05:00', '2026-03-07T05:00', '2026-03-08T05:00', '2026-03-09T05:00']],
    ['weekdays', { days: 'weekdays' }, ['2026-03-06T05:00', '2026-03-09T05:00']],
    ['several days', { days: 'weekly:fri,sun' }, ['2026-03-06T05:00', '2026-03-08T05:00']],
    ['weekends', { days: 'weekends' }, ['2026-03-07T05:00', '2026-03-08T05:00']],
    ['weekly', { days: 'weekly:sun', at: ['08:00', '20:30'] }, ['2026-03-08T05:00', '2026-03-08T17:30']],
    [
      'quiet over midnight',
      { days: 'weekly:sat', at: ['05:00', '12:00', '23:00'], quiet: { from: '22:00', to: '07:00' } },
      ['2026-03-07T04:00', '2026-03-07T09:00', '2026-03-08T04:00'],
    ],
    ['alerts', { kind: 'alert' }, []],
  ])('gives the times of %s', (_what, own, expected) => {
    expect(servings(own, '2026-03-06T00:00Z', '2026-03-10T00:00Z')).toEqual(expected)
  })

  it('speaks every few hours, counted from midnight', () => {
    const often = { kind: 'hourly', hours: 8, zone: 'UTC' } as const
    expect(servings(often, '2026-03-06T00:00Z', '2026-03-06T23:59Z')).toEqual([
      '2026-03-06T00:00',
      '2026-03-06T08:00',
      '2026-03-06T16:00',
    ])
  })

  it('speaks once a month, on its last day where the month is shorter, in every zone', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Istanbul',
      'America/St_Johns',
      'Pacific/Apia',
      'Africa/Cairo',
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), zones, (day, zone) => {
        const own = aSubscription({ days: `monthly:${day}`, zone })
        const days = servingsBetween(own, at('2026-01-15T00:00Z'), at('2027-01-15T00:00Z')).map((moment) =>
          Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate(),
        )
        expect(days).toHaveLength(12)
        for (const date of days) expect(date.day).toBe(Math.min(day, date.daysInMonth))
        expect(nextServing(own, at('2026-01-15T00:00Z'))).toBe(
          servingsBetween(own, at('2026-01-15T00:00Z') + 1, at('2026-03-15T00:00Z'))[0],
        )
      }),
    )
  })

  it('speaks no more when it has ended, and again when it has rested', () => {
    const now = at('2026-03-06T00:00Z')
    expect(nextServing(aSubscription({ endsAt: at('2026-03-06T04:00Z') }), now)).toBeNull()
    const rests = aSubscription({ state: 'paused', resumesAt: at('2026-03-07T00:00Z') })
    expect(nextServing(rests, now)).toBe(at('2026-03-07T05:00Z'))
    expect(nextServing(aSubscription({ state: 'paused' }), now)).toBeNull()
  })

  it('speaks every hour, but not in quiet ones', () => {
    const hourly = servings(
      { kind: 'hourly', zone: 'UTC', quiet: { from: '02:00', to: '22:00' } },
      '2026-03-06T00:00Z',
      '2026-03-07T00:00Z',
    )
    expect(hourly).toEqual(['2026-03-06T00:00', '2026-03-06T01:00', '2026-03-06T22:00', '2026-03-06T23:00'])
  })

  it.each([
    ['skips', '2026-03-29T00:00Z', '2026-03-29T01:00'],
    ['doubles', '2026-10-25T00:00Z', '2026-10-25T00:30'],
  ])('speaks once where the clock %s an hour', (_what, from, expected) => {
    const own = { zone: 'Europe/Berlin', at: ['02:30'] } as const
    expect(servings(own, from, `${from.slice(0, 11)}20:00Z`)).toEqual([expected])
  })

  it('agrees with the schedule on when the next briefing is due', () => {
    const zones = fc.constantFrom(
      'Europe/Istanbul',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    )
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
    const quiet = fc.option(fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to))
    fc.assert(
      fc.property(
        zones,
        fc.uniqueArray(time, { minLength: 1, maxLength: 3 }),
        fc.uniqueArray(fc.constantFrom(...WEEK), { minLength: 1 }).map(toDays),
        quiet,
        fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2026-12-31T00:00Z') }),
        (zone, times, days, silent, now) => {
          const subscription = aSubscription({ zone, at: times, days, quiet: silent })
          const next = nextServing(subscription, now)
          if (next === null) throw new Error('a briefing always has a next time')
          expect(newestSlot(subscription, next)).not.toBeNull()
        },
      ),
    )
  })

  it('knows no next time of what is paused', () => {
    expect(nextServing(aSubscription({ state: 'paused' }), 0)).toBeNull()
    expect(nextServing(aSubscription({ kind: 'alert' }), 0)).toBeNull()
  })
})
