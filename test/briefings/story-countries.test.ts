import { describe, expect, it } from 'vitest'
import { storyCountries } from '../../src/briefings/story-countries.ts'

const places = (...codes: readonly string[]) => codes.map((code) => ({ code, score: 1, focus: true }))

/** Reports of as many outlets, each about the countries named. */
const reports = (count: number, ...codes: readonly string[]) =>
  Array.from({ length: count }, (_, nth) => ({
    sourceId: `${codes.join('-')}-${nth}`,
    countries: places(...codes),
  }))

const aside = (code: string) => ({ code, score: 1, focus: true, aside: true as const })

const atHome = (code: string, nth: number) => ({
  sourceId: `${code}-${nth}`,
  countries: [{ code, score: 1, focus: true, home: true as const }],
})

const withThird = (score: number) => [
  {
    sourceId: 'courier',
    countries: [
      { code: 'VE', score: 1, focus: true },
      { code: 'US', score: 0.8, focus: true },
      { code: 'IR', score, focus: true },
    ],
  },
]

describe('storyCountries', () => {
  it('gives no place to a story of which few reports name one', () => {
    expect(storyCountries([...reports(12), ...reports(2, 'FR')])).toEqual([])
    expect(storyCountries([...reports(4), ...reports(2, 'FR')])).toEqual(['FR'])
  })

  it('gives it one that four outlets name and none contradicts', () => {
    expect(storyCountries([...reports(16), ...reports(4, 'FR')])).toEqual(['FR'])
    expect(storyCountries([...reports(16), ...reports(3, 'FR')])).toEqual([])
    expect(storyCountries([...reports(16), ...reports(4, 'FR'), ...reports(1, 'ES')])).toEqual([])
    expect(storyCountries([...reports(30), ...reports(4, 'FR')])).toEqual([])
  })

  it('is at home where no report names a country and all outlets are of one', () => {
    expect(storyCountries([atHome('PL', 1), atHome('PL', 2)])).toEqual(['PL'])
    expect(storyCountries([atHome('PL', 1), atHome('DE', 2)])).toEqual([])
    expect(storyCountries([atHome('PL', 1), { sourceId: 'nowhere', countries: [] }])).toEqual([])
    expect(storyCountries([atHome('PL', 1), atHome('PL', 2), ...reports(1, 'FR')])).toEqual(['FR'])
  })

  it('has two countries, and a third only where it weighs nearly as much', () => {
    expect(storyCountries(withThird(0.6))).toEqual(['VE', 'US'])
    expect(storyCountries(withThird(0.7))).toEqual(['VE', 'US', 'IR'])
    expect(storyCountries(reports(1, 'HN', 'NI', 'NP'))).toEqual(['HN', 'NI', 'NP'])
  })

  it('leaves out what one outlet names only beside its subject', () => {
    const somalia = aside('SO')
    const daycare = { sourceId: 'courier', countries: [somalia, ...places('US')] }
    expect(storyCountries([daycare])).toEqual(['US'])
    expect(storyCountries([daycare, { ...daycare, countries: [somalia] }])).toEqual(['US'])
    expect(storyCountries([daycare, { sourceId: 'herald', countries: [somalia] }])).toEqual(['SO', 'US'])
  })

  it('keeps the strongest if it has no other', () => {
    expect(storyCountries([{ sourceId: 'courier', countries: [aside('JP'), aside('KR')] }])).toEqual(['JP'])
  })
})
