import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleNewsroom, type SampleNewsroom } from './fakes/sample-newsroom.ts'

const HOUR = 3_600_000
const LAST = Date.parse('2026-03-12T16:00:00Z')
const DESK = 'slack:T1/C1'

/** A user follows the earthquake from the morning of the first day, by a typed sentence. */
describe('a story that is followed for four days', () => {
  let room: SampleNewsroom

  beforeAll(async () => {
    room = await openSampleNewsroom('2026-03-09T00:00:00Z')
    const { ask, bot, now, pass } = room
    let isFollowed = false
    for (; now() <= LAST; pass(HOUR / 2)) {
      await bot.read()
      pass(60_000)
      if (!isFollowed) {
        const found = await ask('search earthquake', { channel: DESK })
        const isThere = found.kind === 'search' && found.results.hits.length > 0
        if (isThere)
          isFollowed = (await ask('keep me posted on the first one', { channel: DESK })).kind === 'notice'
      }
      await bot.serve()
    }
    pass(9 * 24 * HOUR)
    await bot.serve()
    pass(HOUR)
    await bot.serve()
  }, 120_000)
  afterAll(() => room.close())

  it('stands in one message with all that follows under it', () => {
    const [first, ...others] = room.chat.posts
    expect(room.chat.posts.length).toBeGreaterThan(3)
    expect(first).toMatchObject({ channel: 'T1/C1', under: null })
    expect(new Set(others.map(({ under }) => under))).toEqual(new Set(['1']))
  })

  it('tells nothing twice, and goes from the first figure to the last', () => {
    const told = room.chat.posts.flatMap(({ message }) =>
      message.kind === 'briefing' ? [message.briefing] : [],
    )
    const headlines = told.map(({ sections }) =>
      sections.flatMap(({ stories }) => stories.map(({ headline }) => headline)).join(' | '),
    )
    expect(new Set(headlines).size).toBe(headlines.length)
    expect(headlines.join('\n')).toMatch(/12[\s\S]*19[\s\S]*23/u)
    for (const { timeline } of told) expect(timeline?.entries.length).toBeGreaterThan(0)
  })

  it('ends by itself', async () => {
    expect(room.chat.posts.at(-1)?.message).toMatchObject({ kind: 'notice' })
    expect(await room.store.subscriptions()).toEqual([])
  })

  it('counts as other messages do', async () => {
    const deliveries = await room.store.deliveries(0)
    expect(deliveries.every(({ state }) => state === 'sent')).toBe(true)
    expect(deliveries).toHaveLength(room.chat.posts.length)
  })
})
