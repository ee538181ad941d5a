import { expect, it } from 'vitest'
import { createMessagePictures } from '../../src/pictures/message-pictures.ts'
import type { PictureRequest } from '../../src/pictures/open-pictures.ts'

const results = { about: 'compare', query: 'Dam bursts', hits: [], more: false } as const
const message = { kind: 'search', results, zone: 'UTC', language: 'en' } as const

it('draws by whom the outlets of a story are owned, where its sides are told', async () => {
  const wishes: PictureRequest[] = []
  const draw = createMessagePictures({
    draw: (wish) => {
      wishes.push(wish)
      return Promise.resolve(null)
    },
  })
  const owners = [
    { ownership: 'state', count: 3 },
    { ownership: 'private', count: 1 },
  ] as const
  expect(await draw({ ...message, results: { ...results, owners } })).toEqual([])
  expect(wishes).toMatchObject([{ kind: 'ownership', figures: owners, as: 'png' }])
  await draw({ ...message, results: { ...results, owners: [] } })
  expect(wishes).toHaveLength(1)
})
