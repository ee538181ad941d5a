import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockOf, dateIn, dayOf, numberOf, startOf } from '../../../src/briefings/trends/clock.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const YEAR = 365 * DAY

/**
 * Includes zones whose clocks are put forward at midnight, by half an hour, or by a whole day across the date
 * line.
 */
const ZONES = [
  'UTC',
  'Europe/Istanbul',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Tehran',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Africa/Cairo',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Pacific/Apia',
] as const

/** Numbers a time's day as the store does: adds the valid offset to it. */
function numberBy(clock: ReturnType<typeof clockOf>, at: number): number {
  const { aheadMs } = clock.findLast(({ from }) => from <= at) ?? clock[0] ?? { aheadMs: Number.NaN }
  return Math.floor((at + aheadMs) / DAY)
}

describe('clockOf', () => {
  it('puts each instant on the day that calendars of the zone show', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2030, 0, 1) }),
        fc.integer({ min: 0, max: YEAR }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (zone, from, span, part) => {
          const at = Math.floor(from + span * part)
          expect(numberBy(clockOf(zone, from, from + span), at)).toBe(numberOf(dateIn(zone, at)))
        },
      ),
    )
  })

  it('knows each time that clocks are put forward or back', () => {
    const clock = clockOf('Europe/Berlin', Date.UTC(2026, 0, 1), Date.UTC(2026, 11, 31))
    expect(clock.map(({ aheadMs }) => aheadMs / HOUR)).toEqual([1, 2, 1])
    expect(clock[1]?.from).toBe(Date.UTC(2026, 2, 29, 1))
  })
})

describe('startOf', () => {
  it('is the first instant of its day, whatever clocks do', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 15_000, max: 22_000 }), (zone, number) => {
        const start = startOf(number, zone)
        expect(numberOf(dateIn(zone, start - 1))).toBeLessThan(number)
        // A day skipped at the date line begins with the next one.
        expect(numberOf(dateIn(zone, start))).toBeGreaterThanOrEqual(number)
        expect(numberOf(dayOf(number))).toBe(number)
      }),
    )
  })
})
