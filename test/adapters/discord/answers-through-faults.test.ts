import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../../../src/records/message.ts'
import { renderMessage } from '../../../adapters/discord/render.ts'
import { echoing } from '../../fakes/commands.ts'
import { answerTo, asking, firstWordTo } from '../../fakes/discord/asking.ts'
import { DESK, GUILD, openDiscordBench, type DiscordBench } from '../../fakes/discord/discord-bench.ts'
import { refusal, tooMany } from '../../fakes/discord/discord-refusals.ts'
import type { Fault } from '../../fakes/discord/discord-server.ts'
import { newsroomOnDiscord, type NewsroomOnDiscord } from '../../fakes/discord/newsroom-on-discord.ts'
import { aPost } from '../../fakes/posting.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'
import { patiently } from '../../patiently.ts'

const ACKNOWLEDGEMENT = /callback$/u
const EDIT = /^PATCH \/webhooks/u
const FOLLOW_UP = /^POST \/webhooks/u

/** Faults that keep a call from being answered for a while. */
const PASSING: readonly (readonly [string, Fault])[] = [
  ['a fault of Discord’s', refusal('internal')],
  ['a bad gateway', refusal('badGateway')],
  ['a connection that breaks before', 'broken'],
  ['an answer that is lost', 'lost'],
  ['a limit', tooMany(0.2, 'user')],
]

describe('an answer', () => {
  let bot: NewsroomOnDiscord
  let acknowledged: number[]
  beforeEach(async () => {
    acknowledged = []
    bot = await newsroomOnDiscord({
      tools: { noteAcknowledged: (_platform, ms) => void acknowledged.push(ms) },
    })
  })
  afterEach(() => bot.close())

  it('has the time of its acknowledgement noted', async () => {
    await answerTo(ada().news('help'))
    expect(acknowledged).toEqual([expect.any(Number)])
  })

  const ada = () => asking(bot.discord)
  const directs = () => bot.discord.world.messages.filter(({ channel }) => channel.startsWith('7'))

  it.each(PASSING)('is told once, and nobody is told that it is late, through %s', async (_, fault) => {
    bot.discord.breakNext(EDIT, fault)
    expect((await answerTo(ada().news('help'))).text).toContain('/news')
    // Stopping waits for what is in progress.
    await bot.adapter.stop()
    expect(bot.discord.world.messages).toHaveLength(1)
  })

  it.each(PASSING)('is taken back for all and told to its asker alone through %s', async (_, fault) => {
    bot.discord.breakNext(/^DELETE \/webhooks/u, fault)
    const asked = ada().news('briefing', { what: 'syrria' })
    const { text, isPrivate } = await answerTo(asked)
    expect(text).toContain('did you mean')
    expect({ isPrivate, isDismissed: asked.isDismissed }).toEqual({ isPrivate: true, isDismissed: true })
    expect(directs()).toEqual([])
  })

  it.each([...PASSING, ['silence', 'silent'] as const])(
    'is announced again within its three seconds after %s',
    async (_, fault) => {
      bot.discord.breakNext(ACKNOWLEDGEMENT, fault)
      expect((await answerTo(ada().news('help'))).text).toContain('/news')
      expect(directs()).toEqual([])
    },
  )

  it('is not given when somebody else gave it while our own word had to wait', async () => {
    bot.discord.breakNext(ACKNOWLEDGEMENT, tooMany(0.05, 'user'))
    bot.discord.breakNext(ACKNOWLEDGEMENT, refusal('alreadyAcknowledged'))
    ada().news('subscribe', { what: 'syria' })
    const words = () => bot.discord.requests.filter(({ path }) => ACKNOWLEDGEMENT.test(path))
    await patiently(() => expect(words()).toHaveLength(2))
    await answerTo(ada().news('help'))
    expect(await bot.newsroom.store.subscriptions()).toEqual([])
  })

  it('does not wait for a limit that holds all posts of the bot', async () => {
    bot.discord.breakNext(/^POST \/channels/u, tooMany(3, 'global'))
    const quake: Message = { kind: 'notice', level: 'info', text: 'quake', language: 'en' }
    const posting = bot.adapter.post(`${GUILD}/${DESK}`, quake, aPost('quake'))
    await patiently(() => expect(bot.discord.requests.at(-1)?.path).toContain('/channels/'))
    let isPosted = false
    void posting.then(() => (isPosted = true))
    expect((await answerTo(ada().news('help'))).text).toContain('/news')
    expect(isPosted).toBe(false)
    await posting
    expect(isPosted).toBe(true)
  }, 15_000)

  it.each(['lost', refusal('internal')] as const)(
    'is a form, or what is offered, also after %o',
    async (fault) => {
      bot.discord.breakNext(ACKNOWLEDGEMENT, fault)
      expect((await firstWordTo(ada().news('subscribe'))).type).toBe(9)
      bot.discord.breakNext(ACKNOWLEDGEMENT, fault)
      const { data } = await firstWordTo(ada().typing('briefing', 'country', 'syr'))
      expect(data?.['choices']).toContainEqual({ name: 'Syria', value: 'SY' })
      await answerTo(ada().news('help'))
      expect(directs()).toEqual([])
      expect(bot.discord.problems).toEqual([])
    },
  )
})

