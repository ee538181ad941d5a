import { expect, it } from 'vitest'
import { openPlaceBook } from '../../../src/tagging/places/place-book.ts'

it('is one book for all who ask for it: its names take tens of megabytes', () => {
  expect(openPlaceBook()).toBe(openPlaceBook())
  expect(openPlaceBook().find('beirut')?.senses[0]?.country).toBe('LB')
})

it.each([
  ['london', 'لندن'],
  ['new york', 'нью йорк'],
  ['cairo', 'القاهره'],
  // A smaller city of that name comes first in the file.
  ['los angeles', 'لس انجلس'],
])('knows a large city in every spelling, in countries with divisions too: %s', (key, spelling) => {
  const book = openPlaceBook()
  expect(book.spellings(key)).toContain(spelling)
  expect(book.cities().get(spelling)).toBe(key)
})
