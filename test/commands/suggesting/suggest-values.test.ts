import { describe, expect, it } from 'vitest'
import type { Asker } from '../../../src/chat/command.ts'
import { allCommands } from '../../../src/commands/all-commands.ts'
import { createSuggest } from '../../../src/commands/suggesting/suggest-values.ts'
import { anAsker } from '../../fakes/asker.ts'
import { aNewsroom, type FakeNewsroom } from '../../fakes/newsroom.ts'
import { aDecision } from '../../storage/a-decision.ts'
import { aRead, anArticle, HOUR, NOON } from '../../storage/a-read.ts'

const PATIENT = () => new Promise<never>(() => undefined)
const HASTY = () => Promise.resolve()

/** Returns the suggestions for an option of a command. */
function typingIn({ view }: Pick<FakeNewsroom, 'view'>, losePatience: () => Promise<unknown> = PATIENT) {
  const { all } = allCommands(view)
  const { suggest } = createSuggest(view, [], () => losePatience())
  return (word: string, option: string, typed: string, asker: Asker) => {
    const command = all.find(({ name }) => name === word)
    const shape = command?.options.find(({ name }) => name === option)
    if (command === undefined || shape === undefined) throw new Error(`there is no ${word} ${option}`)
    return suggest(command, shape, typed, asker)
  }
}

/** Returns the ids of the suggestions for a command's story. */
function storiesIn(newsroom: Pick<FakeNewsroom, 'view'>) {
  const offered = typingIn(newsroom)
  return async (word: string, typed = '', own: Partial<Asker> = {}) =>
    (await offered(word, 'story', typed, anAsker(own))).map(({ value }) => value)
}

const tell = ({ store }: FakeNewsroom, storyId: string, at: number, destination = 'slack:desk') =>
  store.decide(aDecision({ destination, at, slot: `${storyId} ${at}`, told: [{ storyId, articles: [] }] }))

