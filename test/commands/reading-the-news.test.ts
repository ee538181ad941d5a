import { describe, expect, it } from 'vitest'
import { aRead, anArticle, HOUR } from '../storage/a-read.ts'
import { aNewsroom, EVENING, type FakeNewsroom } from '../fakes/newsroom.ts'

/** Returns the ids of a briefing's stories, in order. */
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

describe('a briefing of long ago', () => {
  it.each(['briefing', 'catchup'])(
    '%s reaches a month back, and names the way to what is older',
    async (command) => {
      const { ask, told } = await aNewsroom()
      expect(await ask(`${command} since 31d`)).toMatchObject({ kind: 'briefing' })
      expect(await told(`${command} since 32 days`)).toBe(
        'A briefing covers at most the last 31 days. “search WORDS since:…” finds older news.',
      )
      expect(await ask('search bridge since:32d')).toMatchObject({ kind: 'search' })
    },
  )
})

describe('story and mute', () => {
  it('shows the story of an article by its address', async () => {
    const newsroom = await aNewsroom()
    expect(await newsroom.ask('story http://www.levant-post.example/bridge/')).toMatchObject({
      kind: 'story',
      story: { id: 'sbridge' },
    })
    expect(await newsroom.told('story https://levant-post.example/other')).toContain('I don’t know the story')
  })

  it('shows a story and keeps it from coming again', async () => {
    const newsroom = await aNewsroom()
    expect(await newsroom.ask('story sbridge')).toMatchObject({
      kind: 'story',
      story: { id: 'sbridge', reports: [{}, {}] },
      actions: [
        { label: 'action.follow' },
        { label: 'action.said', command: 'said story:sbridge' },
        { label: 'action.mute', command: 'mute sbridge' },
        { label: 'action.correct' },
      ],
    })
    const seenAt = EVENING - HOUR
    const update = anArticle({ id: 'bridge-3', title: 'Bridge closes again', seenAt })
    await newsroom.store.keepRead(aRead([update], {}, { storyId: 'sbridge' }))
    expect(await newsroom.told('mute sbridge')).toContain('will get no more news of “')
    expect(await storiesOf(newsroom, 'syria')).toEqual([])
    expect(await newsroom.ask('briefing syria', { channel: 'slack:lobby' })).toMatchObject({
      briefing: { sections: [{ stories: [{ id: 'sbridge' }] }] },
    })
    expect(await newsroom.told('unmute sbridge')).toContain('again')
    expect(await storiesOf(newsroom, 'syria')).toEqual(['sbridge'])
  })
})

describe('why', () => {
  it('takes the id of a story, too, and tells of the report whose headline it bears', async () => {
    const newsroom = await aNewsroom()
    expect(await newsroom.ask('why sbridge')).toMatchObject({
      kind: 'trace',
      trace: { title: 'Bridge over the Euphrates opens to lorries' },
    })
  })
})

describe('one name for one story', () => {
  it.each([
    ['en', 'Bridge over the Euphrates closes to lorries again'],
    ['tr', 'Fırat üzerindeki köprü kamyonlara açıldı'],
  ])('stands in all that is said of it to a reader of %s', async (language, headline) => {
    const newsroom = await aNewsroom()
    const seenAt = EVENING - HOUR
    const update = anArticle({
      id: 'bridge-3',
      url: 'https://example.org/3',
      title: 'Bridge over the Euphrates closes to lorries again',
      text: 'The bridge over the Euphrates was closed to lorries again in the evening, the police of Raqqa said.',
      seenAt,
    })
    await newsroom.store.keepRead(aRead([update], {}, { storyId: 'sbridge' }))
    expect(await newsroom.ask('story sbridge', { language })).toMatchObject({ story: { headline } })
    expect(await newsroom.told('mute sbridge', { language })).toContain(headline)
    expect(await newsroom.told('unmute sbridge', { language })).toContain(headline)
    const why = await newsroom.ask('why https://example.org/3', { language })
    expect(why.kind === 'trace' && why.trace.steps.map(({ text }) => text).join('\n')).toContain(headline)
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
