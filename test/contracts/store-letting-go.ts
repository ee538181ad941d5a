import { expect, it } from 'vitest'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { HOUR, NOON, aRead, anArticle } from '../storage/a-read.ts'

export function lettingGoCases(store: () => Store): void {
  const prune = async (before: number) => {
    let pruned = 0
    for (;;) {
      const some = await store().pruneArticles(before)
      if (some === 0) return pruned
      pruned += some
    }
  }
  const found = async (words: string) =>
    (await store().search({ words, order: 'newest', limit: 100, offset: 0 })).hits.map(
      (hit) => hit.article.id,
    )

  it('lets go of ended stories with their articles, versions and words, and leaves the others', async () => {
    const old = anArticle({ id: 'old', seenAt: NOON - 1, title: 'Ferry sinks' })
    await store().keepRead(aRead([old], {}, { storyId: 'gone', mergedStoryIds: ['forwarded'] }))
    await store().keepRead(
      aRead(
        [{ ...old, version: 2, title: 'Ferry rises' }],
        { state: { ...NEVER_READ, lastTriedAt: NOON - 1 } },
        { storyId: 'gone' },
      ),
    )
    await store().keepRead(
      aRead([anArticle({ id: 'young', title: 'Ferry sails' })], {}, { storyId: 'stays' }),
    )
    expect(await prune(NOON)).toBe(1)
    expect(await found('ferry')).toEqual(['young'])
    expect(await found('')).toEqual(['young'])
    const page = await store().search({ words: 'ferry', order: 'relevance', limit: 1, offset: 0 })
    expect(page.more).toBe(false)
    expect(await store().stories(['gone', 'forwarded', 'stays'])).toMatchObject([{ id: 'stays' }])
    expect(await store().versions('old')).toEqual([])
    expect(await store().articleByUrl('https://harbour.example/old')).toBeNull()
    expect((await store().placedArticles(0)).map(({ id }) => id)).toEqual(['young'])
    expect(await store().counts()).toMatchObject({ articles: 1, versions: 1, stories: 1 })
    expect(await store().keptPerSource()).toEqual(new Map([['harbour-post', { articles: 1, letGo: null }]]))
  })

  it('keeps a story whole while anything in it is young, be it an edit', async () => {
    const edited = anArticle({ id: 'edited', seenAt: NOON - 2 * HOUR })
    await store().keepRead(
      aRead([edited, anArticle({ id: 'other', seenAt: NOON - HOUR })], {}, { storyId: 's' }),
    )
    await store().keepRead(
      aRead([{ ...edited, version: 2 }], { state: { ...NEVER_READ, lastTriedAt: NOON } }, { storyId: 's' }),
    )
    expect(await prune(NOON)).toBe(0)
    expect((await store().stories(['s']))[0]?.articles).toHaveLength(2)
    expect(await prune(NOON + 1)).toBe(2)
  })

  it('knows an article that it let go, so that its feed can list it for years', async () => {
    const article = anArticle({ id: 'a', seenAt: NOON - HOUR })
    await store().keepRead(aRead([article]))
    const known = await store().knownVersions(['a', 'never'])
    await prune(NOON)
    expect(await store().knownVersions(['a', 'never'])).toEqual(known)
    await store().keepRead(aRead([{ ...article, seenAt: NOON }]))
    expect(await store().counts()).toMatchObject({ articles: 0, versions: 0 })
  })

  it('takes an article up again when it changes', async () => {
    const article = anArticle({ id: 'a', seenAt: NOON - HOUR })
    await store().keepRead(aRead([article]))
    await prune(NOON)
    const second = { ...article, version: 2, title: 'Harbour closes', contentHash: 'closes' }
    await store().keepRead(aRead([second], { state: { ...NEVER_READ, lastTriedAt: NOON + HOUR } }))
    expect(await found('closes')).toEqual(['a'])
    expect(await store().versions('a')).toMatchObject([{ version: 2, seenAt: NOON + HOUR }])
    expect([...(await store().knownVersions(['a'])).values()]).toMatchObject([{ version: 2 }])
    expect(await prune(NOON + HOUR)).toBe(0)
    expect(await prune(NOON + 2 * HOUR)).toBe(1)
    expect([...(await store().knownVersions(['a'])).values()]).toMatchObject([{ version: 2 }])
  })

  it('lets go of any number of stories, and finds what takes their place', async () => {
    const old = Array.from({ length: 180 }, (_, i) =>
      anArticle({ seenAt: NOON - HOUR, publishedAt: NOON - i * 1000 - HOUR }),
    )
    await store().keepRead(aRead(old))
    await store().keepRead(
      aRead(
        old.slice(0, 3).map((one) => anArticle({ ...one, id: `big ${one.id}` })),
        {},
        { storyId: 'big' },
      ),
    )
    expect(await prune(NOON)).toBe(183)
    expect(await found('harbour')).toEqual([])
    const late = anArticle({ id: 'late', publishedAt: NOON - HOUR })
    await store().keepRead(aRead([late]))
    expect(await found('harbour')).toEqual(['late'])
    expect(await store().counts()).toMatchObject({ articles: 1, versions: 1, stories: 1 })
  })
}
