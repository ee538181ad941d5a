import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDue, newestSlot } from '../../src/schedule/due-slot.ts'
import { toDays, WEEK } from '../../src/subscriptions/days.ts'
import type { Timetable } from '../../src/subscriptions/slots-on.ts'
import { aSubscription } from './a-subscription.ts'

const daily: Timetable = aSubscription()
const ms = (time: string): number => Date.parse(time)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const TICK = 5 * MINUTE

/** Lets the clock run from tick to tick and serves what is due, as the bot does; returns the slots in order with when they were served. */
function run(
  timetableAt: Timetable | ((now: number) => Timetable),
  from: number,
  until: number,
  stepMs: number,
  isDown: (now: number) => boolean = () => false,
): { slot: string; servedAt: number }[] {
  const served: { slot: string; servedAt: number }[] = []
  const slots = new Set<string>()
  for (let now = from; now <= until; now += stepMs) {
    if (isDown(now)) continue
    const slot = newestSlot(typeof timetableAt === 'function' ? timetableAt(now) : timetableAt, now)
    const lastAt = served.at(-1)?.servedAt
    const ledger = lastAt === undefined ? undefined : { served: slots, lastAt }
    if (slot === null || !isDue(slot, ledger, from - 1)) continue
    slots.add(slot.slot)
    served.push({ slot: slot.slot, servedAt: now })
  }
  return served
}

/** Minutes of a day outside quiet hours. */
function awakeMinutes(from: string, to: string): number {
  const minutes = Temporal.PlainTime.from(from).until(Temporal.PlainTime.from(to)).total('minutes')
  return 1440 - ((minutes + 1440) % 1440)
}

const slotsOf = (served: ReturnType<typeof run>): string[] => served.map(({ slot }) => slot)
const iso = (at: number): string => new Date(at).toISOString().slice(0, 16)

