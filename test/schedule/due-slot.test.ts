import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDue, newestSlot } from '../../src/schedule/due-slot.ts'
import type { Timetable } from '../../src/subscriptions/timetable.ts'
import { HOUR, MINUTE } from './a-schedule.ts'
import { aSubscription } from './a-subscription.ts'
import { iso, letTheClockRun, ms, slotsOf } from './let-the-clock-run.ts'
import { effort } from '../effort.ts'

const daily: Timetable = aSubscription()
const TICK = 5 * MINUTE

/** Returns the minutes of a day outside quiet hours. */
function awakeMinutes(from: string, to: string): number {
  const minutes = Temporal.PlainTime.from(from).until(Temporal.PlainTime.from(to)).total('minutes')
  return 1440 - ((minutes + 1440) % 1440)
}

describe('newestSlot', () => {
  it('is the one whose minute has come and not the one before', () => {
    expect(newestSlot(daily, ms('2026-03-10T04:59:59Z'))?.slot).toBeUndefined()
    expect(newestSlot(daily, ms('2026-03-10T05:00:00Z'))).toEqual({
      slot: '2026-03-10 08:00 Europe/Istanbul',
      at: ms('2026-03-10T05:00:00Z'),
    })
  })

  it('comes late after three hours of downtime, and not after more than six', () => {
    expect(newestSlot(daily, ms('2026-03-10T08:00:00Z'))?.slot).toBe('2026-03-10 08:00 Europe/Istanbul')
    expect(newestSlot(daily, ms('2026-03-10T11:00:01Z'))).toBeNull()
  })

  it.each([
    ['weekdays', ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13']],
    ['weekends', ['2026-03-14', '2026-03-15']],
    ['weekly:wed', ['2026-03-11']],
    ['weekly:mon,wed,sun', ['2026-03-09', '2026-03-11', '2026-03-15']],
  ] as const)('knows %s', (days, dates) => {
    const slots = letTheClockRun(
      { ...daily, days },
      ms('2026-03-08T22:00:00Z'),
      ms('2026-03-15T20:00:00Z'),
      10 * MINUTE,
    )
    expect(slotsOf(slots)).toEqual(dates.map((date) => `${date} 08:00`))
  })

  it('knows several times a day, in whatever order they are written', () => {
    const thrice = { ...daily, at: ['18:00', '06:00', '12:00'] }
    const slots = letTheClockRun(thrice, ms('2026-03-09T21:00:00Z'), ms('2026-03-10T20:59:00Z'), MINUTE)
    expect(slotsOf(slots)).toEqual(['06:00', '12:00', '18:00'].map((time) => `2026-03-10 ${time}`))
  })

  it('knows every hour', () => {
    const hourly = { ...daily, kind: 'hourly', at: [] } as const
    const slots = letTheClockRun(hourly, ms('2026-03-09T21:00:00Z'), ms('2026-03-10T20:59:00Z'), MINUTE)
    expect(slots).toHaveLength(24)
    expect(slots.at(-1)?.slot).toBe('2026-03-10 23:00')
  })
})

describe('isDue', () => {
  const slot = { slot: '2026-03-10 08:00', at: ms('2026-03-10T05:00:00Z') }
  it.each([
    ['a slot of a subscription that was never served', undefined, 0, true],
    [
      'a slot after the last decision',
      { served: new Set(['2026-03-09 08:00']), lastAt: slot.at - HOUR },
      0,
      true,
    ],
    ['a slot that was decided', { served: new Set([slot.slot]), lastAt: slot.at - HOUR }, 0, false],
    ['a slot from before the last decision', { served: new Set(['x']), lastAt: slot.at }, 0, false],
    ['a slot from before the subscription was made', undefined, slot.at + 1, false],
  ])('judges %s', (_what, ledger, createdAt, expected) => {
    expect(isDue(slot, ledger, createdAt)).toBe(expected)
  })
})

describe('quiet hours', () => {
  const nightly = { ...daily, at: ['06:00', '12:00', '23:30'], quiet: { from: '22:00', to: '07:00' } }

  it('hold back what falls due in them until right after', () => {
    const served = letTheClockRun(nightly, ms('2026-03-09T15:00:00Z'), ms('2026-03-10T20:00:00Z'), MINUTE)
    // 23:30 and 06:00 are in the night and are served together at 07:00 in Istanbul.
    expect(served.map(({ slot, servedAt }) => [slot, iso(servedAt)])).toEqual([
      ['2026-03-10 06:00', '2026-03-10T04:00'],
      ['2026-03-10 12:00', '2026-03-10T09:00'],
    ])
  })

  it('hold back what is late, without making it later', () => {
    const upAgain = ms('2026-03-09T19:30:00Z')
    const evening = { ...daily, at: ['21:55'], quiet: { from: '22:00', to: '07:00' } }
    const isDown = (now: number): boolean => now < upAgain
    const served = letTheClockRun(
      evening,
      ms('2026-03-09T18:50:00Z'),
      ms('2026-03-10T05:00:00Z'),
      MINUTE,
      isDown,
    )
    expect(served.map(({ slot, servedAt }) => [slot, iso(servedAt)])).toEqual([
      ['2026-03-09 21:55', '2026-03-10T04:00'],
    ])
  })

  it('may stand within a day', () => {
    const siesta = { ...daily, at: ['14:00'], quiet: { from: '13:00', to: '16:00' } }
    const served = letTheClockRun(siesta, ms('2026-03-10T00:00:00Z'), ms('2026-03-10T20:00:00Z'), MINUTE)
    expect(served.map(({ servedAt }) => iso(servedAt))).toEqual(['2026-03-10T13:00'])
  })

  it('never speak in them and lose no day, at any times in any zone', () => {
    const time = fc
      .integer({ min: 0, max: 1439 })
      .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`)
    fc.assert(
      fc.property(
        time,
        time,
        time,
        fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Africa/Cairo'),
        (at, from, to, zone) => {
          fc.pre(awakeMinutes(from, to) >= 20)
          const timetable = { ...daily, at: [at], zone, quiet: { from, to } }
          const first = ms('2026-03-25T00:00:00Z')
          const served = letTheClockRun(timetable, first, first + 5 * 24 * HOUR, 2 * TICK)
          // On 29 March Berlin has no time from 02:00 to 03:00: who is awake only then hears on the next day
          // (twenty minutes beside it may fall between two ticks).
          const isAwakeOnlyThen = zone === 'Europe/Berlin' && '01:40' < to && to < from && from < '03:20'
          expect(served.length).toBeGreaterThanOrEqual(isAwakeOnlyThen ? 3 : 4)
          expect(new Set(slotsOf(served)).size).toBe(served.length)
          for (const { servedAt } of served) {
            const local = Temporal.Instant.fromEpochMilliseconds(servedAt).toZonedDateTimeISO(zone)
            const clock = local.toPlainTime().toString({ smallestUnit: 'minute' })
            const isQuiet =
              from < to ? from <= clock && clock < to : from > to && (clock >= from || clock < to)
            expect(isQuiet).toBe(false)
          }
        },
      ),
      { numRuns: effort(60) },
    )
  }, 60_000)
})

describe('downtime', () => {
  const hourly = { ...daily, kind: 'hourly', zone: 'UTC' } as const
  const from = ms('2026-03-10T00:00:00Z')
  it.each([
    ['5 minutes', 5 * MINUTE, [25, 85, 145]],
    ['3 hours', 3 * HOUR, [0, 30, 90, 150]],
    ['4 days', 96 * HOUR, [0, 30, 90, 150]],
  ])('of %s makes slots late and merges them, and doubles none', (_length, downMs, minutesAfter) => {
    const downFrom = from + 90 * MINUTE
    const upAgain = downFrom + downMs
    const isDown = (now: number): boolean => now >= downFrom && now < upAgain
    const served = letTheClockRun(hourly, from, upAgain + 3 * HOUR, MINUTE, isDown)
    expect(new Set(slotsOf(served)).size).toBe(served.length)
    // Everything missed is served together at once, then each hour by itself.
    const afterwards = served.filter(({ servedAt }) => servedAt >= downFrom)
    expect(afterwards.map(({ servedAt }) => (servedAt - upAgain) / MINUTE)).toEqual(minutesAfter)
  })

  it('at any time, of any length, never doubles a slot and never leaves one unserved that could be served', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2 * 288), fc.nat(120)), { maxLength: 6 }), (outages) => {
        const isDown = (now: number): boolean =>
          outages.some(([at, length]) => now >= from + at * TICK && now < from + (at + length) * TICK)
        const served = letTheClockRun(hourly, from, from + 48 * HOUR, TICK, isDown)
        expect(new Set(slotsOf(served)).size).toBe(served.length)
        for (let hour = 0; hour < 47; hour++) {
          const [begin, end] = [from + hour * HOUR, from + (hour + 1) * HOUR]
          const isUp = Array.from({ length: 12 }, (_, i) => begin + i * TICK).some((now) => !isDown(now))
          // If the bot was up for one tick of the hour, the hour's slot was served in it.
          expect(served.filter(({ servedAt }) => servedAt >= begin && servedAt < end)).toHaveLength(
            isUp ? 1 : 0,
          )
        }
      }),
      { numRuns: effort(40) },
    )
  }, 60_000)
})
