import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/records/message.ts'
import { aNewsroom } from '../fakes/newsroom.ts'

/** Returns the titles of an answer's stories. */
function headlines(answer: Message): readonly string[] {
  if (answer.kind === 'briefing')
    return answer.briefing.sections.flatMap(({ stories }) => stories.map(({ headline }) => headline))
  return answer.kind === 'search' ? answer.results.hits.map(({ title }) => title) : []
}

describe('a plain question', () => {
  it.each([
    ['what happened in syria since yesterday?', 'Bridge over the Euphrates opens to lorries'],
    ['Suriye’de dün akşamdan beri neler oldu', 'Bridge over the Euphrates opens to lorries'],
    ['ماذا حدث في السودان اليوم', 'Shelling halts work at Sudan dam'],
    ['was gibt es Neues aus dem Sudan', 'Shelling halts work at Sudan dam'],
    ['что нового в судане', 'Shelling halts work at Sudan dam'],
    ['any news about the merowe dam?', 'Shelling halts work at Sudan dam'],
    ['sudn news', 'Shelling halts work at Sudan dam'],
  ])('is answered with news: %s', async (text, headline) => {
    const { ask } = await aNewsroom()
    expect(headlines(await ask(text))).toContain(headline)
  })

  it('says what was looked for', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('hey, can you find me something about lorries in syria?')).toMatchObject({
      kind: 'search',
      results: { query: 'lorries · Syria' },
    })
  })

  it('is a search without the small words round it', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('search for lorries')).toMatchObject({ results: { query: 'lorries' } })
  })

  it('leaves out what was not wanted', async () => {
    const { ask } = await aNewsroom()
    expect(headlines(await ask('sudan today without the war'))).toEqual([])
    expect(headlines(await ask('syria and sudan, but not sudan'))).not.toContain(
      'Shelling halts work at Sudan dam',
    )
  })

  it.each([
    'search shelling OR lorries without:sudan',
    'find shelling or lorries without sudan',
    'find shelling or lorries, not sudan',
    'find lorries -sudan',
  ])('searches without what was not wanted: %s', async (text) => {
    const { ask } = await aNewsroom()
    expect(headlines(await ask(text))).toEqual(['Bridge over the Euphrates opens to lorries'])
  })

  it('leaves out groups and words as options do', async () => {
    const { ask } = await aNewsroom()
    expect(headlines(await ask('briefing syria without:lorries'))).toEqual([])
    expect(headlines(await ask('search euphrates without:hamas'))).toHaveLength(1)
    expect(headlines(await ask('search euphrates without:lorries'))).toEqual([])
  })

  it('follows what was named, and not all of its topic', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('alert me about an earthquake in syria')).toMatchObject({
      kind: 'subscription',
      subscription: { filter: expect.stringMatching(/containing earthquake/u) },
    })
  })

  it('that means two is asked back, with a button for each', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('what’s up in congo today')).toMatchObject({
      kind: 'notice',
      actions: [
        { name: 'Congo - Brazzaville', command: expect.stringMatching(/^briefing country:CG since:/u) },
        { name: 'Congo - Kinshasa', command: expect.stringMatching(/^briefing country:CD since:/u) },
      ],
    })
  })

  it('may look for either of two things', async () => {
    const { ask } = await aNewsroom()
    expect(headlines(await ask('lorries or shelling'))).toHaveLength(2)
  })

  it('follows a greeting, whatever is unknown in it', async () => {
    const { ask } = await aNewsroom()
    expect(await ask('hey there, anything going on in zzyzx?')).toMatchObject({ kind: 'search' })
    expect(await ask('moin, was gibts neues?')).toMatchObject({ kind: 'briefing' })
  })

  it('is none where somebody greets, even if a command is nearly called so', async () => {
    const { told } = await aNewsroom()
    expect(await told('moin')).toMatch(/^Hello!/u)
  })

  it('is none where somebody says thanks', async () => {
    const { told } = await aNewsroom()
    expect(await told('thank you so much')).toMatch(/^You’re welcome/u)
  })

  it('gets one friendly line where it is none', async () => {
    const { told } = await aNewsroom()
    expect(await told('good morning!')).toMatch(/^Hello!/u)
    expect(await told('write me a poem about spring')).toBe('I can only help with the news.')
  })
})

