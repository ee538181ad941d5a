import type { BriefingArchive } from '../../src/briefings/composition.ts'
import { describe, expect, it } from 'vitest'
import { readDays } from '../../src/commands/trial.ts'
import type { StoryWindow } from '../../src/records/ports/news-archive.ts'
import type { StoryHead } from '../../src/records/story.ts'
import { aNewsroom, EVENING } from '../fakes/newsroom.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { HOUR } from '../storage/a-read.ts'

const DAY = 24 * HOUR
const SPAN = { from: EVENING - 8 * DAY, to: EVENING }

/** Eight days with this many stories: each changed once, one after the other, and one changed every day. */
async function eightDays(stories: number) {
  const { view } = await aNewsroom()
  const [like] = await view.archive.storyHeads({ from: EVENING - DAY, to: EVENING })
  const [report] = like?.reports ?? []
  if (like === undefined || report === undefined) throw new Error('no story')
  const story = (id: string, moments: readonly number[]): StoryHead => ({
    ...like,
    id,
    lastAt: moments[0] ?? 0,
    reports: moments.map((seenAt) => ({
      ...report,
      articleId: `${id} ${seenAt}`,
      seenAt,
      changedAt: seenAt,
    })),
  })
  const every = story(
    'every',
    Array.from({ length: 8 }, (_, nth) => EVENING - nth * DAY - 1),
  )
  const heads = [
    every,
    ...Array.from({ length: stories }, (_, nth) =>
      story(`s${nth}`, [EVENING - ((nth + 1) * 8 * DAY) / stories]),
    ),
  ]
  const windows: StoryWindow[] = []
  const archive: BriefingArchive = {
    ...view.archive,
    storyHeads(window) {
      windows.push(window)
      const { from, to, most } = window
      const moved = heads.filter(({ reports }) => reports.some(({ seenAt }) => seenAt >= from && seenAt < to))
      return Promise.resolve(moved.slice(0, most))
    },
  }
  const subscription = aSubscription({ countries: ['SY'] })
  const read = await readDays(subscription, SPAN, { archive, settings: view.settings })
  return { ...read, windows }
}

describe('readDays', () => {
  it('reads each story once, and of each day only what may fit', async () => {
    const { stories, lookedAt, windows } = await eightDays(5_000)
    expect(stories).toHaveLength(5_001)
    expect(lookedAt).toBeNull()
    expect(windows.map(({ from, to }) => (to - from) / DAY)).toEqual(Array.from({ length: 8 }, () => 1))
    expect(new Set(windows.map(({ about }) => JSON.stringify(about)))).toEqual(
      new Set(['{"countries":["SY"]}']),
    )
  })

  it('reads ten thousand at most, of each day alike, and says how many of a day', async () => {
    const { stories, lookedAt } = await eightDays(11_400)
    expect(lookedAt).toBe(1_250)
    // The story that changed every day is counted once.
    expect(stories).toHaveLength(8 * 1_249 + 1)
    expect(Math.min(...stories.map(({ lastAt }) => lastAt))).toBeLessThan(EVENING - 7 * DAY)
  })
})
