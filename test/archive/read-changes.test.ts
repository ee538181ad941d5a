import { expect, it } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import { readChanges, type ReadPosition } from '../../src/archive/read-changes.ts'
import { aNewsroom, EVENING } from '../fakes/newsroom.ts'
import { anArticle, aRead, HOUR, NOON } from '../storage/a-read.ts'

const BEGINNING: ReadPosition = { at: NOON - 24 * HOUR, storyId: '' }

it('tells each story once, where it moved last, oldest first', async () => {
  const { view } = await aNewsroom()
  const { heads, more } = await openArchive(view).changes(BEGINNING, 10)
  expect(heads.map(({ id }) => id)).toEqual(['sbridge', 'sstrike', 'sdam'])
  expect(more).toBe(false)
})

it('goes on where a page ended, and tells nothing twice on the way', async () => {
  const { view } = await aNewsroom()
  const archive = openArchive(view)
  const told: string[] = []
  let position = BEGINNING
  for (let more = true; more;) {
    const page = await archive.changes(position, 1)
    told.push(...page.heads.map(({ id }) => id))
    position = page.next
    more = page.more
  }
  expect(told).toEqual(['sbridge', 'sstrike', 'sdam'])
})

it('tells a story again when a report of it comes, and an edit', async () => {
  const { view, store, pass } = await aNewsroom()
  const archive = openArchive(view)
  const { next } = await archive.changes(BEGINNING, 10)
  pass(HOUR)
  const late = anArticle({
    id: 'dam-2',
    sourceId: 'levant-post',
    url: 'https://levant-post.example/dam',
    title: 'Dam work stopped',
    seenAt: EVENING + HOUR / 2,
  })
  await store.keepRead(aRead([late], { sourceId: 'levant-post' }, { storyId: 'sdam' }))
  expect((await archive.changes(next, 10)).heads.map(({ id }) => id)).toEqual(['sdam'])
})

it('orders stories of one instant by id, so that a page may end between them', async () => {
  const first = await readChanges({ storyHeads }, { since: { at: 0, storyId: '' }, now: 10, most: 2 })
  expect(first.heads.map(({ id }) => id)).toEqual(['a', 'b'])
  const second = await readChanges({ storyHeads }, { since: first.next, now: 10, most: 2 })
  expect(second.heads.map(({ id }) => id)).toEqual(['c'])
})

it('tells the newest minutes once more, as what was seen in them may be kept later', async () => {
  const { view } = await aNewsroom()
  const { next } = await openArchive(view).changes(BEGINNING, 10)
  expect(next).toEqual({ at: EVENING - 10 * 60_000, storyId: '' })
})

const head = (id: string) => ({ id, storylineId: id, firstAt: 5, lastAt: 5, reports: [] })

/** Three stories that changed at the same time. */
const storyHeads = ({ from, to }: { from: number; to: number }) =>
  Promise.resolve(from <= 5 && 5 < to ? [head('b'), head('a'), head('c')] : [])
