import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/chat/command.ts'
import { settingsSheet } from '../../src/chat/wording/sheet.ts'
import { withPlaceQuietHours } from '../../src/subscriptions/place-quiet.ts'
import { aNewsroom, type FakeNewsroom } from '../fakes/newsroom.ts'

const MANAGER = { managesChannel: true }
const LOBBY = 'slack:T1/C7'
const toLobby = {
  findChannel: () => Promise.resolve({ destination: LOBBY, name: '#lobby', manages: true }),
}

async function aNewsroomWithSettings() {
  const room = await aNewsroom()
  await room.ask('settings zone:Asia/Tokyo speak:de', { ...MANAGER, channel: LOBBY })
  await room.ask('settings speak:tr', MANAGER)
  await room.ask('settings speak:fr zone:Europe/Paris to me')
  return room
}

describe('a subscription made for elsewhere', () => {
  it('speaks the language and keeps the zone of the channel that it speaks in', async () => {
    const { ask, store } = await aNewsroomWithSettings()
    await ask('subscribe syria daily to #lobby', toLobby)
    expect(await store.subscriptions({ to: LOBBY })).toMatchObject([{ language: 'de', zone: 'Asia/Tokyo' }])
  })

  it('to oneself speaks one’s own language and keeps one’s own zone', async () => {
    const { ask, store } = await aNewsroomWithSettings()
    await ask('subscribe syria daily to me')
    expect(await store.subscriptions()).toMatchObject([{ language: 'fr', zone: 'Europe/Paris' }])
  })

  it('goes by the zone and language that the platform tells of its maker, where nothing is set there', async () => {
    const { ask, store } = await aNewsroom()
    await ask('settings zone:Asia/Tokyo speak:tr', MANAGER)
    const cem = { user: 'cem', direct: 'slack:@T1/cem', zone: 'Europe/Berlin', language: 'de' }
    await ask('subscribe syria daily to me', cem)
    await ask('subscribe syria daily to #lobby', { ...cem, ...toLobby })
    await ask('subscribe syria daily', cem)
    const made = { zone: 'Europe/Berlin', language: 'de' }
    expect(await store.subscriptions({ to: cem.direct })).toMatchObject([made])
    expect(await store.subscriptions({ to: LOBBY })).toMatchObject([made])
    expect(await store.subscriptions({ to: 'slack:desk' })).toMatchObject([
      { zone: 'Asia/Tokyo', language: 'tr' },
    ])
  })

  it('to oneself keeps the zone of the channel where the platform knows none of the person', async () => {
    const { ask, store } = await aNewsroom()
    await ask('settings zone:Asia/Tokyo', MANAGER)
    await ask('subscribe syria daily to me', { zone: 'UTC', isZoneGuessed: true })
    expect(await store.subscriptions()).toMatchObject([{ zone: 'Asia/Tokyo' }])
  })

  it('follows what its maker says of it', async () => {
    const { ask, store } = await aNewsroomWithSettings()
    await ask('subscribe syria daily speak:ar zone:Africa/Cairo to #lobby', toLobby)
    expect(await store.subscriptions({ to: LOBBY })).toMatchObject([{ language: 'ar', zone: 'Africa/Cairo' }])
  })
})

