import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueSlot } from '../../src/schedule/due-slot.ts'

const daily = { at: ['08:00'], days: 'daily', zone: 'Europe/Istanbul' } as const
const ms = (time: string): number => Date.parse(time)
const nothing: ReadonlySet<string> = new Set()

/** Lets the clock run minute by minute and serves what is due, as the bot does; returns the slots in order. */
function run(request: Parameters<typeof dueSlot>[0], from: number, until: number, stepMs: number): string[] {
  const served = new Set<string>()
  for (let now = from; now <= until; now += stepMs) {
    const slot = dueSlot(request, now, served)
    if (slot !== null) served.add(slot.slot)
  }
  return [...served]
}

describe('dueSlot', () => {
  it('is due from its minute on and not before', () => {
    expect(dueSlot(daily, ms('2026-03-10T04:59:59Z'), new Set(['2026-03-09 08:00']))).toBeNull()
    expect(dueSlot(daily, ms('2026-03-10T05:00:00Z'), new Set(['2026-03-09 08:00']))?.slot).toBe(
      '2026-03-10 08:00',
    )
  })

  it('is not due again once it was decided', () => {
    expect(dueSlot(daily, ms('2026-03-10T05:01:00Z'), new Set(['2026-03-10 08:00']))).toBeNull()
  })

  it('serves a slot late after three hours of downtime', () => {
    expect(dueSlot(daily, ms('2026-03-10T08:00:00Z'), nothing)?.slot).toBe('2026-03-10 08:00')
  })

  it('leaves a slot to the next one after more than six hours', () => {
    expect(dueSlot(daily, ms('2026-03-10T11:30:00Z'), nothing)).toBeNull()
  })

  it('merges the slots of four days of downtime into the newest', () => {
    const thrice = { ...daily, at: ['06:00', '12:00', '18:00'] }
    expect(dueSlot(thrice, ms('2026-03-10T09:30:00Z'), new Set(['2026-03-06 12:00']))?.slot).toBe(
      '2026-03-10 12:00',
    )
  })

  it.each([
    ['weekdays', ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13']],
    ['weekends', ['2026-03-14', '2026-03-15']],
    ['weekly:wed', ['2026-03-11']],
  ] as const)('knows %s', (days, dates) => {
    const slots = run({ ...daily, days }, ms('2026-03-08T22:00:00Z'), ms('2026-03-15T20:00:00Z'), 600_000)
    expect(slots).toEqual(dates.map((date) => `${date} 08:00`))
  })

  const changing = Intl.supportedValuesOf('timeZone').filter((zone) => {
    const start = Temporal.Instant.from('2020-01-01T00:00:00Z').toZonedDateTimeISO(zone)
    const next = start.getTimeZoneTransition('next')
    return next !== null && next.epochMilliseconds < Date.parse('2030-01-01T00:00:00Z')
  })

  it('serves every slot once round every clock change of ten years, in every zone', () => {
    expect(changing.length).toBeGreaterThan(100)
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
          const until = first.add({ days: 5 }).toZonedDateTime(zone).epochMilliseconds + 240_000
          const dates = Array.from({ length: 5 }, (_, day) => first.add({ days: day }).toString())
          const slots = run({ at: [time], days: 'daily', zone }, from, until, 300_000)
          expect(slots.filter((slot) => dates.includes(slot.slice(0, 10)))).toEqual(
            dates.map((date) => `${date} ${time}`),
          )
        },
      ),
      { numRuns: 300 },
    )
  }, 60_000)
})
