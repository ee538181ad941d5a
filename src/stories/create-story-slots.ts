import type { StoryInMemory } from './story-in-memory.ts'

/**
 * The stories in memory by their order. A row that the orders go round, for a look-up in a Map of so many waits for memory twice: it has room for at least
 * twice the stories there are, and an order whose place is taken is passed over.
 */
export interface StorySlots {
  /** The next order whose place is free, larger than all before. */
  next(): number
  /** Holds a story from now on, or as it is now. */
  set(story: StoryInMemory): void
  get(order: number): StoryInMemory | undefined
  /** Of its last article when it was last set (see `StoryInMemory`), told without a look at the story; undefined where there is none. */
  lastAt(order: number): number | undefined
  delete(order: number): void
}

const LEAST_SLOTS = 1 << 10

export function createStorySlots(): StorySlots {
  let slots = emptySlots(LEAST_SLOTS)
  let lastAts = new Float64Array(LEAST_SLOTS)
  /** 0 is of no story. */
  let orders = new Float64Array(LEAST_SLOTS)
  let stories = 0
  let last = 0

  const slotOf = (order: number): number => order & (slots.length - 1)

  const put = (story: StoryInMemory): void => {
    const slot = slotOf(story.order)
    slots[slot] = story
    orders[slot] = story.order
    lastAts[slot] = story.lastAt
  }

  const grow = (): void => {
    const before = slots
    slots = emptySlots(before.length * 2)
    lastAts = new Float64Array(slots.length)
    orders = new Float64Array(slots.length)
    for (const story of before) if (story !== undefined) put(story)
  }

  return {
    next() {
      if (stories * 2 >= slots.length) grow()
      do last++
      while (orders[slotOf(last)] !== 0)
      return last
    },
    set(story) {
      if (orders[slotOf(story.order)] === 0) stories++
      put(story)
    },
    get(order) {
      const slot = slotOf(order)
      return orders[slot] === order ? slots[slot] : undefined
    },
    lastAt(order) {
      const slot = slotOf(order)
      return orders[slot] === order ? lastAts[slot] : undefined
    },
    delete(order) {
      const slot = slotOf(order)
      if (orders[slot] !== order) return
      stories--
      slots[slot] = undefined
      orders[slot] = 0
    },
  }
}

function emptySlots(length: number): (StoryInMemory | undefined)[] {
  return Array.from({ length }, () => undefined)
}
