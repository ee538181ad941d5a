import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/feeds/source.ts'
import { aPlacement, aRead, anArticle, HOUR } from '../storage/a-read.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { aNewsroom, EVENING, type FakeNewsroom } from '../fakes/newsroom.ts'

/** Ids of the stories of a briefing, in order. */
async function storiesOf(newsroom: FakeNewsroom, text: string): Promise<string[]> {
  const message = await newsroom.ask(text)
  if (message.kind !== 'briefing') throw new Error(JSON.stringify(message))
  return message.briefing.sections.flatMap(({ stories }) => stories.map(({ id }) => id)).toSorted()
}

describe('briefing', () => {
  it.each([
    ['briefing', ['sbridge', 'sdam', 'sstrike']],
    ['syria', ['sbridge']],
    ['syria turkey', ['sbridge', 'sstrike']],
    ['conflict', ['sdam']],
    ['syria conflict', []],
    ['nile wire', ['sdam']],
    ['language:turkish', ['sbridge', 'sstrike']],
    ['person:haddad', ['sbridge']],
    ['keywords:"lorries OR grev"', ['sbridge', 'sstrike']],
    ['keywords:"lorries AND NOT engineers"', []],
    ['keywords:"Raqqa" turkey', []],
    ['since:90min', ['sdam']],
  ])('“%s” tells of %j', async (text, expected) => {
    expect(await storiesOf(await aNewsroom(), text)).toEqual(expected)
  })
})

describe('search', () => {
  it('finds articles and leads to the next page', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('search lorries')).toMatchObject({
      kind: 'search',
      results: { query: 'lorries', hits: [{ articleId: 'bridge-1', storyId: 'sbridge' }], more: false },
      actions: [],
    })
    expect(await ask('search country:syria language:tr')).toMatchObject({
      results: { query: 'Syria; in Turkish', hits: [{ articleId: 'bridge-2' }] },
    })
    expect(await ask('search until:11:30 köprü')).toMatchObject({ results: { hits: [] } })
  })

  it('shows each story once, and who else tells it, also those who use other words', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('search country:syria')).toMatchObject({
      results: { hits: [{ storyId: 'sbridge', moreOutlets: 1 }], more: false },
    })
    expect(await ask('search lorries')).toMatchObject({ results: { hits: [{ moreOutlets: 1 }] } })
  })

  it('gives a page of stories however many copies stand between them, in the place of a copy what it copies', async () => {
    const { ask, store } = await aNewsroom()
    for (let story = 0; story < 12; story++)
      for (let outlet = 0; outlet < 6; outlet++) {
        const seenAt = EVENING - (12 - story) * 60_000 + outlet * 1_000
        const article = anArticle({
          id: `quake-${story}-${outlet}`,
          sourceId: `outlet-${outlet}`,
          title: `Quake number ${story}`,
          seenAt,
          publishedAt: seenAt,
        })
        const placement = aPlacement(article, {
          storyId: `squake${story}`,
          copyOf: outlet === 0 ? null : `quake-${story}-0`,
        })
        await store.keepRead({
          ...aRead([]),
          sourceId: `outlet-${outlet}`,
          articles: [{ article, placement }],
        })
      }
    const shown = async (text: string) => {
      const message = await ask(text)
      if (message.kind !== 'search') throw new Error(message.kind)
      return {
        hits: message.results.hits.map(({ articleId, moreOutlets }) => `${articleId} +${moreOutlets}`),
        more: message.results.more,
      }
    }
    expect(await shown('search quake')).toEqual({
      hits: [11, 10, 9, 8, 7, 6, 5, 4].map((story) => `quake-${story}-0 +5`),
      more: true,
    })
    expect(await shown('search quake page:2')).toEqual({
      hits: [3, 2, 1, 0].map((story) => `quake-${story}-0 +5`),
      more: false,
    })
  })

  it('puts the whole question on the button for more', async () => {
    const { view, store } = await aNewsroom()
    const { allCommands } = await import('../../src/commands/all-commands.ts')
    const { anAsker } = await import('../fakes/asker.ts')
    const commands = allCommands({
      ...view,
      search: async (wish) => ({ ...(await store.search(wish)), more: true }),
    })
    const answer = await commands.answer(
      commands.read('search "opened to" country:sy since:3d order:relevance'),
      anAsker(),
    )
    expect(answer.actions).toEqual([
      {
        label: 'action.more',
        command: 'search "opened to" country:SY since:2026-03-07T15:00Z order:relevance page:2',
      },
    ])
    const again = commands.read(answer.actions?.[0]?.command ?? '')
    expect(await commands.answer(again, anAsker())).toMatchObject({
      kind: 'search',
      actions: [{ command: expect.stringContaining('page:3') }],
    })
  })
})

