import { describe, expect, it } from 'vitest'
import { composeBriefing } from '../../src/briefings/compose-briefing.ts'
import { aSchedule, DAY, SETTINGS } from './a-schedule.ts'
import { aSubscription } from './a-subscription.ts'

describe('readers who wish for the same', () => {
  it('writes one letter for a thousand equal wishes, the same that each would get alone', async () => {
    const { decider, deliverAll, now, report, store } = await aSchedule()
    for (const story of ['quake', 'vote', 'flood']) await report(story, 'a')
    const all = Array.from({ length: 1000 }, (_, n) => aSubscription({ id: `s${n}`, to: `terminal:${n}` }))
    const [first] = all
    if (first === undefined) throw new Error('there are a thousand')
    const alone = await composeBriefing(
      first,
      { from: now() - DAY, now: now(), onlyMoved: true },
      store,
      SETTINGS,
    )
    expect((await decider.decide(all, now())).decided).toBe(1000)
    const states = await store.toldStates(
      all.map(({ to }) => to),
      0,
    )
    expect(new Set(states.values()).size).toBe(1)
    const delivered = await deliverAll()
    expect(Object.keys(delivered)).toHaveLength(1000)
    for (const briefings of Object.values(delivered)) expect(briefings).toEqual([alone.briefing])
  })

  it('shares nothing between readers who know different things', async () => {
    const { pass, report, serve } = await aSchedule()
    await report('quake', 'a')
    await serve(aSubscription({ id: 'old', to: 'terminal:old' }))
    pass(DAY)
    await report('quake', 'b')
    const both = ['old', 'fresh'].map((id) => aSubscription({ id, to: `terminal:${id}` }))
    expect(await serve(...both)).toEqual({
      'terminal:old': [['quake updated']],
      'terminal:fresh': [['quake new']],
    })
  })
})
