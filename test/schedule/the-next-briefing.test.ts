import { describe, expect, it } from 'vitest'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import { aRead, anArticle } from '../storage/a-read.ts'
import { aSchedule, DAY, EIGHT, HOUR, MINUTE, storiesOf } from './a-schedule.ts'
import { aSubscription } from './a-subscription.ts'

describe('the next briefing', () => {
  it('tells the next day only what is new or moved', async () => {
    const { pass, report, serve } = await aSchedule()
    await report('quake', 'a')
    await report('vote', 'a')
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['quake new', 'vote new']] })
    pass(DAY)
    await report('quake', 'b')
    await report('flood', 'a')
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['quake updated', 'flood new']] })
  })

  it('gives the place of what the last reading refuses to the next best', async () => {
    const { pass, report, serve, tell } = await aSchedule()
    await tell('quake', 'a', 'b', 'c')
    const one = aSubscription({ stories: 1 })
    expect(await serve(one)).toEqual({ 'terminal:here': [['quake new']] })
    pass(DAY)
    for (const source of ['d', 'e', 'f']) await report('quake', source, { title: 'quake as a tells it' })
    await report('talks', 'a', { title: 'Opinion: what talks are for' })
    await report('vote', 'a')
    expect(await serve(one)).toEqual({ 'terminal:here': [['vote new']] })
  })

  it('does not tell again what it told of a story that was split since', async () => {
    const { decide, deliverAll, pass, report, serve } = await aSchedule()
    await report('talks', 'a')
    await report('talks', 'b')
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['talks new']] })
    pass(DAY)
    await report('strike', 'c', {}, { movedArticleIds: ['talks-b'] })
    await decide(aSubscription())
    const [next] = (await deliverAll())['terminal:here'] ?? []
    expect(storiesOf(next)).toEqual(['strike updated'])
    const [strike] = next?.sections.flatMap(({ stories }) => stories) ?? []
    expect(strike?.headline).toMatch(/^strike as c tells it/u)
    const quoted = strike?.sentences.map(({ articleId }) => articleId)
    expect(new Set(quoted)).toEqual(new Set(['strike-c']))
    pass(DAY)
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [[]] })
  })

  it('tells as new the part of a split story that was not told', async () => {
    const { pass, report, serve } = await aSchedule()
    await report('talks', 'a')
    await serve(aSubscription())
    pass(DAY)
    await report('talks', 'b')
    await report('strike', 'c', {}, { movedArticleIds: ['talks-b'] })
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['strike new']] })
  })

  it('does not tell again what moved to another story when its hour was settled', async () => {
    const { now, pass, report, serve, store } = await aSchedule()
    await report('talks', 'a')
    await report('talks', 'b')
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['talks new']] })
    pass(2 * HOUR)
    const copyOf = null
    const place = { copyOf, agency: null, mergedStoryIds: [], storylineId: 'l' }
    const placements = [
      { ...place, articleId: 'talks-a', storyId: 'one' },
      { ...place, articleId: 'talks-b', storyId: 'other' },
    ]
    await store.keepSettled({ placements, hour: 7, at: now() })
    pass(DAY - 2 * HOUR)
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [[]] })
    await report('one', 'c')
    await report('one', 'd')
    pass(DAY)
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['one updated']] })
  })

  it('tells again what did not arrive', async () => {
    const { decide, deliverAll, pass, report, serve } = await aSchedule()
    await report('quake', 'a')
    await decide(aSubscription())
    await deliverAll('failed')
    pass(DAY)
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['quake new']] })
  })

  it('tells again of what may not have arrived, but not of the parts that surely did', async () => {
    const { decide, now, pass, report, serve, store } = await aSchedule()
    for (const story of ['quake', 'vote', 'flood']) await report(story, 'a')
    await decide(aSubscription())
    const [row] = await store.claim({ now: now(), leaseMs: HOUR, limit: 1, except: [] })
    await store.keepParts(row?.id ?? '', [
      { number: 0, state: 'arrived', id: '1', tells: ['quake'] },
      { number: 1, state: 'doubtful', since: now(), tells: ['vote'] },
    ])
    await store.settle(row?.id ?? '', now(), { status: 'uncertain', reason: 'lost' })
    pass(DAY)
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['flood new', 'vote new']] })
    pass(DAY)
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [[]] })
  })

  it('tells what did not arrive beside what is new, however little room there is', async () => {
    const { decide, deliverAll, pass, report, serve } = await aSchedule()
    const narrow = aSubscription({ stories: 1, perSection: 1 })
    await report('quake', 'a')
    await decide(narrow)
    await deliverAll('failed')
    pass(DAY)
    await report('vote', 'a')
    await report('vote', 'b')
    expect(await serve(narrow)).toEqual({ 'terminal:here': [['vote new', 'quake new']] })
    pass(DAY)
    expect(await serve(narrow)).toEqual({ 'terminal:here': [[]] })
  })

  it('tells again what did not arrive, although it is hardly news beside what came since', async () => {
    const { decide, deliverAll, pass, report, serve } = await aSchedule()
    const { tags } = anArticle({}, { countries: [{ code: 'SY', score: 1, focus: true }], newsValue: -9 })
    await report('gala', 'a', { tags })
    await decide(aSubscription())
    await deliverAll('failed')
    pass(DAY)
    for (const story of ['quake', 'vote', 'flood']) await report(story, 'a')
    const next = ['flood new', 'quake new', 'vote new', 'gala new']
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [next] })
  })

  it('counts what came again no more, so that it hides nothing', async () => {
    const { decide, deliverAll, now, pass, report, serve } = await aSchedule()
    for (const story of ['quake', 'vote', 'flood']) await report(story, 'a')
    await decide(aSubscription())
    await deliverAll('failed')
    pass(DAY)
    const again = ['flood new', 'quake new', 'vote new']
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [again] })
    pass(DAY)
    const { tags } = anArticle({}, { countries: [{ code: 'SY', score: 1, focus: true }], newsValue: -9 })
    await report('gala', 'a', { tags, publishedAt: now() - HOUR, seenAt: now() - HOUR })
    await decide(aSubscription())
    const [next] = (await deliverAll())['terminal:here'] ?? []
    expect(storiesOf(next)).toEqual(['gala new'])
    pass(DAY)
    await decide(aSubscription())
    const [empty] = (await deliverAll())['terminal:here'] ?? []
    expect(storiesOf(empty)).toEqual([])
    expect(empty?.keptOut).toBeUndefined()
  })

  it('tells after a pause what waited when it began, once, and nothing of it comes late', async () => {
    const { decide, deliverAll, now, pass, report, serve, store } = await aSchedule()
    const own = aSubscription()
    await store.keepSubscription(own)
    await report('quake', 'a')
    await decide(own)
    await store.keepSubscription({ ...own, state: 'paused' })
    pass(3 * DAY)
    await report('vote', 'a')
    const resumed = aSubscription({ changedAt: now() + MINUTE })
    pass(MINUTE)
    await store.keepSubscription(resumed)
    await decide(resumed)
    expect(await deliverAll()).toEqual({})
    pass(DAY)
    expect(await serve(resumed)).toEqual({ 'terminal:here': [['vote new', 'quake new']] })
    pass(DAY)
    expect(await serve(resumed)).toEqual({ 'terminal:here': [[]] })
  })

  it('tells again what failed when the next one was decided already', async () => {
    const { decide, deliverAll, now, pass, report, serve, setClock, store } = await aSchedule()
    const often = aSubscription({ at: ['08:00', '12:00', '16:00', '20:00'] })
    await report('quake', 'a')
    await decide(often)
    pass(4 * HOUR)
    await report('vote', 'a')
    await decide(often)
    pass(2 * HOUR + MINUTE)
    const [first] = await store.claim({ now: now(), leaseMs: HOUR, limit: 1, except: [] })
    await store.settle(first?.id ?? '', now(), { status: 'failed', reason: 'away for six hours' })
    expect((await deliverAll())['terminal:here']?.map(storiesOf)).toEqual([['vote new']])
    setClock(EIGHT + 8 * HOUR)
    expect(await serve(often)).toEqual({ 'terminal:here': [['quake new']] })
    pass(4 * HOUR)
    await decide(often)
    const [evening] = (await deliverAll())['terminal:here'] ?? []
    expect(evening?.from).toBe(EIGHT + 8 * HOUR)
  })

  it.each([
    [6, [['quake updated']]],
    [20, [[]]],
  ])(
    'tells what an outlet rewrote after %i days as moved, or not at all, but never as new',
    async (days, told) => {
      const { now, pass, report, serve, store } = await aSchedule()
      await report('quake', 'a')
      await serve(aSubscription())
      const first = { publishedAt: now() - MINUTE, seenAt: now() - MINUTE }
      pass(days * DAY)
      const rewritten = anArticle(
        { id: 'quake-a', sourceId: 'a', ...first, version: 2, title: 'Quake: what we know by now' },
        { countries: [{ code: 'SY', score: 1, focus: true }] },
      )
      const state = { ...NEVER_READ, lastTriedAt: now() - MINUTE }
      await store.keepRead(aRead([rewritten], { sourceId: 'a', state }, { storyId: 'quake' }))
      expect(await serve(aSubscription())).toEqual({ 'terminal:here': told })
    },
  )

  it('tells what was seen before the last briefing and kept after it', async () => {
    const { now, pass, report, serve } = await aSchedule()
    await serve(aSubscription())
    await report('late', 'a', { seenAt: now() - 2 * MINUTE })
    pass(DAY)
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['late new']] })
  })

  it('does not repeat in the second briefing of a channel what the first has just told', async () => {
    const { report, serve } = await aSchedule()
    await report('quake', 'a')
    const evening = aSubscription({ id: 'syria', countries: ['SY'] })
    expect(await serve(aSubscription(), evening)).toEqual({ 'terminal:here': [['quake new'], []] })
  })

  it.each([
    ['a daily one not served for eleven days', aSubscription(), 11, 'sent', 8],
    ['a weekly one that did not arrive last week', aSubscription({ days: 'weekly:tue' }), 7, 'failed', 8],
    ['a weekly one that arrived', aSubscription({ days: 'weekly:tue' }), 7, 'sent', 7],
    ['the first of a weekly one', aSubscription({ days: 'weekly:tue' }), null, 'sent', 7],
    ['the first of a daily one', aSubscription(), null, 'sent', 1],
    ['the first, three days late', aSubscription({ createdAt: EIGHT - 3 * DAY }), null, 'sent', 3],
  ] as const)(
    'tells all since the last that arrived, at most eight days: %s',
    async (_, one, ago, end, days) => {
      const { decide, deliverAll, setClock } = await aSchedule()
      if (ago !== null) {
        setClock(EIGHT - ago * DAY)
        await decide(one)
        await deliverAll(end)
      }
      setClock(EIGHT)
      await decide(one)
      const [briefing] = (await deliverAll())['terminal:here'] ?? []
      expect(briefing?.from).toBe(EIGHT - days * DAY)
    },
  )
})
