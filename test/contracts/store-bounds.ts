import { expect, it } from 'vitest'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import type { Store } from '../../src/records/ports/store.ts'
import type { PrintedLine } from '../../src/records/source.ts'
import { MOST_VERSIONS } from '../../src/storage/bounds.ts'
import { SENT, aClaim } from '../storage/a-claim.ts'
import { aDecision } from '../storage/a-decision.ts'
import { HOUR, NOON, aRead, anArticle } from '../storage/a-read.ts'

const NO_END = 1_000_000

const line = (name: string, articles: number, seenAt: number): PrintedLine => ({
  line: name,
  articles,
  about: [['dam', 'vik']],
  seenAt,
})

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `a${from + i}`)

export function boundCases(store: () => Store): void {
  const edit = async (id: string, from: number, to: number, storyId = 's') => {
    for (let version = from; version <= to; version++) {
      const article = anArticle({ id, version, title: `Version ${version}`, contentHash: `${id} ${version}` })
      const state = { ...NEVER_READ, lastTriedAt: NOON + version }
      await store().keepRead(aRead([article], { state }, { storyId }))
    }
  }
  const versionsOf = async (id: string) => (await store().versions(id)).map(({ version }) => version)
  const letGo = async (sourceId = 'harbour-post') => (await store().keptPerSource()).get(sourceId)?.letGo

  it('keeps the newest versions of an article that is edited without end, and says how many it let go', async () => {
    await edit('a', 1, MOST_VERSIONS)
    expect(await versionsOf('a')).toHaveLength(MOST_VERSIONS)
    expect(await letGo()).toBeNull()
    await edit('a', MOST_VERSIONS + 1, MOST_VERSIONS + 30)
    expect(await versionsOf('a')).toEqual(Array.from({ length: MOST_VERSIONS }, (_, i) => i + 31))
    expect(await store().counts()).toMatchObject({ articles: 1, versions: MOST_VERSIONS })
    expect(await letGo()).toEqual({ articles: 0, versions: 30, at: NOON + MOST_VERSIONS + 30 })
    expect(await store().placedArticles(0)).toMatchObject([{ title: `Version ${MOST_VERSIONS + 30}` }])
  })

  it('keeps the versions that somebody was told, in a message or in an answer, whatever their story was called then', async () => {
    await edit('a', 1, 3, 'was')
    await store().decide(
      aDecision({ outboxId: 'm', told: [{ storyId: 'was', articles: ['a@2', 'other@7'] }] }),
    )
    await store().claim(aClaim({ now: NOON + HOUR }))
    await store().settle('m', NOON + HOUR, SENT)
    await store().keepAnswered('terminal:here', 'first', [{ storyId: 'was', at: NOON, articles: ['a@3'] }])
    await store().keepRead(aRead([anArticle()], {}, { storyId: 's', mergedStoryIds: ['was'] }))
    await edit('a', 4, 60)
    expect(await versionsOf('a')).toEqual([
      2,
      3,
      ...Array.from({ length: MOST_VERSIONS - 2 }, (_, i) => i + 43),
    ])
    const [post] = await store().outdatedPosts(0, 0)
    expect(post).toMatchObject({ articleId: 'a', toldVersion: 2, version: 60 })
  })

  const publish = async (ids: readonly string[], sourceId = 'harbour-post', storyOf = (id: string) => id) => {
    for (const id of ids) {
      const article = anArticle({
        id,
        sourceId,
        publishedAt: NOON + Number(id.slice(1)) * HOUR,
        seenAt: NOON + 999 * HOUR,
        text: 'x'.repeat(1_000),
      })
      await store().keepRead(aRead([article], { sourceId }, { storyId: storyOf(id) }))
    }
  }
  const bound = async (bytes: number, remembered = NO_END) => {
    let sum = 0
    for (;;) {
      const some = await store().boundSource('harbour-post', { bytes, remembered, at: NOON })
      if (some === 0) return sum
      sum += some
    }
  }
  const ids = async () => (await store().placedArticles(0)).map(({ id }) => id).toSorted()

  it('lets go of the oldest of a source that publishes without end, and of no other source', async () => {
    await publish(numbers(10, 99))
    await publish(['z10'], 'lighthouse')
    expect(await bound(NO_END)).toBe(0)
    const gone = await bound(50_000)
    expect(gone).toBeGreaterThan(40)
    expect(await ids()).toEqual([...numbers(10 + gone, 99), 'z10'])
    expect(await store().counts()).toMatchObject({
      articles: 91 - gone,
      versions: 91 - gone,
      stories: 91 - gone,
    })
    expect(await letGo()).toEqual({ articles: gone, versions: 0, at: NOON })
    expect(await letGo('lighthouse')).toBeNull()
    const words = { words: 'harbour', order: 'newest', limit: 100, offset: 0 } as const
    expect((await store().search(words)).hits).toHaveLength(91 - gone)
    // Its feed may still list them, but they are no news.
    expect((await store().knownVersions(['a10'])).get('a10')).toMatchObject({ version: 1 })
    await publish(['a10'])
    expect(await ids()).not.toContain('a10')
  })

  it('counts what stands there, and no more, after edits and after stories ended', async () => {
    await publish(numbers(10, 19))
    await edit('a10', 2, 40, 'a10')
    for (;;) if ((await store().pruneArticles(Number.MAX_SAFE_INTEGER)) === 0) break
    await publish(numbers(20, 29))
    expect(await bound(20_000)).toBe(0)
    expect(await bound(5_000)).toBeGreaterThan(5)
  })

  it('leaves what somebody was told, and the stories that others tell', async () => {
    await publish(['a10', 'a11', 'a12', 'a13'], 'harbour-post', (id) => (id === 'a12' ? 'shared' : id))
    await publish(['z12'], 'lighthouse', () => 'shared')
    await store().decide(aDecision({ outboxId: 'm', told: [{ storyId: 'a11', articles: ['a11@1'] }] }))
    expect(await bound(0)).toBe(3)
    expect(await ids()).toEqual(['a11', 'z12'])
    expect(await store().stories(['a10', 'a11', 'shared'])).toMatchObject([
      { id: 'a11', articles: [{ id: 'a11' }] },
      { id: 'shared', articles: [{ id: 'z12' }] },
    ])
  })

  it('takes up a story again that it let go, and remembers only so many of what it let go', async () => {
    await publish(numbers(10, 19))
    await bound(0, 4)
    const known = await store().knownVersions(numbers(10, 19))
    expect(known.size).toBe(4)
    await publish(['a30'], 'harbour-post', () => 'a10')
    expect(await store().stories(['a10'])).toMatchObject([{ id: 'a10', articles: [{ id: 'a30' }] }])
  })

  it('keeps what a source prints under its articles, and of too many lines those of most articles, then the newest', async () => {
    const all = [line('often', 3, NOON), line('old', 1, NOON + 1), line('new', 1, NOON + 2)]
    const print = (sourceId: string, lines: readonly PrintedLine[], most: number): Promise<void> =>
      store().keepRead({ sourceId, state: NEVER_READ, articles: [], printed: { lines, most } })
    await print('harbour-post', all, 9)
    await print('other', [line('old', 2, NOON)], 9)
    expect(await store().printedLines('harbour-post', ['often', 'old', 'new', 'unknown'])).toEqual(
      new Map(all.map((one) => [one.line, one])),
    )
    await print('harbour-post', [line('often', 3, NOON + 3)], 2)
    const left = await store().printedLines('harbour-post', ['often', 'old', 'new'])
    expect([...left.values()]).toEqual(expect.arrayContaining([line('often', 3, NOON + 3), all[2]]))
    expect(left.size).toBe(2)
    expect((await store().printedLines('other', ['old'])).size).toBe(1)
  })
}
