import { describe, expect, it } from 'vitest'
import { createDecider } from '../../src/schedule/create-decider.ts'
import type { Subscription } from '../../src/records/subscription.ts'
import { aRead, anArticle } from '../storage/a-read.ts'
import { aSchedule, DAY, EIGHT, HOUR, MINUTE, SETTINGS } from './a-schedule.ts'
import { aSubscription } from './a-subscription.ts'

const alert = (own: Partial<Subscription> = {}): Subscription =>
  aSubscription({
    id: 'alert',
    to: 'terminal:alert',
    kind: 'alert',
    alert: { outlets: 3, perHour: 2, cooldownHours: 6 },
    ...own,
  })

describe('alerts', () => {
  it('come when enough outlets tell a story by themselves, and not before', async () => {
    const { serve, tell } = await aSchedule()
    await tell('quake', 'a', 'b')
    expect(await serve(alert())).toEqual({})
    await tell('quake', 'c')
    expect(await serve(alert())).toEqual({ 'terminal:alert': [['quake new']] })
    expect(await serve(alert())).toEqual({})
  })

  it('do not count copies of one text', async () => {
    const { now, serve, store, tell } = await aSchedule()
    await tell('quake', 'a', 'b')
    const copy = anArticle({ id: 'copy', sourceId: 'c', seenAt: now() - MINUTE, publishedAt: now() - MINUTE })
    await store.keepRead(aRead([copy], { sourceId: 'c' }, { storyId: 'quake', copyOf: 'quake-a' }))
    expect(await serve(alert())).toEqual({})
  })

  it('cool down for each story, then come again if it moved', async () => {
    const { pass, serve, tell } = await aSchedule()
    await tell('quake', 'a', 'b', 'c')
    await serve(alert())
    pass(HOUR)
    await tell('quake', 'd')
    expect(await serve(alert())).toEqual({})
    pass(5 * HOUR + MINUTE)
    expect(await serve(alert())).toEqual({ 'terminal:alert': [['quake updated']] })
    pass(7 * HOUR)
    expect(await serve(alert())).toEqual({})
  })

  it('are capped in any hour; what is over comes in the next', async () => {
    const { pass, serve, tell } = await aSchedule()
    for (const story of ['one', 'two', 'three']) await tell(story, 'a', 'b', 'c')
    expect((await serve(alert()))['terminal:alert']).toHaveLength(2)
    pass(30 * MINUTE)
    expect(await serve(alert())).toEqual({})
    pass(31 * MINUTE)
    expect((await serve(alert()))['terminal:alert']).toHaveLength(1)
  })

  it('are not held up by stories that the last reading refuses', async () => {
    const { report, serve, tell } = await aSchedule()
    const comment = { title: 'Opinion: The harbour needs other rules' }
    for (const source of ['a', 'b', 'c', 'd', 'e']) await report('harbour', source, comment)
    await tell('quake', 'a', 'b', 'c')
    const one = alert({ alert: { outlets: 3, perHour: 1, cooldownHours: 6 } })
    expect(await serve(one)).toEqual({ 'terminal:alert': [['quake new']] })
  })

  it('wait for the end of quiet hours', async () => {
    const { pass, serve, tell } = await aSchedule()
    const quiet = alert({ quiet: { from: '07:00', to: '09:00' } })
    await tell('quake', 'a', 'b', 'c')
    expect(await serve(quiet)).toEqual({})
    pass(HOUR)
    expect(await serve(quiet)).toEqual({ 'terminal:alert': [['quake new']] })
  })

  it('tell at the end of quiet hours what came in any of them', async () => {
    const { pass, serve, tell } = await aSchedule()
    pass(15 * HOUR) // 23:00 in Istanbul
    await tell('quake', 'a', 'b', 'c')
    const asleep = alert({ quiet: { from: '22:00', to: '07:00' } })
    expect(await serve(asleep)).toEqual({})
    pass(8 * HOUR)
    expect(await serve(asleep)).toEqual({ 'terminal:alert': [['quake new']] })
  })

  it('tell nothing from before they were asked for, and nothing that is long past', async () => {
    const { now, pass, serve, tell } = await aSchedule()
    await tell('quake', 'a', 'b', 'c')
    expect(await serve(alert({ createdAt: now() + 15 * MINUTE }))).toEqual({})
    pass(7 * HOUR)
    expect(await serve(alert())).toEqual({})
  })

  it('come again after one that did not arrive', async () => {
    const { decide, deliverAll, serve, tell } = await aSchedule()
    await tell('quake', 'a', 'b', 'c')
    await decide(alert())
    await deliverAll('failed')
    expect(await serve(alert())).toEqual({ 'terminal:alert': [['quake new']] })
  })

  it('come again soon where nobody knows whether they arrived, though their cool-down is as long as they are news', async () => {
    const { decide, now, pass, serve, store, tell } = await aSchedule()
    await tell('quake', 'a', 'b', 'c')
    await decide(alert())
    const [row] = await store.claim({ now: now(), leaseMs: HOUR, limit: 1, except: [] })
    await store.keepParts(row?.id ?? '', [{ number: 0, state: 'doubtful', since: now(), tells: ['quake'] }])
    await store.settle(row?.id ?? '', now(), { status: 'uncertain', reason: 'lost' })
    pass(10 * MINUTE)
    expect(await serve(alert())).toEqual({})
    pass(20 * MINUTE)
    expect(await serve(alert())).toEqual({ 'terminal:alert': [['quake new']] })
    pass(HOUR)
    expect(await serve(alert())).toEqual({})
  })

  it('do not come again before their cool-down where the platform refuses them, and count in the hour', async () => {
    const { decide, deliverAll, pass, serve, tell } = await aSchedule()
    await tell('quake', 'a', 'b', 'c')
    await decide(alert())
    await deliverAll('refused')
    pass(MINUTE)
    expect(await serve(alert())).toEqual({})
    for (const story of ['one', 'two']) await tell(story, 'a', 'b', 'c')
    expect((await serve(alert()))['terminal:alert']).toHaveLength(1)
    pass(6 * HOUR)
    await tell('quake', 'd')
    expect((await serve(alert()))['terminal:alert']?.flat()).toContain('quake new')
  })

  it('do not repeat within their cool-down what the first answer told, which takes no place in the hour', async () => {
    const { now, pass, serve, store, tell } = await aSchedule()
    await tell('quake', 'a', 'b', 'c')
    const articles = ['a', 'b', 'c'].map((source) => `quake-${source}@1`)
    await store.keepAnswered('terminal:alert', 'first alert', [{ storyId: 'quake', at: now(), articles }])
    await store.keepAnswered('terminal:alert', 'first other', [
      { storyId: 'one', at: now() - DAY, articles: [] },
    ])
    pass(6 * MINUTE)
    await tell('quake', 'd')
    expect(await serve(alert())).toEqual({})
    for (const story of ['one', 'two']) await tell(story, 'a', 'b', 'c')
    expect((await serve(alert()))['terminal:alert']).toHaveLength(2)
    pass(6 * HOUR - 5 * MINUTE)
    expect(await serve(alert())).toEqual({ 'terminal:alert': [['quake updated']] })
  })

  it('tell nothing from before they were resumed', async () => {
    const { now, pass, serve, tell } = await aSchedule()
    await tell('quake', 'a', 'b', 'c')
    pass(HOUR)
    const resumed = alert({ changedAt: now() })
    expect(await serve(resumed)).toEqual({})
    pass(2 * MINUTE)
    await tell('flood', 'a', 'b', 'c')
    expect(await serve(resumed)).toEqual({ 'terminal:alert': [['flood new']] })
  })

  it('do not go mute about a story that runs for weeks, nor after a pause of weeks', async () => {
    const { serve, setClock, tell } = await aSchedule()
    const days = [...Array.from({ length: 20 }, (_, day) => day), 40]
    const told: string[] = []
    for (const day of days) {
      setClock(EIGHT + day * DAY)
      await tell('war', ...['a', 'b', 'c'].map((source) => `${source}${day}`))
      told.push(...((await serve(alert()))['terminal:alert'] ?? []).flat())
    }
    expect(told).toHaveLength(days.length)
  })

  it('give way to a briefing that tells a whole day, where one is wished instead', async () => {
    const { pass, serve, setClock, tell } = await aSchedule()
    pass(-6 * HOUR)
    await tell('vote', 'a')
    setClock(EIGHT - 10 * MINUTE)
    await tell('quake', 'a', 'b', 'c')
    expect(await serve(alert())).toEqual({ 'terminal:alert': [['quake new']] })
    setClock(EIGHT)
    const daily = aSubscription({ id: 'alert', to: 'terminal:alert', changedAt: EIGHT - 5 * MINUTE })
    expect(await serve(daily)).toEqual({ 'terminal:alert': [['vote new']] })
  })

  it('are decided once by two processes', async () => {
    const { decider, deliverAll, now, store, tell } = await aSchedule()
    await tell('quake', 'a', 'b', 'c')
    const other = createDecider(store, SETTINGS)
    await Promise.all([decider.decide([alert()], now()), other.decide([alert()], now())])
    expect(Object.values(await deliverAll()).flat()).toHaveLength(1)
  })

  it('ask the store once about many of them, and write nothing where none has anything to say', async () => {
    const { now, store, tell } = await aSchedule()
    await tell('quake', 'a', 'b', 'c')
    const asked: number[] = []
    let writes = 0
    const decider = createDecider(
      {
        ...store,
        toldBySubscription(subscriptions, since) {
          asked.push(subscriptions.length)
          return store.toldBySubscription(subscriptions, since)
        },
        decideAll(decisions) {
          writes += 1
          return store.decideAll(decisions)
        },
      },
      SETTINGS,
    )
    const many = Array.from({ length: 40 }, (_, n) => alert({ id: `alert${n}`, to: `terminal:${n}` }))
    expect((await decider.decide(many, now())).decided).toBe(40)
    // First what they told recently and then, before they tell, everything they ever told.
    expect([asked, writes]).toEqual([[40, 40], 1])
    expect((await decider.decide(many, now() + MINUTE)).decided).toBe(0)
    expect(writes).toBe(1)
  })
})
