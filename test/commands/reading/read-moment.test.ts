import { describe, expect, it } from 'vitest'
import { type MomentRead, readSince, readUntil } from '../../../src/commands/reading/read-moment.ts'

// A Tuesday, 10:30 in Istanbul.
const now = Date.parse('2026-03-10T07:30:00Z')
const shown = (moment: MomentRead): string | null =>
  moment.status === 'read' ? new Date(moment.at).toISOString() : null
const read = (words: string, zone = 'Europe/Istanbul'): string | null => shown(readSince(words, now, zone))

describe('readSince', () => {
  it.each([
    ['24h', '2026-03-09T07:30:00.000Z'],
    ['3d', '2026-03-07T07:30:00.000Z'],
    ['2w', '2026-02-24T07:30:00.000Z'],
    ['90min', '2026-03-10T06:00:00.000Z'],
    ['today', '2026-03-09T21:00:00.000Z'],
    ['Yesterday', '2026-03-08T21:00:00.000Z'],
    ['friday', '2026-03-05T21:00:00.000Z'],
    ['fri', '2026-03-05T21:00:00.000Z'],
    ['tuesday', '2026-03-02T21:00:00.000Z'],
    ['08:00', '2026-03-10T05:00:00.000Z'],
    ['22:15', '2026-03-09T19:15:00.000Z'],
    ['2026-03-01', '2026-02-28T21:00:00.000Z'],
    ['2026-03-01 08:00', '2026-03-01T05:00:00.000Z'],
    ['2026-03-01 8pm', '2026-03-01T17:00:00.000Z'],
    ['yesterday 18:00', '2026-03-09T15:00:00.000Z'],
    ['yesterday at 18:00', '2026-03-09T15:00:00.000Z'],
    ['gestern um 18 uhr', '2026-03-09T15:00:00.000Z'],
    ['last friday', '2026-03-05T21:00:00.000Z'],
    ['letzten freitag', '2026-03-05T21:00:00.000Z'],
    ['vendredi dernier', '2026-03-05T21:00:00.000Z'],
    ['geçen cuma', '2026-03-05T21:00:00.000Z'],
    ['الجمعة الماضي', '2026-03-05T21:00:00.000Z'],
    ['il y a 3 jours', '2026-03-07T07:30:00.000Z'],
    ['منذ 3 أيام', '2026-03-07T07:30:00.000Z'],
    ['3 روز پیش', '2026-03-07T07:30:00.000Z'],
    ['3 gün önce', '2026-03-07T07:30:00.000Z'],
    ['last 3 days', '2026-03-07T07:30:00.000Z'],
    ['dünden beri', '2026-03-08T21:00:00.000Z'],
    ['cumadan itibaren', '2026-03-05T21:00:00.000Z'],
    ['3 günden beri', '2026-03-07T07:30:00.000Z'],
    ['1 March', '2026-02-28T21:00:00.000Z'],
    ['March 1, 2026', '2026-02-28T21:00:00.000Z'],
    ['1. März', '2026-02-28T21:00:00.000Z'],
    ['1er mars', '2026-02-28T21:00:00.000Z'],
    ['1 Mart', '2026-02-28T21:00:00.000Z'],
    ['1 مارس', '2026-02-28T21:00:00.000Z'],
    ['1 آذار', '2026-02-28T21:00:00.000Z'],
    ['20 november', '2025-11-19T21:00:00.000Z'],
    ['01.03.2026', '2026-02-28T21:00:00.000Z'],
    ['1 march 8:00', '2026-03-01T05:00:00.000Z'],
    ['yesterday evening', '2026-03-09T15:00:00.000Z'],
    ['gestern Abend', '2026-03-09T15:00:00.000Z'],
    ['monday morning', '2026-03-09T05:00:00.000Z'],
    ['last friday 8:00', '2026-03-06T05:00:00.000Z'],
  ])('reads %s', (words, expected) => {
    expect(read(words)).toBe(expected)
  })

  it.each([
    '',
    'soon',
    '24x',
    'friday 8',
    'last 8:00',
    'today 25:00',
    '08:00 yesterday at',
    '25:00',
    '2026-02-30',
    '30 february',
    '31.04.2025',
    '03/04/2025',
    '10 marchers',
    '2026-13-01',
    'tomorrow',
    '2027-01-01',
    '9999d',
    '۳ روز',
  ])('does not guess at %j', (words) => {
    expect(read(words)).toBeNull()
  })

  it('keeps the local hour across a clock change', () => {
    const monday = Date.parse('2026-03-30T06:00:00Z')
    expect(shown(readSince('2d', monday, 'Europe/Berlin'))).toBe('2026-03-28T07:00:00.000Z')
  })
})

describe('readUntil', () => {
  it.each([
    ['yesterday', '2026-03-09T21:00:00.000Z'],
    ['2026-03-01', '2026-03-01T21:00:00.000Z'],
    ['last friday', '2026-03-06T21:00:00.000Z'],
    ['cumaya kadar', '2026-03-06T21:00:00.000Z'],
    ['6 march', '2026-03-06T21:00:00.000Z'],
    ['today', '2026-03-10T07:30:00.000Z'],
    ['2026-03-01 08:00', '2026-03-01T05:00:00.000Z'],
    ['3d', '2026-03-07T07:30:00.000Z'],
  ])('takes a day as a whole, and all else as the moment it is: %s', (words, expected) => {
    expect(shown(readUntil(words, now, 'Europe/Istanbul'))).toBe(expected)
  })

  it('reads nothing that has not begun', () => {
    expect(readUntil('2026-03-11', now, 'Europe/Istanbul')).toEqual({ status: 'future' })
  })
})
