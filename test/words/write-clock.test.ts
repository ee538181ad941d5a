import { expect, it } from 'vitest'
import { writeClock } from '../../src/words/write-clock.ts'

it('writes a time of day in the digits of the reader', () => {
  expect(writeClock('07:30', 'fa')).toBe('۰۷:۳۰')
  expect(writeClock('07:30', 'ar')).toBe('07:30')
  expect(writeClock('07:30', 'de')).toBe('07:30')
})