describe('story and mute', () => {
  it('shows the story of an article by its address', async () => {
    const newsroom = await aNewsroom()
    expect(await newsroom.ask('story http://www.levant-post.example/bridge/')).toMatchObject({
      kind: 'story',
      story: { id: 'sbridge' },
    })
    expect(await newsroom.told('story https://levant-post.example/other')).toContain('I know no story')
  })

  it('shows a story and keeps it from coming again', async () => {
    const newsroom = await aNewsroom()
    expect(await newsroom.ask('story sbridge')).toMatchObject({
      kind: 'story',
      story: { id: 'sbridge', reports: [{}, {}] },
      actions: [{ label: 'action.mute', command: 'mute sbridge' }],
    })
    const seenAt = EVENING - HOUR
    const update = anArticle({ id: 'bridge-3', title: 'Bridge closes again', seenAt })
    await newsroom.store.keepRead(aRead([update], {}, { storyId: 'sbridge' }))
    expect(await newsroom.told('mute sbridge')).toContain('hears no more of “Bridge closes again” (sbridge)')
    expect(await newsroom.told('mute sbridge', { language: 'tr' })).toContain('Fırat üzerindeki köprü')
    expect(await storiesOf(newsroom, 'syria')).toEqual([])
    expect(await newsroom.ask('briefing syria', { channel: 'slack:lobby' })).toMatchObject({
      briefing: { sections: [{ stories: [{ id: 'sbridge' }] }] },
    })
    expect(await newsroom.told('unmute sbridge')).toContain('again')
    expect(await storiesOf(newsroom, 'syria')).toEqual(['sbridge'])
  })
})

describe('catchup', () => {
  it('tells a person who was away what the channel was told', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('subscribe syria')
    newsroom.pass(24 * HOUR)
    expect(await storiesOf(newsroom, 'catchup since monday')).toEqual(['sbridge'])
    expect(await storiesOf(newsroom, 'catchup since 3d sudan')).toEqual(['sdam'])
  })

  it('tells the news where the channel was told nothing', async () => {
    expect(await storiesOf(await aNewsroom(), 'catchup since yesterday')).toEqual([
      'sbridge',
      'sdam',
      'sstrike',
    ])
  })
})

describe('test', () => {
  it('tells what a subscription would have sent, and sends nothing', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('subscribe all at 13:30 and 17:30 utc to me')
    newsroom.pass(24 * HOUR)
    const before = await newsroom.store.counts()
    const message = await newsroom.ask('test', { channel: 'slack:@T1/ada', isDirect: true })
    expect(message).toMatchObject({
      kind: 'trial',
      trial: {
        servings: [
          {
            at: Date.parse('2026-03-10T13:30Z'),
            stories: [{ headline: 'Bridge over the Euphrates opens to lorries' }, { id: 'sstrike' }],
          },
          { at: Date.parse('2026-03-10T17:30Z'), stories: [{ id: 'sdam' }] },
        ],
        empty: 12,
      },
    })
    expect(await newsroom.store.counts()).toEqual(before)
  })

  it('tries an alert: each story when its outlets had come together, capped', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('subscribe all alert outlets 2')
    expect(await newsroom.ask('test')).toMatchObject({
      trial: { servings: [{ at: EVENING - 4 * HOUR, stories: [{ id: 'sbridge' }] }], empty: 0 },
    })
  })
})

