import { describe, expect, it } from 'vitest'
import { chooseStories } from '../../src/briefings/choose-stories.ts'
import { markStory, type StoryMark } from '../../src/briefings/mark-stories.ts'
import { matchStories, rankNews, withoutHardlyNews } from '../../src/briefings/match-stories.ts'
import { NO_PLACE } from '../../src/briefings/story-facts.ts'
import type { ReportHead, StoryHead } from '../../src/records/story.ts'
import type { BriefingRequest } from '../../src/records/subscription.ts'
import type { Region } from '../../src/tagging/region.ts'

const now = Date.parse('2026-03-10T08:00:00Z')
const regions: Region[] = [
  {
    id: 'middle-east',
    names: { en: 'Middle East' },
    aliases: [],
    countries: ['SY', 'TR', 'IQ'],
    section: true,
  },
  {
    id: 'western-europe',
    names: { en: 'Western Europe' },
    aliases: [],
    countries: ['FR', 'DE'],
    section: true,
  },
  { id: 'levant', names: { en: 'Levant' }, aliases: [], countries: ['SY'], section: false },
]
const topics = [{ id: 'conflict', code: 'medtop:16000000', names: { en: 'Conflict' }, aliases: [] }] as const

const aRequest = (own: Partial<BriefingRequest> = {}): BriefingRequest => ({
  id: 'morning',
  title: 'Morning',
  to: 'terminal',
  at: ['08:00'],
  days: 'daily',
  zone: 'UTC',
  language: 'en',
  stories: 10,
  perSection: 5,
  ...own,
})

function aReport(own: Partial<ReportHead> & { country?: string } = {}): ReportHead {
  const { country = 'SY', ...rest } = own
  return {
    articleId: 'a1',
    title: 'Truce holds',
    sourceId: 'courier',
    language: 'en',
    people: [],
    version: 1,
    copyOf: null,
    agency: null,
    countries: country === '' ? [] : [{ code: country, score: 1, focus: true }],
    topics: [],
    publishedAt: null,
    seenAt: now - 3_600_000,
    changedAt: now - 3_600_000,
    ...rest,
  }
}

function aCandidate(
  id: string,
  reports: readonly ReportHead[] = [aReport()],
  own: Partial<StoryHead> = {},
): StoryHead {
  return { id, storylineId: `l${id}`, firstAt: now - 3_600_000, lastAt: now - 3_600_000, reports, ...own }
}

/** A story reported by this many outlets. */
const toldBy = (id: string, country: string, outlets: number, storylineId = `l${id}`) =>
  aCandidate(
    id,
    Array.from({ length: outlets }, (_, i) =>
      aReport({ articleId: `${id}${i}`, sourceId: `outlet${i}`, country }),
    ),
    { storylineId },
  )

const choose = (
  candidates: readonly StoryHead[],
  own: Partial<BriefingRequest> = {},
  told: Record<string, string[]> = {},
  onlyMoved = true,
  undelivered: ReadonlySet<string> = new Set(),
  fills = false,
) => {
  const marks = candidates.map((story): [string, StoryMark] => {
    const articles = told[story.id]
    return [story.id, markStory(story, articles === undefined ? null : new Set(articles))]
  })
  const around = { regions, topics, sources: [], now }
  const all = matchStories(rankNews(candidates, around), aRequest(own), around)
  const matches = withoutHardlyNews(
    all.map((match) => ({ ...match, isUndelivered: undelivered.has(match.story.id) })),
  )
  return chooseStories(matches, aRequest(own), new Map(marks), { onlyMoved, fills })
}
const ids = (choice: ReturnType<typeof choose>): string[] =>
  choice.sections.flatMap((section) => section.stories.map((story) => story.id))

/** Returns what is told, what is only named under which story, and what is left out. */
const shown = ({ sections, leftOut }: ReturnType<typeof choose>) => ({
  told: sections.flatMap(({ stories }) => stories.map(({ id }) => id)),
  named: sections.flatMap(({ stories }) =>
    stories.flatMap(({ id, also }) =>
      also.stories.length === 0
        ? []
        : [{ under: id, ids: also.stories.map((one) => one.id), more: also.more }],
    ),
  ),
  leftOut,
})

