import { expect, it } from 'vitest'
import { writeNumber } from '../../src/words/write-number.ts'

it.each([
  ['en', '1204'],
  ['ar', '1204'],
  ['ar-EG', '1204'],
  ['fa', '۱۲۰۴'],
  ['de', '1204'],
])('counts in %s: %s', (language, expected) => {
  expect(writeNumber(1204, language)).toBe(expected)
})
