import { describe, expect, it } from 'vitest'
import { aboutOf, matchStories, rankNews, withoutHardlyNews } from '../../src/briefings/match-stories.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { NOON } from '../storage/a-read.ts'

it.each([
  ['grain NOT wheat', true],
  ['grain AND (NOT wheat OR NOT rye)', true],
  ['grain AND NOT (wheat AND NOT rye)', false],
])('leaves to the store what it can judge by articles: %s', (expression, isAsked) => {
  const about = aboutOf(aSubscription({ expression }), { regions: [], topics: [] })
  expect('expression' in about).toBe(isAsked)
})

const aStory = (id: string, newsValue: number) => ({
  id,
  storylineId: id,
  firstAt: NOON,
  lastAt: NOON,
  reports: [
    {
      articleId: id,
      sourceId: 'harbour-post',
      title: `Harbour reopens ${id}`,
      language: 'en',
      publishedAt: NOON,
      seenAt: NOON,
      changedAt: NOON,
      version: 1,
      copyOf: null,
      agency: null,
      countries: [],
      topics: [{ code: 'medtop:15000000' as const, score: 0.9 }],
      people: ['Kari Moen'],
      newsValue,
    },
  ],
})

describe('what is hardly news', () => {
  const sport = {
    id: 'sport',
    code: 'medtop:15000000',
    names: { en: 'Sport' },
    aliases: [],
    weight: 1,
  } as const
  const settings = { regions: [], topics: [sport], sources: [] }
  const told = (
    values: readonly number[],
    filter: Parameters<typeof aSubscription>[0] = {},
    undelivered: ReadonlySet<string> = new Set(),
  ) => {
    const news = rankNews(
      values.map((value, nth) => aStory(`s${nth}`, value)),
      { ...settings, now: NOON },
    )
    const expressionMatches = filter.expression === undefined ? null : new Set(['s1', 's3'])
    const matches = matchStories(news, aSubscription(filter), { ...settings, expressionMatches })
    const all = matches.map((match) => ({ ...match, isUndelivered: undelivered.has(match.story.id) }))
    return withoutHardlyNews(all).map(({ story }) => story.id)
  }

  it('is left out where there is other news', () => {
    expect(told([3, 2, 1, -2])).toEqual(['s0', 's1', 's2'])
  })

  it('comes last where there is hardly any', () => {
    expect(told([3, -2, 1])).toEqual(['s0', 's2', 's1'])
  })

  it('is told beside other news where it was told before and did not arrive', () => {
    expect(told([3, 2, 1, -2, -3], {}, new Set(['s3']))).toEqual(['s0', 's1', 's2', 's3'])
  })

  it('is told as before where what did not arrive would make it enough', () => {
    expect(told([3, 2, -2, -3], {}, new Set(['s3']))).toEqual(['s0', 's1', 's2', 's3'])
  })

  it.each([
    ['a topic', { topics: ['sport'] }],
    ['a source', { sources: ['harbour-post'] }],
    ['a person', { people: ['Moen'] }],
  ])('is told to who asks for %s', (_, filter) => {
    expect(told([3, 2, 1, -2], filter)).toEqual(['s0', 's1', 's2', 's3'])
  })

  it('is told to who asks for words', () => {
    expect(told([3, 2, 1, -2], { expression: 'harbour' })).toEqual(['s1', 's3'])
  })
})
