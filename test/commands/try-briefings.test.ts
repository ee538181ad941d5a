import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StoryHead } from '../../src/records/story.ts'
import { tryBriefings } from '../../src/commands/trial.ts'
import { aNewsroom, EVENING } from '../fakes/newsroom.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { HOUR } from '../storage/a-read.ts'

const WEEK = 7 * 24 * HOUR

/** Makes each access to the reports of a story take a millisecond. */
function slow(story: StoryHead, onLook: () => void): StoryHead {
  return {
    ...story,
    get reports() {
      vi.advanceTimersByTime(1)
      onLook()
      return story.reports
    },
  }
}

/**
 * Tries an hourly subscription over a week, in which the story of a bridge changed before two of 168
 * servings.
 */
async function tryHourly() {
  const { view } = await aNewsroom()
  const span = { from: EVENING - WEEK, to: EVENING }
  const bridges = (await view.archive.storyHeads(span)).filter(({ id }) => id === 'sbridge')
  let looks = 0
  let held = 0
  let longest = 0
  const many = Array.from({ length: 40 }, (_, nth) =>
    bridges.map((story) =>
      slow({ ...story, id: `${story.id}${nth}`, storylineId: `l${nth}` }, () => {
        looks++
        held++
        longest = Math.max(longest, held)
      }),
    ),
  ).flat()
  let isTrying = true
  const breathe = () => {
    held = 0
    if (isTrying) setImmediate(breathe)
  }
  setImmediate(breathe)
  const hourly = aSubscription({ kind: 'hourly', to: 'slack:desk', stories: 100, perSection: 100 })
  const archive = { ...view.archive, storyHeads: () => Promise.resolve(many) }
  const { servings } = await tryBriefings(hourly, span, { archive, settings: view.settings })
  isTrying = false
  return { looks, longest, stories: many.length, told: servings.map(({ stories }) => stories.length) }
}

describe('tryBriefings', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] })
  })
  afterEach(() => vi.useRealTimers())

  it('lets others run while it goes through many stories', async () => {
    const { longest, looks } = await tryHourly()
    expect(looks).toBeGreaterThan(100)
    expect(longest).toBeLessThan(10)
  })

  it('looks at a story for the servings before which it moved, not for all of a week', async () => {
    const { looks, stories, told } = await tryHourly()
    expect(told.filter((count) => count > 0)).toEqual([40, 40])
    expect(looks / stories).toBeLessThan(10)
  })
})
