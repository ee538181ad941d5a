import { ChannelType } from 'discord.js'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../../src/records/message.ts'
import { aBriefing } from '../../fakes/briefings.ts'
import { DESK, GUILD } from '../../fakes/discord/discord-bench.ts'
import { refusal } from '../../fakes/discord/discord-refusals.ts'
import { connected, DESK_PLACE, LONG, QUAKE } from '../../fakes/discord/posting-on-discord.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { aPost } from '../../fakes/posting.ts'

/** A briefing of a subscription to Syria that ends at that time. */
const until = (iso: string, zone: string, language: string): Message => ({
  kind: 'briefing',
  briefing: aBriefing({ title: 'Suriye', to: Date.parse(iso), zone, language }),
})

describe('a forum', () => {
  const FORUM = '300000000000000005'
  const tags = [
    { id: '1', name: 'Moderated', moderated: true },
    { id: '2', name: 'World' },
    { id: '3', name: 'syria' },
  ]
  const forum = { id: FORUM, type: ChannelType.GuildForum, tags, requiresTag: true }
  const inForum = `${GUILD}/${FORUM}`

  it('gets one post a day, and later messages of the day in it', async () => {
    const { adapter, discord } = await connected([forum])
    await adapter.post(inForum, MESSAGES.briefing, aPost('morning'))
    await adapter.post(inForum, MESSAGES.briefing, aPost('evening'))
    const [post, ...others] = [...discord.world.threads.values()]
    expect(others).toEqual([])
    expect(post).toMatchObject({ parent: FORUM })
    expect(discord.world.shownIn(post?.id ?? '')).toHaveLength(2)
  })

  it('gets another post each day, named after the day in the zone and language of its reader', async () => {
    const { adapter, discord } = await connected([forum])
    const names = () => [...discord.world.threads.values()].map(({ name }) => name)
    await adapter.post(inForum, until('2026-03-10T05:00:00Z', 'Europe/Istanbul', 'tr'), aPost('monday'))
    await adapter.post(
      inForum,
      until('2026-03-10T20:30:00Z', 'Europe/Istanbul', 'tr'),
      aPost('monday evening'),
    )
    await adapter.post(
      inForum,
      until('2026-03-10T21:30:00Z', 'Europe/Istanbul', 'tr'),
      aPost('behind midnight'),
    )
    await adapter.post(inForum, until('2026-03-10T21:30:00Z', 'Europe/Berlin', 'fa'), aPost('elsewhere'))
    expect(names()).toEqual(['Suriye · 10 Mart 2026', 'Suriye · 11 Mart 2026', 'Suriye · ۱۹ اسفند ۱۴۰۴'])
  })

  it('has the whole day in the name of a post, however long the title', async () => {
    const { adapter, discord } = await connected([forum])
    const briefing = aBriefing({ title: 'grain '.repeat(40) })
    await adapter.post(inForum, { kind: 'briefing', briefing }, aPost('long title'))
    const [{ name } = { name: '' }] = [...discord.world.threads.values()]
    expect(name).toMatch(/^(?:grain )+grain… · \d+ \w+ 2026$/u)
    expect(name.length).toBeLessThanOrEqual(100)
  })

  it('gets a tag that anybody may use where it wants one', async () => {
    const { adapter, discord } = await connected([forum])
    await adapter.post(inForum, QUAKE, aPost('quake'))
    expect([...discord.world.threads.values()]).toMatchObject([{ tags: ['2'] }])
  })

  it('gets no second post when the answer to the first was lost', async () => {
    const { adapter, discord } = await connected([forum])
    discord.breakNext(/\/threads$/u, 'lost')
    await expect(adapter.post(inForum, QUAKE, aPost('quake'))).rejects.toMatchObject({ mayHaveArrived: true })
    await adapter.post(inForum, QUAKE, aPost('quake'))
    expect(discord.world.threads.size).toBe(1)
    expect(discord.world.messages).toHaveLength(1)
  })

  it('gets another message of the day whole while nobody knows whether the first opened its post', async () => {
    const { adapter, discord } = await connected([forum])
    discord.breakNext(/\/threads$/u, 'lost')
    await expect(adapter.post(inForum, QUAKE, aPost('first'))).rejects.toMatchObject({ mayHaveArrived: true })
    await adapter.post(
      inForum,
      { ...QUAKE, text: 'quake', actions: MESSAGES.notice.actions ?? [] },
      aPost('second'),
    )
    await adapter.post(inForum, QUAKE, aPost('first'))
    expect(discord.world.threads.size).toBe(1)
    expect(discord.world.messages).toHaveLength(2)
  })

  it('gets a message whole in a post of the day that nobody remembers', async () => {
    const { adapter, discord, tools } = await connected([forum])
    await adapter.post(inForum, QUAKE, aPost('before'))
    await tools.store.forget({ platform: 'discord', kind: 'forum', id: inForum })
    await adapter.post(inForum, QUAKE, aPost('after'))
    expect(discord.world.threads.size).toBe(1)
    expect(discord.world.messages).toHaveLength(2)
  })

  it('gets each part once when the sending broke behind the first', async () => {
    const { adapter, discord } = await connected([forum])
    discord.breakNext(/^POST \/channels\/\d+\/messages$/u, 'lost')
    await expect(adapter.post(inForum, LONG, aPost('long'))).rejects.toMatchObject({ mayHaveArrived: true })
    const { messageIds } = await adapter.post(inForum, LONG, aPost('long'))
    expect(discord.world.threads.size).toBe(1)
    expect(discord.world.messages).toHaveLength(messageIds.length)
    expect(messageIds.length).toBeGreaterThan(1)
  })

  it('gets another post where somebody deleted that of the day', async () => {
    const { adapter, discord } = await connected([forum])
    await adapter.post(inForum, QUAKE, aPost('one'))
    discord.world.threads.clear()
    await adapter.post(inForum, QUAKE, aPost('two'))
    expect(discord.world.threads.size).toBe(1)
  })
})

describe('an announcement channel', () => {
  const channel = { id: DESK, type: ChannelType.GuildAnnouncement }

  it('is published to those who follow it where that is set', async () => {
    const { adapter, discord } = await connected([channel], { crosspost: true })
    await adapter.post(DESK_PLACE, QUAKE, aPost('quake'))
    expect(discord.world.crossposted).toEqual(discord.world.shownIn(DESK).map(({ id }) => id))
  })

  it('keeps its message when publishing fails, and stays quiet where it is not set', async () => {
    const { adapter, discord } = await connected([channel], { crosspost: true })
    discord.breakNext(/crosspost$/u, refusal('missingPermissions'))
    await expect(adapter.post(DESK_PLACE, QUAKE, aPost('quake'))).resolves.toBeDefined()
    expect(discord.world.crossposted).toEqual([])
  })
})
