import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountedDay, judgeCount, usualOf } from '../../../src/briefings/trends/usual.ts'

/** Returns this many weeks with these reports from Monday to Sunday. */
const weeks = (many: number, reports: readonly number[]): readonly CountedDay[] =>
  Array.from({ length: many * 7 }, (_, index) => ({
    weekday: (index % 7) + 1,
    reports: reports[index % 7] ?? 0,
  }))

const even = (many: number, reports: number) =>
  weeks(
    many,
    Array.from({ length: 7 }, () => reports),
  )

describe('usualOf', () => {
  it('knows nothing before four weeks', () => {
    expect(usualOf(even(4, 10).slice(1), 1)).toBeNull()
    expect(usualOf(even(4, 10), 1)).not.toBeNull()
  })

  it('expects of each weekday what is usual on it', () => {
    const quietWeekends = weeks(8, [40, 40, 40, 40, 40, 10, 10])
    expect(usualOf(quietWeekends, 1)?.middle).toBeGreaterThan(35)
    expect(usualOf(quietWeekends, 7)?.middle).toBeLessThan(20)
  })

  it('expects of a day that is not over what is usual by then', () => {
    expect(usualOf(even(8, 40), 1, 0.5)?.middle).toBe(20)
  })

  it('is not moved by some bursts', () => {
    const burst = even(8, 20).map((day, index) => (index % 9 === 0 ? { ...day, reports: 200 } : day))
    expect(usualOf(burst, 1)).toEqual(usualOf(even(8, 20), 1))
  })

  it('has chance within its bounds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 28, maxLength: 80 }),
        fc.integer({ min: 1, max: 7 }),
        (counts, weekday) => {
          const usual = usualOf(
            counts.map((reports, index) => ({ weekday: (index % 7) + 1, reports })),
            weekday,
          )
          if (usual === null) throw new Error('four weeks are enough')
          expect(usual.low).toBeGreaterThanOrEqual(0)
          expect(usual.low).toBeLessThanOrEqual(Math.ceil(usual.middle))
          expect(usual.high).toBeGreaterThanOrEqual(Math.floor(usual.middle))
          expect(judgeCount(Math.round(usual.middle), usual)).toBeNull()
        },
      ),
    )
  })
})

describe('judgeCount', () => {
  it('calls no day silent where few reports are usual', () => {
    const usual = usualOf(even(8, 3), 1)
    expect(usual && judgeCount(0, usual)).toBeNull()
    const more = usualOf(even(8, 9), 1)
    expect(more && judgeCount(0, more)).toBe('silence')
    expect(more && judgeCount(30, more)).toBe('burst')
  })
})
