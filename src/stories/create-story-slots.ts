import type { StoryInMemory } from './story-in-memory.ts'

/**
 * The stories in memory by their order. A ring of slots, because a look-up in such a large Map waits for
 * memory twice. It has at least twice as many slots as stories, and an order whose slot is taken is skipped.
 */
export interface StorySlots {
  /** Returns the next order whose slot is free. It is larger than all before. */
  next(): number
  /** Stores a story, or updates what is known of it. */
  set(story: StoryInMemory): void
  get(order: number): StoryInMemory | undefined
  /**
   * Returns the time of its last article at the last `set` (see `StoryInMemory`), without touching the story.
   * Undefined if there is no story.
   */
  lastAt(order: number): number | undefined
  /**
   * Returns the language of all its articles at the last `set`; null for several languages, undefined if
   * there is no story.
   */
  languageOf(order: number): string | null | undefined
  delete(order: number): void
}

const LEAST_SLOTS = 1 << 10

export function createStorySlots(): StorySlots {
  let slots = emptySlots(LEAST_SLOTS)
  /**
   * For each slot the order of its story (0 for none) and the time of its last article, side by side so that
   * one memory access finds both.
   */
  let heads = new Float64Array(LEAST_SLOTS * 2)
  let languages = noLanguages(LEAST_SLOTS)
  let stories = 0
  let last = 0

  const slotOf = (order: number): number => order & (slots.length - 1)

  const put = (story: StoryInMemory): void => {
    const slot = slotOf(story.order)
    slots[slot] = story
    heads[slot * 2] = story.order
    heads[slot * 2 + 1] = story.lastAt
    const [part, ...others] = story.parts
    languages[slot] = others.length > 0 ? null : part?.language
  }

  const grow = (): void => {
    const before = slots
    slots = emptySlots(before.length * 2)
    heads = new Float64Array(slots.length * 2)
    languages = noLanguages(slots.length)
    for (const story of before) if (story !== undefined) put(story)
  }

  return {
    next() {
      if (stories * 2 >= slots.length) grow()
      do last++
      while (heads[slotOf(last) * 2] !== 0)
      return last
    },
    set(story) {
      if (heads[slotOf(story.order) * 2] === 0) stories++
      put(story)
    },
    get(order) {
      const slot = slotOf(order)
      return heads[slot * 2] === order ? slots[slot] : undefined
    },
    lastAt(order) {
      const slot = slotOf(order)
      return heads[slot * 2] === order ? heads[slot * 2 + 1] : undefined
    },
    languageOf(order) {
      const slot = slotOf(order)
      return heads[slot * 2] === order ? languages[slot] : undefined
    },
    delete(order) {
      const slot = slotOf(order)
      if (heads[slot * 2] !== order) return
      stories--
      slots[slot] = undefined
      heads[slot * 2] = 0
    },
  }
}

const noLanguages = (length: number): (string | null | undefined)[] => Array.from({ length }, () => undefined)

function emptySlots(length: number): (StoryInMemory | undefined)[] {
  return Array.from({ length }, () => undefined)
}