describe('chooseStories', () => {
  it('gives room of their own to stories that were told here and did not arrive', () => {
    const candidates = ['a', 'b', 'c', 'd'].map((id, hours) =>
      aCandidate(id, [aReport({ articleId: id })], { lastAt: now - hours * 60_000 }),
    )
    const room = { stories: 1, perSection: 1 }
    const [first = ''] = ids(choose(candidates, room))
    const others = ['a', 'b', 'c', 'd'].filter((id) => id !== first)
    const undelivered = new Set(others.slice(0, 2))
    const choice = choose(candidates, room, {}, true, undelivered)
    expect(new Set(ids(choice))).toEqual(new Set([first, ...undelivered]))
    expect(choice.leftOut).toBe(1)
  })

  it('fills only half of the places with what one outlet alone tells and is not clearly news', () => {
    const minor = ['m1', 'm2', 'm3'].map((id) => aCandidate(id, [aReport({ articleId: id, newsValue: 1 })]))
    const clear = aCandidate('clear', [aReport({ articleId: 'clear', newsValue: 3 })])
    const candidates = [...minor, clear, toldBy('two', 'SY', 2)]
    const choice = choose(candidates, { stories: 6 })
    expect(ids(choice)).toHaveLength(3)
    expect(ids(choice)).toEqual(expect.arrayContaining(['clear', 'two']))
    expect(choice.leftOut).toBe(2)
    expect(ids(choose(candidates, { stories: 4 }))).toHaveLength(2)
    expect(ids(choose(candidates, { stories: 6, sources: ['courier'] }))).toHaveLength(4)
  })

  it('puts the story of five outlets before that of one', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((name) => aReport({ articleId: name, sourceId: name }))
    expect(ids(choose([aCandidate('one'), aCandidate('five', five)]))).toEqual(['five', 'one'])
  })

  it('does not let four copies of one wire text pass for four reports', () => {
    const copies = ['a', 'b', 'c', 'd'].map((name) =>
      aReport({ articleId: name, sourceId: name, agency: 'AFP' }),
    )
    const two = ['e', 'f'].map((name) => aReport({ articleId: name, sourceId: name }))
    expect(ids(choose([aCandidate('wire', copies), aCandidate('two', two)]))).toEqual(['two', 'wire'])
  })

  it('puts fresh news before old news of the same weight', () => {
    // Both were read an hour ago. What counts is when they were published.
    const old = aCandidate('old', [aReport({ publishedAt: now - 40 * 3_600_000 })])
    expect(ids(choose([old, aCandidate('fresh')]))).toEqual(['fresh', 'old'])
  })

  it('parts stories by region and puts those without a place last', () => {
    const candidates = [
      aCandidate(
        'nowhere',
        ['a', 'b', 'c'].map((name) => aReport({ country: '', articleId: name, sourceId: name })),
      ),
      aCandidate('paris', [aReport({ country: 'FR' })]),
      aCandidate('aleppo'),
    ]
    expect(choose(candidates).sections.map((section) => section.region)).toEqual([
      'middle-east',
      'western-europe',
      NO_PLACE,
    ])
  })

  it('counts what did not fit, by section and in all', () => {
    const many = Array.from({ length: 7 }, (_, i) => aCandidate(`s${i}`))
    const choice = choose(many, { perSection: 3 })
    expect(ids(choice)).toHaveLength(3)
    expect(choice.sections[0]?.leftOut).toBe(4)
    expect(choice.leftOut).toBe(4)
  })

  it.each([
    ['a region', { regions: ['levant'] }, ['aleppo']],
    ['a country', { countries: ['FR'] }, ['paris']],
    ['a region or a country', { regions: ['levant'], countries: ['FR'] }, ['aleppo', 'paris']],
    ['a topic', { topics: ['conflict'] }, ['paris']],
    ['a source', { sources: ['gazette'] }, ['aleppo']],
  ] as const)('keeps to %s that was asked for', (_what, wish, expected) => {
    const candidates = [
      aCandidate('aleppo', [aReport({ sourceId: 'gazette' })]),
      aCandidate('paris', [aReport({ country: 'FR', topics: [{ code: 'medtop:16000000', score: 1 }] })]),
    ]
    expect(ids(choose(candidates, wish)).sort()).toEqual([...expected].sort())
  })

  it('marks a story that was never told here as new', () => {
    expect(choose([aCandidate('s')]).sections[0]?.stories[0]?.marked.mark).toBe('new')
  })

  it("never tells yesterday's news again", () => {
    expect(ids(choose([aCandidate('s')], {}, { s: ['a1@1'] }))).toEqual([])
  })

  it('tells a story again when an outlet of its own reports on it', () => {
    const story = aCandidate('s', [aReport(), aReport({ articleId: 'a2', sourceId: 'gazette' })])
    expect(choose([story], {}, { s: ['a1@1'] }).sections[0]?.stories[0]?.marked).toMatchObject({
      mark: 'updated',
      unseen: ['a2@1'],
    })
  })

  it('tells a story again when a report was edited', () => {
    const story = aCandidate('s', [aReport({ version: 2 })])
    expect(choose([story], {}, { s: ['a1@1'] }).sections[0]?.stories[0]?.marked.mark).toBe('updated')
  })

  it('does not tell a story again for one more copy of the same text', () => {
    const story = aCandidate('s', [
      aReport(),
      aReport({ articleId: 'a2', sourceId: 'gazette', copyOf: 'a1' }),
    ])
    expect(ids(choose([story], {}, { s: ['a1@1'] }))).toEqual([])
  })

  it('shows an unmoved story without a mark when a briefing is asked for by hand', () => {
    expect(
      choose([aCandidate('s')], {}, { s: ['a1@1'] }, false).sections[0]?.stories[0]?.marked.mark,
    ).toBeNull()
  })

  describe('of one running story', () => {
    const affair = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        aCandidate(`a${i + 1}`, [aReport({ articleId: `a${i + 1}` })], { storylineId: 'la' }),
      )
    const other = aCandidate('b', [aReport({ articleId: 'b', seenAt: now - 40 * 3_600_000 })])
    it('tells two and names three others under the second, which are not left out', () => {
      expect(shown(choose([...affair(7), other]))).toEqual({
        told: ['a1', 'a2', 'b'],
        named: [{ under: 'a2', ids: ['a3', 'a4', 'a5'], more: 2 }],
        leftOut: 2,
      })
    })

    it('names what had no room, too, where one is told', () => {
      expect(shown(choose(affair(2), { stories: 1 }))).toEqual({
        told: ['a1'],
        named: [{ under: 'a1', ids: ['a2'], more: 0 }],
        leftOut: 0,
      })
    })

    it('names none that was told before and did not move', () => {
      expect(shown(choose(affair(3), {}, { a3: ['a3@1'] })).named).toEqual([])
    })

    it('counts what is neither told nor named in its section', () => {
      const abroad = aCandidate('f', [aReport({ articleId: 'f', country: 'FR' })], { storylineId: 'la' })
      const { sections } = choose([...affair(6), abroad])
      expect(sections).toMatchObject([{ region: 'middle-east', leftOut: 1 }])
    })

    it('tells more to whoever asks for more, where there is room and nothing else to tell', () => {
      const asked = choose([...affair(4), other], { stories: 4 }, {}, false, undefined, true)
      expect(shown(asked)).toEqual({
        told: ['a1', 'a2', 'a3', 'b'],
        named: [{ under: 'a3', ids: ['a4'], more: 0 }],
        leftOut: 0,
      })
    })
  })

  it('puts a section where the strongest of its stories stands that is told', () => {
    const candidates = [
      toldBy('one', '', 30, 'la'),
      toldBy('two', '', 25, 'la'),
      toldBy('left out', 'FR', 4, 'la'),
      toldBy('aleppo', 'SY', 3),
      toldBy('paris', 'FR', 2),
    ]
    const { sections } = choose(candidates, { stories: 4 })
    expect(sections.map(({ region }) => region)).toEqual(['middle-east', 'western-europe', NO_PLACE])
  })
})
