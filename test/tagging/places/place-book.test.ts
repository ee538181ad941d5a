import { expect, it } from 'vitest'
import { openPlaceBook } from '../../../src/tagging/places/place-book.ts'

it('is one book for all who ask for it: its names take tens of megabytes', () => {
  expect(openPlaceBook()).toBe(openPlaceBook())
  expect(openPlaceBook().find('beirut')?.senses[0]?.country).toBe('LB')
})
