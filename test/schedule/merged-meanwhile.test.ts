import { describe, expect, it } from 'vitest'
import { createDecider } from '../../src/schedule/create-decider.ts'
import type { Subscription } from '../../src/records/subscription.ts'
import { misprintsIn } from '../fakes/misprints.ts'
import { aRead, anArticle } from '../storage/a-read.ts'
import { aSchedule, DAY, HOUR, MINUTE, SETTINGS, storiesOf } from './a-schedule.ts'
import { aSubscription } from './a-subscription.ts'

/**
 * A schedule in which `gone` is merged into `stays`, by a report of another outlet, right after the news was
 * read.
 */
async function aMerger(stays: string, gone: string) {
  const schedule = await aSchedule()
  const { now, store } = schedule
  const merging = {
    ...store,
    async muted() {
      const muted = await store.muted()
      const joining = anArticle({
        id: 'joining',
        sourceId: 'z',
        title: 'quake and tremor are one, as 9 facts show',
        seenAt: now(),
        publishedAt: now(),
      })
      const placed = { storyId: stays, mergedStoryIds: [gone] }
      await store.keepRead(aRead([joining], { sourceId: 'z' }, placed))
      return muted
    },
  }
  const serveMerging = async (...subscriptions: Subscription[]) => {
    const { faults } = await createDecider(merging, SETTINGS).decide(subscriptions, now())
    expect(faults).toEqual([])
    return schedule.deliverAll()
  }
  return { ...schedule, serveMerging }
}

const anAlert = aSubscription({
  kind: 'alert',
  alert: { outlets: 1, perHour: 4, cooldownHours: 6 },
})

describe('stories that are merged while a briefing is composed', () => {
  it('are printed and booked as one, with the reports of both that were read, and come again only with what is new', async () => {
    const { pass, report, serve, serveMerging, store } = await aMerger('quake', 'tremor')
    await report('quake', 'a')
    await report('tremor', 'b')
    const [briefing] = (await serveMerging(aSubscription()))['terminal:here'] ?? []
    expect(storiesOf(briefing)).toEqual(['quake new'])
    const [story] = briefing?.sections[0]?.stories ?? []
    expect(story?.outlets.map(({ sourceId }) => sourceId).toSorted()).toEqual(['a', 'b'])
    const told = await store.told('terminal:here')
    expect(told.get('quake')?.articles.toSorted()).toEqual(['quake-a@1', 'tremor-b@1'])
    expect(briefing && (await misprintsIn(briefing, [...new Set(told.values())], store))).toEqual([])
    pass(DAY)
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['quake updated']] })
  })

  it('are updated where one of them was told before', async () => {
    const { pass, report, serve, serveMerging } = await aMerger('quake', 'tremor')
    await report('quake', 'a')
    await serve(aSubscription())
    pass(DAY)
    await report('quake', 'b')
    await report('tremor', 'c')
    const [briefing] = (await serveMerging(aSubscription()))['terminal:here'] ?? []
    expect(storiesOf(briefing)).toEqual(['quake updated'])
  })

  it('are not told where the one that stays is muted', async () => {
    const { now, report, serveMerging, store } = await aMerger('quake', 'tremor')
    await report('quake', 'a')
    await report('tremor', 'b')
    await report('vote', 'a')
    await store.muteStory('terminal:here', 'quake', now())
    const [briefing] = (await serveMerging(aSubscription()))['terminal:here'] ?? []
    expect(storiesOf(briefing)).toEqual(['vote new'])
    const alerts = await serveMerging({ ...anAlert, id: 'alert' })
    expect(alerts).toEqual({})
  })

  it('alert once, and not at all where the one that stays did so lately', async () => {
    const { pass, report, serve, serveMerging } = await aMerger('quake', 'tremor')
    const later = { ...anAlert, id: 'later', to: 'terminal:later' }
    await report('quake', 'a')
    await serve(later)
    pass(HOUR)
    await report('quake', 'b')
    await report('tremor', 'c')
    pass(MINUTE)
    const alerts = await serveMerging(anAlert, later)
    expect(Object.entries(alerts).map(([to, all]) => [to, all.map(storiesOf)])).toEqual([
      ['terminal:here', [['quake new']]],
    ])
  })

  it('are not told when they are gone by then', async () => {
    const { decider, deliverAll, now, report, store } = await aSchedule()
    await report('quake', 'a')
    await report('vote', 'a')
    const forgetting = {
      ...store,
      stories: (ids: readonly string[]) => store.stories(ids.filter((id) => id !== 'quake')),
    }
    const { faults } = await createDecider(forgetting, SETTINGS).decide([anAlert], now())
    expect(faults).toEqual([])
    expect((await deliverAll())['terminal:here']?.map(storiesOf)).toEqual([['vote new']])
    await decider.decide([anAlert], now())
    expect((await deliverAll())['terminal:here']?.map(storiesOf)).toEqual([['quake new']])
  })
})
