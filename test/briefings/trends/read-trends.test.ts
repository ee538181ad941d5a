import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dateIn } from '../../../src/briefings/trends/clock.ts'
import { readTrends, type Trends } from '../../../src/briefings/trends/read-trends.ts'
import { NEVER_READ } from '../../../src/records/feed-state.ts'
import type { Store } from '../../../src/records/ports/store.ts'
import { openSqliteStore } from '../../../src/storage/sqlite/open-sqlite-store.ts'
import { aSourceOf } from '../../fakes/a-source-of.ts'
import { aRead, HOUR, NOON } from '../../storage/a-read.ts'
import { DAY, everyDay, keepSeason } from './a-season.ts'

const SOURCES = [
  aSourceOf('sana', 'SY', 'state'),
  aSourceOf('irna', 'IR', 'state'),
  aSourceOf('tass', 'RU', 'state'),
  aSourceOf('levant', 'LB', 'private'),
  aSourceOf('enab', 'SY', 'independent'),
  aSourceOf('north', 'SY', 'private'),
]

let store: Store
beforeEach(async () => {
  store = await openSqliteStore(':memory:')
})
afterEach(() => store.close())

const read = (days = 7, zone = 'Asia/Damascus'): Promise<Trends> => {
  const now = NOON + HOUR
  const from = dateIn(zone, now).subtract({ days: days - 1 })
  return readTrends({ about: { countries: ['SY'] }, from, zone, now, sources: SOURCES }, store)
}

const told = (story: string, ...sources: readonly string[]) =>
  sources.map((source) => ({ source, daysAgo: 2, reports: 1, story }))

const statesOf = ({ days }: Trends) => Object.fromEntries(days.map(({ day, state }) => [day, state]))

describe('readTrends', () => {
  it('finds a burst with its stories, and a silence', async () => {
    await keepSeason(store, everyDay({ sana: 5, levant: 5 }, { from: 40, without: [3] }))
    await keepSeason(store, [
      { source: 'levant', daysAgo: 5, reports: 20, story: 'quake', title: 'Quake' },
      { source: 'sana', daysAgo: 3, reports: 1 },
      { source: 'levant', daysAgo: 3, reports: 1, country: 'LB' },
    ])
    const trends = await read()
    expect(statesOf(trends)).toEqual({
      '2026-03-04': 'usual',
      '2026-03-05': 'burst',
      '2026-03-06': 'usual',
      '2026-03-07': 'silence',
      '2026-03-08': 'usual',
      '2026-03-09': 'usual',
      '2026-03-10': 'sources',
    })
    expect(trends.bursts).toMatchObject([
      {
        from: '2026-03-05',
        to: '2026-03-05',
        reports: 30,
        usual: 10,
        stories: [{ storyId: 'quake', reports: 20 }],
      },
    ])
    expect(trends.silences.map(({ from }) => from)).toEqual(['2026-03-07'])
    expect(trends.days.at(-1)).toMatchObject({ isRunning: true, reports: 0 })
  })

  it('does not call it a silence where sources brought nothing, and says whose feeds failed', async () => {
    await keepSeason(store, everyDay({ sana: 5, levant: 5, enab: 1 }, { from: 40, without: [2] }))
    await keepSeason(store, [{ source: 'enab', daysAgo: 2, reports: 1 }])
    const failures = [{ day: Math.floor((NOON - 2 * DAY) / DAY), times: { timeout: 9 } }]
    await store.keepRead(aRead([], { sourceId: 'sana', state: { ...NEVER_READ, failures } }))
    const trends = await read()
    expect(trends.days.find(({ day }) => day === '2026-03-08')).toMatchObject({
      state: 'sources',
      reports: 1,
      absent: ['levant', 'sana'],
      failed: ['sana'],
    })
    expect(trends.silences.map(({ from }) => from)).toEqual([])
  })

  it('does not call it a burst where a source is new', async () => {
    await keepSeason(store, everyDay({ sana: 5, levant: 5 }, { from: 40 }))
    await keepSeason(store, everyDay({ enab: 30 }, { from: 2 }))
    const trends = await read()
    expect(statesOf(trends)).toMatchObject({ '2026-03-08': 'sources', '2026-03-09': 'sources' })
    expect(trends.days.find(({ day }) => day === '2026-03-08')?.added).toEqual(['enab'])
    expect(trends.bursts).toEqual([])
  })

  it('knows nothing before four whole weeks', async () => {
    await keepSeason(store, everyDay({ sana: 5 }, { from: 30 }))
    const trends = await read()
    expect(trends.since).toBe('2026-02-09')
    expect(trends.days.map(({ state }) => state)).toEqual([
      ...Array.from({ length: 5 }, () => 'unknown'),
      'usual',
      'usual',
    ])
    expect(
      await readTrends({ ...wish(), about: { countries: ['SY'] } }, await openSqliteStore(':memory:')),
    ).toMatchObject({
      since: null,
      bursts: [],
    })
  })

  it('tells what only outlets of states told, and only those from elsewhere', async () => {
    await keepSeason(store, [
      ...told('of-states', 'sana', 'irna', 'tass'),
      ...told('from-elsewhere', 'irna', 'tass', 'levant'),
      ...told('of-all', 'irna', 'tass', 'levant', 'enab'),
      ...told('of-two', 'irna', 'levant'),
    ])
    const { onlyState, onlyForeign } = await read()
    expect(onlyState.map(({ storyId }) => storyId)).toEqual(['of-states'])
    expect(onlyForeign.map(({ storyId }) => storyId)).toEqual(['from-elsewhere'])
  })
})

const wish = () => ({ from: dateIn('UTC', NOON), zone: 'UTC', now: NOON, sources: SOURCES })
