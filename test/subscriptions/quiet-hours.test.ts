import { expect, it } from 'vitest'
import { quietUntil } from '../../src/subscriptions/quiet-hours.ts'

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
