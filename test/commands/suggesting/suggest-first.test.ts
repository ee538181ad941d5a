import { describe, expect, it } from 'vitest'
import { allCommands } from '../../../src/commands/all-commands.ts'
import { SPOKEN } from '../../../src/language/languages.ts'
import { anAsker } from '../../fakes/asker.ts'
import { aNewsroom } from '../../fakes/newsroom.ts'

const direct = { channel: 'slack:@T1/ada', isDirect: true }

describe('what somebody may begin with', () => {
  it('is the day, where most is read, the strongest story, and to follow it', async () => {
    const { view } = await aNewsroom()
    const { questions, regions } = await allCommands(view).suggestFirst(anAsker(direct))
    expect(questions.map(({ label }) => label)).toEqual([
      'What happened today?',
      'Middle East today',
      'Bridge over the Euphrates opens to lorries',
      'Send me Middle East every day at 08:00',
    ])
    expect(questions[2]?.value).toBe('story sbridge')
    expect(regions).toEqual([{ label: 'Middle East', value: 'middle-east' }])
  })

  it('is what is followed, where something is', async () => {
    const { view, ask } = await aNewsroom()
    await ask('subscribe sudan daily at 8')
    const { questions } = await allCommands(view).suggestFirst(anAsker())
    expect(questions.map(({ label }) => label)).toEqual([
      'What happened today?',
      'Sudan today',
      'Bridge over the Euphrates opens to lorries',
    ])
  })

  it.each(SPOKEN)('is understood as it is offered: %s', async (language) => {
    const { view, store } = await aNewsroom()
    const commands = allCommands(view)
    const asker = anAsker({ ...direct, language })
    const { questions } = await commands.suggestFirst(asker)
    const kinds: string[] = []
    for (const { value } of questions) kinds.push((await commands.answer(commands.read(value), asker)).kind)
    expect(kinds).toEqual(['briefing', 'briefing', 'story', 'subscription'])
    expect(await store.subscriptions()).toMatchObject([{ regions: ['middle-east'], at: ['08:00'] }])
  })

  it('waits for no store that hangs', async () => {
    const { view, store } = await aNewsroom()
    const { promise } = Promise.withResolvers<never>()
    Object.assign(store, {
      subscriptions: () => promise,
      storyHeads: () => promise,
      preferences: () => promise,
    })
    const { questions } = await allCommands(view).suggestFirst(anAsker(direct))
    expect(questions.map(({ label }) => label)).toContain('What happened today?')
  })
})
