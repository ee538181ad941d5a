import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { composeBriefing } from '../../src/briefings/compose-briefing.ts'
import type { Briefing } from '../../src/briefings/briefing.ts'
import { NEVER_READ } from '../../src/feeds/read-outcome.ts'
import { createDecider, type Decider } from '../../src/schedule/create-decider.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import type { Store } from '../../src/storage/store.ts'
import type { Placement } from '../../src/stories/story.ts'
import type { Subscription } from '../../src/subscriptions/subscription.ts'
import { aRead, anArticle } from '../storage/a-read.ts'
import { aSubscription } from './a-subscription.ts'

const EIGHT = Date.parse('2026-03-10T05:00:00Z') // in Istanbul
const HOUR = 3_600_000
const MINUTE = 60_000
const DAY = 24 * HOUR
const settings = {
  sources: [],
  regions: [
    { id: 'middle-east', names: { en: 'Middle East' }, aliases: [], countries: ['SY', 'TR'], section: true },
  ],
  topics: [],
}

let store: Store
let decider: Decider
let now: number

beforeEach(async () => {
  store = await openSqliteStore(':memory:')
  decider = createDecider(store, settings)
  now = EIGHT
})
afterEach(() => store.close())

/** An outlet reports; each outlet tells the story in words of its own. */
async function report(
  storyId: string,
  source: string,
  own: Parameters<typeof anArticle>[0] = {},
  placed: Partial<Placement> = {},
): Promise<void> {
  const article = anArticle(
    {
      id: `${storyId}-${source}`,
      sourceId: source,
      title: `${storyId} as ${source} tells it`,
      publishedAt: now - MINUTE,
      seenAt: now - MINUTE,
      contentHash: `${storyId}-${source}-${own.version ?? 1}`,
      ...own,
    },
    { countries: [{ code: 'SY', score: 1, focus: true }] },
  )
  await store.keepRead(aRead([article], { sourceId: source }, { storyId, ...placed }))
}

/** Sends what was decided, and gives the briefings by destination. */
async function deliverAll(outcome: 'sent' | 'failed' = 'sent'): Promise<Record<string, Briefing[]>> {
  const delivered: Record<string, Briefing[]> = {}
  for (;;) {
    const rows = await store.claim({ now, leaseMs: HOUR, limit: 1000, except: [] })
    if (rows.length === 0) return delivered
    for (const { id, destination, message } of rows) {
      if (message.kind === 'briefing') (delivered[destination] ??= []).push(message.briefing)
      const receipt = { platform: 'terminal', channel: destination, messageIds: ['1'] } as const
      await store.settle(
        id,
        now,
        outcome === 'sent' ? { status: 'sent', receipt, health: null } : { status: 'failed', reason: 'no' },
      )
    }
  }
}

const storiesOf = (briefing: Briefing | undefined): string[] =>
  briefing?.sections.flatMap(({ stories }) => stories.map(({ id, mark }) => `${id} ${mark}`)) ?? []

const sourcesIn = (briefing: Briefing | undefined) =>
  briefing?.sections.flatMap(({ stories }) =>
    stories.map(({ mark, outlets, headline }) => [mark, headline, outlets.map(({ sourceId }) => sourceId)]),
  )

async function serve(...subscriptions: Subscription[]): Promise<Record<string, string[][]>> {
  await decider.decide(subscriptions, now)
  return Object.fromEntries(
    Object.entries(await deliverAll()).map(([to, briefings]) => [to, briefings.map(storiesOf)]),
  )
}

