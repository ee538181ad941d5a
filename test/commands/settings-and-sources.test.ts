import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/feeds/source.ts'
import { aNewsroom } from '../fakes/newsroom.ts'

describe('settings', () => {
  it('of a channel count for all in it, one’s own for oneself', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('settings zone:tokyo quiet:22-7', { managesChannel: true })).toMatchObject({
      kind: 'settings',
      settings: { of: 'channel', zone: 'Asia/Tokyo', quiet: { from: '22:00', to: '07:00' }, changed: true },
    })
    await ask('settings to me zone:cairo')
    expect(await ask('briefing')).toMatchObject({ briefing: { zone: 'Asia/Tokyo' } })
    expect(await ask('briefing', { channel: 'slack:lobby' })).toMatchObject({
      briefing: { zone: 'Africa/Cairo' },
    })
    const direct = { channel: 'slack:@T1/ada', isDirect: true }
    expect(await ask('settings', direct)).toMatchObject({ settings: { of: 'person', zone: 'Africa/Cairo' } })
    expect(await ask('settings quiet off', { managesChannel: true })).toMatchObject({
      settings: { quiet: null, zone: 'Asia/Tokyo' },
    })
  })
})

describe('sources', () => {
  it('are added by admins, with what no feed says of an outlet', async () => {
    const added: Source[] = []
    const { told } = await aNewsroom({
      sources: {
        find: () =>
          Promise.resolve([
            { title: 'Amman Times', feed: 'https://amman.example/rss', language: 'ar-JO', entries: 20 },
          ]),
        add: (source) => {
          added.push(source)
          return Promise.resolve({ status: 'done' })
        },
      },
    })
    expect(
      await told('sources add amman.example country:jordan ownership:independent', { isAdmin: true }),
    ).toContain('Amman Times (amman-example) is read from now on')
    expect(added).toEqual([
      {
        id: 'amman-example',
        name: 'Amman Times',
        feed: 'https://amman.example/rss',
        homepage: 'https://amman.example/',
        country: 'JO',
        language: 'ar',
        ownership: 'independent',
        region: 'middle-east',
      },
    ])
  })

  it('are removed by admins, and a refusal says why', async () => {
    const { told } = await aNewsroom({
      sources: { remove: () => Promise.resolve({ status: 'refused', reason: 'the file is read-only' }) },
    })
    expect(await told('sources remove "Nile Wire"', { isAdmin: true })).toBe(
      'Nothing was changed: the file is read-only',
    )
    expect(await told('sources remove nothing', { isAdmin: true })).toContain('I read no source “nothing”')
  })

  it.each(['sources remove "Nile Wire"', 'sources add amman.example country:jordan ownership:independent'])(
    'stay as they are where they cannot be changed: %s',
    async (typed) => {
      const { told } = await aNewsroom({ sources: null })
      expect(await told(typed, { isAdmin: true })).toBe('The sources of the demo cannot be changed.')
    },
  )
})

/** What each subscription made of an article. */