describe('a test of an hourly subscription', () => {
  it('shows the newest times and says how many others there are', async () => {
    const { ask, store } = await aNewsroom()
    for (let hours = 1; hours <= 16; hours++) {
      const seenAt = EVENING - hours * 3 * HOUR
      const article = anArticle(
        { id: `quiet-${hours}`, title: `Day ${hours} passes`, seenAt, publishedAt: seenAt },
        { countries: [{ code: 'LB', score: 1, focus: true }] },
      )
      await store.keepRead(aRead([article]))
    }
    await ask('subscribe lebanon hourly')
    const message = await ask('test')
    if (message.kind !== 'trial') throw new Error(message.kind)
    expect(message.trial.servings).toHaveLength(14)
    expect(message.trial).toMatchObject({ earlier: 2, empty: 7 * 24 - 16 })
  })
})

describe('an outlet that is read no more', () => {
  it('keeps its reports, without labels that nobody knows any more', async () => {
    const { ask, store } = await aNewsroom()
    const old = anArticle({ id: 'old', sourceId: 'removed', title: 'Convoy crosses', seenAt: EVENING - HOUR })
    await store.keepRead(aRead([old], { sourceId: 'removed' }, { storyId: 'sbridge' }))
    const unlabelled = { country: '', ownership: null }
    expect(await ask('search convoy')).toMatchObject({
      results: { hits: [{ sourceName: 'removed', ...unlabelled }] },
    })
    const message = await ask('story sbridge')
    expect(message.kind === 'story' && message.story.outlets).toContainEqual(
      expect.objectContaining({ name: 'removed', ...unlabelled }),
    )
  })
})