describe('createDecider', () => {
  it('decides each slot once, whoever asks and however often', async () => {
    await report('quake', 'a')
    const other = createDecider(store, settings)
    const reports = await Promise.all([
      decider.decide([aSubscription()], now),
      other.decide([aSubscription()], now),
      decider.decide([aSubscription()], now + MINUTE),
    ])
    expect(reports.map(({ decided }) => decided).toSorted((a, b) => a - b)).toEqual([0, 0, 1])
    // Whichever of them was first: the last one's decision is due a minute later.
    now += MINUTE
    expect(await deliverAll()).toMatchObject({ 'terminal:here': [{ title: 'Morning' }] })
  })

  it('tells the next day only what is new or moved', async () => {
    await report('quake', 'a')
    await report('vote', 'a')
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['quake new', 'vote new']] })
    now += DAY
    await report('quake', 'b')
    await report('flood', 'a')
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['quake updated', 'flood new']] })
  })

  it('does not tell again what it told of a story that was split since', async () => {
    await report('talks', 'a')
    await report('talks', 'b')
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['talks new']] })
    now += DAY
    await report('strike', 'c', {}, { movedArticleIds: ['talks-b'] })
    await decider.decide([aSubscription()], now)
    const [next] = (await deliverAll())['terminal:here'] ?? []
    expect(storiesOf(next)).toEqual(['strike updated'])
    const [strike] = next?.sections.flatMap(({ stories }) => stories) ?? []
    expect(strike?.headline).toBe('strike as c tells it')
    const quoted = strike?.sentences.map((one) => (one.by === 'outlet' ? one.articleId : one.by))
    expect(new Set(quoted)).toEqual(new Set(['strike-c']))
    now += DAY
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [[]] })
  })

  it('tells as new the part of a split story that was not told', async () => {
    await report('talks', 'a')
    await serve(aSubscription())
    now += DAY
    await report('talks', 'b')
    await report('strike', 'c', {}, { movedArticleIds: ['talks-b'] })
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['strike new']] })
  })

  it('tells again what did not arrive', async () => {
    await report('quake', 'a')
    await decider.decide([aSubscription()], now)
    await deliverAll('failed')
    now += DAY
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['quake new']] })
  })

  it('tells again what failed when the next one was decided already', async () => {
    const often = aSubscription({ at: ['08:00', '12:00', '16:00', '20:00'] })
    await report('quake', 'a')
    await decider.decide([often], now)
    now += 4 * HOUR
    await report('vote', 'a')
    await decider.decide([often], now)
    now += 2 * HOUR + MINUTE
    const [first] = await store.claim({ now, leaseMs: HOUR, limit: 1, except: [] })
    await store.settle(first?.id ?? '', now, { status: 'failed', reason: 'away for six hours' })
    expect((await deliverAll())['terminal:here']?.map(storiesOf)).toEqual([['vote new']])
    now = EIGHT + 8 * HOUR
    expect(await serve(often)).toEqual({ 'terminal:here': [['quake new']] })
    now += 4 * HOUR
    await decider.decide([often], now)
    const [evening] = (await deliverAll())['terminal:here'] ?? []
    expect(evening?.from).toBe(EIGHT + 8 * HOUR)
  })

  it.each([
    [6, [['quake updated']]],
    [20, [[]]],
  ])(
    'tells what an outlet rewrote after %i days as moved, or not at all, but never as new',
    async (days, told) => {
      await report('quake', 'a')
      await serve(aSubscription())
      const first = { publishedAt: now - MINUTE, seenAt: now - MINUTE }
      now += days * DAY
      const rewritten = anArticle(
        { id: 'quake-a', sourceId: 'a', ...first, version: 2, title: 'Quake: what we know by now' },
        { countries: [{ code: 'SY', score: 1, focus: true }] },
      )
      const state = { ...NEVER_READ, lastTriedAt: now - MINUTE }
      await store.keepRead(aRead([rewritten], { sourceId: 'a', state }, { storyId: 'quake' }))
      expect(await serve(aSubscription())).toEqual({ 'terminal:here': told })
    },
  )

  it('tells what was seen before the last briefing and kept after it', async () => {
    await serve(aSubscription())
    await report('late', 'a', { seenAt: now - 2 * MINUTE })
    now += DAY
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['late new']] })
  })

  it('does not repeat in the second briefing of a channel what the first has just told', async () => {
    await report('quake', 'a')
    const evening = aSubscription({ id: 'syria', countries: ['SY'] })
    expect(await serve(aSubscription(), evening)).toEqual({ 'terminal:here': [['quake new'], []] })
  })

  it('writes one letter for a thousand equal wishes, the same that each would get alone', async () => {
    for (const story of ['quake', 'vote', 'flood']) await report(story, 'a')
    const all = Array.from({ length: 1000 }, (_, n) => aSubscription({ id: `s${n}`, to: `terminal:${n}` }))
    const [first] = all
    if (first === undefined) throw new Error('there are a thousand')
    const alone = await composeBriefing(first, { from: now - DAY, now, onlyMoved: true }, store, settings)
    expect((await decider.decide(all, now)).decided).toBe(1000)
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
    await report('quake', 'a')
    await serve(aSubscription({ id: 'old', to: 'terminal:old' }))
    now += DAY
    await report('quake', 'b')
    const both = ['old', 'fresh'].map((id) => aSubscription({ id, to: `terminal:${id}` }))
    expect(await serve(...both)).toEqual({
      'terminal:old': [['quake updated']],
      'terminal:fresh': [['quake new']],
    })
  })

  it('does not take for new what was merged while the news was being read', async () => {
    await report('quake', 'a')
    await serve(aSubscription())
    now += DAY
    await report('quake', 'b')
    decider = createDecider(
      {
        ...store,
        async storyHeads(window) {
          const heads = await store.storyHeads(window)
          const joining = anArticle({ id: 'tremor-c', sourceId: 'c', seenAt: now, publishedAt: now })
          await store.keepRead(
            aRead([joining], { sourceId: 'c' }, { storyId: 'tremor', mergedStoryIds: ['quake'] }),
          )
          return heads
        },
      },
      settings,
    )
    await decider.decide([aSubscription()], now)
    const [briefing] = (await deliverAll())['terminal:here'] ?? []
    expect(briefing?.sections[0]?.stories.map(({ mark }) => mark)).toEqual(['updated'])
  })

  it('tells what comes in while it composes in the next briefing, and not in both', async () => {
    await report('quake', 'a')
    await report('quake', 'b')
    let hasCome = false
    decider = createDecider(
      {
        ...store,
        async stories(ids) {
          if (!hasCome) {
            await report('quake', 'c', { title: 'quake as told while we compose' })
            const state = { ...NEVER_READ, lastTriedAt: now }
            const edited = anArticle(
              {
                id: 'quake-b',
                sourceId: 'b',
                version: 2,
                title: 'quake as b puts it now',
                seenAt: now - MINUTE,
              },
              { countries: [{ code: 'SY', score: 1, focus: true }] },
            )
            await store.keepRead(aRead([edited], { sourceId: 'b', state }, { storyId: 'quake' }))
          }
          hasCome = true
          return store.stories(ids)
        },
      },
      settings,
    )
    await decider.decide([aSubscription()], now)
    const [first] = (await deliverAll())['terminal:here'] ?? []
    expect(sourcesIn(first)).toEqual([['new', 'quake as a tells it', ['a']]])
    now += DAY
    await decider.decide([aSubscription()], now)
    const [second] = (await deliverAll())['terminal:here'] ?? []
    expect(sourcesIn(second)).toEqual([['updated', expect.any(String), expect.arrayContaining(['b', 'c'])]])
  })

  it('tells each reader in his language and under his title', async () => {
    await report('quake', 'a')
    await decider.decide(
      [
        aSubscription({ id: '1', to: 'terminal:1', language: 'tr' }),
        aSubscription({ id: '2', to: 'terminal:2', title: 'Levant' }),
      ],
      now,
    )
    expect(await deliverAll()).toMatchObject({
      'terminal:1': [{ language: 'tr', title: 'Morning' }],
      'terminal:2': [{ language: 'en', title: 'Levant' }],
    })
  })

  it('says every day that nothing is new, and nothing every hour', async () => {
    const hourly = aSubscription({ id: 'hourly', to: 'terminal:hourly', kind: 'hourly' })
    expect(await serve(aSubscription(), hourly)).toEqual({ 'terminal:here': [[]] })
    now += HOUR
    await report('quake', 'a')
    expect(await serve(hourly)).toEqual({ 'terminal:hourly': [['quake new']] })
  })

  it('keeps silent towards paused destinations and subscriptions, and tells all in one once they are resumed', async () => {
    await report('quake', 'a')
    await serve(aSubscription())
    now += DAY
    await report('vote', 'a')
    await decider.decide([aSubscription()], now)
    const [row] = await store.claim({ now, leaseMs: HOUR, limit: 1, except: [] })
    const health = { state: 'paused', failures: 1, reason: 'gone' } as const
    await store.settle(row?.id ?? '', now, { status: 'failed', reason: 'gone', health })
    now += DAY
    await report('flood', 'a')
    expect(await serve(aSubscription())).toEqual({})
    expect(await serve(aSubscription({ id: 'b', to: 'terminal:b', state: 'paused' }))).toEqual({})
    await store.resumeDestination('terminal:here')
    now += MINUTE
    expect(await serve(aSubscription())).toEqual({ 'terminal:here': [['flood new', 'vote new']] })
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
      if (ago !== null) {
        now = EIGHT - ago * DAY
        await decider.decide([one], now)
        await deliverAll(end)
      }
      now = EIGHT
      await decider.decide([one], now)
      const [briefing] = (await deliverAll())['terminal:here'] ?? []
      expect(briefing?.from).toBe(EIGHT - days * DAY)
    },
  )

  it('serves a subscription that is moved while its briefing is composed where it stands by then', async () => {
    await report('quake', 'a')
    const before = aSubscription()
    const moved = aSubscription({ to: 'terminal:there' })
    await store.keepSubscription(before)
    decider = createDecider(
      {
        ...store,
        async toldStates(...asked) {
          await store.keepSubscription(moved)
          return store.toldStates(...asked)
        },
      },
      settings,
    )
    expect(await serve(before)).toEqual({})
    expect(await serve(moved)).toEqual({ 'terminal:there': [['quake new']] })
  })

  it('serves no slot from before its times were changed', async () => {
    await serve(aSubscription({ at: ['07:00'] }))
    now += 3 * HOUR
    const edited = aSubscription({ at: ['09:00'], changedAt: now - MINUTE })
    expect(await serve(edited)).toEqual({})
    now += 22 * HOUR
    expect(await serve(edited)).toEqual({ 'terminal:here': [[]] })
  })

  it('does not let one subscription that cannot be composed keep others waiting', async () => {
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
      settings,
    ).decide([broken, aSubscription()], now)
    expect(decided).toBe(1)
    expect(faults).toMatchObject([{ subscription: 'broken' }])
    expect(Object.keys(await deliverAll())).toEqual(['terminal:here'])
  })
})

