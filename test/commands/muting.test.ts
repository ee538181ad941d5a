import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/chat/command.ts'
import { aNewsroom } from '../fakes/newsroom.ts'

const OUTSIDER = { isOutsider: true }

describe('mute and unmute', () => {
  it('tell the whole channel who wished it', async () => {
    const { ask } = await aNewsroom()
    const name = 'Ada\n\u202eLovelace'
    expect(await ask('mute sbridge', { name })).toMatchObject({
      kind: 'notice',
      level: 'info',
      isForAll: true,
      text: expect.stringContaining('Ada Lovelace muted a story here'),
      actions: [{ label: 'action.unmute', command: 'unmute sbridge' }],
    })
    expect(await ask('unmute sbridge')).toMatchObject({
      isForAll: true,
      text: expect.stringContaining('ada undid a mute'),
    })
    expect(await ask('unmute sbridge')).not.toHaveProperty('isForAll')
  })

  it('are a person’s own business in their direct messages', async () => {
    const { ask } = await aNewsroom()
    const told = await ask('mute sbridge', { ...OUTSIDER, isDirect: true, channel: 'slack:@T1/ada' })
    expect(told).toMatchObject({ level: 'info' })
    expect(told).not.toHaveProperty('isForAll')
  })

  it.each<[string, Partial<Asker>, boolean]>([
    ['whoever may subscribe', {}, true],
    ['who manages the channel', { subscribers: 'managers', managesChannel: true }, true],
    ['an admin', { subscribers: 'managers', isAdmin: true }, true],
    ['nobody else', { subscribers: 'managers' }, false],
    ['nobody of another organisation', OUTSIDER, false],
  ])('are for %s', async (_, asker, may) => {
    const { ask, store } = await aNewsroom()
    expect(await ask('mute sbridge', asker)).toMatchObject({ level: may ? 'info' : 'warning' })
    expect((await store.muted()).size).toBe(may ? 1 : 0)
  })
})

describe('who may not subscribe', () => {
  it('is told why', async () => {
    const { told } = await aNewsroom()
    expect(await told('mute sbridge', OUTSIDER)).toContain('Only people of the organisation')
    expect(await told('mute sbridge', { subscribers: 'managers' })).toContain(
      'Only people who manage this channel',
    )
  })

  it('makes the channel follow nothing, and follows what they like themselves', async () => {
    const { ask, told, store } = await aNewsroom()
    expect(await told('subscribe syria daily', OUTSIDER)).toContain('Only people of the organisation')
    await ask('subscribe syria daily to me', OUTSIDER)
    const [own] = await store.subscriptions()
    expect(own).toMatchObject({ to: 'slack:@T1/ada' })
    expect(await told(`edit ${own?.id} to here`, OUTSIDER)).toContain('Only people of the organisation')
    expect(await store.subscriptions()).toEqual([own])
  })
})

describe('what is muted', () => {
  it('is listed with a button for each, and counted in what a briefing leaves out', async () => {
    const { ask, told } = await aNewsroom()
    expect(await told('mute')).toContain('No story is muted here')
    await ask('mute sbridge')
    const listed = await ask('what have i muted')
    expect(listed).toMatchObject({
      text: expect.stringContaining('1 story is muted here: “Bridge over the Euphrates'),
      actions: [{ label: 'action.unmute', command: 'unmute sbridge' }],
    })
    expect(await ask('briefing syria')).toMatchObject({
      briefing: { sections: [], leftOut: 1, keptOut: { muted: 1, told: 0 } },
    })
  })

  it('is forgotten with its story', async () => {
    const { ask, told, pass } = await aNewsroom()
    await ask('mute sbridge')
    pass(15 * 24 * 3_600_000)
    expect(await told('mute')).toContain('No story is muted here')
  })
})
