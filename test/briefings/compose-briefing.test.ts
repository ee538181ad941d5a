import { expect, it } from 'vitest'
import { composeBriefing } from '../../src/briefings/compose-briefing.ts'
import type { NewsArchive } from '../../src/briefings/news-archive.ts'
import { aNewsroom, EVENING } from '../fakes/newsroom.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { HOUR } from '../storage/a-read.ts'

const DAY = 24 * HOUR
const MINUTE = 60_000

/** A briefing of the last ten days, in which so many stories moved, one a minute. */
async function briefTenDays(stories: number) {
  const { view } = await aNewsroom()
  const [like] = await view.archive.storyHeads({ from: EVENING - DAY, to: EVENING })
  if (like === undefined) throw new Error('no story')
  let read = 0
  const heads = Array.from({ length: stories }, (_, nth) => {
    const at = EVENING - (nth + 1) * MINUTE
    const reports = like.reports.map((report) => ({ ...report, publishedAt: at, seenAt: at, changedAt: at }))
    return { id: `s${nth}`, firstAt: at, lastAt: at, reports }
  })
  const archive: NewsArchive = {
    ...view.archive,
    storyHeads({ from, most = Infinity }) {
      const moved = heads.filter(({ lastAt }) => lastAt >= from).slice(0, most)
      read += moved.length
      return Promise.resolve(moved)
    },
  }
  const period = { from: EVENING - 10 * DAY, now: EVENING, onlyMoved: false }
  const { briefing } = await composeBriefing(aSubscription({ stories: 10 }), period, archive, view.settings)
  return { briefing, read }
}

it('reads ten thousand stories at most, and says since when they are all told', async () => {
  const { briefing, read } = await briefTenDays(12_000)
  expect(read).toBe(10_000)
  expect(briefing.askedFrom).toBe(EVENING - 10 * DAY)
  expect(briefing.from).toBe(EVENING - 10_000 * MINUTE + 1)
  // The oldest one moved before that; ten were chosen.
  expect(briefing.leftOut).toBe(9_999 - 10)
})

it('tells all of the time asked for where fewer moved', async () => {
  const { briefing } = await briefTenDays(50)
  expect(briefing.from).toBe(EVENING - 10 * DAY)
  expect(briefing).not.toHaveProperty('askedFrom')
})
