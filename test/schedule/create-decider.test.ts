import { describe, expect, it } from 'vitest'
import { createDecider } from '../../src/schedule/create-decider.ts'
import { aSchedule, DAY, HOUR, MINUTE, SETTINGS } from './a-schedule.ts'
import { aSubscription } from './a-subscription.ts'

describe('createDecider', () => {
  it('decides each slot once, whoever asks and however often', async () => {
    const { decider, deliverAll, now, pass, report, store } = await aSchedule()
    await report('quake', 'a')
    const other = createDecider(store, SETTINGS)
    const reports = await Promise.all([
      decider.decide([aSubscription()], now()),
      other.decide([aSubscription()], now()),
      decider.decide([aSubscription()], now() + MINUTE),
    ])
    expect(reports.map(({ decided }) => decided).toSorted((a, b) => a - b)).toEqual([0, 0, 1])
    // Whichever was first: the last one's decision is due a minute later.
    pass(MINUTE)
    expect(await deliverAll()).toMatchObject({ 'terminal:here': [{ title: 'Morning' }] })
  })

  it('decides nothing for an account whose token is refused, and serves the slot late once it is accepted', async () => {
    const { decide, now, pass, report, serve, store } = await aSchedule()
    await report('quake', 'a')
    await decide(aSubscription({ id: 'first' }))
    const [row] = await store.claim({ now: now(), leaseMs: HOUR, limit: 1, except: [] })
    const refused = { account: 'terminal', reason: 'invalid_auth' }
    await store.settle(row?.id ?? '', now(), { status: 'postponed', reason: 'x', retryAt: now(), refused })
    const there = aSubscription({ id: 'second', to: 'terminal:there' })
    expect(await serve(there)).toEqual({})
    pass(HOUR)
    await store.acceptAccount('terminal', now(), [])
    expect(await serve(there)).toEqual({
      'terminal:here': [['quake new']],
      'terminal:there': [['quake new']],
    })
  })

  it('serves no slot from before its times were changed', async () => {
    const { now, pass, serve } = await aSchedule()
    await serve(aSubscription({ at: ['07:00'] }))
    pass(3 * HOUR)
    const edited = aSubscription({ at: ['09:00'], changedAt: now() - MINUTE })
    expect(await serve(edited)).toEqual({})
    pass(22 * HOUR)
    expect(await serve(edited)).toEqual({ 'terminal:here': [[]] })
  })

  it('serves what a change of the zone promises, though the clock there shows a time that was served before', async () => {
    const { now, pass, serve } = await aSchedule()
    await serve(aSubscription())
    pass(10 * MINUTE)
    const moved = { zone: 'America/New_York', changedAt: now() }
    pass(7 * HOUR - 11 * MINUTE)
    expect(await serve(aSubscription(moved))).toEqual({})
    pass(MINUTE)
    expect(await serve(aSubscription(moved))).toEqual({ 'terminal:here': [[]] })
    expect(await serve(aSubscription(moved))).toEqual({})
    const back = aSubscription({ changedAt: now() })
    expect(await serve(back)).toEqual({})
    pass(17 * HOUR)
    expect(await serve(back)).toEqual({ 'terminal:here': [[]] })
  })

  it('serves every hour also after a change of the zone', async () => {
    const { pass, report, serve } = await aSchedule()
    const hourly = aSubscription({ kind: 'hourly' })
    const told: string[][] = []
    for (let hour = 0; hour < 8; hour++) {
      await report(`quake${hour}`, 'a')
      const zone = hour < 5 ? hourly.zone : 'Europe/London'
      told.push(...((await serve({ ...hourly, zone }))['terminal:here'] ?? []))
      pass(HOUR)
    }
    expect(told).toHaveLength(8)
  })

  it('says every day that nothing is new, and nothing every hour', async () => {
    const { pass, report, serve } = await aSchedule()
    const hourly = aSubscription({ id: 'hourly', to: 'terminal:hourly', kind: 'hourly' })
    expect(await serve(aSubscription(), hourly)).toEqual({ 'terminal:here': [[]] })
    pass(HOUR)
    await report('quake', 'a')
    expect(await serve(hourly)).toEqual({ 'terminal:hourly': [['quake new']] })
  })

  it('tells each reader in his language and under his title', async () => {
    const { decider, deliverAll, now, report } = await aSchedule()
    await report('quake', 'a')
    await decider.decide(
      [
        aSubscription({ id: '1', to: 'terminal:1', language: 'tr' }),
        aSubscription({ id: '2', to: 'terminal:2', title: 'Levant' }),
      ],
      now(),
    )
    expect(await deliverAll()).toMatchObject({
      'terminal:1': [{ language: 'tr', title: 'Morning' }],
      'terminal:2': [{ language: 'en', title: 'Levant' }],
    })
  })

  it('keeps silent towards paused destinations and subscriptions, and tells all in one once they are resumed', async () => {
    const { decide, now, pass, report, serve, store } = await aSchedule()
    await report('quake', 'a')
    await serve(aSubscription())
    pass(DAY)
    await report('vote', 'a')
    await decide(aSubscription())
    const [row] = await store.claim({ now: now(), leaseMs: HOUR, limit: 1, except: [] })
    const health = { state: 'paused', failures: 1, rejections: 0, reason: 'gone' } as const
    await store.settle(row?.id ?? '', now(), { status: 'failed', reason: 'gone', health })
    pass(DAY)
    await report('flood', 'a')
    expect(await serve(aSubscription())).toEqual({})
    expect(await serve(aSubscription({ id: 'b', to: 'terminal:b', state: 'paused' }))).toEqual({})
    await store.resumeDestination('terminal:here')
    pass(MINUTE)
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['flood new', 'vote new']] })
  })

  it('does not let one subscription that cannot be composed keep others waiting', async () => {
    const { deliverAll, now, report, store } = await aSchedule()
    await report('quake', 'a')
    const broken = aSubscription({ id: 'broken', to: 'terminal:broken', zone: 'UTC', at: ['05:00'] })
    const { decided, faults } = await createDecider(
      {
        ...store,
        decideAll: (decisions) =>
          decisions.some(({ subscription }) => subscription === 'broken')
            ? Promise.reject(new Error('the disk has a hole'))
            : store.decideAll(decisions),
      },
      SETTINGS,
    ).decide([broken, aSubscription()], now())
    expect(decided).toBe(1)
    expect(faults).toMatchObject([{ subscription: 'broken' }])
    expect(Object.keys(await deliverAll())).toEqual(['terminal:here'])
  })
})
