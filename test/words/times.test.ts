import { describe, expect, it } from 'vitest'
import { timesIn } from '../../src/words/times.ts'

const EVENING = Date.UTC(2026, 10, 23, 20, 5)
const MORNING = Date.UTC(2026, 10, 24, 5, 0)

describe('timesIn', () => {
  it.each([
    ['en', 'Nov 24, 2026, 08:00', 'Mon, Nov 23, 23:05'],
    ['en-GB', '24 Nov 2026, 08:00', 'Mon 23 Nov, 23:05'],
    ['tr', '24 Kas 2026 08:00', '23 Kas Pzt 23:05'],
    ['ar', '24 نوفمبر 2026، 08:00', 'الاثنين، 23 نوفمبر، 23:05'],
    ['ar-SA', '24 نوفمبر 2026، 08:00', 'الاثنين، 23 نوفمبر، 23:05'],
    ['fa', '۳ آذر ۱۴۰۵، ۰۸:۰۰', 'دوشنبه ۲ آذر، ۲۳:۰۵'],
    ['fr', '24 nov. 2026, 08:00', 'lun. 23 nov., 23:05'],
    ['de', '24. Nov. 2026, 08:00', 'Mo., 23. Nov., 23:05'],
    ['ko', 'Nov 24, 2026, 08:00', 'Mon, Nov 23, 23:05'],
  ])('writes dates in %s', (language, instant, moment) => {
    const times = timesIn('Europe/Istanbul', language)
    expect(times.instant(MORNING)).toBe(instant)
    expect(times.moment(EVENING, MORNING)).toBe(moment)
  })

  it.each([
    ['en', 'November 24, 2026'],
    ['en-GB', '24 November 2026'],
    ['tr', '24 Kasım 2026'],
    ['ar', '24 نوفمبر 2026'],
    ['fa', '۳ آذر ۱۴۰۵'],
    ['fr', '24 novembre 2026'],
    ['de', '24. November 2026'],
  ])('writes a day in %s', (language, day) => {
    expect(timesIn('Europe/Istanbul', language).day(MORNING)).toBe(day)
  })

  it('writes the time alone on the same day of the zone', () => {
    expect(timesIn('Europe/Istanbul', 'en').moment(MORNING - 3_600_000, MORNING)).toBe('07:00')
    expect(timesIn('Asia/Tokyo', 'en').moment(EVENING, MORNING)).toBe('05:05')
  })

  it('puts the year where the day is of another one, in Persian behind the month', () => {
    const lastYear = Date.UTC(2025, 10, 24, 5, 0)
    expect(timesIn('Asia/Tehran', 'en-GB').moment(lastYear, MORNING)).toBe('Mon, 24 Nov 2025, 08:30')
    expect(timesIn('Asia/Tehran', 'fa').moment(lastYear, MORNING)).toBe('دوشنبه ۳ آذر ۱۴۰۴، ۰۸:۳۰')
  })

  it('names the zone of a stretch of time', () => {
    expect(timesIn('Europe/Berlin', 'de').stretch(EVENING, MORNING)).toBe(
      'Mo., 23. Nov. 2026, 21:05 – Di., 24. Nov. 2026, 06:00 (Europe/Berlin)',
    )
  })

  it('does not repeat the day of a stretch within it', () => {
    expect(timesIn('Europe/Istanbul', 'en-GB').stretch(MORNING - 3_600_000, MORNING)).toBe(
      'Tue, 24 Nov 2026, 07:00 – 08:00 (Europe/Istanbul)',
    )
  })
})
