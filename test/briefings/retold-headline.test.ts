import { expect, it } from 'vitest'
import { createRetoldCheck } from '../../src/briefings/retold-headline.ts'
import { aTitledReport as of } from './a-titled-report.ts'

const LUNCH = of('a', 'Vik 114-3 at lunch on opening day of final test', 0)

it.each([
  [true, of('a', 'Vik 211-3 at tea on opening day of final test', 3)],
  [false, of('b', 'Vik 211-3 at tea on opening day of final test', 3)],
  [false, of('a', 'Vik 114-3 at lunch, opening day of final test', 3)],
  [false, of('a', 'Captain of Vik hurt after 3 overs, doctors say', 3)],
  [false, of('a', 'Vik: 10 moments of the opening day of the test in pictures', 3)],
  [false, of('a', 'Vik 30-0 on opening day of final test', -2)],
])('has told a headline anew: %s', (expected, later) => {
  expect(createRetoldCheck([LUNCH, later])(LUNCH.title, LUNCH)).toBe(expected)
})
