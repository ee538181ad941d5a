import type { Weekday } from '../../src/records/subscription.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodOf, toDays, WEEK, weekdaysOf } from '../../src/subscriptions/days.ts'

const DAY = 24 * 3_600_000

describe('days of the week', () => {
  it.each<[Weekday[], string]>([
    [['mon'], 'weekly:mon'],
    [['fri', 'mon', 'fri'], 'weekly:mon,fri'],
    [['sun', 'sat'], 'weekends'],
    [['fri', 'thu', 'wed', 'tue', 'mon'], 'weekdays'],
    [[...WEEK], 'daily'],
  ])('%j are written as %s', (weekdays, days) => {
    expect(toDays(weekdays)).toBe(days)
  })

  it('come back as they were, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WEEK), { minLength: 1, maxLength: 10 }), (weekdays) => {
        const days = toDays(weekdays)
        expect(new Set(weekdaysOf(days))).toEqual(new Set(weekdays))
        expect(toDays(weekdaysOf(days))).toBe(days)
      }),
    )
  })
})

describe('periodOf', () => {
  it.each([
    ['daily', 1],
    ['weekdays', 1],
    ['weekends', 1],
    ['weekly:wed', 7],
    ['weekly:mon,fri', 3],
    ['weekly:tue,fri', 3],
    ['weekly:mon,wed,fri', 2],
    ['weekly:mon,sun', 1],
  ] as const)('is the shortest time between two of %s', (days, expected) => {
    expect(periodOf(days) / DAY).toBe(expected)
  })
})
