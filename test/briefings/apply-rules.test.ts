import { onTestFinished, describe, expect, it } from 'vitest'
import type { Briefing } from '../../src/records/briefing.ts'
import type { ReaderCorrection } from '../../src/records/reader-rule.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { composeBriefing } from '../../src/briefings/compose-briefing.ts'
import type { BriefingSettings } from '../../src/briefings/composition.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { aRead, anArticle, HOUR, NOON } from '../storage/a-read.ts'
import { aSubscription } from '../schedule/a-subscription.ts'

const SETTINGS: BriefingSettings = {
  sources: [],
  regions: [
    { id: 'levant', names: { en: 'Levant' }, aliases: [], countries: ['SY', 'LB'], section: true },
    { id: 'gulf', names: { en: 'Gulf' }, aliases: [], countries: ['QA'], section: true },
  ],
  topics: [{ id: 'conflict', code: 'medtop:16000000', names: { en: 'Conflict' }, aliases: [] }],
}

const HERE = 'slack:T1/C1'
const THERE = 'slack:T2/C1'

async function aStore(): Promise<Store> {
  const store = await openSqliteStore(':memory:')
  onTestFinished(() => store.close())
  return store
}

const countries = (...codes: string[]) => codes.map((code) => ({ code, score: 1, focus: true }))

async function report(
  store: Store,
  id: string,
  storyId: string,
  own: Parameters<typeof anArticle>[0] = {},
  tags: Parameters<typeof anArticle>[1] = {},
): Promise<void> {
  const article = anArticle(
    { id, sourceId: `of-${id}`, title: `${id} tells of a thing by itself`, seenAt: NOON - HOUR, ...own },
    { countries: countries('SY'), ...tags },
  )
  await store.keepRead(
    aRead([article], { sourceId: article.sourceId }, { storyId, storylineId: `line-${storyId}` }),
  )
}

let made = 0
const correct = (store: Store, correction: ReaderCorrection, state: 'standing' | 'proposed' = 'standing') =>
  store.addReaderRule(
    {
      id: `r${(made += 1)}`,
      workspace: 'slack:T1',
      correction,
      about: [],
      state,
      by: { person: 'slack:T1/ada', name: 'Ada' },
      at: NOON,
    },
    10,
  )

async function brief(
  store: Store,
  own: Parameters<typeof aSubscription>[0] = {},
  at = NOON,
): Promise<Briefing> {
  const request = aSubscription({ to: HERE, ...own })
  const period = { from: NOON - 24 * HOUR, onlyMoved: true, now: at }
  return (await composeBriefing(request, period, store, SETTINGS)).briefing
}

const told = ({ sections }: Briefing): string[] =>
  sections.flatMap(({ region, stories }) => stories.map(({ id }) => `${region} ${id}`))

