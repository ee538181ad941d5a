import { describe, expect, it } from 'vitest'
import { aRead, anArticle, HOUR } from '../storage/a-read.ts'
import { aNewsroom, EVENING } from '../fakes/newsroom.ts'

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
