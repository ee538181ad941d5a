import { expect, it } from 'vitest'
import { writeClock, writeNumber } from '../../src/words/write-numbers.ts'

it.each([
  ['en', '1204'],
  ['ar', '1204'],
  ['ar-EG', '1204'],
  ['fa', '۱۲۰۴'],
  ['de', '1204'],
])('counts in %s: %s', (language, expected) => {
  expect(writeNumber(1204, language)).toBe(expected)
})

it('writes a time of day in the digits of the reader', () => {
  expect(writeClock('07:30', 'fa')).toBe('۰۷:۳۰')
  expect(writeClock('07:30', 'ar')).toBe('07:30')
  expect(writeClock('07:30', 'de')).toBe('07:30')
})
