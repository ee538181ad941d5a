import { expect, it } from 'vitest'
import { HOUR } from './a-schedule.ts'
import { aSubscription } from './a-subscription.ts'
import { CHANGING_ZONES } from './changing-zones.ts'
import { letTheClockRun, slotsOf } from './let-the-clock-run.ts'

const daily = aSubscription()

it('serves every slot once round every clock change of ten years, in every zone', () => {
  expect(CHANGING_ZONES.length).toBeGreaterThan(100)
  let changes = 0
  for (const zone of CHANGING_ZONES) {
    let change = Temporal.Instant.from('2020-01-01T00:00:00Z')
      .toZonedDateTimeISO(zone)
      .getTimeZoneTransition('next')
    for (; change !== null && change.year < 2030; change = change.getTimeZoneTransition('next')) {
      changes += 1
      const first = change.toPlainDate().subtract({ days: 1 })
      const from = first.toZonedDateTime(zone).epochMilliseconds
      const until = first.add({ days: 3 }).toZonedDateTime(zone).epochMilliseconds + HOUR
      const dates = Array.from({ length: 3 }, (_, day) => first.add({ days: day }).toString())
      // Times that are skipped or occur twice: from the last minute before the change to the first one after
      // it.
      const before = change.subtract({ nanoseconds: 1 }).toPlainTime()
      const times = [before, before.add({ minutes: 16 }), change.toPlainTime()]
      for (const at of new Set(times.map((time) => time.toString({ smallestUnit: 'minute' })))) {
        const slots = slotsOf(letTheClockRun({ ...daily, at: [at], zone }, from, until, HOUR))
        expect(
          slots.filter((slot) => dates.includes(slot.slice(0, 10))),
          `${zone} ${at}`,
        ).toEqual(dates.map((date) => `${date} ${at}`))
      }
    }
  }
  expect(changes).toBeGreaterThan(1000)
}, 120_000)
