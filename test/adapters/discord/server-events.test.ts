import { PermissionFlagsBits } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import type { ComingEvent } from '../../../src/records/finding.ts'
import { showEvents } from '../../../src/schedule/show-events.ts'
import { answerTo, asking, MANAGER } from '../../fakes/discord/asking.ts'
import { DESK, GUILD } from '../../fakes/discord/discord-bench.ts'
import type { FakeEvent } from '../../fakes/discord/discord-world.ts'
import { newsroomOnDiscord, type NewsroomOnDiscord } from '../../fakes/discord/newsroom-on-discord.ts'
import { aNewsroom } from '../../fakes/newsroom.ts'
import { aSubscription } from '../../schedule/a-subscription.ts'
import { anArticle, aRead, toKeep } from '../../storage/a-read.ts'

const DAY = 24 * 3_600_000
const MONDAY = Date.parse('2026-03-09T05:00:00Z')

let bot: NewsroomOnDiscord
let now: number
const faults: unknown[] = []
afterEach(() => bot.close())

async function open({ granted = PermissionFlagsBits.CreateEvents, isOn = true } = {}) {
  now = MONDAY
  faults.length = 0
  const newsroom = await aNewsroom()
  bot = await newsroomOnDiscord({
    guilds: [{ id: GUILD, channels: [{ id: DESK, name: 'desk' }], granted }],
    newsroom,
    tools: { now: () => now },
  })
  await newsroom.store.keepSubscription(aSubscription({ to: `discord:${GUILD}/${DESK}`, countries: ['SY'] }))
  if (isOn) await answerTo(asking(bot.discord, MANAGER).notifications({ events: true }))
}

/** Stores a report that says on which day something takes place. */
async function tell(
  id: string,
  day: string,
  { story = id, words = `Talks about ${id} open in Damascus.` } = {},
) {
  now += 60_000
  const article = anArticle(
    {
      id,
      sourceId: 'levant-post',
      title: `Talks about ${id}`,
      url: `https://levant.example/${id}`,
      publishedAt: now,
      seenAt: now,
    },
    { countries: [{ code: 'SY', score: 1, focus: true }] },
  )
  const event: ComingEvent = {
    kind: 'coming',
    start: 0,
    end: 10,
    names: [],
    at: Date.parse(day),
    when: day,
    whenWords: 'then',
    words,
  }
  await bot.newsroom.store.keepRead({
    ...aRead([], { sourceId: 'levant-post' }),
    articles: [{ ...toKeep(article, { storyId: story }), findings: [event] }],
  })
}

const day = (index: number): string => `2026-03-${String(10 + index).padStart(2, '0')}`

const round = () =>
  showEvents({
    store: bot.newsroom.store,
    settings: bot.newsroom.view.settings,
    adapters: [bot.adapter],
    subscriptions: () => bot.newsroom.store.subscriptions(),
    now: () => now,
    noteFault: (_workspace, error) => void faults.push(error),
  })

const events = (): readonly FakeEvent[] => bot.discord.world.events
const standing = () => events().filter(({ status }) => status < 3)
const starts = () => standing().map(({ body }) => body['scheduled_start_time'])
const calls = () =>
  bot.discord.requests.filter(({ path, method }) => method !== 'GET' && path.includes('scheduled-events'))

