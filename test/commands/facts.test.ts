import { describe, expect, it } from 'vitest'
import type { ComingEvent } from '../../src/records/finding.ts'
import { allCommands } from '../../src/commands/all-commands.ts'
import { aSourceOf } from '../fakes/a-source-of.ts'
import { anAsker } from '../fakes/asker.ts'
import { aToll } from '../fakes/a-toll.ts'
import { aNewsroom, EVENING } from '../fakes/newsroom.ts'
import { everyDay, keepSeason } from '../briefings/trends/a-season.ts'
import { aRead, anArticle, toKeep } from '../storage/a-read.ts'

const HOUR = 3_600_000

const anEvent = (when: string, words: string): ComingEvent => ({
  kind: 'coming',
  start: 0,
  end: 10,
  names: [],
  at: Date.parse(when),
  when,
  whenWords: 'then',
  words,
})

async function aQuake() {
  const newsroom = await aNewsroom()
  const reports = [
    { id: 'first', sourceId: 'levant-post', hours: 5, findings: [aToll(19, 'At least 19 people died.')] },
    { id: 'second', sourceId: 'levant-post', hours: 2, findings: [aToll(23, 'At least 23 people died.')] },
    { id: 'third', sourceId: 'other-post', hours: 1, findings: [aToll(21, 'Officials count 21 dead.')] },
  ]
  for (const { id, sourceId, hours, findings } of reports) {
    const at = EVENING - hours * HOUR
    const article = anArticle({ id, sourceId, title: 'Quake in the north', publishedAt: at, seenAt: at })
    await newsroom.store.keepRead({
      ...aRead([], { sourceId }),
      articles: [
        {
          ...toKeep(article, { storyId: 'story-of-quake' }),
          findings: [...findings, anEvent('2026-12-31', 'The council will meet on 31 December.')],
        },
      ],
    })
  }
  return newsroom
}

describe('facts figures', () => {
  it('tells each number with its sentence, what an outlet told before, and from what to what outlets differ', async () => {
    const { ask } = await aQuake()
    const answer = await ask('facts figures story-of-quake')
    if (answer.kind !== 'search') throw new Error(answer.kind)
    expect(answer.results.hits.map(({ title, snippet }) => [title.split(' · ')[0], snippet])).toEqual([
      ['Dead: at least 21', 'Officials count 21 dead.'],
      ['Dead: at least 23 (before: at least 19)', 'At least 23 people died.'],
    ])
    expect(answer.results.note).toBe('Dead: outlets report 21 to 23.')
  })

  it('says that there is none', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('figures nowhere')).toMatchObject({ kind: 'notice', level: 'warning' })
  })
})

describe('facts compare', () => {
  it('tells each side with headline and lead, and what only it has with its sentence', async () => {
    const newsroom = await aQuake()
    const at = EVENING - HOUR
    const article = anArticle({
      id: 'abroad',
      sourceId: 'bosporus',
      title: 'Quake shakes the north',
      text: 'A quake shook villages. Many left.',
      publishedAt: at,
      seenAt: at,
    })
    await newsroom.store.keepRead({
      ...aRead([], { sourceId: 'bosporus' }),
      articles: [
        {
          ...toKeep(article, { storyId: 'story-of-quake' }),
          findings: [aToll(30, 'Some 30 people died.')],
        },
      ],
    })
    const answer = await newsroom.ask('compare story-of-quake')
    if (answer.kind !== 'search') throw new Error(answer.kind)
    const { hits, about, note } = answer.results
    expect(about).toBe('compare')
    expect(hits.map(({ sourceName, title, snippet }) => [sourceName, title, snippet])).toEqual([
      ['Levant Post', 'Quake in the north', 'Ships left the harbour again on Tuesday.'],
      ['Levant Post', 'Only here: Dead: at least 23', 'At least 23 people died.'],
      ['Bosporus Daily', 'Quake shakes the north', 'A quake shook villages.'],
      ['Bosporus Daily', 'Only here: Dead: at least 30', 'Some 30 people died.'],
    ])
    expect(note).toContain('Lebanon, private (1); Türkiye, private (1)')
  })

  it('marks a word that an outlet has as its own, where another one keeps it in quotation marks', async () => {
    const newsroom = await aNewsroom()
    const at = EVENING - HOUR
    for (const [sourceId, title, text] of [
      ['levant-post', 'Army kills terrorists near Palmyra', 'Troops went in at dawn.'],
      ['bosporus', 'Dozens dead near Palmyra', 'A raid on “terrorists” near Palmyra left dozens dead.'],
    ] as const) {
      const article = anArticle({
        id: `raid-${sourceId}`,
        sourceId,
        title,
        text,
        publishedAt: at,
        seenAt: at,
      })
      await newsroom.store.keepRead({
        ...aRead([], { sourceId }),
        articles: [toKeep(article, { storyId: 'story-of-raid' })],
      })
    }
    const answer = await newsroom.ask('compare story-of-raid')
    if (answer.kind !== 'search') throw new Error(answer.kind)
    expect(answer.results.hits.map(({ sourceName, title }) => [sourceName, title])).toContainEqual([
      'Levant Post',
      'Its own word: “terrorists”; in quotation marks at Bosporus Daily',
    ])
  })

  it('counts by whom its outlets are owned, for a chart', async () => {
    const { view, store } = await aNewsroom()
    const sources = [
      aSourceOf('gazette', 'GB', 'private'),
      aSourceOf('mirror', 'GB', 'private'),
      aSourceOf('sana', 'SY', 'state'),
      aSourceOf('tass', 'RU', 'state'),
    ]
    for (const { id } of sources)
      await store.keepRead({
        ...aRead([], { sourceId: id }),
        articles: [toKeep(anArticle({ id: `of-${id}`, sourceId: id }), { storyId: 'story-of-four' })],
      })
    const commands = allCommands({ ...view, settings: { ...view.settings, sources } })
    expect(await commands.answer(commands.read('compare story-of-four'), anAsker())).toMatchObject({
      results: {
        owners: expect.arrayContaining([
          { ownership: 'state', count: 2 },
          { ownership: 'private', count: 2 },
        ]),
      },
    })
  })

  it('says that there is one side only', async () => {
    const { ask } = await aQuake()
    expect(await ask('compare story-of-quake')).toMatchObject({
      results: { note: 'All its outlets have the same country and owner: there is no other side.' },
    })
  })
})

