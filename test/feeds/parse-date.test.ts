import { assert, date as anyDate, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDate } from '../../src/feeds/parse-date.ts'

const iso = (text: string): string | null => {
  const instant = parseDate(text)
  return instant === null ? null : new Date(instant).toISOString().replace('.000Z', 'Z')
}

describe('parseDate', () => {
  it.each([
    ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21Z'],
    ['Thu, 01 Jan 2004 19:48:21 +0330', '2004-01-01T16:18:21Z'],
    ['Thu, 01 Jan 2004 19:48:21 EST', '2004-01-02T00:48:21Z'],
    ['Thu, 1 Jan 2004 19:48 GMT', '2004-01-01T19:48:00Z'],
    ['1 Jan 04 19:48:21 UT', '2004-01-01T19:48:21Z'],
    ['1 Jan 98 19:48:21 UT', '1998-01-01T19:48:21Z'],
    ['Thursday, 01-Jan-2004 19:48:21 GMT', '2004-01-01T19:48:21Z'],
    ['Thrs, 01 January 2004 19:48:21 GMT', '2004-01-01T19:48:21Z'],
    ['01 Jan 2004', '2004-01-01T00:00:00Z'],
    ['Thu, 01 Jan 2004 19:48:21 +0000 (UTC)', '2004-01-01T19:48:21Z'],
    ['Thu, 01 Jan 2004 07:48:21 PM GMT', '2004-01-01T19:48:21Z'],
    ['Sal, 10 Mar 2026 14:00:00 +03:00', '2026-03-10T11:00:00Z'],
    ['10 марта 2026 14:00:00 MSK', '2026-03-10T11:00:00Z'],
    ['Di, 10 März 2026 12:00:00 CET', '2026-03-10T11:00:00Z'],
    ['10 maaliskuuta 2026', '2026-03-10T00:00:00Z'],
    ['10 marraskuuta 2026', '2026-11-10T00:00:00Z'],
    ['10 января 2026', '2026-01-10T00:00:00Z'],
    ['10 يناير 2026 14:00 +0300', '2026-01-10T11:00:00Z'],
    ['10 września 2026', '2026-09-10T00:00:00Z'],
    ['10. srpna 2026', '2026-08-10T00:00:00Z'],
    ['Tue, 10 Febuary 2026 12:00:00 GMT', '2026-02-10T12:00:00Z'],
    ['2003-12-31T10:14:55Z', '2003-12-31T10:14:55Z'],
    ['2003-12-31T10:14:55.250-08:00', '2003-12-31T18:14:55.250Z'],
    ['2003-12-31T10:14+0300', '2003-12-31T07:14:00Z'],
    ['2003-12-31 10:14:55', '2003-12-31T10:14:55Z'],
    ['2003-12-31 10:14:55 EST', '2003-12-31T15:14:55Z'],
    ['20031231T101455Z', '2003-12-31T10:14:55Z'],
    ['2003-365', '2003-12-31T00:00:00Z'],
    ['2003-12', '2003-12-01T00:00:00Z'],
    ['2003', '2003-01-01T00:00:00Z'],
    ['Jan  5 2004 10:00:00', '2004-01-05T10:00:00Z'],
    ['March 10, 2026, 2:05 pm', '2026-03-10T14:05:00Z'],
    ['Sun Jan  4 16:29:06 PST 2004', '2004-01-05T00:29:06Z'],
    ['Sun Jan  4 16:29:06 2004', '2004-01-04T16:29:06Z'],
    ['31.12.2003 10:14', '2003-12-31T10:14:00Z'],
    ['2003/12/31 10:14', '2003-12-31T10:14:00Z'],
    ['12/31/2003', '2003-12-31T00:00:00Z'],
    ['2003-12-31T24:00:00Z', '2004-01-01T00:00:00Z'],
    ['  Thu, 01 Jan 2004 19:48:21 GMT\n', '2004-01-01T19:48:21Z'],
  ])('reads %s', (written, expected) => {
    expect(iso(written)).toBe(expected)
  })

  it.each([
    ['nothing', ''],
    ['a word', 'yesterday'],
    ['a day that does not exist', '2003-02-30T10:00:00Z'],
    ['a month that does not exist', '2003-13-01'],
    ['an hour that does not exist', '2003-12-31T25:00:00Z'],
    ['a zone nobody knows', 'Thu, 01 Jan 2004 19:48:21 XYZ'],
    ['a zone too far', '2003-12-31T10:14:55+23:00'],
    ['day and month that could be either', '03/04/2005'],
    ['the year nought', '0000-00-00 00:00:00'],
    ['a month that is October here and November there', '10 listopada 2026'],
    ['a month that is June or July', '10 jui 2026'],
    ['the Persian calendar', '1404/12/19'],
    ['a number', '1767225600'],
    ['a sentence round a date', 'Published on 1 January 2004 in Paris'],
  ])('does not invent a date from %s', (_what, written) => {
    expect(parseDate(written)).toBeNull()
  })

  it('does not depend on the zone of the machine', () => {
    const zone = process.env['TZ']
    process.env['TZ'] = 'Asia/Tehran'
    try {
      expect(iso('2003-12-31 10:14:55')).toBe('2003-12-31T10:14:55Z')
      expect(iso('Thu, 01 Jan 2004 19:48:21')).toBe('2004-01-01T19:48:21Z')
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })

  it('reads back what JavaScript writes', () => {
    const dates = anyDate({ min: new Date('1970-01-01'), max: new Date('2099-12-30'), noInvalidDate: true })
    assert(
      property(dates, (date) => {
        expect(parseDate(date.toISOString())).toBe(date.getTime())
        expect(parseDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000) * 1000)
      }),
    )
  })

  it('answers any text with a time between 1970 and 2100 or nothing', () => {
    assert(
      property(string({ maxLength: 200 }), (text) => {
        const instant = parseDate(text)
        expect(instant === null || (instant >= -DAY && instant < Date.UTC(2100, 0, 2))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

const DAY = 86_400_000