describe('what is offered for a story', () => {
  it.each(['story', 'mute'])('are the strongest stories where nothing was told: %s', async (word) => {
    expect(await storiesIn(await aNewsroom())(word)).toEqual(['sbridge', 'sdam', 'sstrike'])
  })

  it('are those told last in the channel first, and those told to the asker', async () => {
    const newsroom = await aNewsroom()
    await tell(newsroom, 'sstrike', NOON)
    await tell(newsroom, 'sdam', NOON + HOUR, 'slack:@T1/ada')
    const offered = storiesIn(newsroom)
    expect(await offered('story')).toEqual(['sdam', 'sstrike', 'sbridge'])
    const elsewhere = { channel: 'slack:lobby', user: 'bob', direct: 'slack:@T1/bob' }
    expect(await offered('story', '', elsewhere)).toEqual(['sbridge', 'sdam', 'sstrike'])
  })

  it('are called as everywhere else, in the language of the asker', async () => {
    const offered = typingIn(await aNewsroom())
    const label = async (language: string) =>
      (await offered('story', 'story', 'sbri', anAsker({ language })))[0]?.label
    expect(await label('en')).toBe('Bridge over the Euphrates opens to lorries')
    expect(await label('tr')).toBe('Fırat üzerindeki köprü kamyonlara açıldı')
  })

  it('are the muted ones where a mute is taken back, and the others elsewhere', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('mute sbridge')
    const offered = storiesIn(newsroom)
    expect(await offered('unmute')).toEqual(['sbridge'])
    expect(await offered('mute')).toEqual(['sdam', 'sstrike'])
    expect(await offered('unmute', '', { channel: 'slack:lobby' })).toEqual([])
    await newsroom.ask('unmute sbridge')
    newsroom.pass(3_000)
    expect(await offered('unmute')).toEqual([])
  })

  it('are also older ones that were told or muted here', async () => {
    const newsroom = await aNewsroom()
    await tell(newsroom, 'sdam', NOON)
    await newsroom.ask('mute sbridge')
    newsroom.pass(72 * HOUR)
    const offered = storiesIn(newsroom)
    expect(await offered('story')).toEqual(['sdam'])
    expect(await offered('unmute')).toEqual(['sbridge'])
  })

  it('are new ones some seconds after they were kept', async () => {
    const newsroom = await aNewsroom()
    const offered = storiesIn(newsroom)
    expect(await offered('story', 'ferry')).toEqual([])
    const ferry = anArticle({ id: 'ferry', title: 'Ferry leaves port', seenAt: NOON + 3 * HOUR })
    await newsroom.store.keepRead(aRead([ferry], {}, { storyId: 'sferry' }))
    newsroom.pass(20_000)
    expect(await offered('story', 'ferry')).toEqual(['sferry'])
    expect(await offered('story')).toContain('sdam')
  })

  it('are offered once where two turned out to be one', async () => {
    const newsroom = await aNewsroom()
    const offered = storiesIn(newsroom)
    expect(await offered('story')).toHaveLength(3)
    const link = anArticle({ id: 'link', title: 'Strike and dam', seenAt: NOON + 3 * HOUR })
    await newsroom.store.keepRead(aRead([link], {}, { storyId: 'sdam', mergedStoryIds: ['sstrike'] }))
    newsroom.pass(20_000)
    expect(await offered('story')).toEqual(['sdam', 'sbridge'])
  })

  it('come from memory while the store does not answer', async () => {
    const newsroom = await aNewsroom()
    let isBusy = false
    const orWait = <T>(answer: () => Promise<T>): Promise<T> =>
      isBusy ? new Promise<T>(() => undefined) : answer()
    const { archive, subscriptions } = newsroom.view
    const view = {
      ...newsroom.view,
      archive: {
        ...archive,
        storyHeads: (...given: Parameters<typeof archive.storyHeads>) =>
          orWait(() => archive.storyHeads(...given)),
        told: (to: string) => orWait(() => archive.told(to)),
        muted: () => orWait(() => archive.muted()),
      },
      subscriptions: {
        ...subscriptions,
        preferences: (of: string) => orWait(() => subscriptions.preferences(of)),
      },
    }
    let losePatience: () => Promise<unknown> = PATIENT
    const offered = typingIn({ view }, () => losePatience())
    await offered('story', 'story', '', anAsker())
    isBusy = true
    losePatience = HASTY
    newsroom.pass(HOUR)
    expect(await offered('story', 'story', 'dam', anAsker())).toMatchObject([{ value: 'sdam' }])
    expect(await typingIn({ view }, HASTY)('story', 'story', '', anAsker())).toEqual([])
  })
})

describe('what is offered for a subscription', () => {
  it('are those that the asker sees', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('subscribe syria')
    const offered = typingIn(newsroom)
    expect(await offered('unsubscribe', 'subscription', 'syr', anAsker())).toMatchObject([
      { label: expect.stringMatching(/^Syria \(.{4}\)$/u) },
    ])
    const stranger = anAsker({ user: 'eve', channel: 'slack:lobby', direct: 'slack:@T1/eve' })
    expect(await offered('unsubscribe', 'subscription', '', stranger)).toEqual([])
  })
})

describe('what is offered for words to look for', () => {
  it.each([
    ['search', 'words', 'Arak', 'Abbas Araghchi', '"Abbas Araghchi"'],
    ['search', 'words', 'ХАМ', 'Hamas', 'Hamas'],
    ['search', 'words', 'الحوث', 'Houthis', 'Houthis'],
    ['search', 'words', 'Хале', 'Aleppo', 'Aleppo'],
    ['subscribe', 'keywords', 'tahil OR Arak', 'tahil OR Abbas Araghchi', 'tahil OR "Abbas Araghchi"'],
  ])('%s %s:%s is also %s', async (word, option, typed, label, value) => {
    const newsroom = await aNewsroom()
    const offered = await typingIn(newsroom)(word, option, typed, anAsker())
    expect(offered).toContainEqual({ label, value })
  })
})
