import { describe, expect, it } from 'vitest'
import { createStoryGrouper } from '../../../src/stories/create-story-grouper.ts'
import { anArticle } from '../../stories/an-article-to-place.ts'
import { tellEvent } from './publish.ts'

describe('tellEvent', () => {
  it('tells events that the grouper keeps apart from the first hour on, and its outlets together', () => {
    const grouper = createStoryGrouper()
    const places = Array.from({ length: 72 }, (_, event) =>
      [0, 1].map((outlet) => {
        const at = Date.UTC(2026, 2, 10) + event * 100_000
        const { title, text } = tellEvent(outlet, event, { at, isEdited: false })
        const article = anArticle({ id: `${event}-${outlet}`, title, text })
        return grouper.place({ ...article, sourceId: `outlet-${outlet}`, at }).storyId
      }),
    )
    expect(places.filter(([one, other]) => one !== other)).toEqual([])
    expect(new Set(places.flat()).size).toBeGreaterThan(60)
  })
})
