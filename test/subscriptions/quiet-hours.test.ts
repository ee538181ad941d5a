import { describe, expect, it } from 'vitest'
import { quietUntil, subtractOutsideQuiet } from '../../src/subscriptions/timetable.ts'

const at = (moment: string): number => Date.parse(moment)

it('is quiet over midnight by the clock of the subscription', () => {
  const subscription = { zone: 'UTC', quiet: { from: '22:00', to: '07:00' } }
  expect(quietUntil(subscription, at('2026-03-10T21:59:00Z'))).toBeNull()
  expect(quietUntil(subscription, at('2026-03-10T23:30:00Z'))).toBe(at('2026-03-11T07:00:00Z'))
})

it('is quiet by the clock of the person who set the hours, where that is another', () => {
  const subscription = { zone: 'UTC', quiet: { from: '22:00', to: '07:00', zone: 'Europe/Istanbul' } }
  expect(quietUntil(subscription, at('2026-03-10T20:00:00Z'))).toBe(at('2026-03-11T04:00:00Z'))
  expect(quietUntil(subscription, at('2026-03-11T05:00:00Z'))).toBeNull()
})

describe('subtractOutsideQuiet', () => {
  const night = { zone: 'UTC', quiet: { from: '22:00', to: '07:00' } }
  it.each([
    ['nothing is quiet', { zone: 'UTC', quiet: null }, '2026-03-10T12:00:00Z', '2026-03-10T06:00:00Z'],
    ['the day is long enough', night, '2026-03-10T14:00:00Z', '2026-03-10T08:00:00Z'],
    ['the night lies between', night, '2026-03-10T12:00:00Z', '2026-03-09T21:00:00Z'],
    ['the night has just ended', night, '2026-03-10T07:00:00Z', '2026-03-09T16:00:00Z'],
    [
      'all but an hour a day is quiet',
      { zone: 'UTC', quiet: { from: '08:00', to: '07:00' } },
      '2026-03-10T07:30:00Z',
      '2026-03-09T02:30:00Z',
    ],
  ] as const)('counts six hours back without those that are quiet: %s', (_, subscription, now, since) => {
    expect(new Date(subtractOutsideQuiet(subscription, at(now), 6 * 3_600_000)).toISOString()).toBe(
      new Date(since).toISOString(),
    )
  })
})
