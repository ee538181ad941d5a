import { expect, it } from 'vitest'
import type { Store } from '../../src/records/ports/store.ts'
import type { Placement } from '../../src/records/story.ts'
import { aClaim, SENT } from '../storage/a-claim.ts'
import { aDecision } from '../storage/a-decision.ts'
import { anArticle, aRead, NOON } from '../storage/a-read.ts'

const aPlace = (articleId: string, storyId: string, more: Partial<Placement> = {}): Placement => ({
  articleId,
  storyId,
  storylineId: `l${storyId}`,
  copyOf: null,
  agency: null,
  mergedStoryIds: [],
  ...more,
})

/** Cases: hours that were grouped for good. */
export function settlingCases(store: () => Store): void {
  const keep = (id: string, placement: Partial<Placement>) =>
    store().keepRead(aRead([anArticle({ id })], {}, placement))
  const settle = (hour: number, ...placements: Placement[]) =>
    store().keepSettled({ placements, hour, at: NOON })
  const membersOf = async (...ids: string[]) =>
    (await store().stories(ids)).map(
      ({ id, articles }) => `${id}: ${articles.map((one) => one.id).join(' ')}`,
    )

  it('remembers until which hour all is settled', async () => {
    expect(await store().settledUntil()).toBeNull()
    await settle(7)
    await settle(8)
    expect(await store().settledUntil()).toBe(8)
  })

  it('moves articles to where they belong, with their running stories, and skips what is not stored', async () => {
    await keep('a', { storyId: 'A', storylineId: 'lA' })
    await keep('b', { storyId: 'A' })
    await keep('c', { storyId: 'C' })
    await settle(7, aPlace('b', 'B', { movedArticleIds: ['c'] }), aPlace('never kept', 'N'))
    expect(await membersOf('A', 'B')).toEqual(['A: a', 'B: b c'])
    expect(await store().storylines(['A', 'B'])).toEqual(
      new Map([
        ['A', { id: 'A', storylineId: 'lA' }],
        ['B', { id: 'B', storylineId: 'lB' }],
      ]),
    )
  })

  it('leads from a story that was left empty to where its last article went, wherever that moved in between', async () => {
    await keep('a', { storyId: 'A' })
    await keep('b', { storyId: 'B' })
    await settle(7, aPlace('a', 'M'), aPlace('b', 'T', { movedArticleIds: ['a'] }))
    expect(await membersOf('A')).toEqual(['T: a b'])
    expect(await membersOf('B')).toEqual(['T: a b'])
  })

  it('does not lead away from a story that was left and filled again', async () => {
    await keep('a', { storyId: 'A' })
    await keep('b', { storyId: 'B' })
    await settle(7, aPlace('a', 'T'), aPlace('b', 'A'))
    expect(await membersOf('A', 'T')).toEqual(['A: b', 'T: a'])
  })

  it('keeps of which text an article is a copy', async () => {
    await keep('a', { storyId: 'A', copyOf: null })
    await keep('b', { storyId: 'A', copyOf: 'a' })
    await settle(7, aPlace('a', 'A', { copyOf: 'b' }), aPlace('b', 'A'))
    const [story] = await store().stories(['A'])
    expect(story?.articles.map(({ id, copyOf }) => [id, copyOf])).toEqual([
      ['a', 'b'],
      ['b', null],
    ])
  })

  it('changes nothing if it is kept twice', async () => {
    await keep('a', { storyId: 'A' })
    await keep('b', { storyId: 'B' })
    const placements = [aPlace('a', 'T', { mergedStoryIds: ['B'] })]
    await settle(7, ...placements)
    await settle(7, ...placements)
    expect(await membersOf('A', 'B')).toEqual(['T: a b'])
  })

  it('finds a post by an article that moved out of the story that was told', async () => {
    await keep('a', { storyId: 'A' })
    await keep('b', { storyId: 'A' })
    await store().decide(
      aDecision({ outboxId: 'posted', told: [{ storyId: 'A', articles: ['a@1', 'b@1'] }] }),
    )
    await store().claim(aClaim())
    await store().settle('posted', NOON, SENT)
    await settle(7, aPlace('b', 'B'))
    await store().keepRead(aRead([anArticle({ id: 'b', version: 2 })], {}, { storyId: 'B' }))
    expect(await store().outdatedPosts(0, 0)).toMatchObject([
      { outboxId: 'posted', articleId: 'b', toldVersion: 1, version: 2 },
    ])
  })
}