const isNote = (body: string): boolean => body.includes('may be missing')

describe('an answer of many parts', () => {
  const briefing: Message = { kind: 'briefing', briefing: aWorstDay() }
  const parts = renderMessage(briefing, { secret: 's', topicName: () => undefined, threads: false }).main

  let bench: DiscordBench
  beforeEach(async () => {
    bench = await openDiscordBench()
    await bench.adapter.start(echoing(() => Promise.resolve(briefing)))
  })
  afterEach(() => bench.close())

  /** Returns everything that the user sees in the end. */
  async function toldTo(path: string): Promise<readonly string[]> {
    const asked = asking(bench.discord).news(path, { words: 'all' })
    await answerTo(asked)
    // Stopping waits for what is in progress.
    await bench.adapter.stop()
    return [asked.original, ...asked.followUps].map((message) => JSON.stringify(message?.body))
  }
  const late = () => bench.discord.world.messages.filter(({ channel }) => channel.startsWith('7'))

  it.each([
    ['a limit', tooMany(0.2, 'user')],
    ['a bad gateway', refusal('badGateway')],
  ])('is told whole through %s', async (_, fault) => {
    bench.discord.breakNext(FOLLOW_UP, fault)
    const told = await toldTo('search')
    expect(told).toHaveLength(parts.length)
    expect(told.filter(isNote)).toEqual([])
  })

  it('shows no part twice where its answer was lost, and says that one may be missing', async () => {
    bench.discord.breakNext(FOLLOW_UP, 'lost')
    const told = await toldTo('search')
    expect(new Set(told).size).toBe(told.length)
    expect(told).toHaveLength(parts.length + 1)
    expect(told.filter(isNote)).toEqual([told.at(-1)])
    expect(late()).toEqual([])
  })

  it('tells nobody that it is late whose answer stands there, when the parts behind it are refused', async () => {
    bench.discord.breakNext(FOLLOW_UP, refusal('tooManyFollowUps'))
    const told = await toldTo('search')
    expect(told).toHaveLength(2)
    expect(told.map(isNote)).toEqual([false, true])
    expect(late()).toEqual([])
  })
})

describe('an answer whose details go into a thread', () => {
  const briefing: Message = { kind: 'briefing', briefing: aWorstDay() }
  let bench: DiscordBench
  beforeEach(async () => {
    bench = await openDiscordBench()
    const echo = echoing(() => Promise.resolve(briefing))
    await bench.adapter.start({ ...echo, audience: () => 'public' })
  })
  afterEach(() => bench.close())

  const inThreads = () =>
    bench.discord.world.messages.filter(({ channel }) => bench.discord.world.threads.has(channel))

  it.each([...PASSING])('has them there once through %s', async (_, fault) => {
    bench.discord.breakNext(/\/threads$/u, fault)
    bench.discord.breakNext(/^POST \/channels\/\d+\/messages$/u, fault)
    const asked = asking(bench.discord).news('search', { words: 'all' })
    await answerTo(asked)
    await bench.adapter.stop()
    const bodies = inThreads().map(({ body }) => JSON.stringify({ ...body, nonce: '' }))
    expect(bodies.length).toBeGreaterThan(0)
    expect(new Set(bodies).size).toBe(bodies.length)
    expect(JSON.stringify(asked.followUps)).not.toContain('may be missing')
  })

  it('says that something is missing when Discord refuses the thread, not that it came too late', async () => {
    bench.discord.breakNext(/\/threads$/u, refusal('missingAccess'))
    const asked = asking(bench.discord).news('search', { words: 'all' })
    await answerTo(asked)
    await bench.adapter.stop()
    expect(JSON.stringify(asked.followUps.at(-1)?.body)).toContain('may be missing')
    expect(asked.followUps.at(-1)?.isEphemeral).toBe(true)
    expect(bench.discord.world.messages.some(({ channel }) => channel.startsWith('7'))).toBe(false)
  })
})
