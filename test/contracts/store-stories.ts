import { expect, it } from 'vitest'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import type { Store } from '../../src/records/ports/store.ts'
import type { Placement } from '../../src/records/story.ts'
import type { StoryAbout } from '../../src/records/ports/news-archive.ts'
import type { TaggedArticle, Tags } from '../../src/records/article.ts'
import { isHandle } from '../../src/text/short-name.ts'
import { HOUR, NOON, aRead, anArticle } from '../storage/a-read.ts'

/** Cases: reading stories, and which ones. */
export function storyCases(store: () => Store): void {
  const keepStory = async (
    storyId: string,
    reports: readonly { own?: Partial<TaggedArticle>; tags?: Partial<Tags> }[],
  ) => {
    for (const { own, tags } of reports) {
      const article = anArticle(own, tags)
      await store().keepRead(aRead([article], { sourceId: article.sourceId }, { storyId }))
    }
  }
  const storiesAbout = async (own: StoryAbout) =>
    (await store().storyHeads({ from: NOON, to: NOON + 1, about: own })).map(({ id }) => id).toSorted()

  it('knows in which running story a story is, also when two turned out to be one', async () => {
    await store().keepRead(aRead([anArticle()], {}, { storyId: 'A', storylineId: 'one' }))
    await store().keepRead(aRead([anArticle()], {}, { storyId: 'B', storylineId: 'two' }))
    const lines = async () => Object.fromEntries(await store().storylines(['A', 'B', 'C', 'unknown']))
    expect(await lines()).toEqual({ A: { id: 'A', storylineId: 'one' }, B: { id: 'B', storylineId: 'two' } })
    await store().keepRead(
      aRead(
        [anArticle()],
        {},
        {
          storyId: 'B',
          storylineId: 'two',
          mergedStoryIds: ['C'],
          mergedStorylineIds: ['one'],
        },
      ),
    )
    expect(await lines()).toEqual({
      A: { id: 'A', storylineId: 'two' },
      B: { id: 'B', storylineId: 'two' },
      C: { id: 'B', storylineId: 'two' },
    })
    expect(await storiesAbout({ storylines: ['two'] })).toEqual(['A', 'B'])
    expect(await storiesAbout({ storylines: ['one'] })).toEqual([])
    expect(await storiesAbout({ storylines: [] })).toEqual([])
  })

  it('gives heads of stories that moved in a window, with all their reports', async () => {
    await store().keepRead(aRead([anArticle({ id: 'early', seenAt: NOON - HOUR })], {}, { storyId: 's' }))
    const tags = {
      countries: [{ code: 'TR', score: 1, focus: true }],
      people: [{ name: 'Ann Example' }],
      language: 'tr',
    }
    await store().keepRead(
      aRead([anArticle({ id: 'late', title: 'T', seenAt: NOON }, tags)], {}, { storyId: 's', agency: 'AFP' }),
    )
    await store().keepRead(aRead([anArticle({ id: 'other', seenAt: NOON - 3 * HOUR })]))
    const heads = await store().storyHeads({ from: NOON, to: NOON + 1 })
    expect(heads).toHaveLength(1)
    expect(heads[0]).toMatchObject({ id: 's', firstAt: NOON - HOUR, lastAt: NOON })
    expect(heads[0]?.reports[0]).toMatchObject({ articleId: 'early' })
    expect(heads[0]?.reports[1]).toEqual({
      articleId: 'late',
      sourceId: 'harbour-post',
      title: 'T',
      language: 'tr',
      publishedAt: NOON,
      seenAt: NOON,
      changedAt: NOON,
      version: 1,
      copyOf: null,
      agency: 'AFP',
      countries: tags.countries,
      topics: [],
      people: ['Ann Example'],
    })
  })

  it('calls each story by four signs that no other has, and finds it by them, in capitals too', async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `story-${index}`)
    for (const id of ids) await store().keepRead(aRead([anArticle({ id: `of ${id}` })], {}, { storyId: id }))
    const handles = (await store().stories(ids)).map(({ handle = '' }) => handle)
    expect(new Set(handles)).toHaveLength(ids.length)
    expect(handles.every(isHandle)).toBe(true)
    const found = await store().stories([handles[7]?.toUpperCase() ?? ''])
    expect(found.map(({ id }) => id)).toEqual(['story-7'])
    const heads = await store().storyHeads({ from: NOON, to: NOON + 1 })
    expect(heads.find(({ id }) => id === 'story-7')?.handle).toBe(handles[7])
  })

  it('takes the handle of a story in which nothing was seen for long, and finds it by its id still', async () => {
    await store().keepRead(aRead([anArticle({ id: 'old', seenAt: NOON - HOUR })], {}, { storyId: 'old' }))
    await store().keepRead(aRead([anArticle({ id: 'new' })], {}, { storyId: 'new' }))
    while ((await store().pruneHandles(NOON)) > 0);
    const [old, fresh] = await store().stories(['old', 'new'])
    expect(old?.handle).toBeUndefined()
    expect(fresh?.handle).toBeDefined()
  })

  it('counts the beginning of a window and not its end', async () => {
    await store().keepRead(aRead([anArticle()]))
    expect(await store().storyHeads({ from: NOON, to: NOON + 1 })).toHaveLength(1)
    expect(await store().storyHeads({ from: NOON - HOUR, to: NOON })).toHaveLength(0)
    expect(await store().storyHeads({ from: NOON + 1, to: NOON + HOUR })).toHaveLength(0)
  })

  it('sees an edit as a move of the story, and orders by the latest move', async () => {
    const article = anArticle({ id: 'a' })
    await store().keepRead(aRead([article], {}, { storyId: 'edited' }))
    await store().keepRead(aRead([anArticle({ seenAt: NOON + HOUR })], {}, { storyId: 'newer' }))
    await store().keepRead(
      aRead(
        [{ ...article, version: 2 }],
        { state: { ...NEVER_READ, lastTriedAt: NOON + 2 * HOUR } },
        { storyId: 'edited' },
      ),
    )
    const heads = await store().storyHeads({ from: NOON + 1, to: NOON + 3 * HOUR })
    expect(heads.map((head) => head.id)).toEqual(['edited', 'newer'])
    expect(heads[0]).toMatchObject({ firstAt: NOON, lastAt: NOON + 2 * HOUR })
  })

  it('gives the strongest stories where only so many are asked for: told by many, or moved lately', async () => {
    const keep = (storyId: string, hoursAgo: number, sources: number) =>
      Promise.all(
        Array.from({ length: sources }, (_, nth) => {
          const article = anArticle({ seenAt: NOON - hoursAgo * HOUR, sourceId: `${storyId} ${nth}` })
          return store().keepRead(aRead([article], { sourceId: article.sourceId }, { storyId }))
        }),
      )
    await keep('many', 30, 7)
    await keep('old', 20, 1)
    await keep('newer', 10, 1)
    await keep('newest', 1, 1)
    const early = anArticle({ id: 'early', seenAt: NOON - 40 * HOUR })
    await store().keepRead(aRead([early], {}, { storyId: 'edited' }))
    const state = { ...NEVER_READ, lastTriedAt: NOON }
    await store().keepRead(aRead([{ ...early, version: 2 }], { state }, { storyId: 'edited' }))
    const heads = await store().storyHeads({ from: 0, to: NOON + 1, most: 3 })
    expect(heads.map((head) => head.id)).toEqual(['edited', 'newest', 'many'])
  })

  it('gives only stories of which some report has what a wish names, each kind by itself', async () => {
    const sudan = [{ code: 'SD', score: 1, focus: true }]
    const war = [{ code: 'medtop:16000000' as const, score: 1 }]
    const weeksAgo = { seenAt: NOON - 13 * 24 * HOUR, publishedAt: NOON - 13 * 24 * HOUR }
    await keepStory('together', [{ tags: { countries: sudan, topics: war } }])
    await keepStory('apart', [{ own: weeksAgo, tags: { countries: sudan } }, { tags: { topics: war } }])
    await keepStory('place', [{ own: { sourceId: 'nile' }, tags: { countries: sudan, language: 'ar' } }])
    await keepStory('topic', [{ tags: { topics: war } }, { own: { title: 'Grain corridor' } }])
    expect(await storiesAbout({})).toEqual(['apart', 'place', 'together', 'topic'])
    expect(await storiesAbout({ countries: ['SD', 'TR'] })).toEqual(['apart', 'place', 'together'])
    expect(await storiesAbout({ countries: ['SD'], topics: ['medtop:16000000'] })).toEqual([
      'apart',
      'together',
    ])
    expect(await storiesAbout({ sources: ['nile', 'none'] })).toEqual(['place'])
    expect(await storiesAbout({ sources: ['none'] })).toEqual([])
    expect(await storiesAbout({ languages: ['ar'] })).toEqual(['place'])
    expect(await storiesAbout({ expression: { kind: 'term', text: 'corridor' } })).toEqual(['topic'])
    expect(await storiesAbout({ expression: { kind: 'term', text: 'corridor' }, countries: ['SD'] })).toEqual(
      [],
    )
  })

  it('keeps the running story of each story, as the last report that was placed in it says', async () => {
    const keep = (id: string, placement: Partial<Placement>) =>
      store().keepRead(aRead([anArticle({ id })], {}, placement))
    const runningStories = async () =>
      (await store().storyHeads({ from: 0, to: NOON + 1 }))
        .map(({ id, storylineId }) => `${id} in ${storylineId}`)
        .toSorted()
    await keep('1', { storyId: 's1', storylineId: 'l0' })
    await keep('2', { storyId: 's2' })
    expect(await runningStories()).toEqual(['s1 in l0', 's2 in l2'])
    await keep('3', { storyId: 's1', storylineId: 'l3', mergedStoryIds: ['s2'] })
    expect(await runningStories()).toEqual(['s1 in l3'])
    await keep('4', { storyId: 's4', storylineId: 'l3', movedArticleIds: ['3'] })
    await keep('5', { storyId: 's4' })
    expect(await runningStories()).toEqual(['s1 in l3', 's4 in l3'])
    expect(await store().stories(['s2', 's4'])).toMatchObject([
      { id: 's1', storylineId: 'l3' },
      { id: 's4', storylineId: 'l3' },
    ])
    expect((await store().placedArticles(0)).map(({ storylineId }) => storylineId)).toEqual(
      Array(5).fill('l3'),
    )
  })

  it('tells where articles stand by now, in the order in which they were seen, and reads some of them alone', async () => {
    const keep = (id: string, seenAt: number, placement: Partial<Placement>) =>
      store().keepRead(aRead([anArticle({ id, seenAt })], {}, placement))
    await keep('1', NOON, { storyId: 's1', storylineId: 'l1' })
    await keep('2', NOON - 1, { storyId: 's2', storylineId: 'l2' })
    await keep('3', NOON + 1, { storyId: 's1', storylineId: 'l1', mergedStoryIds: ['s2'] })
    expect(await store().storyPlaces(NOON - 1)).toEqual(
      [
        ['2', NOON - 1],
        ['1', NOON],
        ['3', NOON + 1],
      ].map(([id, seenAt]) => ({
        id,
        version: 1,
        seenAt,
        publishedAt: NOON,
        storyId: 's1',
        storylineId: 'l1',
      })),
    )
    expect((await store().storyPlaces(NOON)).map(({ id }) => id)).toEqual(['1', '3'])
    const some = await store().placedArticles(NOON - 1, ['1', '2', 'unknown'])
    expect(some.map(({ id, storyId }) => `${id} in ${storyId}`)).toEqual(['2 in s1', '1 in s1'])
    expect((await store().placedArticles(NOON, ['1', '2'])).map(({ id }) => id)).toEqual(['1'])
  })
}
