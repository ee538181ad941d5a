import { describe, expect, it } from 'vitest'
import { placeAtHome } from '../../../src/tagging/places/place-at-home.ts'

const NAMED = [{ code: 'SY', score: 1, focus: true }]

describe('an article that names no country', () => {
  it.each([
    ['pl', 'PL'],
    ['de', 'DE'],
    ['fa', 'IR'],
    ['en', 'NZ'],
  ])('in %s is placed in the country of its outlet, %s', (language, country) => {
    expect(placeAtHome([], language, { country })).toEqual([
      { code: country, score: 1, focus: true, home: true },
    ])
  })

  it.each([
    ['en', 'TR'],
    ['en', 'IL'],
    ['ru', 'DE'],
    ['en', ''],
    ['en', 'world'],
    ['en', 'UN'],
    ['en', 'EU'],
  ])(
    'is placed nowhere in %s of an outlet in "%s", which writes for readers elsewhere',
    (language, country) => {
      expect(placeAtHome([], language, { country })).toEqual([])
    },
  )

  it('keeps the countries that it names', () => {
    expect(placeAtHome(NAMED, 'pl', { country: 'PL' })).toBe(NAMED)
  })
})
