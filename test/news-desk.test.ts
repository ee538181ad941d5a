import { describe, expect, it } from 'vitest'
import { analyseHere } from '../src/analysis/analyse-here.ts'
import { createNewsDesk } from '../src/news-desk.ts'
import { NEVER_READ } from '../src/records/feed-state.ts'
import { createSettlingGrouper } from '../src/stories/create-settling-grouper.ts'
import { DeskOfFeeds, feed, item, MINUTE, START } from './a-desk-of-feeds.ts'
import { misbehaviour } from './fakes/feed-server.ts'

describe('the news desk', () => {
  const at = new DeskOfFeeds()

  it('reads what is due and keeps it once', async () => {
    at.server.serve('/gazette', {
      body: feed(item('a', 'Ferry sails again'), item('b', 'Lighthouse repainted')),
    })
    await at.open('gazette')
    expect(await at.newsroom.desk.readDue()).toMatchObject({ read: 1, newArticles: 2, failures: [] })
    expect(await at.newsroom.desk.readDue()).toMatchObject({ read: 0, newArticles: 0 })
    at.now += 120 * MINUTE
    expect(await at.newsroom.desk.readDue()).toMatchObject({ newArticles: 0, newVersions: 0 })
    expect(await at.articles()).toHaveLength(2)
  })

  it('lets a failing source stop nothing, and says why it failed', async () => {
    at.server.serve('/gazette', { body: feed(item('a', 'Ferry sails again')) })
    at.server.serve('/broken', misbehaviour.fault)
    at.server.serve('/page', misbehaviour.webPage)
    await at.open('broken', 'gazette', 'page')
    const report = await at.newsroom.desk.readDue()
    expect(report.newArticles).toBe(1)
    const kinds = new Map(report.failures.map(({ sourceId, failure }) => [sourceId, failure.kind]))
    expect(Object.fromEntries(kinds)).toEqual({ broken: 'server-error', page: 'not-a-feed' })
  })

  it('keeps an edit as a new version of the same article, in the same story', async () => {
    at.server.serve('/gazette', { body: feed(item('a', 'Ferry sails with 120 on board')) })
    await at.open('gazette')
    await at.newsroom.desk.readDue()
    const [before] = await at.articles()
    at.server.serve('/gazette', { body: feed(item('a', 'Ferry sails with 210 on board')) })
    at.now += 90 * MINUTE
    expect(await at.newsroom.desk.readDue()).toMatchObject({ newArticles: 0, newVersions: 1 })
    expect(await at.articles()).toMatchObject([{ articleId: before?.articleId, version: 2 }])
    expect((await at.newsroom.store.versions(before?.articleId ?? '')).map(({ title }) => title)).toEqual([
      'Ferry sails with 120 on board',
      'Ferry sails with 210 on board',
    ])
  })

  it('takes the same article in two feeds of an outlet for one, and another teaser for no edit', async () => {
    at.server.serve('/front', { body: feed(item('a', 'Ferry sails again')) })
    at.server.serve('/world', {
      body: feed(item('a', 'Ferry sails again', 'A shorter teaser about the ferry in Lebanon.')),
    })
    await at.open('front', 'world')
    const first = await at.newsroom.desk.readDue()
    at.now += 90 * MINUTE
    const second = await at.newsroom.desk.readDue()
    expect(first.newArticles + second.newArticles).toBe(1)
    expect(first.newVersions + second.newVersions).toBe(0)
  })

  it('takes up its stories after a restart', async () => {
    const text =
      'The night ferry between Tripoli and Mersin ran aground off the port of Tripoli in Lebanon. All 312 passengers were taken ashore by fishing boats.'
    at.server.serve('/gazette', { body: feed(item('a', 'Night ferry runs aground off Tripoli', text)) })
    at.server.serve('/courier', { body: feed() })
    await at.open('gazette', 'courier')
    await at.newsroom.desk.readDue()
    await at.newsroom.close()
    at.server.serve('/courier', {
      body: feed(
        item(
          'z',
          'Ferry aground off Tripoli, 312 passengers safe',
          `Fishing boats took 312 passengers ashore. ${text}`,
        ),
      ),
    })
    at.now += 90 * MINUTE
    await at.open('gazette', 'courier')
    await at.newsroom.desk.readDue()
    const heads = await at.newsroom.store.storyHeads({ from: 0, to: Number.MAX_SAFE_INTEGER })
    expect(heads.map((story) => story.reports.map(({ sourceId }) => sourceId).sort())).toEqual([
      ['courier', 'gazette'],
    ])
  })

  it('groups an hour for good once it is over, in whatever order its articles came', async () => {
    const texts = [
      'Bridge collapses in Lindau after flood, three missing',
      'Three missing as flood brings down Lindau bridge',
      'Lindau bridge collapse: search for missing continues',
    ].map((title, i) => item(`b${i}`, title, ''))
    at.server.serve('/gazette', { body: feed(...texts) })
    await at.open('gazette')
    await at.newsroom.desk.readDue()
    expect(await at.newsroom.store.settledUntil()).toBeNull()
    // The hour of publication, seven to eight, is kept open for another.
    at.now += 59 * MINUTE
    await at.newsroom.desk.readDue()
    expect(await at.newsroom.store.settledUntil()).toBeNull()
    await at.newsroom.close()
    await at.open('gazette')
    const [before] = await at.newsroom.store.storyHeads({ from: 0, to: Number.MAX_SAFE_INTEGER })
    at.now += MINUTE
    await at.newsroom.desk.readDue()
    expect(await at.newsroom.store.settledUntil()).toBe(at.now / (60 * MINUTE))
    const after = await at.newsroom.store.storyHeads({ from: 0, to: Number.MAX_SAFE_INTEGER })
    expect(after).toHaveLength(1)
    expect(after[0]?.id).toBe(before?.id)
  })

  it('settles an hour again if that could not be kept, and reads all the same', async () => {
    at.server.serve('/gazette', { body: feed(item('a', 'Ferry sails again')) })
    await at.open('gazette')
    const { store } = at.newsroom
    const reader = at.reader()
    let isFull = true
    const settled: (readonly string[])[] = []
    const desk = createNewsDesk({
      sources: [at.source('gazette')],
      store: {
        ...store,
        keepSettled: async (given) => {
          if (isFull) throw new Error('disk full')
          settled.push(given.placements.map(({ articleId }) => articleId))
          await store.keepSettled(given)
        },
      },
      reader,
      tagging: analyseHere(),
      grouper: createSettlingGrouper(),
      now: () => at.now,
    })
    await desk.readDue()
    const [article] = await at.articles()
    at.now += 60 * MINUTE
    at.server.serve('/gazette', { body: feed(item('a', 'Ferry sails again'), item('b', 'Crane falls')) })
    await expect(desk.readDue({ all: true })).rejects.toThrow('disk full')
    expect(await at.articles()).toHaveLength(2)
    isFull = false
    await desk.readDue()
    await desk.readDue()
    expect(settled).toEqual([[article?.articleId]])
    await reader.close()
  })

  it('places the next read while one is being kept', async () => {
    for (const id of ['gazette', 'courier'])
      at.server.serve(`/${id}`, { body: feed(item(id, `Ferry of ${id} sails`)) })
    await at.open('gazette', 'courier')
    const { store } = at.newsroom
    const placed: string[] = []
    const bothPlaced = Promise.withResolvers<void>()
    const grouper = createSettlingGrouper()
    const reader = at.reader()
    const desk = createNewsDesk({
      sources: ['gazette', 'courier'].map((id) => at.source(id)),
      store: {
        ...store,
        keepRead: async (read) => {
          await bothPlaced.promise
          await store.keepRead(read)
        },
      },
      reader,
      tagging: analyseHere(),
      grouper: {
        ...grouper,
        place: (article) => {
          placed.push(article.sourceId)
          if (placed.length === 2) bothPlaced.resolve()
          return grouper.place(article)
        },
      },
      now: () => at.now,
    })
    await desk.readDue()
    expect(placed.toSorted()).toEqual(['courier', 'gazette'])
    expect(await at.articles()).toHaveLength(2)
    await reader.close()
  })

  it('reads the others all the same when one read cannot be kept', async () => {
    for (const id of ['gazette', 'courier', 'herald'])
      at.server.serve(`/${id}`, { body: feed(item(id, `Ferry of ${id} sails`)) })
    await at.open('gazette', 'courier', 'herald')
    const { store } = at.newsroom
    const asked: string[] = []
    const desk = createNewsDesk({
      sources: ['gazette', 'courier', 'herald'].map((id) => at.source(id)),
      store: {
        ...store,
        keepRead: (read) =>
          read.sourceId === 'courier' ? Promise.reject(new Error('disk full')) : store.keepRead(read),
      },
      reader: {
        read: (one) => {
          asked.push(one.id)
          return reader.read(one, NEVER_READ)
        },
        readDelivery: (...given) => reader.readDelivery(...given),
      },
      tagging: analyseHere(),
      grouper: createSettlingGrouper(),
      now: () => at.now,
    })
    const reader = at.reader()
    await expect(desk.readDue()).rejects.toThrow('disk full')
    expect((await at.articles()).map(({ sourceId }) => sourceId).sort((a, b) => a.localeCompare(b))).toEqual([
      'gazette',
      'herald',
    ])
    await desk.readDue()
    expect(asked.filter((id) => id === 'courier')).toHaveLength(1)
    await reader.close()
  })

  it('lets no feed fill the store that publishes without end, and says what it let go', async () => {
    await at.open('gazette')
    const { store } = at.newsroom
    const reader = at.reader()
    const desk = createNewsDesk({
      sources: [at.source('gazette')],
      store,
      reader,
      tagging: analyseHere(),
      grouper: createSettlingGrouper(),
      now: () => at.now,
      sourceBytes: 20_000,
    })
    for (let round = 0; round < 6; round++) {
      const entries = Array.from({ length: 40 }, (_, n) =>
        item(`${round}-${n}`, `Ferry ${round * 40 + n} sails`),
      )
      at.server.serve('/gazette', { body: feed(...entries) })
      expect(await desk.readDue({ all: true })).toMatchObject({ newArticles: 40, failures: [] })
      at.now += 90 * MINUTE
    }
    await reader.close()
    const kept = (await at.articles())
      .map(({ title }) => Number(/\d+/u.exec(title)?.[0]))
      .toSorted((a, b) => a - b)
    expect(kept.length).toBeLessThan(120)
    expect(kept).toEqual(Array.from(kept, (_, n) => 240 - kept.length + n))
    expect(await at.newsroom.view.sourceHealth()).toMatchObject([
      { articles: kept.length, letGo: { articles: 240 - kept.length, versions: 0 } },
    ])
  })

  it('keeps some versions of an article that is edited at every poll, and says how many it let go', async () => {
    await at.open('gazette')
    for (let edit = 0; edit < 30; edit++) {
      at.server.serve('/gazette', { body: feed(item('a', `Ferry sails with ${edit} on board`)) })
      await at.newsroom.desk.readDue({ all: true })
      at.now += MINUTE
    }
    const [article] = await at.articles()
    expect(await at.newsroom.store.versions(article?.articleId ?? '')).toHaveLength(20)
    expect(await at.newsroom.view.sourceHealth()).toMatchObject([{ letGo: { articles: 0, versions: 10 } }])
    at.now += 31 * 24 * 60 * MINUTE
    expect(await at.newsroom.view.sourceHealth()).toMatchObject([{ letGo: null }])
  })

  it('shows how each source fares', async () => {
    at.server.serve('/gazette', { body: feed(item('a', 'Ferry sails again')) })
    at.server.serve('/lost', misbehaviour.gone)
    await at.open('gazette', 'lost')
    await at.newsroom.desk.readDue()
    expect(await at.newsroom.view.sourceHealth()).toMatchObject([
      { sourceId: 'gazette', state: 'active', articles: 1, lastSuccessAt: START },
      { sourceId: 'lost', state: 'gone', articles: 0 },
    ])
  })
})
