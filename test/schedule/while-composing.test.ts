import { describe, expect, it } from 'vitest'
import type { Briefing } from '../../src/records/briefing.ts'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import { createDecider } from '../../src/schedule/create-decider.ts'
import { aRead, anArticle } from '../storage/a-read.ts'
import { aSchedule, DAY, MINUTE, SETTINGS } from './a-schedule.ts'
import { aSubscription } from './a-subscription.ts'

const sourcesIn = (briefing: Briefing | undefined) =>
  briefing?.sections.flatMap(({ stories }) =>
    stories.map(({ mark, outlets, headline }) => [mark, headline, outlets.map(({ sourceId }) => sourceId)]),
  )

describe('what happens while a briefing is composed', () => {
  it('does not take for new what was merged while the news was being read', async () => {
    const { deliverAll, now, pass, report, serve, store } = await aSchedule()
    await report('quake', 'a')
    await serve(aSubscription())
    pass(DAY)
    await report('quake', 'b')
    const composing = createDecider(
      {
        ...store,
        async storyHeads(window) {
          const heads = await store.storyHeads(window)
          const joining = anArticle({ id: 'tremor-c', sourceId: 'c', seenAt: now(), publishedAt: now() })
          await store.keepRead(
            aRead([joining], { sourceId: 'c' }, { storyId: 'tremor', mergedStoryIds: ['quake'] }),
          )
          return heads
        },
      },
      SETTINGS,
    )
    await composing.decide([aSubscription()], now())
    const [briefing] = (await deliverAll())['terminal:here'] ?? []
    expect(briefing?.sections[0]?.stories.map(({ mark }) => mark)).toEqual(['updated'])
  })

  it('tells what comes in while it composes in the next briefing, and not in both', async () => {
    const { decide, deliverAll, now, pass, report, store } = await aSchedule()
    await report('quake', 'a')
    await report('quake', 'b')
    let hasCome = false
    const composing = createDecider(
      {
        ...store,
        async stories(ids) {
          if (!hasCome) {
            await report('quake', 'c', { title: 'quake as told while we compose' })
            const state = { ...NEVER_READ, lastTriedAt: now() }
            const edited = anArticle(
              {
                id: 'quake-b',
                sourceId: 'b',
                version: 2,
                title: 'quake as b puts it now',
                seenAt: now() - MINUTE,
              },
              { countries: [{ code: 'SY', score: 1, focus: true }] },
            )
            await store.keepRead(aRead([edited], { sourceId: 'b', state }, { storyId: 'quake' }))
          }
          hasCome = true
          return store.stories(ids)
        },
      },
      SETTINGS,
    )
    await composing.decide([aSubscription()], now())
    const [first] = (await deliverAll())['terminal:here'] ?? []
    expect(sourcesIn(first)).toEqual([['new', expect.stringMatching(/^quake as [ab] tells it/u), ['a', 'b']]])
    pass(DAY)
    await decide(aSubscription())
    const [second] = (await deliverAll())['terminal:here'] ?? []
    expect(sourcesIn(second)).toEqual([['updated', expect.any(String), expect.arrayContaining(['b', 'c'])]])
  })

  it('serves a subscription that is moved while its briefing is composed where it stands by then', async () => {
    const { deliverAll, now, report, serve, store } = await aSchedule()
    await report('quake', 'a')
    const before = aSubscription()
    const moved = aSubscription({ to: 'terminal:there' })
    await store.keepSubscription(before)
    const composing = createDecider(
      {
        ...store,
        async toldStates(...asked) {
          await store.keepSubscription(moved)
          return store.toldStates(...asked)
        },
      },
      SETTINGS,
    )
    await composing.decide([before], now())
    expect(await deliverAll()).toEqual({})
    expect(await serve(moved)).toEqual({ 'terminal:there': [['quake new']] })
  })
})
