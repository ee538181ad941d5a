import { describe, expect, it } from 'vitest'
import { composeBriefing } from '../../src/briefings/compose-briefing.ts'
import type { BriefingArchive } from '../../src/briefings/composition.ts'
import type { StoryWindow } from '../../src/records/ports/news-archive.ts'
import type { Subscription } from '../../src/records/subscription.ts'
import { aNewsroom, EVENING } from '../fakes/newsroom.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { toReportHead } from '../../src/briefings/story-facts.ts'
import { anArticle, aRead, HOUR } from '../storage/a-read.ts'

const DAY = 24 * HOUR
const MINUTE = 60_000
const PLACED = { storyId: 's', storylineId: 'l', copyOf: null, agency: null }

/** Composes a briefing of the last ten days, in which this many stories changed, one a minute. */
async function briefTenDays(stories: number) {
  const { view } = await aNewsroom()
  const [like] = await view.archive.storyHeads({ from: EVENING - DAY, to: EVENING })
  if (like === undefined) throw new Error('no story')
  let read = 0
  const heads = Array.from({ length: stories }, (_, nth) => {
    const at = EVENING - (nth + 1) * MINUTE
    const reports = like.reports.map((report) => ({ ...report, publishedAt: at, seenAt: at, changedAt: at }))
    return { id: `s${nth}`, storylineId: `l${nth}`, firstAt: at, lastAt: at, reports }
  })
  const archive: BriefingArchive = {
    ...view.archive,
    storyHeads({ from, most = Infinity }) {
      const moved = heads.filter(({ lastAt }) => lastAt >= from).slice(0, most)
      read += moved.length
      return Promise.resolve(moved)
    },
  }
  const period = { from: EVENING - 10 * DAY, now: EVENING, onlyMoved: false }
  const { briefing } = await composeBriefing(aSubscription({ stories: 10 }), period, archive, view.settings)
  return { briefing, read }
}

it('reads ten thousand stories at most, and says so', async () => {
  const { briefing, read } = await briefTenDays(12_000)
  expect(read).toBe(10_000)
  expect(briefing.lookedAt).toBe(10_000)
  expect(briefing.leftOut).toBe(10_000 - 10)
})

it('names what else moved in a running story, with its address, and books only what it tells', async () => {
  const { view } = await aNewsroom()
  const archive: BriefingArchive = {
    ...view.archive,
    storyHeads: async (window) =>
      (await view.archive.storyHeads(window)).map((story) => ({ ...story, storylineId: 'affair' })),
  }
  const period = { from: EVENING - DAY, now: EVENING, onlyMoved: true }
  const { briefing, booked } = await composeBriefing(
    aSubscription({ stories: 10 }),
    period,
    archive,
    view.settings,
  )
  const stories = briefing.sections.flatMap((section) => section.stories)
  expect(stories.map(({ alsoRunning }) => alsoRunning)).toEqual([
    undefined,
    {
      stories: [
        {
          id: 'sstrike',
          headline: 'Liman işçileri greve çıktı',
          language: 'tr',
          url: 'https://bosporus.example/grev',
        },
      ],
      more: 0,
    },
  ])
  expect(booked.map(({ storyId }) => storyId)).toEqual(stories.map(({ id }) => id))
})

/**
 * Composes the day's briefing with its stories assigned to these countries, strongest first, whatever their
 * reports name; `also` is added to each.
 */
async function briefAsOf(
  countries: readonly string[],
  wish: Parameters<typeof aSubscription>[0] = {},
  also: readonly ReturnType<typeof anArticle>[] = [],
) {
  const { view } = await aNewsroom()
  const focused = countries.map((code, nth) => ({ code, score: 1 - nth / 10, focus: true }))
  const archive: BriefingArchive = {
    ...view.archive,
    storyHeads: async ({ from, to }) =>
      (await view.archive.storyHeads({ from, to })).map((story) => ({
        ...story,
        reports: [
          ...story.reports,
          ...also.map((article) => ({
            ...toReportHead({ ...article, ...PLACED }, article.tags),
            changedAt: article.seenAt,
          })),
        ].map((report) => ({ ...report, countries: focused })),
      })),
    stories: async (ids) =>
      (await view.archive.stories(ids)).map((story) => ({
        ...story,
        articles: [...story.articles, ...also.map((article) => ({ ...article, ...PLACED }))],
      })),
  }
  const period = { from: EVENING - DAY, now: EVENING, onlyMoved: false }
  const request = aSubscription({ stories: 10, ...wish })
  const { briefing } = await composeBriefing(request, period, archive, view.settings)
  const placed = briefing.sections.flatMap(({ region, stories }) => stories.map(({ id }) => [id, region]))
  return { placed: Object.fromEntries(placed), leftOut: briefing.leftOut }
}

