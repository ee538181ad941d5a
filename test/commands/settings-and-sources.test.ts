import { describe, expect, it } from 'vitest'
import type { SourceEditor } from '../../src/commands/command-context.ts'
import type { FoundFeed } from '../../src/feeds/discover-feeds.ts'
import type { Source } from '../../src/records/source.ts'
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

/**
 * Creates a newsroom whose source editor finds this feed at every address and answers an added source with
 * `answer`.
 */
async function addingSources(
  feed: Partial<FoundFeed> | null = {},
  answer: Awaited<ReturnType<SourceEditor['add']>> = { status: 'done' },
) {
  const amman = { title: 'Amman Times', feed: 'https://amman.example/rss', language: 'ar-JO', entries: 20 }
  const added: Source[] = []
  const { told } = await aNewsroom({
    sources: {
      find: () =>
        Promise.resolve(
          feed === null ? { status: 'none' } : { status: 'found', feeds: [{ ...amman, ...feed }] },
        ),
      add(source) {
        added.push(source)
        return Promise.resolve(answer)
      },
    },
  })
  return {
    added,
    add: (typed: string) =>
      told(`sources add ${typed} country:jordan ownership:independent`, { isAdmin: true }),
  }
}

describe('sources', () => {
  const AMMAN: Source = {
    id: 'amman-example',
    name: 'Amman Times',
    feed: 'https://amman.example/rss',
    homepage: 'https://amman.example/',
    country: 'JO',
    language: 'ar',
    ownership: 'independent',
    region: 'middle-east',
  }

  it('are added by admins, with what no feed says of an outlet', async () => {
    const { add, added } = await addingSources()
    expect(await add('amman.example')).toContain('Amman Times (amman-example) is read from now on')
    expect(added).toEqual([AMMAN])
  })

  it.each<[string, Partial<FoundFeed>, string, Partial<Source>]>([
    [
      'go by what the admin says',
      {},
      'title:"Amman Daily" language:english region:"western europe"',
      { name: 'Amman Daily', language: 'en', region: 'western-europe' },
    ],
    ['go by their host where the feed has no title', { title: '' }, '', { name: 'amman.example' }],
    ['are in English where the feed says nothing', { language: null }, '', { language: 'en' }],
    [
      'are named after their host, without what stands before it',
      { feed: 'https://feeds.amman.example/all' },
      '',
      { id: 'amman-example', feed: 'https://feeds.amman.example/all' },
    ],
    [
      'get a number where another one has the name',
      { feed: 'https://www.nile.wire/feed' },
      '',
      { id: 'nile-wire-2', feed: 'https://www.nile.wire/feed' },
    ],
  ])('%s', async (_, feed, typed, expected) => {
    const { add, added } = await addingSources(feed)
    await add(`amman.example ${typed}`)
    expect(added).toEqual([{ ...AMMAN, ...expected }])
  })

  it('are not added where there is no feed, where it is read already, or where that is refused', async () => {
    const nothing = await addingSources(null)
    expect(await nothing.add('amman.example')).toContain('no feed')
    const known = await addingSources({ feed: 'https://nile-wire.example/feed' })
    expect(await known.add('amman.example')).toContain('Nile Wire (nile-wire)')
    expect([...nothing.added, ...known.added]).toEqual([])
    const refused = await addingSources({}, { status: 'refused', reason: 'the file is read-only' })
    expect(await refused.add('amman.example')).toBe('Nothing was changed: the file is read-only')
  })

  it('are not added where their site cannot be reached, which is told as that', async () => {
    const unread = {
      status: 'unread',
      kind: 'unreachable',
      text: 'The server takes no connections.',
    } as const
    const { told } = await aNewsroom({ sources: { find: () => Promise.resolve(unread) } })
    const typed = 'sources add amman.example country:jordan ownership:independent'
    expect(await told(typed, { isAdmin: true })).toBe(
      'I could not read “https://amman.example/”: server unreachable.',
    )
  })

  it('are removed by admins, and a refusal says why', async () => {
    const { told } = await aNewsroom({
      sources: { remove: () => Promise.resolve({ status: 'refused', reason: 'the file is read-only' }) },
    })
    expect(await told('sources remove "Nile Wire"', { isAdmin: true })).toBe(
      'Nothing was changed: the file is read-only',
    )
    expect(await told('sources remove nothing', { isAdmin: true })).toContain(
      'I don’t read a source called “nothing”',
    )
  })

  it.each(['sources remove "Nile Wire"', 'sources add amman.example country:jordan ownership:independent'])(
    'stay as they are where they cannot be changed: %s',
    async (typed) => {
      const { told } = await aNewsroom({ sources: null })
      expect(await told(typed, { isAdmin: true })).toBe('The sources of the demo cannot be changed.')
    },
  )
})
