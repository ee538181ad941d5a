import { expect, it } from 'vitest'
import type { Store } from '../../src/records/ports/store.ts'
import type { Placement } from '../../src/records/story.ts'
import { FAILED, RECEIPT, SENT, aClaim } from '../storage/a-claim.ts'
import { aCorrection } from '../storage/a-correction.ts'
import { HELLO, aDecision } from '../storage/a-decision.ts'
import { NOON, aRead, anArticle } from '../storage/a-read.ts'

export function correctingCases(store: () => Store): void {
  const keep = (id: string, storyId: string, version = 1, placement: Partial<Placement> = {}) => {
    const article = anArticle({ id, version, contentHash: `${id}@${version}` })
    return store().keepRead(aRead([article], {}, { storyId, ...placement }))
  }
  const post = async (outboxId: string, told: Readonly<Record<string, readonly string[]>>) => {
    const stories = Object.entries(told).map(([storyId, articles]) => ({ storyId, articles }))
    await store().decide(aDecision({ outboxId, slot: outboxId, told: stories }))
    await store().claim(aClaim())
    await store().settle(outboxId, NOON, SENT)
  }
  const outdated = async () =>
    (await store().outdatedPosts(0, 0)).map(({ outboxId, articleId, version, toldVersion }) => ({
      outboxId,
      [articleId]: [toldVersion, version],
    }))

  it('finds posts that tell an older version of an article, and corrects each once', async () => {
    await keep('a', 'S')
    const told = [{ storyId: 'S', articles: ['a@1'] }]
    await store().decide(aDecision({ outboxId: 'posted', slot: '1', told }))
    await store().decide(aDecision({ outboxId: 'waiting', slot: '2', told }))
    await store().claim(aClaim())
    await store().settle('posted', NOON, SENT)
    expect(await store().outdatedPosts(0, 0)).toEqual([])
    await keep('a', 'S', 2)
    const [found, ...others] = await store().outdatedPosts(0, 0)
    expect(others).toEqual([])
    expect(found).toMatchObject({
      outboxId: 'posted',
      articleId: 'a',
      sourceId: 'harbour-post',
      version: 2,
      toldVersion: 1,
      message: HELLO,
      edits: 0,
    })
    expect(await store().outdatedPosts(0, NOON + 1)).toEqual([])
    const correction = aCorrection({
      message: { kind: 'notice', level: 'info', text: 'Corrected.', language: 'en' },
    })
    expect(await store().correct(correction)).toBe(true)
    expect(await store().correct(correction)).toBe(false)
    expect(await store().outdatedPosts(0, 0)).toEqual([])
    await store().claim(aClaim())
    await store().settle('waiting', NOON, FAILED)
    expect(await store().claim(aClaim())).toMatchObject([{ id: 'posted edit 1', edits: RECEIPT }])
  })

  it('finds a post by an article that a split took out of the story that was told', async () => {
    await keep('a', 'S')
    await keep('b', 'S')
    await post('posted', { S: ['a@1', 'b@1'] })
    await keep('c', 'T', 1, { movedArticleIds: ['a'] })
    expect(await outdated()).toEqual([])
    await keep('a', 'T', 2)
    expect(await outdated()).toEqual([{ outboxId: 'posted', a: [1, 2] }])
  })

  it('finds a post by an article that its edit moves to another story', async () => {
    await keep('a', 'S')
    await keep('b', 'S')
    await keep('c', 'T')
    await post('posted', { S: ['a@1'] })
    await keep('a', 'T', 2)
    expect(await outdated()).toEqual([{ outboxId: 'posted', a: [1, 2] }])
  })

  it('finds a post that told a merged story, whether it was split before or is merged again', async () => {
    await keep('a', 'Old')
    await keep('b', 'S')
    await post('posted', { Old: ['a@1'] })
    await keep('c', 'S', 1, { mergedStoryIds: ['Old'] })
    await keep('d', 'T', 1, { movedArticleIds: ['a'] })
    await keep('e', 'U', 1, { mergedStoryIds: ['S'] })
    await keep('f', 'V', 1, { mergedStoryIds: ['T'] })
    await keep('a', 'V', 2)
    expect(await outdated()).toEqual([{ outboxId: 'posted', a: [1, 2] }])
  })

  it('goes by the newest version that a message tells, where it tells both stories that the article stood in', async () => {
    await keep('a', 'S')
    await keep('b', 'S')
    await keep('c', 'T')
    await keep('a', 'T', 2)
    await post('posted', { S: ['a@1', 'b@1'], T: ['a@2'] })
    expect(await outdated()).toEqual([])
    await keep('a', 'T', 3)
    expect(await outdated()).toEqual([{ outboxId: 'posted', a: [2, 3] }])
  })

  it('forgets where an article stood with the messages of that time', async () => {
    await keep('a', 'S')
    await keep('b', 'S')
    await post('posted', { S: ['a@1'] })
    await keep('c', 'T', 1, { movedArticleIds: ['a'] })
    while ((await store().pruneDecided(NOON)) > 0);
    await keep('a', 'T', 2)
    expect(await outdated()).toEqual([{ outboxId: 'posted', a: [1, 2] }])
    // Two batches: the message, and the record that the article has moved.
    expect(await store().pruneDecided(NOON + 1)).toBe(1)
    expect(await store().pruneDecided(NOON + 1)).toBe(1)
    expect(await store().pruneDecided(NOON + 1)).toBe(0)
  })
}
