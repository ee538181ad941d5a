import { expect, it } from 'vitest'
import { facet, facetsOf } from '../../src/storage/search/facets.ts'

it('finds news of home by its country, without counting it among what names the country', () => {
  const country = { code: 'PL', score: 1, focus: true }
  const facetsWith = (home: boolean) =>
    facetsOf(
      {
        language: 'pl',
        countries: [home ? { ...country, home: true } : country],
        topics: [],
        people: [],
        organisations: [],
      },
      1,
    ).split(' ')
  expect(facetsWith(false)).toEqual(expect.arrayContaining([facet.country('PL'), facet.focus('PL')]))
  expect(facetsWith(true)).toContain(facet.country('PL'))
  expect(facetsWith(true)).not.toContain(facet.focus('PL'))
})