describe('facts upcoming', () => {
  it('tells an event once, however many reports of its story tell it', async () => {
    const { ask } = await aQuake()
    const answer = await ask('upcoming')
    if (answer.kind !== 'search') throw new Error(answer.kind)
    expect(
      answer.results.hits.map(({ title, snippet, moreOutlets }) => [title, snippet, moreOutlets]),
    ).toEqual([['December 31, 2026 · Quake in the north', 'The council will meet on 31 December.', 1]])
  })
})

describe('facts upcoming of a time', () => {
  it('tells what is to come then', async () => {
    const { ask } = await aQuake()
    const count = async (period: string): Promise<number> => {
      const answer = await ask(`facts upcoming ${period}`)
      return answer.kind === 'search' ? answer.results.hits.length : -1
    }
    expect(await count('period:december')).toBe(1)
    expect(await count('period:2026-12-31T00:00Z..2027-01-01T00:00Z')).toBe(1)
    expect(await count('period:tomorrow')).toBe(0)
  })
})

describe('facts trends', () => {
  it('tells what was out of the usual, with the stories of a burst', async () => {
    const newsroom = await aNewsroom()
    await keepSeason(
      newsroom.store,
      everyDay({ 'levant-post': 5, 'nile-wire': 5 }, { from: 60, without: [3] }),
    )
    await keepSeason(newsroom.store, [
      { source: 'nile-wire', daysAgo: 5, reports: 20, story: 'quake', title: 'Quake in the north' },
      { source: 'levant-post', daysAgo: 3, reports: 1 },
      { source: 'nile-wire', daysAgo: 3, reports: 3, country: 'EG' },
    ])
    const answer = await newsroom.ask('facts trends syria 14d')
    if (answer.kind !== 'search') throw new Error(answer.kind)
    const { about, query, hits, note } = answer.results
    expect(about).toBe('trends')
    expect(query).toBe('Syria')
    expect(hits.map(({ title }) => title)).toEqual(['Mar 5: 30 reports, usually 10 · Quake in the north'])
    expect(note).toBe(
      [
        '▃▃▃▃▃▃▃▃▃█▃▁▃▃▁',
        '153 reports in Feb 24\u2009–\u2009Mar 10; usually 10 a day.',
        'Today so far: 2; usually 10 by now.',
        'More than usual: Mar 5 (30, usually 10).',
        'Less than usual: Mar 7 (1, usually 10).',
      ].join('\n'),
    )
  })

  it('says that too little is known yet', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('trends middle east')).toMatchObject({
      results: { note: expect.stringContaining('It is too early to tell') },
    })
    expect(await ask('facts trends story:nowhere')).toMatchObject({ kind: 'notice', level: 'warning' })
  })
})
