import { describe, expect, it } from 'vitest'
import { anArticle, aRead, HOUR } from '../storage/a-read.ts'
import { tryAlerts } from '../../src/commands/trial.ts'
import { aNewsroom, EVENING, type FakeNewsroom } from '../fakes/newsroom.ts'
import { aSchedule, DAY, EIGHT, MINUTE, SETTINGS } from '../schedule/a-schedule.ts'
import { aSubscription } from '../schedule/a-subscription.ts'

describe('test', () => {
  it('tells what a subscription would have sent, and sends nothing', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('subscribe all at 13:30 and 17:30 utc to me')
    newsroom.pass(24 * HOUR)
    const before = await newsroom.store.counts()
    const message = await newsroom.ask('test', { channel: 'slack:@T1/ada', isDirect: true })
    expect(message).toMatchObject({
      kind: 'trial',
      trial: {
        servings: [
          {
            at: Date.parse('2026-03-10T13:30Z'),
            stories: [{ headline: 'Bridge over the Euphrates opens to lorries' }, { id: 'sstrike' }],
          },
          { at: Date.parse('2026-03-10T17:30Z'), stories: [{ id: 'sdam' }] },
        ],
        empty: 12,
      },
    })
    expect(await newsroom.store.counts()).toEqual(before)
  })

  it('tries an alert: each story when its outlets had come together, capped', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('subscribe all alert outlets 2')
    expect(await newsroom.ask('test')).toMatchObject({
      trial: { servings: [{ at: EVENING - 4 * HOUR, stories: [{ id: 'sbridge' }] }], empty: 0 },
    })
  })
})

/** Lets two outlets report on each of these stories from Lebanon. */
async function confirm({ store }: FakeNewsroom, at: number, ...stories: string[]): Promise<void> {
  for (const storyId of stories)
    for (const sourceId of ['levant-post', 'nile-wire']) {
      const article = anArticle(
        { id: `${storyId}-${sourceId}`, sourceId, title: storyId, seenAt: at, publishedAt: at },
        { countries: [{ code: 'LB', score: 1, focus: true }] },
      )
      await store.keepRead(aRead([article], { sourceId }, { storyId }))
    }
}
async function trialOf(newsroom: FakeNewsroom) {
  const message = await newsroom.ask('test')
  if (message.kind !== 'trial') throw new Error(message.kind)
  const { servings, earlier, capped } = message.trial
  return { times: servings.map(({ at }) => (EVENING - at) / HOUR), earlier, capped }
}

describe('a test of an alert', () => {
  it('holds in quiet hours what comes then until they end', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('subscribe lebanon alert outlets 2 quiet 22:00-07:00')
    await confirm(newsroom, EVENING - 19 * HOUR, 'at-eleven-in-the-evening')
    await confirm(newsroom, EVENING - 10 * HOUR, 'at-eight-in-the-morning')
    expect(await trialOf(newsroom)).toEqual({
      times: [11, 10],
      earlier: 0,
      capped: { late: 0, lost: 0, perHour: 4 },
    })
  })

  it('lets what is over the cap wait for the next hour, and says how many did', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('subscribe lebanon alert outlets 2')
    await confirm(newsroom, EVENING - 10 * HOUR, ...Array.from({ length: 6 }, (_, index) => `s${index}`))
    expect(await trialOf(newsroom)).toEqual({
      times: [10, 10, 10, 10, 9, 9],
      earlier: 0,
      capped: { late: 2, lost: 0, perHour: 4 },
    })
  })

  it('says how many grew old before their turn', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('subscribe lebanon alert outlets 2')
    await confirm(newsroom, EVENING - 20 * HOUR, ...Array.from({ length: 30 }, (_, index) => `s${index}`))
    expect(await trialOf(newsroom)).toMatchObject({ earlier: 14, capped: { late: 24, lost: 2 } })
  })

  it.each([1, 2, 3, 4, 5, 6])('comes to what was really sent (news %i)', async (seed) => {
    const schedule = await aSchedule()
    const alert = { outlets: 2, perHour: 2, cooldownHours: 3 }
    const own = aSubscription({ kind: 'alert', alert, quiet: { from: '13:00', to: '15:30' } })
    let dice = seed
    const roll = (sides: number) => (dice = (dice * 48_271) % 2_147_483_647) % sides
    const sent: string[] = []
    for (let tick = 0; tick < 90; tick++, schedule.pass(10 * MINUTE)) {
      const seenAt = schedule.now() - 1_000
      const story = `story${Math.floor(tick / 30)}${roll(5)}`
      const stated = { id: `${story}-${tick}`, seenAt, publishedAt: seenAt }
      if (roll(3) > 0) await schedule.report(story, `outlet${roll(6)}`, stated)
      for (const told of (await schedule.serve(own))['terminal:here'] ?? [])
        sent.push(...told.map((line) => `${line.split(' ')[0]} ${(schedule.now() - EIGHT) / MINUTE}`))
    }
    const news = { archive: schedule.store, settings: { ...(await aNewsroom()).view.settings, ...SETTINGS } }
    const { servings } = await tryAlerts({ ...own, alert }, { from: EIGHT - DAY, to: schedule.now() }, news)
    const tried = servings.flatMap(({ at, stories }) =>
      stories.map(({ id }) => `${id} ${Math.ceil((at - EIGHT) / MINUTE)}`),
    )
    expect(sent.length).toBeGreaterThan(8)
    expect(tried).toEqual(sent)
  })
})

describe('a test of an hourly subscription', () => {
  it('shows the newest times and says how many others there are', async () => {
    const { ask, store } = await aNewsroom()
    for (let hours = 1; hours <= 16; hours++) {
      const seenAt = EVENING - hours * 3 * HOUR
      const article = anArticle(
        { id: `quiet-${hours}`, title: `Day ${hours} passes`, seenAt, publishedAt: seenAt },
        { countries: [{ code: 'LB', score: 1, focus: true }] },
      )
      await store.keepRead(aRead([article]))
    }
    await ask('subscribe lebanon hourly')
    const message = await ask('test')
    if (message.kind !== 'trial') throw new Error(message.kind)
    expect(message.trial.servings).toHaveLength(14)
    expect(message.trial).toMatchObject({ earlier: 2, empty: 7 * 24 - 16 })
  })
})
