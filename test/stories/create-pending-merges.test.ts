import { expect, it } from 'vitest'
import { createOwedMerges } from '../../src/stories/create-pending-merges.ts'
import type { Placement } from '../../src/records/story.ts'

const place = (storyId: string, ...mergedStoryIds: string[]): Placement => ({
  articleId: 'a',
  storyId,
  copyOf: null,
  agency: null,
  mergedStoryIds,
})
const succeed = async () => undefined
const fail = () => Promise.reject(new Error('disk full'))

it('tells a merge that could not be kept again, with the next article of its story, until it is kept', async () => {
  const merges = createOwedMerges()
  await expect(merges.keeping([place('old', 'young')], fail)).rejects.toThrow('disk full')
  expect(merges.withOwed(place('other'))).toEqual(place('other'))
  expect(merges.withOwed(place('old'))).toEqual(place('old', 'young'))
  await expect(merges.keeping([merges.withOwed(place('old', 'third'))], fail)).rejects.toThrow('disk full')
  expect(merges.withOwed(place('old'))).toEqual(place('old', 'young', 'third'))
  await merges.keeping([merges.withOwed(place('old'))], succeed)
  expect(merges.withOwed(place('old'))).toEqual(place('old'))
})

it('takes what is owed to a story along when that one is merged itself', async () => {
  const merges = createOwedMerges()
  await merges.keeping([place('old', 'young')], fail).catch(() => undefined)
  const merged = merges.withOwed(place('oldest', 'old'))
  expect(merged).toEqual(place('oldest', 'old', 'young'))
  await merges.keeping([merged], succeed)
  expect(merges.withOwed(place('old'))).toEqual(place('old'))
})

it('owes nothing of what was kept', async () => {
  const merges = createOwedMerges()
  await merges.keeping([place('old', 'young')], succeed)
  expect(merges.withOwed(place('old'))).toEqual(place('old'))
})
