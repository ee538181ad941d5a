import { expect, it } from 'vitest'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { StoreError } from '../../src/storage/store-error.ts'
import { HOUR, NOON, aRead, anArticle } from '../storage/a-read.ts'

export function keepingCases(store: () => Store): void {
  it('is empty at first', async () => {
    expect(await store().feedStates()).toEqual(new Map())
    expect(await store().counts()).toMatchObject({
      articles: 0,
      versions: 0,
      stories: 0,
      sources: 0,
      sent: 0,
    })
    expect(await store().storyHeads({ from: 0, to: Number.MAX_SAFE_INTEGER })).toEqual([])
  })

  it('counts what was seen first between moments', async () => {
    const seen = [0, 1, 1, 2].map((hour, index) => anArticle({ id: `a${index}`, seenAt: NOON + hour * HOUR }))
    await store().keepRead(aRead(seen))
    const moments = [-1, 0, 1, 3, 4].map((hour) => NOON + hour * HOUR)
    expect(await store().seenBetween(moments)).toEqual([0, 1, 3, 0])
    expect(await store().seenBetween([NOON])).toEqual([])
    expect(await store().seenBetween(moments, 'harbour-post')).toEqual([0, 1, 3, 0])
    expect(await store().seenBetween(moments, 'levant-post')).toEqual([0, 0, 0, 0])
  })

  it('gives the newest articles of a source', async () => {
    const seen = [0, 2, 1].map((hour, index) => anArticle({ id: `a${index}`, seenAt: NOON + hour * HOUR }))
    await store().keepRead(aRead(seen))
    const other = anArticle({ id: 'b', sourceId: 'levant-post', seenAt: NOON + 3 * HOUR })
    await store().keepRead(aRead([other], { sourceId: 'levant-post' }))
    const newest = await store().articlesOf('harbour-post', 2)
    expect(newest.map(({ id }) => id)).toEqual(['a1', 'a2'])
    expect(await store().articlesOf('nobody', 2)).toEqual([])
  })

  it('gives an article back as it was kept, odd characters included', async () => {
    const article = anArticle(
      {
        url: 'https://harbour.example/a?b=c',
        guid: 'tag:harbour.example,2026:1',
        title: 'NUL \0, emoji 👩‍🚀, סוף, "quotes" and \u202eoverride',
        text: "First 'paragraph'.\n\nSecond; drop table article; --",
        publishedAt: NOON - HOUR,
        updatedAt: NOON - 1,
      },
      {
        language: 'fr',
        countries: [{ code: 'FR', score: 1, focus: true }],
        topics: [{ code: 'medtop:04000000', score: 0.5 }],
        people: [{ name: 'Ann Example' }],
        organisations: [{ name: 'Port Authority' }],
      },
    )
    await store().keepRead(aRead([article], {}, { storyId: 's', copyOf: 'other', agency: 'AFP' }))
    const [kept] = await store().placedArticles(0)
    expect(kept).toEqual({ ...article, storyId: 's', storylineId: 'l', copyOf: 'other', agency: 'AFP' })
    expect(await store().articleByUrl('https://harbour.example/a?b=c')).toEqual(kept)
    expect(await store().articleByUrl('https://harbour.example/none')).toBeNull()
  })

  it('keeps the state of a source with its articles, and the newest state only', async () => {
    const state = { ...NEVER_READ, etag: '"1"', lastTriedAt: NOON, nextReadAt: NOON + HOUR }
    await store().keepRead({ sourceId: 'a', state: NEVER_READ, articles: [] })
    await store().keepRead({ sourceId: 'a', state, articles: [] })
    await store().keepRead({ sourceId: 'b', state: NEVER_READ, articles: [] })
    expect(await store().feedStates()).toEqual(
      new Map([
        ['a', state],
        ['b', NEVER_READ],
      ]),
    )
  })

  it('keeps every version and shows the newest', async () => {
    const first = anArticle({ id: 'a', title: 'Ten hurt' })
    const second = { ...first, title: 'Twelve hurt', text: 'Now twelve.', version: 2, contentHash: 'new' }
    await store().keepRead(aRead([first]))
    const later = { ...NEVER_READ, lastTriedAt: NOON + HOUR }
    await store().keepRead(aRead([second], { state: later }))
    expect(await store().versions('a')).toEqual([
      { version: 1, title: 'Ten hurt', text: first.text, seenAt: NOON },
      { version: 2, title: 'Twelve hurt', text: 'Now twelve.', seenAt: NOON + HOUR },
    ])
    expect(await store().knownVersions(['a', 'unknown'])).toEqual(
      new Map([['a', { sourceId: 'harbour-post', version: 2, contentHash: 'new', seenAt: NOON }]]),
    )
    expect(await store().placedArticles(0)).toMatchObject([{ title: 'Twelve hurt', version: 2 }])
    expect(await store().counts()).toMatchObject({ articles: 1, versions: 2 })
  })

  it('keeps an article once, however often and from wherever it comes', async () => {
    const article = anArticle({ id: 'a' })
    const read = aRead([article, article])
    await Promise.all([
      store().keepRead(read),
      store().keepRead(read),
      store().keepRead({ ...read, sourceId: 'other' }),
    ])
    expect(await store().counts()).toMatchObject({ articles: 1, versions: 1, sources: 2 })
    expect(await store().keptPerSource()).toEqual(
      new Map([
        ['harbour-post', { articles: 1, letGo: null }],
        ['other', { articles: 0, letGo: null }],
      ]),
    )
  })

  it('leaves a version alone that it has already', async () => {
    await store().keepRead(aRead([anArticle({ id: 'a', title: 'Kept' })]))
    await store().keepRead(aRead([anArticle({ id: 'a', title: 'Not kept' })]))
    expect(await store().versions('a')).toMatchObject([{ title: 'Kept' }])
  })

  it('keeps all of a read or nothing', async () => {
    const good = anArticle({ id: 'good' })
    const bad = { ...anArticle({ id: 'bad' }), seenAt: Number.NaN }
    const read = { ...aRead([good, bad]), state: { ...NEVER_READ, etag: 'kept' } }
    await expect(store().keepRead(read)).rejects.toThrow(StoreError)
    expect(await store().counts()).toMatchObject({ articles: 0, sources: 0 })
    await store().keepRead(aRead([good]))
    expect(await store().counts()).toMatchObject({ articles: 1, sources: 1 })
  })

  it('spares the reads that wait beside one that fails', async () => {
    const bad = aRead([{ ...anArticle(), seenAt: Number.NaN }])
    const results = await Promise.allSettled([
      store().keepRead(aRead([anArticle({ id: 'a' })])),
      store().keepRead(bad),
      store().keepRead(aRead([anArticle({ id: 'b' })])),
    ])
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((await store().placedArticles(0)).map((article) => article.id)).toEqual(['a', 'b'])
  })

  it('lists what was seen since a time in the order it was seen, across any number of pages', async () => {
    const articles = Array.from({ length: 450 }, (_, i) =>
      anArticle({ id: `a${i}`, seenAt: NOON + Math.floor(i / 7), publishedAt: NOON - i * HOUR }),
    )
    await store().keepRead(aRead(articles))
    const seen = await store().placedArticles(NOON + 10)
    expect(seen).toHaveLength(450 - 70)
    expect(seen.map((article) => article.seenAt)).toEqual(
      seen.map((article) => article.seenAt).toSorted((a, b) => a - b),
    )
    expect(new Set(seen.map((article) => article.id)).size).toBe(380)
  })

  it('takes a feed whose entries all bear one moment', async () => {
    const articles = Array.from({ length: 600 }, (_, i) => anArticle({ id: `same${i}` }))
    await store().keepRead(aRead(articles.slice(0, 300)))
    await store().keepRead(aRead(articles.slice(300)))
    expect(await store().counts()).toMatchObject({ articles: 600 })
  })

  it('takes articles from before 1970 and leaves undated ones undated', async () => {
    const old = anArticle({ id: 'old', publishedAt: -86_400_000 })
    const undated = anArticle({ id: 'undated', publishedAt: null })
    await store().keepRead(aRead([old, undated]))
    const kept = new Map(
      (await store().placedArticles(0)).map((article) => [article.id, article.publishedAt]),
    )
    expect(kept).toEqual(
      new Map([
        ['old', -86_400_000],
        ['undated', null],
      ]),
    )
  })
}
