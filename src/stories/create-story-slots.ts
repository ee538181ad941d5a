import type { StoryInMemory } from './story-in-memory.ts'

/**
 * Stories by their order. An array that the numbers go round, since a look-up in a Map of so many waits for memory twice; it has room for twice the stories
 * there are, and a number whose place is taken is passed over.
 */
export interface StorySlots {
  /** The next number that is free; greater than all before. */
  next(): number
  set(story: StoryInMemory): void
  get(order: number): StoryInMemory | undefined
  delete(order: number): void
}

export function createStorySlots(): StorySlots {
  let slots = Array.from<StoryInMemory | undefined>({ length: 1 << 10 }).fill(undefined)
  let stories = 0
  let begun = 0
  const slotOf = (order: number): number => order & (slots.length - 1)

  return {
    next() {
      if (stories * 2 >= slots.length) {
        const before = slots
        slots = Array.from<StoryInMemory | undefined>({ length: before.length * 2 }).fill(undefined)
        for (const story of before) if (story !== undefined) slots[slotOf(story.order)] = story
      }
      do begun++
      while (slots[slotOf(begun)] !== undefined)
      return begun
    },
    set(story) {
      stories++
      slots[slotOf(story.order)] = story
    },
    get(order) {
      const story = slots[slotOf(order)]
      return story?.order === order ? story : undefined
    },
    delete(order) {
      stories--
      slots[slotOf(order)] = undefined
    },
  }
}
