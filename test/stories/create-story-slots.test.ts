import { array, assert, boolean, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStorySlots } from '../../src/stories/create-story-slots.ts'
import { beginRunningStory, beginStory } from '../../src/stories/story-in-memory.ts'
import type { StoryInMemory } from '../../src/stories/story-in-memory.ts'

describe('createStorySlots', () => {
  it('tells when the last article of a story came, as of when it was last set', () => {
    const slots = createStorySlots()
    const story = beginStory('flood', slots.next(), beginRunningStory('affair'))
    story.lastAt = 1_000
    slots.set(story)
    story.lastAt = 2_000
    expect(slots.lastAt(story.sequence)).toBe(1_000)
    slots.set(story)
    expect(slots.lastAt(story.sequence)).toBe(2_000)
    slots.delete(story.sequence)
    expect(slots.lastAt(story.sequence)).toBeUndefined()
  })

  it('finds every story that it holds and none that has ended, however long some of them live', () => {
    assert(
      property(array(boolean(), { minLength: 1, maxLength: 6_000, size: 'max' }), (endings) => {
        const slots = createStorySlots()
        const living: StoryInMemory[] = []
        const ended: StoryInMemory[] = []
        for (const [i, isEnding] of endings.entries()) {
          const story = beginStory(`s${i}`, slots.next(), beginRunningStory('affair'))
          slots.set(story)
          living.push(story)
          // The first ten remain while the order numbers wrap around past them.
          for (const old of isEnding ? living.splice(10, 2) : []) {
            slots.delete(old.sequence)
            ended.push(old)
          }
        }
        for (const story of living) expect(slots.get(story.sequence)).toBe(story)
        for (const { sequence } of ended) expect(slots.get(sequence)).toBeUndefined()
      }),
      { numRuns: 5 },
    )
  })
})