describe('a story that the last reading refuses in a section', () => {
  it('stands in that of another of its countries', async () => {
    const { placed } = await briefAsOf(['FR', 'SY'])
    expect(placed).toMatchObject({ sbridge: 'middle-east' })
  })

  it('is judged by the headline under which it is told, not by a better one that no sentence tells', async () => {
    const seen = { seenAt: EVENING - MINUTE, publishedAt: EVENING - MINUTE }
    const inParis = ['Paris hosts talks on Euphrates bridge', 'Talks on Euphrates bridge begin in Paris'].map(
      (title, nth) =>
        anArticle(
          {
            id: `p${nth}`,
            sourceId: `p${nth}`,
            title,
            text: 'Everybody came to Paris for the talks, and…',
            ...seen,
          },
          { countries: [{ code: 'FR', score: 1, focus: true }] },
        ),
    )
    const { placed } = await briefAsOf(['FR', 'SY'], {}, inParis)
    expect(placed).toMatchObject({ sbridge: 'middle-east' })
  })

  it('falls out where nobody asked for the other, and is counted as left out', async () => {
    const whole = await briefAsOf(['FR', 'SY'])
    const { placed, leftOut } = await briefAsOf(['FR', 'SY'], { countries: ['FR'] })
    expect(placed).not.toHaveProperty('sbridge')
    expect(Object.keys(placed).length + leftOut).toBe(Object.keys(whole.placed).length + whole.leftOut)
    expect(leftOut).toBeGreaterThan(0)
  })
})

describe('a story headed by a report that names no country', () => {
  const seen = { seenAt: EVENING - MINUTE, publishedAt: EVENING - MINUTE }
  const text = 'The grain harbour of the south opened its second pier to ships on Tuesday, the port said.'
  const headed = anArticle(
    { id: 'h', sourceId: 'abroad', title: 'Grain harbour opens its second pier', text, ...seen },
    { countries: [{ code: 'PL', score: 1, focus: true, home: true }] },
  )
  const comment = (code: string, nth: number) =>
    anArticle(
      { id: `c${nth}`, sourceId: `c${nth}`, title: 'Opinion: a pier for grain', text: '', ...seen },
      { countries: [{ code, score: 1, focus: true }] },
    )

  it.each([
    ['stands where more than half of all reports are', ['TR', 'TR'], 1],
    ['stands nowhere where fewer are', ['TR', 'GR'], 0],
  ])('%s', async (_, codes, told) => {
    const { view, store } = await aNewsroom()
    await store.keepRead(aRead([headed, ...codes.map(comment)], {}, { storyId: 'sgrain' }))
    const [like] = view.settings.sources
    if (like === undefined) throw new Error('no source')
    const settings = {
      ...view.settings,
      sources: [...view.settings.sources, { ...like, id: 'abroad', country: 'PL' }],
    }
    const period = { from: EVENING - DAY, now: EVENING, onlyMoved: false }
    const request = aSubscription({ stories: 10, countries: ['TR'] })
    const { briefing } = await composeBriefing(request, period, view.archive, settings)
    const stories = briefing.sections.flatMap((section) => section.stories)
    expect(stories.filter(({ id }) => id === 'sgrain')).toHaveLength(told)
  })
})

it('says nothing of it where fewer moved', async () => {
  const { briefing } = await briefTenDays(50)
  expect(briefing).not.toHaveProperty('lookedAt')
})

it('asks the store only for what may fit the wish', async () => {
  const { view } = await aNewsroom()
  const windows: StoryWindow[] = []
  const archive: BriefingArchive = {
    ...view.archive,
    storyHeads(window) {
      windows.push(window)
      return view.archive.storyHeads(window)
    },
  }
  const period = { from: EVENING - DAY, now: EVENING, onlyMoved: false }
  const wish = {
    regions: ['anatolia'],
    countries: ['SY'],
    topics: ['war'],
    languages: ['tr'],
    sources: ['bosporus'],
    expression: 'grain OR corridor',
  }
  const settings = {
    ...view.settings,
    regions: [{ id: 'anatolia', names: { en: 'Anatolia' }, countries: ['TR'], section: true, aliases: [] }],
    topics: [{ id: 'war', code: 'medtop:16000000' as const, names: { en: 'War' }, aliases: [] }],
  }
  await composeBriefing(aSubscription(wish), period, archive, settings)
  const [grain, corridor] = ['grain', 'corridor'].map((text) => ({ kind: 'term', text }))
  expect(windows.map(({ about }) => about)).toEqual([
    {
      countries: ['SY', 'TR'],
      topics: ['medtop:16000000'],
      sources: ['bosporus'],
      languages: ['tr'],
      expression: { kind: 'or', of: [grain, corridor] },
    },
  ])
})

it('says that a map goes with it only where one was asked for', async () => {
  const { view } = await aNewsroom()
  const period = { from: EVENING - DAY, now: EVENING, onlyMoved: false }
  const compose = (own: Partial<Subscription>) =>
    composeBriefing(aSubscription(own), period, view.archive, view.settings)
  expect((await compose({ pictures: true })).briefing.pictures).toBe(true)
  expect((await compose({})).briefing).not.toHaveProperty('pictures')
})