describe('newestSlot', () => {
  it('is the one whose minute has come and not the one before', () => {
    expect(newestSlot(daily, ms('2026-03-10T04:59:59Z'))?.slot).toBeUndefined()
    expect(newestSlot(daily, ms('2026-03-10T05:00:00Z'))).toEqual({
      slot: '2026-03-10 08:00',
      at: ms('2026-03-10T05:00:00Z'),
    })
  })

  it('comes late after three hours of downtime, and not after more than six', () => {
    expect(newestSlot(daily, ms('2026-03-10T08:00:00Z'))?.slot).toBe('2026-03-10 08:00')
    expect(newestSlot(daily, ms('2026-03-10T11:00:01Z'))).toBeNull()
  })

  it.each([
    ['weekdays', ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13']],
    ['weekends', ['2026-03-14', '2026-03-15']],
    ['weekly:wed', ['2026-03-11']],
    ['weekly:mon,wed,sun', ['2026-03-09', '2026-03-11', '2026-03-15']],
  ] as const)('knows %s', (days, dates) => {
    const slots = run({ ...daily, days }, ms('2026-03-08T22:00:00Z'), ms('2026-03-15T20:00:00Z'), 10 * MINUTE)
    expect(slotsOf(slots)).toEqual(dates.map((date) => `${date} 08:00`))
  })

  it('knows several times a day, in whatever order they are written', () => {
    const thrice = { ...daily, at: ['18:00', '06:00', '12:00'] }
    const slots = run(thrice, ms('2026-03-09T21:00:00Z'), ms('2026-03-10T20:59:00Z'), MINUTE)
    expect(slotsOf(slots)).toEqual(['06:00', '12:00', '18:00'].map((time) => `2026-03-10 ${time}`))
  })

  it('knows every hour', () => {
    const hourly = { ...daily, kind: 'hourly', at: [] } as const
    const slots = run(hourly, ms('2026-03-09T21:00:00Z'), ms('2026-03-10T20:59:00Z'), MINUTE)
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
    const served = run(nightly, ms('2026-03-09T15:00:00Z'), ms('2026-03-10T20:00:00Z'), MINUTE)
    // 23:30 and 06:00 fall into the night and come as one at 07:00 in Istanbul.
    expect(served.map(({ slot, servedAt }) => [slot, iso(servedAt)])).toEqual([
      ['2026-03-10 06:00', '2026-03-10T04:00'],
      ['2026-03-10 12:00', '2026-03-10T09:00'],
    ])
  })

  it('hold back what is late, without making it later', () => {
    const evening = { ...daily, at: ['21:55'], quiet: { from: '22:00', to: '07:00' } }
    const down = (now: number): boolean => now < ms('2026-03-09T19:30:00Z')
    const served = run(evening, ms('2026-03-09T18:50:00Z'), ms('2026-03-10T05:00:00Z'), MINUTE, down)
    expect(served.map(({ slot, servedAt }) => [slot, iso(servedAt)])).toEqual([
      ['2026-03-09 21:55', '2026-03-10T04:00'],
    ])
  })

  it('may stand within a day', () => {
    const siesta = { ...daily, at: ['14:00'], quiet: { from: '13:00', to: '16:00' } }
    const served = run(siesta, ms('2026-03-10T00:00:00Z'), ms('2026-03-10T20:00:00Z'), MINUTE)
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
          const served = run(timetable, first, first + 5 * 24 * HOUR, 2 * TICK)
          expect(served.length).toBeGreaterThanOrEqual(4)
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
      { numRuns: 60 },
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
    const served = run(hourly, from, upAgain + 3 * HOUR, MINUTE, isDown)
    expect(new Set(slotsOf(served)).size).toBe(served.length)
    // All that was missed comes as one, at once; then every hour its own.
    const afterwards = served.filter(({ servedAt }) => servedAt >= downFrom)
    expect(afterwards.map(({ servedAt }) => (servedAt - upAgain) / MINUTE)).toEqual(minutesAfter)
  })

  it('at any time, of any length, never doubles a slot and never leaves one unserved that could be served', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2 * 288), fc.nat(120)), { maxLength: 6 }), (outages) => {
        const isDown = (now: number): boolean =>
          outages.some(([at, length]) => now >= from + at * TICK && now < from + (at + length) * TICK)
        const served = run(hourly, from, from + 48 * HOUR, TICK, isDown)
        expect(new Set(slotsOf(served)).size).toBe(served.length)
        for (let hour = 0; hour < 47; hour++) {
          const [begin, end] = [from + hour * HOUR, from + (hour + 1) * HOUR]
          const isUp = Array.from({ length: 12 }, (_, i) => begin + i * TICK).some((now) => !isDown(now))
          // As long as the bot was up for one tick of the hour, the hour's slot was served in it.
          expect(served.filter(({ servedAt }) => servedAt >= begin && servedAt < end)).toHaveLength(
            isUp ? 1 : 0,
          )
        }
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

describe('clock changes', () => {
  const changing = Intl.supportedValuesOf('timeZone').filter((zone) => {
    const start = Temporal.Instant.from('2020-01-01T00:00:00Z').toZonedDateTimeISO(zone)
    const next = start.getTimeZoneTransition('next')
    return next !== null && next.epochMilliseconds < ms('2030-01-01T00:00:00Z')
  })

  it('serve every slot once round every clock change of ten years, in every zone', () => {
    expect(changing.length).toBeGreaterThan(100)
    let changes = 0
    for (const zone of changing) {
      let change = Temporal.Instant.from('2020-01-01T00:00:00Z')
        .toZonedDateTimeISO(zone)
        .getTimeZoneTransition('next')
      for (; change !== null && change.year < 2030; change = change.getTimeZoneTransition('next')) {
        changes += 1
        const first = change.toPlainDate().subtract({ days: 1 })
        const from = first.toZonedDateTime(zone).epochMilliseconds
        const until = first.add({ days: 3 }).toZonedDateTime(zone).epochMilliseconds + HOUR
        const dates = Array.from({ length: 3 }, (_, day) => first.add({ days: day }).toString())
        // Times that are skipped or come twice: from the last minute before the change to the first after it.
        const before = change.subtract({ nanoseconds: 1 }).toPlainTime()
        const times = [before, before.add({ minutes: 16 }), change.toPlainTime()]
        for (const at of new Set(times.map((time) => time.toString({ smallestUnit: 'minute' })))) {
          const slots = slotsOf(run({ ...daily, at: [at], zone }, from, until, HOUR))
          expect(
            slots.filter((slot) => dates.includes(slot.slice(0, 10))),
            `${zone} ${at}`,
          ).toEqual(dates.map((date) => `${date} ${at}`))
        }
      }
    }
    expect(changes).toBeGreaterThan(1000)
  }, 120_000)

  it('serve every slot once at any minute of the day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...changing),
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
          const slots = slotsOf(run({ ...daily, at: [time], zone }, from, until, 5 * MINUTE))
          expect(slots.filter((slot) => dates.includes(slot.slice(0, 10)))).toEqual(
            dates.map((date) => `${date} ${time}`),
          )
        },
      ),
      { numRuns: 100 },
    )
  }, 60_000)

  it('serve every slot once on the days of the week that are wished for, and none on others', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...changing),
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
          const slots = slotsOf(run(timetable, from, until, 15 * MINUTE))
          const wished = dates.filter((date) =>
            weekdays.some((day) => WEEK.indexOf(day) + 1 === date.dayOfWeek),
          )
          const last = dates.at(-1)?.toString() ?? ''
          expect(slots.filter((slot) => slot.slice(0, 10) <= last)).toEqual(
            wished.map((date) => `${date.toString()} ${time}`),
          )
        },
      ),
      { numRuns: 100 },
    )
  }, 60_000)

  it('serve a skipped hour right after the jump and a doubled one once, every hour', () => {
    const hourly = { ...daily, kind: 'hourly', zone: 'Europe/Berlin' } as const
    const spring = run(hourly, ms('2026-03-28T23:00:00Z'), ms('2026-03-29T03:00:00Z'), MINUTE)
    // 02:00 does not exist: at the jump it and 03:00 come as one.
    expect(spring.map(({ slot, servedAt }) => [slot.slice(11), iso(servedAt).slice(11)])).toEqual([
      ['00:00', '23:00'],
      ['01:00', '00:00'],
      ['03:00', '01:00'],
      ['04:00', '02:00'],
      ['05:00', '03:00'],
    ])
    const autumn = run(hourly, ms('2026-10-24T22:00:00Z'), ms('2026-10-25T02:00:00Z'), MINUTE)
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
          const served = run(zoneAt, from, from + 96 * HOUR, 2 * TICK)
          expect(new Set(slotsOf(served)).size).toBe(served.length)
          for (const date of ['2026-03-10', '2026-03-11'])
            expect(slotsOf(served).some((slot) => slot.startsWith(date))).toBe(true)
        },
      ),
      { numRuns: 100 },
    )
  }, 60_000)
})
