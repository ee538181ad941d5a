import { describe, expect, it } from 'vitest'
import {
  countIndependent,
  countOutletCountries,
  weighStory,
  weightsOf,
} from '../../src/briefings/story-facts.ts'
import { HOUR, NOON } from '../storage/a-read.ts'

const report = (
  articleId: string,
  {
    copyOf = null,
    agency = null,
    sourceId = `outlet-${articleId}`,
  }: Partial<{
    copyOf: string | null
    agency: string | null
    sourceId: string
  }> = {},
) => ({ articleId, sourceId, copyOf, agency })

describe('countIndependent', () => {
  it.each([
    ['every outlet with a report of its own', [report('a'), report('b'), report('c')], 3],
    [
      'five copies of a wire report once',
      ['a', 'b', 'c', 'd', 'e'].map((id) =>
        report(id, { agency: 'Reuters', copyOf: id === 'a' ? null : 'a' }),
      ),
      1,
    ],
    [
      'different texts of one agency once',
      [report('a', { agency: 'AFP' }), report('b', { agency: 'AFP' }), report('c')],
      2,
    ],
    [
      'an agency’s own report, which need not credit it, with the copies that do',
      [report('a', { sourceId: 'reuters' }), report('b', { copyOf: 'a', agency: 'Reuters' })],
      1,
    ],
    [
      'a copy that lost its credit with those that kept it',
      [
        report('a', { agency: 'AP' }),
        report('b', { copyOf: 'a' }),
        report('c', { copyOf: 'a', agency: 'AP' }),
      ],
      1,
    ],
    [
      'copies of a text that is not there as one',
      [report('b', { copyOf: 'x' }), report('c', { copyOf: 'x' }), report('d')],
      2,
    ],
    [
      'several reports of one outlet once',
      [report('a', { sourceId: 'courier' }), report('b', { sourceId: 'courier' })],
      1,
    ],
  ])('counts %s', (_, reports, independent) => {
    expect(countIndependent(reports)).toBe(independent)
  })
})

const about = (code: string, ...hours: readonly number[]) => ({
  reports: hours.map((hour, i) => ({
    ...report(String(i)),
    title: 'A title',
    language: 'en',
    publishedAt: NOON - hour * HOUR,
    seenAt: NOON - hour * HOUR,
    changedAt: NOON - hour * HOUR,
    version: 1,
    countries: [],
    people: [],
    topics: [{ code: `medtop:${code}` as const, score: 0.9 }],
  })),
})

describe('weighStory', () => {
  const TOPICS = [{ code: 'medtop:15000000', weight: 0.4 }] as const
  const weigh = (story: ReturnType<typeof about>, ...countries: readonly string[]) => {
    const sources = countries.map((country, nth) => ({ id: `outlet-${nth}`, country }))
    return weighStory(story, NOON, weightsOf({ topics: TOPICS, sources }))
  }

  it('puts a story of two outlets before a match that five report', () => {
    expect(weigh(about('16000000', 1, 1))).toBeGreaterThan(weigh(about('15000000', 1, 1, 1, 1, 1)))
  })

  it('asks nothing of topics where none weigh', () => {
    const weights = weightsOf({ topics: [], sources: [] })
    expect(weighStory(about('15000000', 1), NOON, weights)).toBe(
      weighStory(about('16000000', 1), NOON, weights),
    )
  })

  it('puts what outlets are taking up now before what they took up in the morning', () => {
    expect(weigh(about('16000000', 1, 2, 3))).toBeGreaterThan(weigh(about('16000000', 1, 9, 10)))
  })

  it('puts news before what is hardly any', () => {
    const [news, hardly] = [2, -1].map((newsValue) => ({
      reports: about('16000000', 1, 1).reports.map((one) => ({ ...one, newsValue })),
    }))
    const weights = weightsOf({ topics: [], sources: [] })
    const [more = 0, less = 0] = [news, hardly].map((story) =>
      story === undefined ? 0 : weighStory(story, NOON, weights),
    )
    expect(more).toBeGreaterThan(1.5 * less)
    expect(less).toBeGreaterThan(0)
  })

  it('puts what outlets of two countries report before what as many of one do', () => {
    const story = about('16000000', 1, 1)
    expect(weigh(story, 'GB', 'PL')).toBeCloseTo(1.1 * weigh(story, 'PL', 'PL'))
  })
})

it('counts the countries of independent reports: those of copies, and of outlets that are not known, say nothing', () => {
  const countryOf = new Map([
    ['outlet-a', 'GB'],
    ['outlet-b', 'PL'],
    ['outlet-c', 'FR'],
  ])
  expect(countOutletCountries([report('a'), report('b')], countryOf)).toBe(2)
  expect(countOutletCountries([report('a'), report('b', { copyOf: 'a' })], countryOf)).toBe(1)
  expect(countOutletCountries([report('a'), report('x')], countryOf)).toBe(1)
  expect(countOutletCountries([report('x')], countryOf)).toBe(1)
  const byAgency = [report('a', { agency: 'wire' }), report('b', { agency: 'wire' }), report('c')]
  expect(countOutletCountries(byAgency, countryOf)).toBe(2)
})