describe('what readers corrected', () => {
  it('keeps a story and its running story out of what it is not about, and nothing else', async () => {
    const store = await aStore()
    await report(store, 'a', 'one', {}, { countries: countries('SY', 'QA') })
    await correct(store, { kind: 'not-about', story: 'one', what: 'country', id: 'SY' })
    expect(told(await brief(store, { countries: ['SY'] }))).toEqual([])
    expect(told(await brief(store, { countries: ['QA'] }))).toEqual(['gulf one'])
    expect(told(await brief(store))).toEqual(['gulf one'])
  })

  it('knows topics, too', async () => {
    const store = await aStore()
    await report(store, 'a', 'one', {}, { topics: [{ code: 'medtop:16000000', score: 1 }] })
    expect(told(await brief(store, { topics: ['conflict'] }))).toEqual(['levant one'])
    await correct(store, { kind: 'not-about', story: 'one', what: 'topic', id: 'medtop:16000000' })
    expect(told(await brief(store, { topics: ['conflict'] }))).toEqual([])
  })

  it('shows in no other workspace, and not while it is only proposed', async () => {
    const store = await aStore()
    await report(store, 'a', 'one')
    await correct(store, { kind: 'not-about', story: 'one', what: 'country', id: 'SY' }, 'proposed')
    expect(told(await brief(store, { countries: ['SY'] }))).toEqual(['levant one'])
    await correct(store, { kind: 'not-about', story: 'one', what: 'topic', id: 'x' })
    const [rule] = await store.readerRules('slack:T1')
    await store.acceptReaderRule('slack:T1', rule?.id ?? '', { person: 'slack:T1/bob', name: 'Bob' })
    expect(told(await brief(store, { countries: ['SY'] }))).toEqual([])
    expect(told(await brief(store, { countries: ['SY'], to: THERE }))).toEqual(['levant one'])
    await store.removeReaderRule('slack:T1', rule?.id ?? '')
    expect(told(await brief(store, { countries: ['SY'] }))).toEqual(['levant one'])
  })

  it('tells reports apart, each under an id that leads to it', async () => {
    const store = await aStore()
    await report(store, 'a', 'sa')
    await report(store, 'b', 'sa')
    await correct(store, { kind: 'two-stories', story: 'sa', reports: ['b'] })
    const briefing = await brief(store)
    expect(new Set(told(briefing))).toEqual(new Set(['levant sa', 'levant sb']))
    expect(briefing.sections[0]?.stories.map(({ outlets }) => outlets.length)).toEqual([1, 1])
    expect((await store.stories(['sb'])).map(({ id }) => id)).toEqual(['sa'])
    expect(told(await brief(store, { to: THERE }))).toEqual(['levant sa'])
  })

  it('remembers of each part what was told', async () => {
    const store = await aStore()
    await report(store, 'a', 'sa')
    await report(store, 'b', 'sa')
    await correct(store, { kind: 'two-stories', story: 'sa', reports: ['b'] })
    const request = aSubscription({ to: HERE })
    const period = { from: NOON - 24 * HOUR, onlyMoved: true, now: NOON }
    const { booked } = await composeBriefing(request, period, store, SETTINGS)
    expect(booked.map(({ storyId }) => storyId)).toEqual(['sa'])
    await store.keepAnswered(HERE, 'x', booked)
    expect(told(await brief(store, {}, NOON + HOUR))).toEqual([])
  })

  it('tells two stories as one', async () => {
    const store = await aStore()
    await report(store, 'a', 'sa')
    await report(store, 'b', 'sb')
    await correct(store, { kind: 'same-as', story: 'sa', other: 'sb' })
    const briefing = await brief(store)
    expect(told(briefing)).toEqual(['levant sa'])
    expect(briefing.sections[0]?.stories[0]?.outlets).toHaveLength(2)
    expect(told(await brief(store, { to: THERE }))).toHaveLength(2)
  })

  it('tells as an update what comes of the other one later', async () => {
    const store = await aStore()
    await report(store, 'a', 'sa')
    await report(store, 'b', 'sb', { seenAt: NOON + 2 * HOUR, publishedAt: NOON + 2 * HOUR })
    await correct(store, { kind: 'same-as', story: 'sa', other: 'sb' })
    await store.keepAnswered(HERE, 'x', [{ storyId: 'sa', at: NOON, articles: ['a@1'] }])
    const request = aSubscription({ to: HERE })
    const period = { from: NOON + HOUR, onlyMoved: true, now: NOON + 3 * HOUR }
    const { briefing } = await composeBriefing(request, period, store, SETTINGS)
    expect(briefing.sections[0]?.stories.map(({ id, mark }) => [id, mark])).toEqual([['sa', 'updated']])
  })

  it('keeps out what an outlet prints in a form or section that is no news, and makes room for the next', async () => {
    const store = await aStore()
    const url = 'https://courier.example/sport/match-1'
    await report(store, 'a', 'sa', { sourceId: 'courier', url })
    await report(store, 'b', 'sb', { sourceId: 'courier', url: 'https://courier.example/world/b' })
    await report(store, 'c', 'sc', { seenAt: NOON - 3 * HOUR, publishedAt: NOON - 3 * HOUR })
    expect(told(await brief(store, { stories: 2 }))).toEqual(['levant sa', 'levant sb'])
    await correct(store, { kind: 'no-news', sourceId: 'courier', form: null, section: 'sport' })
    expect(new Set(told(await brief(store, { stories: 2 })))).toEqual(new Set(['levant sb', 'levant sc']))
  })

  it('hides a name that is none', async () => {
    const store = await aStore()
    await report(store, 'a', 'sa', {}, { people: [{ name: 'Van Province' }] })
    expect(told(await brief(store, { people: ['Van Province'] }))).toEqual(['levant sa'])
    await correct(store, { kind: 'wrong-name', name: 'Van Province' })
    expect(told(await brief(store, { people: ['Van Province'] }))).toEqual([])
    expect(told(await brief(store))).toEqual(['levant sa'])
  })
})