describe('the languages that somebody reads', () => {
  it('are those of the place, for what is asked and what is made there', async () => {
    const { ask, store } = await aNewsroom()
    expect(await headlineIn(ask)).toBe('en')
    await ask('settings reads:tr,ar', MANAGER)
    expect(await headlineIn(ask)).toBe('tr')
    expect(await ask('subscribe syria daily')).toMatchObject({
      subscription: { form: ['stories in Turkish and Arabic'] },
    })
    await ask('subscribe sudan daily to me')
    await ask('subscribe sudan daily reads:en')
    const made = await store.subscriptions()
    expect(new Set(made.map(({ to, reads }) => `${to} ${String(reads)}`))).toEqual(
      new Set(['slack:desk tr,ar', 'slack:@T1/ada undefined', 'slack:desk en']),
    )
  })

  it('are changed alone, and those of a subscription too', async () => {
    const { ask, store, view } = await aNewsroom()
    await ask('settings zone:Asia/Tokyo reads:tr', MANAGER)
    const answer = await ask('settings reads:ar,en', MANAGER)
    expect(answer.kind === 'settings' && JSON.stringify(settingsSheet(answer))).toMatch(/Arabic and English/u)
    expect(await store.preferences('slack:desk')).toMatchObject({ zone: 'Asia/Tokyo', reads: ['ar', 'en'] })
    expect(await shown(ask, { channel: LOBBY })).toMatch(/English \(not set here\)/u)
    await ask('subscribe syria daily')
    const [{ id } = { id: '' }] = await view.subscriptions.subscriptions()
    await ask(`edit ${id} reads:tr`)
    await ask(`edit ${id} at 9:00`)
    expect(await store.subscriptions()).toMatchObject([{ reads: ['tr'], at: ['09:00'] }])
    expect(await ask('subscribe syria daily at 9:00')).toMatchObject({ kind: 'subscription' })
    expect(await ask('subscribe syria daily at 9:00')).toMatchObject({ kind: 'notice' })
  })
})

/** Returns the headline of the story that two outlets report in different languages. */
async function headlineIn(ask: FakeNewsroom['ask']): Promise<string | undefined> {
  const answer = await ask('briefing syria')
  return answer.kind === 'briefing' ? answer.briefing.sections[0]?.stories[0]?.language : undefined
}

async function shown(ask: FakeNewsroom['ask'], asker: Partial<Asker>): Promise<string> {
  const answer = await ask('settings', asker)
  return answer.kind === 'settings' ? JSON.stringify(settingsSheet(answer)) : answer.kind
}

/** Returns the subscriptions with the quiet hours of their places. */
async function standing(store: FakeNewsroom['store']) {
  const quiet = await store.quietHours()
  return (await store.subscriptions()).map((subscription) => withPlaceQuietHours(subscription, quiet))
}

const BOB = { user: 'bob', direct: 'slack:@T1/bob', zone: 'America/New_York' }
const NIGHT = { from: '22:00', to: '07:00' }