describe('what comes back to the last answer', () => {
  it('is the story of that place in it', async () => {
    const { ask } = await aNewsroom()
    const list = await ask('what happened in syria and sudan today')
    const [, second = ''] = headlines(list)
    expect(await ask('who else reported the second one?')).toMatchObject({
      kind: 'story',
      story: { headline: second },
    })
    expect(await ask('mute that')).toMatchObject({ kind: 'notice', actions: [{ label: 'action.unmute' }] })
  })

  it('may be called by its number behind a command', async () => {
    const { ask, told } = await aNewsroom()
    const list = await ask('what happened in syria and sudan today')
    const [, second = ''] = headlines(list)
    expect(await ask('facts figures 2')).toMatchObject({ results: { about: 'figures', query: second } })
    expect(await told('figures 9')).toContain('I don’t know the story “9”')
  })

  it('is what was asked, but for what is said anew', async () => {
    const { ask } = await aNewsroom()
    await ask('what happened in syria today')
    expect(await ask('and sudan?')).toMatchObject({ briefing: { title: 'Sudan' } })
    expect(await ask('and yesterday?')).toMatchObject({ briefing: { title: 'Sudan' } })
  })

  it('is of this person in this place alone, and for some hours', async () => {
    const { ask, told, pass } = await aNewsroom()
    await ask('syria today')
    expect(await told('open the first one', { user: 'U2' })).toMatch(/^I don’t know what that/u)
    expect(await told('open the first one', { channel: 'slack:other' })).toMatch(/^I don’t know what that/u)
    pass(9 * 3_600_000)
    expect(await told('open the first one')).toMatch(/^I don’t know what that/u)
  })

  it('is what all read in a thread, and else what its asker was answered in that place', async () => {
    const { ask, told } = await aNewsroom()
    const thread = { thread: '17.1' }
    await ask('sudan today')
    expect(await ask('open the first one', thread)).toMatchObject({ story: { id: 'sdam' } })
    await ask('syria today', thread)
    const bob = { ...thread, user: 'bob' }
    expect(await ask('who else reported it', bob)).toMatchObject({ story: { id: 'sbridge' } })
    expect(await told('open the first one', { user: 'carol', thread: '18.1' })).toMatch(
      /^I don’t know what that/u,
    )
    expect(await ask('open the first one')).toMatchObject({ story: { id: 'sbridge' } })
  })

  it('is no one else’s where only its asker saw it', async () => {
    const { ask, told } = await aNewsroom()
    const thread = { thread: '17.1' }
    await ask('send me syria every morning to me', thread)
    expect(await told('make it 9pm', { ...thread, user: 'bob' })).not.toMatch(/21:00/u)
    expect(await ask('make it 9pm', thread)).toMatchObject({ change: 'changed' })
  })

  it('is the subscription that was spoken of', async () => {
    const { ask } = await aNewsroom()
    const made = await ask('send me syria every morning')
    expect(made).toMatchObject({
      kind: 'subscription',
      subscription: { when: 'daily at 08:00 (Europe/Istanbul)' },
    })
    expect(await ask('make it 9pm')).toMatchObject({
      change: 'changed',
      subscription: { when: 'daily at 21:00 (Europe/Istanbul)' },
    })
    expect(await ask('add iraq to it')).toMatchObject({ subscription: { filter: 'Syria or Iraq' } })
    expect(await ask('without sport please')).toMatchObject({
      subscription: { filter: 'Syria or Iraq; without Sport' },
    })
    expect(await ask('stop that')).toMatchObject({ change: 'ended' })
  })
})

describe('a number behind a word that is said of stories', () => {
  it.each(['follow 1', 'mute 1', 'correct 1', 'takip et 1', 'suis le numéro 1'])(
    'is the place in the last answer: %s',
    async (text) => {
      const { ask, told } = await aNewsroom()
      await ask('briefing syria')
      expect(await told(text, { isAdmin: true })).toContain('Bridge')
    },
  )

  it('is told to be too high where fewer were told', async () => {
    const { ask, told } = await aNewsroom()
    await ask('briefing syria')
    expect(await told('the fifth')).toContain('had 1 story')
  })

  it('is of the list before, where a subscription was changed in between', async () => {
    const { ask } = await aNewsroom()
    await ask('briefing syria')
    await ask('follow 1')
    await ask('undo')
    expect(await ask('the first one')).toMatchObject({ kind: 'story' })
  })
})

it('“more” says so where nothing was left out', async () => {
  const { ask, told } = await aNewsroom()
  await ask('briefing syria')
  expect(await told('more')).toContain('That is all')
})
