import { expect, it } from 'vitest'
import { toPlace } from '../../src/stories/article-to-place.ts'
import { anArticle } from '../storage/a-read.ts'

it('compares stories by the countries that a text names, not by its outlet’s', () => {
  const named = { code: 'SY', score: 1, focus: true }
  expect(toPlace(anArticle({}, { countries: [named] })).countries).toEqual([named])
  expect(toPlace(anArticle({}, { countries: [{ ...named, home: true }] })).countries).toEqual([])
})
