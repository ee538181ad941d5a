import { expect, it } from 'vitest'
import type { TaggedArticle, Tags } from '../../src/records/article.ts'
import type { CountQuery, SizeQuery } from '../../src/records/ports/report-counts.ts'
import type { Store } from '../../src/records/ports/store.ts'
import type { Placement } from '../../src/records/story.ts'
import { aRead, anArticle, HOUR, NOON } from '../storage/a-read.ts'

const DAY = 24 * HOUR
const CONFLICT = 'medtop:16000000'

/** Keeps a report that a source published this many hours after noon of 10 March. */
async function report(
  store: Store,
  sourceId: string,
  hours: number,
  tags: Partial<Tags> = {},
  placement: Partial<Placement> = {},
  own: Partial<TaggedArticle> = {},
): Promise<void> {
  const at = NOON + hours * HOUR
  const article = anArticle({ sourceId, publishedAt: at, seenAt: at, ...own }, tags)
  await store.keepRead(aRead([article], { sourceId }, placement))
}

const about = (code: string, focus = true): Partial<Tags> => ({ countries: [{ code, score: 1, focus }] })

const byDay: Omit<CountQuery, 'about'> = {
  from: NOON - DAY,
  to: NOON + 2 * DAY,
  stepMs: DAY,
  clock: [{ from: 0, aheadMs: 0 }],
}
/** Returns the number of a moment's UTC day. */
const dayOf = (at: number): number => Math.floor(at / DAY)

const sizes: Omit<SizeQuery, 'about'> = { from: NOON - DAY, to: NOON + 2 * DAY, leastOutlets: 2, most: 5 }

export function reportCountCases(store: () => Store): void {
  it('counts reports about a country by days of a clock', async () => {
    await report(store(), 'a', 0, about('SY'))
    await report(store(), 'b', 11, about('SY'))
    await report(store(), 'b', 12, about('SY'))
    await report(store(), 'b', 1, about('SY', false))
    await report(store(), 'b', 1, about('TR'))
    const days = async (query: Partial<CountQuery>) =>
      (await store().reportCounts({ ...byDay, about: { countries: ['SY', 'IQ'] }, ...query })).map(
        ({ step, reports }) => [step, reports],
      )
    expect(await days({})).toEqual([
      [dayOf(NOON), 2],
      [dayOf(NOON) + 1, 1],
    ])
    // With a clock that is an hour ahead, midnight is over.
    expect(await days({ clock: [{ from: 0, aheadMs: HOUR }] })).toEqual([
      [dayOf(NOON), 1],
      [dayOf(NOON) + 1, 2],
    ])
    expect(await days({ clock: [{ from: 0, aheadMs: -HOUR }] })).toEqual([[dayOf(NOON), 3]])
    expect(await days({ from: NOON + HOUR, to: NOON + 12 * HOUR })).toEqual([[dayOf(NOON), 1]])
    expect(await days({ about: { countries: [] } })).toEqual([])
  })

  it('counts by a clock that is put forward meanwhile', async () => {
    await report(store(), 'a', -1, about('SY'))
    await report(store(), 'a', 0, about('SY'))
    const clock = [
      { from: 0, aheadMs: 0 },
      { from: NOON, aheadMs: HOUR },
    ]
    const counts = await store().reportCounts({ ...byDay, about: {}, stepMs: HOUR, clock })
    expect(counts.map(({ step }) => step - NOON / HOUR)).toEqual([-1, 1])
  })

  it('counts by topic, by running story, and each source by itself', async () => {
    const topics = [{ code: CONFLICT, score: 1 }] as const
    await report(store(), 'a', 0, { ...about('SY'), topics })
    await report(store(), 'b', 0, about('SY'), { storyId: 's1', storylineId: 'l1' })
    const people = [{ name: 'Lena Höxha' }]
    await report(store(), 'b', 1, { language: 'tr', people }, { storyId: 's2', storylineId: 'l1' })
    const count = async (about: CountQuery['about']) =>
      (await store().reportCounts({ ...byDay, about, bySource: true })).map(({ sourceId, reports }) => [
        sourceId,
        reports,
      ])
    expect(await count({ topics: [CONFLICT] })).toEqual([['a', 1]])
    expect(await count({ countries: ['TR'], topics: [CONFLICT] })).toEqual([])
    expect(await count({ storylines: ['l1'] })).toEqual([['b', 2]])
    expect(await count({ storylines: ['l1'], countries: ['SY'] })).toEqual([['b', 1]])
    expect(await count({ storylines: [] })).toEqual([])
    expect(await count({ sources: ['b', 'unknown'] })).toEqual([['b', 2]])
    expect(await count({ sources: ['unknown'] })).toEqual([])
    expect(await count({ languages: ['tr'] })).toEqual([['b', 1]])
    expect(await count({ people: ['Lena Hoxha'] })).toEqual([['b', 1]])
    expect(await count({})).toEqual([
      ['a', 1],
      ['b', 2],
    ])
  })

  it('gives the stories of most outlets, or of some outlets only', async () => {
    for (const source of ['a', 'b', 'c']) await report(store(), source, 0, about('SY'), { storyId: 'large' })
    for (const source of ['a', 'b']) await report(store(), source, 1, about('SY'), { storyId: 'small' })
    await report(store(), 'a', 2, about('SY'), { storyId: 'small' })
    await report(store(), 'a', 2, about('SY'), { storyId: 'single' })
    const asked = { ...sizes, about: { countries: ['SY'] } }
    const large = { storyId: 'large', reports: 3, outlets: 3, list: 0 }
    const small = { storyId: 'small', reports: 3, outlets: 2, list: 0 }
    expect(await store().storySizes(asked)).toEqual([large, small])
    expect(await store().storySizes({ ...asked, most: 1 })).toEqual([large])
    expect(await store().storySizes({ ...asked, amongOnly: [['a', 'b']] })).toEqual([small])
    expect(await store().storySizes({ ...asked, amongOnly: [[]] })).toEqual([])
    const lists = [['a', 'b'], ['b'], ['a', 'b', 'c']]
    expect(await store().storySizes({ ...asked, most: 1, amongOnly: lists })).toEqual([
      small,
      { ...large, list: 2 },
    ])
    expect(await store().storySizes({ ...asked, about: { countries: ['TR'] } })).toEqual([])
  })

  it('knows since when each source is kept', async () => {
    await report(store(), 'a', 2)
    await report(store(), 'a', 1)
    await store().keepRead(aRead([], { sourceId: 'silent' }))
    expect(await store().sourcesSince()).toEqual(new Map([['a', NOON + HOUR]]))
  })
}