const alert = (own: Partial<Subscription> = {}): Subscription =>
  aSubscription({
    id: 'alert',
    to: 'terminal:alert',
    kind: 'alert',
    alert: { outlets: 3, perHour: 2, cooldownHours: 6 },
    ...own,
  })

async function tell(story: string, ...sources: string[]): Promise<void> {
  for (const source of sources) await report(story, source)
}

describe('alerts', () => {
  it('come when enough outlets tell a story by themselves, and not before', async () => {
    await tell('quake', 'a', 'b')
    expect(await serve(alert())).toEqual({})
    await tell('quake', 'c')
    expect(await serve(alert())).toEqual({ 'terminal:alert': [['quake new']] })
    expect(await serve(alert())).toEqual({})
  })

  it('do not count copies of one text', async () => {
    await tell('quake', 'a', 'b')
    const copy = anArticle({ id: 'copy', sourceId: 'c', seenAt: now - MINUTE, publishedAt: now - MINUTE })
    await store.keepRead(aRead([copy], { sourceId: 'c' }, { storyId: 'quake', copyOf: 'quake-a' }))
    expect(await serve(alert())).toEqual({})
  })

  it('cool down for each story, then come again if it moved', async () => {
    await tell('quake', 'a', 'b', 'c')
    await serve(alert())
    now += HOUR
    await tell('quake', 'd')
    expect(await serve(alert())).toEqual({})
    now += 5 * HOUR + MINUTE
    expect(await serve(alert())).toEqual({ 'terminal:alert': [['quake updated']] })
    now += 7 * HOUR
    expect(await serve(alert())).toEqual({})
  })

  it('are capped in any hour; what is over comes in the next', async () => {
    for (const story of ['one', 'two', 'three']) await tell(story, 'a', 'b', 'c')
    expect((await serve(alert()))['terminal:alert']).toHaveLength(2)
    now += 30 * MINUTE
    expect(await serve(alert())).toEqual({})
    now += 31 * MINUTE
    expect((await serve(alert()))['terminal:alert']).toHaveLength(1)
  })

  it('wait for the end of quiet hours', async () => {
    const quiet = alert({ quiet: { from: '07:00', to: '09:00' } })
    await tell('quake', 'a', 'b', 'c')
    expect(await serve(quiet)).toEqual({})
    now += HOUR
    expect(await serve(quiet)).toEqual({ 'terminal:alert': [['quake new']] })
  })

  it('tell at the end of quiet hours what came in any of them', async () => {
    now = EIGHT + 15 * HOUR // 23:00 in Istanbul
    await tell('quake', 'a', 'b', 'c')
    const asleep = alert({ quiet: { from: '22:00', to: '07:00' } })
    expect(await serve(asleep)).toEqual({})
    now += 8 * HOUR
    expect(await serve(asleep)).toEqual({ 'terminal:alert': [['quake new']] })
  })

  it('tell nothing from before they were asked for, and nothing that is long past', async () => {
    await tell('quake', 'a', 'b', 'c')
    expect(await serve(alert({ createdAt: now + 15 * MINUTE }))).toEqual({})
    now += 7 * HOUR
    expect(await serve(alert())).toEqual({})
  })

  it('come again after one that did not arrive', async () => {
    await tell('quake', 'a', 'b', 'c')
    await decider.decide([alert()], now)
    await deliverAll('failed')
    expect(await serve(alert())).toEqual({ 'terminal:alert': [['quake new']] })
  })

  it('do not go mute about a story that runs for weeks, nor after a pause of weeks', async () => {
    const days = [...Array.from({ length: 20 }, (_, day) => day), 40]
    const told: string[] = []
    for (const day of days) {
      now = EIGHT + day * DAY
      await tell('war', ...['a', 'b', 'c'].map((source) => `${source}${day}`))
      told.push(...((await serve(alert()))['terminal:alert'] ?? []).flat())
    }
    expect(told).toHaveLength(days.length)
  })

  it('give way to a briefing that tells a whole day, where one is wished instead', async () => {
    now = EIGHT - 6 * HOUR
    await tell('vote', 'a')
    now = EIGHT - 10 * MINUTE
    await tell('quake', 'a', 'b', 'c')
    expect(await serve(alert())).toEqual({ 'terminal:alert': [['quake new']] })
    now = EIGHT
    const daily = aSubscription({ id: 'alert', to: 'terminal:alert', changedAt: EIGHT - 5 * MINUTE })
    expect(await serve(daily)).toEqual({ 'terminal:alert': [['vote new']] })
  })

  it('are decided once by two processes', async () => {
    await tell('quake', 'a', 'b', 'c')
    const other = createDecider(store, settings)
    await Promise.all([decider.decide([alert()], now), other.decide([alert()], now)])
    expect(Object.values(await deliverAll()).flat()).toHaveLength(1)
  })
})
