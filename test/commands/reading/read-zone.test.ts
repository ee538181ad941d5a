import { describe, expect, it } from 'vitest'
import { readZone, zonesCalled } from '../../../src/commands/reading/read-zone.ts'

const INITIALS =
  'AEST AEDT AFT AST CDT CEST CET CST EAT EDT EEST EET EST ET IRST IST JST MESZ MSK PST TRT WIB'

describe('initials of zones', () => {
  it.each(INITIALS.split(' '))('%s stand for zones that the engine knows', (initials) => {
    const zones = zonesCalled(initials)
    expect(zones).not.toEqual([])
    for (const zone of zones) expect(readZone(zone)).not.toBeNull()
  })

  it('are a zone where they mean one only', () => {
    expect(['MSK', 'trt', ' jst ', 'EST', 'CET', 'XYZ'].map((typed) => readZone(typed))).toEqual([
      'Europe/Moscow',
      'Europe/Istanbul',
      'Asia/Tokyo',
      null,
      null,
      null,
    ])
  })
})

describe('offsets', () => {
  it.each([
    ['UTC+3', '+03:00'],
    ['gmt-11', '-11:00'],
    ['UTC +5:30', '+05:30'],
    ['+0530', '+05:30'],
    ['-00:00', 'UTC'],
    ['+14:00', '+14:00'],
  ])('%s is %s, and a zone to reckon with', (typed, zone) => {
    expect(readZone(typed)).toBe(zone)
    const noon = Temporal.PlainDateTime.from('2026-03-10T12:00').toZonedDateTime(zone)
    expect(noon.timeZoneId).toBe(zone)
    expect(new Intl.DateTimeFormat('en', { timeZone: zone }).format(noon.epochMilliseconds)).toBe('3/10/2026')
  })

  it.each(['+15', '-13', '+3:60', 'UTC3', '3', '+', 'UTC+3+3'])('%s is none', (typed) => {
    expect(readZone(typed)).toBeNull()
  })
})