describe('events of a server', () => {
  it('come from what is to come, once, with place, day in the zone of the subscription, sentence, outlet and link', async () => {
    await open()
    await tell('water', '2026-03-12')
    expect(await round()).toEqual({ made: 1, changed: 0, ended: 0 })
    expect(standing()[0]?.body).toEqual({
      name: 'Talks about water',
      description: 'Talks about water open in Damascus.\n— Levant Post\nhttps://levant.example/water',
      privacy_level: 2,
      entity_type: 3,
      entity_metadata: { location: 'Syria' },
      scheduled_start_time: '2026-03-11T21:00:00.000Z',
      scheduled_end_time: '2026-03-12T21:00:00.000Z',
    })
    expect(await round()).toEqual({ made: 0, changed: 0, ended: 0 })
    expect(events()).toHaveLength(1)
  })

  it('are none where nobody wished for them, and none of what is over, begun, or further than a month', async () => {
    await open({ isOn: false })
    await tell('water', '2026-03-12')
    expect(await round()).toEqual({ made: 0, changed: 0, ended: 0 })
    await answerTo(asking(bot.discord, MANAGER).notifications({ events: true }))
    for (const day of ['2026-03-08', '2026-03-09', '2026-05-01']) await tell(`at-${day}`, day)
    expect(await round()).toMatchObject({ made: 1 })
  })

  it('move with the day that the newest report names', async () => {
    await open()
    await tell('water', '2026-03-12')
    await round()
    await tell('later', '2026-03-20', {
      story: 'water',
      words: 'Talks about water open in Damascus after a delay.',
    })
    expect(await round()).toEqual({ made: 0, changed: 1, ended: 0 })
    expect(starts()).toEqual(['2026-03-19T21:00:00.000Z'])
    expect(await round()).toEqual({ made: 0, changed: 0, ended: 0 })
  })

  it('stay as they are once somebody has begun one', async () => {
    await open()
    await tell('water', '2026-03-12')
    await round()
    const [made] = events()
    if (made === undefined) throw new Error('no event was made')
    made.status = 2
    await tell('later', '2026-03-13', { story: 'water', words: 'Talks about water open in Damascus.' })
    expect(await round()).toMatchObject({ changed: 0 })
    expect(starts()).toContain('2026-03-11T21:00:00.000Z')
    expect(faults).toEqual([])
  })

  it('are cancelled when nobody reports them any more, and complete by themselves or by us when they are over', async () => {
    await open()
    await tell('water', '2026-03-12')
    await tell('grain', '2026-03-14')
    await round()
    await bot.newsroom.store.muteStory(`discord:${GUILD}/${DESK}`, 'grain', now)
    expect(await round()).toEqual({ made: 0, changed: 0, ended: 1 })
    expect(
      events()
        .map(({ status }) => status)
        .toSorted((a, b) => a - b),
    ).toEqual([1, 4])
    const [water] = standing()
    if (water) water.status = 2
    now = Date.parse('2026-03-12T05:00:00Z')
    expect(await round()).toEqual({ made: 0, changed: 0, ended: 0 })
    now += DAY
    expect(await round()).toEqual({ made: 0, changed: 0, ended: 1 })
    expect(water?.status).toBe(3)
  })

  it('are not made twice where the answer was lost, nor after a restart, nor again where somebody took one away', async () => {
    await open()
    await tell('water', '2026-03-12')
    bot.discord.breakNext(/POST .*scheduled-events/u, 'lost')
    await round()
    expect(faults).toHaveLength(1)
    expect(await round()).toEqual({ made: 0, changed: 0, ended: 0 })
    expect(events()).toHaveLength(1)
    const [made] = standing()
    if (made) made.status = 4
    expect(await round()).toEqual({ made: 0, changed: 0, ended: 0 })
    expect(standing()).toEqual([])
  })

  it('go when the server wishes for them no more', async () => {
    await open()
    await tell('water', '2026-03-12')
    await round()
    await answerTo(asking(bot.discord, MANAGER).notifications({ events: false }))
    expect(await round()).toEqual({ made: 0, changed: 0, ended: 1 })
    const asked = bot.discord.requests.length
    await round()
    expect(bot.discord.requests).toHaveLength(asked)
  })

  it('leave room for those of people, are few in one round, and stay while they are reported', async () => {
    await open()
    const names = 'ash bay cod den elm fig gas hay ice jar kit log mud nut oak pea rye sun tea urn vat'.split(
      ' ',
    )
    for (const [index, name] of names.slice(0, 15).entries())
      await tell(name, day(index), { words: `The ${name} hearing about ${name} farms opens.` })
    expect(await round()).toMatchObject({ made: 10 })
    expect(await round()).toMatchObject({ made: 5 })
    for (const [index, name] of names.slice(15).entries())
      await tell(name, day(index), { words: `The ${name} hearing about ${name} farms opens.` })
    await round()
    expect(standing()).toHaveLength(20)
    expect(await round()).toEqual({ made: 0, changed: 0, ended: 0 })
  })

  it('wait where a server has as many as it may', async () => {
    await open()
    const body = { name: 'Game night', scheduled_start_time: '2026-03-12T20:00:00Z' }
    for (let i = 0; i < 100; i++)
      bot.discord.world.events.push({ id: String(i), guild: GUILD, creator: '1', body, status: 1 })
    await tell('water', '2026-03-12')
    expect(await round()).toEqual({ made: 0, changed: 0, ended: 0 })
    expect(calls()).toEqual([])
  })

  it('need a permission, without which one line says so', async () => {
    await open({ granted: 0n, isOn: false })
    const { text } = await answerTo(asking(bot.discord, MANAGER).notifications({ events: true }))
    expect(text).toContain('I cannot create events here yet: give my role Create Events.')
    await tell('water', '2026-03-12')
    expect(await round()).toEqual({ made: 0, changed: 0, ended: 0 })
    expect(calls()).toEqual([])
  })
})
