import type { StoryInMemory } from './story-in-memory.ts'

/**
 * The stories in memory by their sequence number. A ring of slots, because a look-up in such a large Map
 * waits for memory twice. It has at least twice as many slots as stories, and a number whose slot is taken is
 * skipped.
 */
export interface StorySlots {
  /** Returns the next number whose slot is free. It is larger than all before. */
  next(): number
  /** Stores a story, or updates what is known of it. */
  set(story: StoryInMemory): void
  get(sequence: number): StoryInMemory | undefined
  /**
   * Returns the time of its last article at the last `set` (see `StoryInMemory`), without touching the story.
   * Undefined if there is no story.
   */
  lastAt(sequence: number): number | undefined
  /**
   * Returns the language of all its articles at the last `set`; null for several languages, undefined if
   * there is no story.
   */
  languageOf(sequence: number): string | null | undefined
  delete(sequence: number): void
}

const LEAST_SLOTS = 1 << 10

export function createStorySlots(): StorySlots {
  let slots = emptySlots(LEAST_SLOTS)
  /**
   * For each slot the number of its story (0 for none) and the time of its last article, side by side so that
   * one memory access finds both.
   */
  let heads = new Float64Array(LEAST_SLOTS * 2)
  let languages = noLanguages(LEAST_SLOTS)
  let stories = 0
  let last = 0

  const slotOf = (sequence: number): number => sequence & (slots.length - 1)

  const put = (story: StoryInMemory): void => {
    const slot = slotOf(story.sequence)
    slots[slot] = story
    heads[slot * 2] = story.sequence
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
      if (heads[slotOf(story.sequence) * 2] === 0) stories++
      put(story)
    },
    get(sequence) {
      const slot = slotOf(sequence)
      return heads[slot * 2] === sequence ? slots[slot] : undefined
    },
    lastAt(sequence) {
      const slot = slotOf(sequence)
      return heads[slot * 2] === sequence ? heads[slot * 2 + 1] : undefined
    },
    languageOf(sequence) {
      const slot = slotOf(sequence)
      return heads[slot * 2] === sequence ? languages[slot] : undefined
    },
    delete(sequence) {
      const slot = slotOf(sequence)
      if (heads[slot * 2] !== sequence) return
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
