import { expect, it } from 'vitest'
import type { ComingEvent } from '../../src/records/finding.ts'
import type { Store } from '../../src/records/ports/store.ts'
import type { DuePages } from '../../src/records/ports/told-pages.ts'
import { anOutlet, aSentence, aStory } from '../fakes/briefed-story.ts'
import { aBriefing } from '../fakes/briefings.ts'
import { SENT, aClaim } from '../storage/a-claim.ts'
import { aDecision } from '../storage/a-decision.ts'
import { HOUR, NOON, aRead, anArticle, toKeep } from '../storage/a-read.ts'

const DAY = 24 * HOUR

const TALKS: ComingEvent = {
  kind: 'coming',
  start: 0,
  end: 5,
  names: [],
  when: null,
  whenWords: 'soon',
  words: 'Talks open soon.',
}
const FOUND = { etag: '"1"', lastModified: null, foundAt: NOON, missingSince: null, removedAt: null }
const GONE = { ...FOUND, missingSince: NOON + HOUR, removedAt: NOON + 2 * HOUR }

export function toldPageCases(store: () => Store): void {
  const keep = (id: string, host: string) =>
    store().keepRead({
      ...aRead([]),
      articles: [
        {
          ...toKeep(anArticle({ id, url: `https://${host}/${id}`, title: id }), { storyId: `s-${id}` }),
          findings: [TALKS],
        },
      ],
    })

  /** Posts each of these articles in one message. */
  async function tell(urls: readonly string[], outboxId = 'posted'): Promise<void> {
    const stories = urls.map((url) => {
      const id = url.slice(url.lastIndexOf('/') + 1)
      return aStory({
        id: `s-${id}`,
        headline: 'Storm',
        outlets: [anOutlet({ url, title: 'Another' })],
        sentences: [aSentence({ outlet: 0, articleId: id })],
      })
    })
    const briefing = aBriefing({ to: NOON, sections: [{ region: 'r', name: 'R', leftOut: 0, stories }] })
    const told = stories.map(({ id }) => ({ storyId: id, articles: [`${id.slice(2)}@1`] }))
    await store().decide(
      aDecision({ outboxId, slot: outboxId, message: { kind: 'briefing', briefing }, told }),
    )
    await store().claim(aClaim())
    await store().settle(outboxId, NOON, SENT)
  }

  const due = async (own: Partial<DuePages> = {}) => {
    const now = own.now ?? NOON
    const asked = { now, toldSince: NOON - DAY, until: now + HOUR, hostRestsMs: 60_000, most: 10, ...own }
    return (await store().takeDuePages(asked)).map(({ articleId }) => articleId)
  }

  it('gives pages to which a message leads, each once, one of a host', async () => {
    for (const [id, host] of [
      ['a', 'one.example'],
      ['b', 'one.example'],
      ['c', 'two.example'],
      ['untold', 'two.example'],
    ] as const)
      await keep(id, host)
    await tell(['https://one.example/a', 'https://one.example/b', 'https://two.example/c'])
    expect(await due({ now: NOON - 1 })).toEqual([])
    expect(await due({ toldSince: NOON + 1 })).toEqual([])
    const both = await Promise.all([due(), due()])
    expect(both.flat().toSorted()).toEqual(['a', 'c'])
    expect(await due({ now: NOON + 59_999 })).toEqual([])
    expect(await due({ now: NOON + 60_000 })).toEqual(['b'])
    // No result of the looks was reported, so they are due again.
    expect(await due({ now: NOON + HOUR })).toEqual(['a', 'c'])
  })

  it('keeps how a look went, and asks first for what was missing', async () => {
    await keep('a', 'one.example')
    await keep('b', 'one.example')
    await tell(['https://one.example/a', 'https://one.example/b'])
    await due()
    await store().keepLook('a', FOUND, NOON, NOON + HOUR)
    await store().keepLook('b', { ...FOUND, missingSince: NOON }, NOON, NOON + HOUR)
    expect(await store().pagesBeside('a', NOON)).toEqual({ found: 0, missing: 0 })
    const [page] = await store().takeDuePages({
      now: NOON + HOUR,
      toldSince: NOON,
      until: NOON + 2 * HOUR,
      hostRestsMs: 60_000,
      most: 1,
    })
    expect(page).toMatchObject({
      articleId: 'b',
      storyId: 's-b',
      url: 'https://one.example/b',
      title: 'b',
      toldAt: NOON,
      state: { ...FOUND, missingSince: NOON },
    })
    expect(await store().pagesBeside('a', NOON)).toEqual({ found: 0, missing: 1 })
    expect(await store().pagesBeside('b', NOON)).toEqual({ found: 1, missing: 0 })
    expect(await store().pagesBeside('b', NOON + 1)).toEqual({ found: 0, missing: 0 })
    await store().keepLook('b', FOUND, NOON, null)
    expect(await due({ now: NOON + DAY, toldSince: 0 })).toEqual(['a'])
  })

  it('knows of an article that it was taken down, and finds the messages that lead to it', async () => {
    await keep('a', 'one.example')
    await tell(['https://one.example/a'])
    await due()
    await store().keepLook('a', FOUND, NOON, NOON + HOUR)
    expect(await store().postsWithPages(0, 0)).toEqual([])
    await store().keepLook('a', GONE, NOON + 2 * HOUR, NOON + DAY)
    const removal = { seenAt: NOON, since: NOON + HOUR, at: NOON + 2 * HOUR }
    expect((await store().stories(['s-a']))[0]?.articles[0]?.removal).toEqual(removal)
    expect(await store().findings({ kinds: ['coming'], stories: ['s-a'], most: 1 })).toMatchObject([
      { article: { id: 'a', isRemoved: true } },
    ])
    const [moved] = await store().storyHeads({ from: NOON + 2 * HOUR, to: NOON + 3 * HOUR })
    expect(moved).toMatchObject({ id: 's-a', lastAt: removal.at, reports: [{ removal }] })
    const [post, ...others] = await store().postsWithPages(NOON + 2 * HOUR, 0)
    expect(others).toEqual([])
    expect(post).toMatchObject({
      outboxId: 'posted',
      articleId: 'a',
      url: 'https://one.example/a',
      removal,
      changedAt: NOON + 2 * HOUR,
      edits: 0,
      message: { kind: 'briefing' },
    })
    expect(await store().postsWithPages(NOON + 2 * HOUR + 1, 0)).toEqual([])
    expect(await store().postsWithPages(0, NOON + 1)).toEqual([])
    await store().keepLook('a', { ...FOUND, foundAt: NOON + DAY }, NOON + DAY, null)
    expect((await store().stories(['s-a']))[0]?.articles[0]).not.toHaveProperty('removal')
    expect(await store().postsWithPages(NOON + DAY, 0)).toMatchObject([
      { removal: null, changedAt: NOON + DAY },
    ])
  })

  it('forgets pages with the messages of their time, and those of articles with these', async () => {
    await keep('a', 'one.example')
    await keep('b', 'two.example')
    await tell(['https://one.example/a', 'https://two.example/b'])
    await due()
    await store().keepLook('b', FOUND, NOON, NOON)
    await store().keepLook('b', GONE, NOON, NOON)
    while ((await store().pruneDecided(NOON + 1)) > 0);
    expect(await due({ now: NOON + DAY, toldSince: 0 })).toEqual(['b'])
    await store().pruneArticles(NOON + 400 * DAY)
    expect(await due({ now: NOON + 2 * DAY, toldSince: 0 })).toEqual([])
  })
}