describe('why', () => {
  it('traces an article from its feed to its story', async () => {
    const { ask } = await aNewsroom()
    const message = await ask('why http://www.levant-post.example/bridge/?utm_source=x#top')
    expect(message).toMatchObject({
      kind: 'trace',
      trace: {
        title: 'Bridge over the Euphrates opens to lorries',
        steps: [
          { label: 'Read', text: 'Levant Post, Mar 10, 2026, 13:00' },
          { label: 'Language', text: 'English' },
          { label: 'About', text: 'Syria (“Raqqa”)' },
          { label: 'Topics', text: 'nothing found' },
          { label: 'People', text: 'Lina Haddad' },
          { label: 'Story', text: 'sbridge, 2 articles, 2 independent reports' },
        ],
        verdicts: [],
        elsewhere: [],
      },
      actions: [{ command: 'story sbridge' }, { command: 'mute sbridge' }],
    })
  })

  it('explains, too, what became of it in one’s own subscriptions elsewhere, and in nobody else’s', async () => {
    const { ask } = await aNewsroom()
    const bob = { user: 'bob', direct: 'slack:@T1/bob', channel: 'slack:lobby' }
    await ask('subscribe syria to me')
    await ask('subscribe syria', bob)
    await ask('mute sbridge', { channel: 'slack:yard' })
    await ask('subscribe syria', { channel: 'slack:yard' })
    const message = await ask('why https://levant-post.example/bridge')
    expect(message.kind === 'trace' && message.trace.verdicts).toEqual([])
    const elsewhere = message.kind === 'trace' ? message.trace.elsewhere.map(({ text }) => text) : []
    expect(elsewhere.toSorted()).toEqual([
      'Decided on Mar 10, 2026, 18:00; being sent.',
      'Its story is muted there; “unmute sbridge”, said there, takes that back.',
    ])
  })

  it('names a word once, however it is written', async () => {
    const { ask, store } = await aNewsroom()
    const loud = anArticle(
      {
        id: 'loud',
        url: 'https://loud.example/1',
        title: 'RAQQA: bridge opens',
        text: 'Lorries reached Raqqa.',
      },
      { countries: [{ code: 'SY', score: 1, focus: true }] },
    )
    await store.keepRead(aRead([loud]))
    const message = await ask('why https://loud.example/1')
    expect(message.kind === 'trace' && message.trace.steps).toContainEqual({
      label: 'About',
      text: 'Syria (“RAQQA”)',
    })
  })

  it('names the words that gave a topic', async () => {
    const { ask } = await aNewsroom()
    const message = await ask('why https://nile-wire.example/dam')
    expect(message.kind === 'trace' && message.trace.steps).toContainEqual({
      label: 'Topics',
      text: 'Conflict, war and peace (“shelling”)',
    })
  })

  it.each([
    ['turkey', 'not-told: Not about what is wished for (Türkiye) but about Syria.'],
    ['conflict', 'not-told: No topic of the wish: Conflict, war and peace.'],
    ['nile wire', 'not-told: Told by none of the outlets wished for: told by Nile Wire.'],
    ['person:nobody', 'not-told: Names nobody of the wish: naming nobody.'],
    ['language:arabic', 'not-told: Not told in a language of the wish: in Arabic.'],
    ['keywords:grain', 'not-told: Does not say the keywords of the wish: saying grain.'],
    ['syria alert', 'waiting: It fits. 2 independent outlets report it; the alert waits for 3.'],
    ['syria', 'told: Its story was told in this channel on Mar 10, 2026, 18:00'],
  ])('explains what became of it in a subscription to %s', async (wish, verdict) => {
    const newsroom = await aNewsroom()
    await newsroom.ask(`subscribe ${wish}`)
    expect(await verdictOf(newsroom)).toContain(verdict)
  })

  it('blames no muting where the story would not fit anyway', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('subscribe turkey')
    await newsroom.ask('mute sbridge')
    expect(await verdictOf(newsroom)).toContain('Not about what is wished for (Türkiye)')
  })

  it('says when it comes, and that it was muted, paused, sent or not sent', async () => {
    const newsroom = await aNewsroom()
    const own = aSubscription({ id: 'k4f2', to: 'slack:desk', owner: 'slack:T1/ada' })
    await newsroom.store.keepSubscription(own)
    expect(await verdictOf(newsroom)).toContain(
      'waiting: It fits. It comes with the next briefing, on Mar 11, 2026, 08:00',
    )
    await newsroom.ask('mute sbridge')
    expect(await verdictOf(newsroom)).toContain('Its story is muted here')
    await newsroom.ask('unmute sbridge')
    await newsroom.ask('pause k4f2')
    expect(await verdictOf(newsroom)).toContain('the subscription is paused')
    await newsroom.ask('resume k4f2')
    await newsroom.store.decide({
      outboxId: 'k4f2 1',
      subscription: 'k4f2',
      destination: 'slack:desk',
      slot: '2026-03-11 08:00',
      at: EVENING,
      message: { kind: 'notice', level: 'info', text: 'x', language: 'en' },
      told: [{ storyId: 'sbridge', articles: ['bridge-1@1'] }],
    })
    expect(await verdictOf(newsroom)).toContain('waiting: Decided on Mar 10, 2026, 18:00')
  })

  it('names the filter of a subscription that does not fit, though another told the story here', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('subscribe syria')
    await newsroom.ask('subscribe turkey')
    const verdicts = await verdictOf(newsroom)
    expect(verdicts).toContain('told: Its story was told in this channel')
    expect(verdicts).toContain('not-told: Not about what is wished for (Türkiye) but about Syria.')
  })

  it('says that there was no room when the briefing went without it', async () => {
    const newsroom = await aNewsroom()
    await newsroom.store.keepSubscription(aSubscription({ id: 'k4f2', to: 'slack:desk', stories: 1 }))
    await newsroom.store.decide({
      outboxId: 'k4f2 1',
      subscription: 'k4f2',
      destination: 'slack:desk',
      slot: '2026-03-10 18:00',
      at: EVENING,
      message: { kind: 'notice', level: 'info', text: 'x', language: 'en' },
      told: [{ storyId: 'sdam', articles: ['dam@1'] }],
    })
    expect(await verdictOf(newsroom)).toContain('had room for 1 stories only')
  })

  it.each([
    ['https://nile-wire.example/other', 'Its outlet is among the sources (Nile Wire)'],
    ['https://unknown.example/x', 'unknown.example is not among the sources'],
  ])('says of %s that it was not read', async (url, text) => {
    const { told } = await aNewsroom()
    expect(await told(`why ${url}`)).toContain(text)
  })
})

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
const verdictOf = async (
  newsroom: FakeNewsroom,
  url = 'https://levant-post.example/bridge',
): Promise<string> => {
  const message = await newsroom.ask(`why ${url}`)
  if (message.kind !== 'trace') throw new Error(JSON.stringify(message))
  return message.trace.verdicts.map(({ status, text }) => `${status}: ${text}`).join('\n')
}