describe('quiet hours of a channel', () => {
  it('go by the clock of whoever set them, whoever subscribes', async () => {
    const { ask, store } = await aNewsroom()
    await ask('settings quiet:22:00-07:00', MANAGER)
    await ask('subscribe syria hourly', BOB)
    expect(await standing(store)).toMatchObject([
      { zone: 'America/New_York', quiet: { ...NIGHT, zone: 'Europe/Istanbul' } },
    ])
  })

  it('go by the zone of the channel where it has one', async () => {
    const { ask, store } = await aNewsroom()
    await ask('settings quiet:22:00-07:00 zone:Asia/Tokyo', MANAGER)
    await ask('subscribe syria hourly in cairo', BOB)
    expect(await standing(store)).toMatchObject([{ quiet: { ...NIGHT, zone: 'Asia/Tokyo' } }])
  })

  it('move with the zone of the channel, once that is set', async () => {
    const { ask, store } = await aNewsroom()
    await ask('settings quiet:22:00-07:00', MANAGER)
    await ask('settings zone:Asia/Tokyo', MANAGER)
    await ask('subscribe syria hourly', BOB)
    expect(await standing(store)).toMatchObject([{ quiet: { ...NIGHT, zone: 'Asia/Tokyo' } }])
  })

  it('stay where they are when a subscription is moved to another zone', async () => {
    const { ask, store } = await aNewsroom()
    await ask('settings quiet:22:00-07:00', MANAGER)
    await ask('subscribe syria daily at 8')
    const [made] = await store.subscriptions()
    await ask(`edit ${made?.id ?? ''} zone Asia/Tokyo`)
    expect(await standing(store)).toMatchObject([
      { zone: 'Asia/Tokyo', quiet: { ...NIGHT, zone: 'Europe/Istanbul' } },
    ])
  })

  it('of a person go by that person’s zone, whatever is set for the channel where they are told', async () => {
    const { ask, store } = await aNewsroom()
    await ask('settings zone:Asia/Tokyo', MANAGER)
    await ask('settings quiet:22:00-07:00 to me', BOB)
    await ask('subscribe syria hourly to me', BOB)
    expect(await standing(store)).toMatchObject([{ quiet: { ...NIGHT, zone: 'America/New_York' } }])
  })

  it('that were kept without a zone go by that of the channel', async () => {
    const { ask, store } = await aNewsroom()
    await store.keepPreferences('slack:desk', { zone: 'Asia/Tokyo', language: null, quiet: NIGHT })
    await ask('subscribe syria hourly in cairo', BOB)
    expect(await standing(store)).toMatchObject([{ quiet: { ...NIGHT, zone: 'Asia/Tokyo' } }])
  })

  it('name their zone where it is not the one that the channel goes by', async () => {
    const { ask } = await aNewsroom()
    await ask('settings quiet:22:00-07:00', MANAGER)
    expect(await shown(ask, BOB)).toContain('22:00 to 07:00 (Europe/Istanbul)')
    expect(await shown(ask, {})).not.toContain('07:00 (')
  })

  it('make no second subscription of one whose own are the same', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria daily at 8 quiet 22:00-07:00')
    await ask('settings quiet:22:00-07:00', MANAGER)
    await ask('subscribe syria daily at 8')
    expect(await standing(store)).toHaveLength(1)
  })

  it('count for what was made before they were set, and no longer when they are taken back', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria hourly', BOB)
    await ask('settings quiet:22:00-07:00', MANAGER)
    expect(await standing(store)).toMatchObject([{ quiet: { ...NIGHT, zone: 'Europe/Istanbul' } }])
    expect(JSON.stringify(await ask('subscriptions', BOB))).toContain('quiet from 22:00 to 07:00')
    await ask('settings quiet:23:00-05:00', MANAGER)
    expect(await standing(store)).toMatchObject([{ quiet: { from: '23:00', to: '05:00' } }])
    await ask('settings quiet off', MANAGER)
    expect(await standing(store)).toMatchObject([{ quiet: null }])
  })

  it('give way to those that a subscription has of its own, and to its wish for none', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria hourly quiet 01:00-02:00')
    await ask('subscribe iraq hourly quiet off')
    await ask('settings quiet:22:00-07:00', MANAGER)
    expect((await standing(store)).map(({ quiet }) => quiet)).toEqual(
      expect.arrayContaining(['off', { from: '01:00', to: '02:00' }]),
    )
    expect(JSON.stringify(await ask('subscriptions'))).not.toContain('22:00')
  })

  it('of a person count for what they follow in direct messages, wherever they set them', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria hourly to me', BOB)
    await ask('settings quiet:22:00-07:00', { ...BOB, isDirect: true, channel: BOB.direct })
    expect(await standing(store)).toMatchObject([{ quiet: { ...NIGHT, zone: 'America/New_York' } }])
  })

  it('of a person count also where a platform knows them by another name in direct messages', async () => {
    const { ask, store } = await aNewsroom()
    const eve = { platform: 'discord', workspace: '1', user: '7', channel: 'discord:1/2' } as const
    await ask('subscribe syria hourly to me', { ...eve, direct: 'discord:@7/7' })
    const writing = {
      ...eve,
      workspace: '7',
      isDirect: true,
      channel: 'discord:@7/7',
      direct: 'discord:@7/7',
    }
    await ask('settings quiet:22:00-07:00', writing)
    expect(await standing(store)).toMatchObject([{ quiet: NIGHT }])
  })
})
