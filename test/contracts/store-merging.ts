import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Store } from '../../src/records/ports/store.ts'
import type { Placement } from '../../src/records/story.ts'
import { anArticle, aRead, HOUR, NOON, toKeep } from '../storage/a-read.ts'

/** Cases: stories that turn out to be one, or two. */
export function mergingCases(store: () => Store): void {
  it('leads from the handle of a merged story to the one that it forwards to', async () => {
    await store().keepRead(aRead([anArticle({ id: 'a' })], {}, { storyId: 'stays' }))
    await store().keepRead(aRead([anArticle({ id: 'b' })], {}, { storyId: 'goes' }))
    const [goes] = await store().stories(['goes'])
    await store().keepRead(
      aRead([anArticle({ id: 'c' })], {}, { storyId: 'stays', mergedStoryIds: ['goes'] }),
    )
    expect((await store().stories([goes?.handle ?? '']))[0]?.id).toBe('stays')
  })

  it('follows a merge from every id that the story ever had', async () => {
    await store().keepRead(aRead([anArticle({ id: 'a' })], {}, { storyId: 'A' }))
    await store().keepRead(aRead([anArticle({ id: 'b' })], {}, { storyId: 'B' }))
    await store().keepRead(aRead([anArticle({ id: 'c' })], {}, { storyId: 'C' }))
    await store().keepRead(aRead([anArticle({ id: 'd' })], {}, { storyId: 'B', mergedStoryIds: ['C'] }))
    await store().keepRead(aRead([anArticle({ id: 'e' })], {}, { storyId: 'A', mergedStoryIds: ['B'] }))
    for (const id of ['A', 'B', 'C']) {
      const [story] = await store().stories([id])
      expect(story?.id).toBe('A')
      expect(story?.articles.map((article) => article.id).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
    }
    expect(await store().stories(['C', 'A', 'none', 'B'])).toHaveLength(1)
    expect(await store().counts()).toMatchObject({ stories: 1 })
    const heads = await store().storyHeads({ from: 0, to: NOON + 1 })
    expect(heads).toHaveLength(1)
    const unknown = Array.from({ length: 200 }, (_, n) => `none-${n}`)
    expect(await store().headsHolding(['a', ...unknown, 'e'])).toEqual(heads)
  })

  it('parts a story: what belongs with a new report moves with it, the older id keeps the rest', async () => {
    await store().keepRead(aRead([anArticle({ id: 'a' })], {}, { storyId: 'A' }))
    await store().keepRead(aRead([anArticle({ id: 'b' })], {}, { storyId: 'A' }))
    await store().keepRead(
      aRead([anArticle({ id: 'c' })], {}, { storyId: 'C', movedArticleIds: ['b', 'never kept'] }),
    )
    const told = await Promise.all(['A', 'C'].map((id) => store().stories([id])))
    expect(told.map(([story]) => story?.articles.map(({ id }) => id).toSorted())).toEqual([['a'], ['b', 'c']])
  })

  it('takes all stories of a running story into the one that it turned out to be part of', async () => {
    const keep = (id: string, placement: Partial<Placement>) =>
      store().keepRead(aRead([anArticle({ id })], {}, placement))
    await keep('1', { storyId: 's1', storylineId: 'l1' })
    await keep('2', { storyId: 's2', storylineId: 'l1' })
    await keep('3', { storyId: 's3', storylineId: 'l3' })
    await keep('4', { storyId: 's4', storylineId: 'l4', mergedStorylineIds: ['l1', 'l0'] })
    const heads = await store().storyHeads({ from: 0, to: NOON + 1 })
    expect(heads.map(({ id, storylineId }) => `${id} in ${storylineId}`).toSorted()).toEqual([
      's1 in l4',
      's2 in l4',
      's3 in l3',
      's4 in l4',
    ])
  })

  it('does not take a story into another running story by a report of one that was merged into it', async () => {
    await store().keepRead(aRead([anArticle()], {}, { storyId: 's1', mergedStoryIds: ['s2'] }))
    await store().keepRead(aRead([anArticle()], {}, { storyId: 's2', storylineId: 'l2' }))
    expect(await store().stories(['s2'])).toMatchObject([{ id: 's1', storylineId: 'l1' }])
  })

  it('resolves merges within one read, also from a story that was never kept', async () => {
    const [one, two] = [anArticle({ id: '1' }), anArticle({ id: '2' })]
    await store().keepRead({
      ...aRead([]),
      articles: [
        toKeep(one, { storyId: 'B', mergedStoryIds: ['C'] }),
        toKeep(two, { storyId: 'A', mergedStoryIds: ['B'] }),
      ],
    })
    expect(await store().stories(['B', 'C'])).toMatchObject([
      { id: 'A', articles: [{ id: '1' }, { id: '2' }] },
    ])
  })

  it('places a later article under the story that its story was merged into', async () => {
    await store().keepRead(aRead([anArticle({ id: 'a' })], {}, { storyId: 'A', mergedStoryIds: ['B'] }))
    await store().keepRead(aRead([anArticle({ id: 'b' })], {}, { storyId: 'B' }))
    // Merging the other way round would be a circle.
    await store().keepRead(aRead([anArticle({ id: 'c' })], {}, { storyId: 'B', mergedStoryIds: ['A'] }))
    expect(await store().stories(['B'])).toMatchObject([
      { id: 'A', articles: [{ id: 'a', storyId: 'A' }, { id: 'b' }, { id: 'c' }] },
    ])
  })

  it('forwards a story whose last article an edit took elsewhere', async () => {
    const article = anArticle({ id: 'a' })
    await store().keepRead(aRead([article], {}, { storyId: 'old' }))
    await store().keepRead(aRead([{ ...article, version: 2 }], {}, { storyId: 'new' }))
    expect(await store().stories(['old'])).toMatchObject([{ id: 'new', articles: [{ id: 'a' }] }])
  })

  it('hides no report from who reads heads or whole stories while stories are merged', async () => {
    const ids = Array.from({ length: 400 }, (_, i) => `s${String(i).padStart(3, '0')}`)
    await store().keepRead({
      ...aRead([]),
      articles: ids.map((id) => toKeep(anArticle({ id }), { storyId: id })),
    })
    const progress = { merged: 0 }
    const merging = (async () => {
      for (const [i, storyId] of ids.slice(0, 150).entries()) {
        const mergedStoryIds = [ids.at(-1 - i) ?? '']
        await store().keepRead(aRead([anArticle({ id: `later-${i}` })], {}, { storyId, mergedStoryIds }))
        progress.merged += 1
      }
    })()
    let reads = 0
    while (progress.merged < 150) {
      const heads = await store().storyHeads({ from: 0, to: NOON + HOUR })
      const seen = heads.flatMap((head) => head.reports.map((report) => report.articleId))
      expect(seen.filter((id) => id.startsWith('s')).toSorted()).toEqual(ids)
      const [whole] = await store().stories([ids.at(-1 - progress.merged) ?? ''])
      expect(whole?.articles.length).toBeGreaterThan(0)
      reads += 1
      // Lets the event loop turn: real queries arrive between its turns.
      await setImmediate()
    }
    await merging
    expect(reads).toBeGreaterThan(1)
  })
}
