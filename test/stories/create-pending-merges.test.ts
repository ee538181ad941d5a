import { expect, it } from 'vitest'
import { createPendingMerges } from '../../src/stories/create-pending-merges.ts'
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
  const merges = createPendingMerges()
  await expect(merges.keeping([place('old', 'young')], fail)).rejects.toThrow('disk full')
  expect(merges.withPending(place('other'))).toEqual(place('other'))
  expect(merges.withPending(place('old'))).toEqual(place('old', 'young'))
  await expect(merges.keeping([merges.withPending(place('old', 'third'))], fail)).rejects.toThrow('disk full')
  expect(merges.withPending(place('old'))).toEqual(place('old', 'young', 'third'))
  await merges.keeping([merges.withPending(place('old'))], succeed)
  expect(merges.withPending(place('old'))).toEqual(place('old'))
})

it('takes what is pending for a story along when that one is merged itself', async () => {
  const merges = createPendingMerges()
  await merges.keeping([place('old', 'young')], fail).catch(() => undefined)
  const merged = merges.withPending(place('oldest', 'old'))
  expect(merged).toEqual(place('oldest', 'old', 'young'))
  await merges.keeping([merged], succeed)
  expect(merges.withPending(place('old'))).toEqual(place('old'))
})

it('owes nothing of what was kept', async () => {
  const merges = createPendingMerges()
  await merges.keeping([place('old', 'young')], succeed)
  expect(merges.withPending(place('old'))).toEqual(place('old'))
})
