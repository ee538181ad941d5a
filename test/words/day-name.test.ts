import { expect, it } from 'vitest'
import { dayName } from '../../src/words/names.ts'

it.each([
  ['en', 'Monday', 'Sunday'],
  ['tr', 'pazartesi', 'pazar'],
  ['ar', 'الاثنين', 'الأحد'],
  ['fa', 'دوشنبه', 'یکشنبه'],
  ['fr', 'lundi', 'dimanche'],
  ['de', 'Montag', 'Sonntag'],
])('names the days of the week in %s', (language, first, last) => {
  expect([dayName(1, language), dayName(7, language)]).toEqual([first, last])
})
