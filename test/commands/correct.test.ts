import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/records/message.ts'
import { aRead, anArticle } from '../storage/a-read.ts'
import { EVENING, aNewsroom } from '../fakes/newsroom.ts'

const MANAGER = { channel: 'slack:T1/C1', managesChannel: true, name: 'Ada' }
const READER = { channel: 'slack:T1/C1', user: 'bob', name: 'Bob' }

const commandsOf = (message: Message): readonly string[] =>
  (message.actions ?? []).map(({ command }) => command)

describe('correct', () => {
  it('lists what can be said of a story, then what of that kind', async () => {
    const { ask } = await aNewsroom()
    const menu = await ask('correct story:sbridge', READER)
    expect(menu).toMatchObject({ kind: 'notice', text: expect.stringContaining('What is wrong with') })
    expect(menu).not.toHaveProperty('isForAll')
    expect(commandsOf(menu)).toEqual([
      'correct story:sbridge as:not-about',
      'correct story:sbridge as:two-stories',
      'correct story:sbridge as:wrong-name',
    ])
    expect(commandsOf(await ask('correct story:sbridge as:not-about', READER))).toEqual([
      'correct story:sbridge as:not-about of:"SY"',
    ])
    expect(commandsOf(await ask('correct story:sbridge as:wrong-name', READER))).toEqual([
      'correct story:sbridge as:wrong-name of:"Lina Haddad"',
    ])
  })

  it('says that a story is not told as what it is said not to be about', async () => {
    const { ask, store } = await aNewsroom()
    const said = await ask('correct story:sbridge as:not-about of:egypt', MANAGER)
    expect(said).toMatchObject({
      level: 'warning',
      text: expect.stringContaining('is not filed under Egypt here'),
    })
    expect(commandsOf(said)).toEqual(['correct story:sbridge as:not-about of:"SY"'])
    expect(await store.readerRules('slack:T1')).toEqual([])
  })

  it('says what to type where there are no buttons', async () => {
    const { told } = await aNewsroom()
    const terminal = { platform: 'terminal', workspace: 'local', channel: 'terminal', isAdmin: true }
    expect(await told('correct story:sbridge', terminal)).toContain(
      '\nTwo stories: correct story:sbridge as:two-stories\n',
    )
  })

  it('makes a rule of what a manager says, tells all who read here, and takes it back with a button', async () => {
    const { ask, store } = await aNewsroom()
    const said = await ask('correct story:sbridge as:not-about of:"SY"', MANAGER)
    const [rule] = await store.readerRules('slack:T1')
    expect(rule).toMatchObject({ state: 'standing', by: { person: 'slack:T1/ada', name: 'Ada' } })
    expect(said).toMatchObject({
      isForAll: true,
      text: expect.stringContaining(
        'Ada made a correction for everybody here: “Bridge over the Euphrates opens to lorries” and its follow-ups are not about Syria',
      ),
      actions: [{ label: 'action.takeBack' }],
    })
    await ask(commandsOf(said)[0] ?? '', MANAGER)
    expect(await store.readerRules()).toEqual([])
  })

  it('makes a proposal of what a reader says, which a manager accepts', async () => {
    const { ask, store, told } = await aNewsroom()
    const proposal = await ask('correct story:sbridge as:not-about of:"SY"', READER)
    expect(proposal).toMatchObject({
      text: expect.stringContaining('Bob proposes a correction'),
      actions: [{ label: 'action.accept' }, { label: 'action.takeBack' }],
    })
    const [accept = '', undo = ''] = commandsOf(proposal)
    expect(await told(accept, READER)).toContain('Only people who manage this channel or workspace')
    expect(await told(undo, { ...READER, user: 'eve' })).toContain('Only people who manage')
    expect(await told(accept, MANAGER)).toContain('Ada accepted a correction')
    expect(await store.readerRules('slack:T1')).toMatchObject([
      { state: 'standing', by: { name: 'Bob' }, acceptedBy: { name: 'Ada' } },
    ])
    expect(await told(undo, READER)).toContain('Bob undid a correction')
  })

  it('is for nobody of another organisation', async () => {
    const { store, told } = await aNewsroom()
    expect(
      await told('correct story:sbridge as:not-about of:"SY"', { ...READER, isOutsider: true }),
    ).toContain('Only people of the organisation')
    expect(await store.readerRules()).toEqual([])
  })

  it('takes names as people write them, and says where there is nothing like it', async () => {
    const { ask, store, told } = await aNewsroom()
    await ask('correct story:sbridge as:not-about of:syria', MANAGER)
    expect(await store.readerRules()).toMatchObject([{ correction: { what: 'country', id: 'SY' } }])
    expect(await told('correct story:sbridge as:not-about of:syria', MANAGER)).toContain(
      'That correction already exists',
    )
    expect(await told('correct story:sdam as:no-news', MANAGER)).toContain(
      'Neither the form nor the section of',
    )
    expect(await told('correct story:sdam as:same-as', MANAGER)).toContain('There is nothing to choose')
  })

  it('learns from a section of a site, and from a form', async () => {
    const { ask, store } = await aNewsroom()
    const url = 'https://levant-post.example/sport/2026/cup'
    const cup = anArticle({
      id: 'cup',
      sourceId: 'levant-post',
      url,
      seenAt: EVENING - 1,
      publishedAt: EVENING - 1,
    })
    await store.keepRead(aRead([cup], { sourceId: 'levant-post' }, { storyId: 'scup' }))
    await ask('correct story:scup as:no-news', MANAGER)
    expect((await store.readerRules()).map(({ correction }) => correction)).toEqual([
      { kind: 'no-news', sourceId: 'levant-post', form: null, section: 'sport' },
    ])
    expect(await ask('search storm', MANAGER)).toMatchObject({ results: { hits: [] } })
    expect(await ask('search storm', { channel: 'slack:T2/C1', workspace: 'T2' })).toMatchObject({
      results: { hits: [{ storyId: 'scup' }] },
    })
  })

  it('joins stories in lists and on their cards', async () => {
    const { ask } = await aNewsroom()
    await ask('correct story:sbridge as:same-as of:sdam', MANAGER)
    expect(await ask('story sdam', MANAGER)).toMatchObject({
      story: { id: 'sbridge', reports: { length: 3 } },
    })
    expect(await ask('search merowe', MANAGER)).toMatchObject({
      results: { hits: [{ storyId: 'sbridge' }] },
    })
  })

  it('parts the named reports from the others', async () => {
    const { ask } = await aNewsroom()
    await ask('correct story:sbridge as:two-stories of:bridge-2', MANAGER)
    expect(await ask('story sbridge', MANAGER)).toMatchObject({
      story: { reports: [{ articleId: 'bridge-1' }] },
    })
    expect(await ask('story sbridge-2', MANAGER)).toMatchObject({
      story: { reports: [{ articleId: 'bridge-2' }] },
    })
    const other = { channel: 'slack:T2/C1', workspace: 'T2' }
    expect(await ask('story sbridge', other)).toMatchObject({ story: { reports: { length: 2 } } })
  })
})

describe('corrections', () => {
  it('lists what was corrected with who and when, the newest first', async () => {
    const { ask, told } = await aNewsroom()
    expect(await told('corrections', READER)).toContain('There are no corrections here yet.')
    await ask('correct story:sbridge as:not-about of:"SY"', MANAGER)
    await ask('correct story:sbridge as:wrong-name of:"Lina Haddad"', READER)
    const list = await ask('corrections', READER)
    if (list.kind !== 'notice') throw new Error('a notice was expected')
    const [title, first, second] = list.text.split('\n')
    expect(title).toBe('2 corrections by readers here')
    expect(first).toContain('proposed, “Lina Haddad” is not a name (Bob, 18:00)')
    expect(second).toContain('are not about Syria (Ada, 18:00)')
    expect(list.actions?.map(({ name }) => name?.split(':')[0])).toEqual(['Accept', 'Undo', 'Undo'])
    expect(await told('corrections', { channel: 'slack:T2/C1', workspace: 'T2' })).toContain(
      'There are no corrections here',
    )
  })

  it('are told by why, with what they keep out', async () => {
    const { ask } = await aNewsroom()
    await ask('subscribe syria daily', MANAGER)
    await ask('correct story:sbridge as:not-about of:"SY"', MANAGER)
    const why = await ask('why https://levant-post.example/bridge', MANAGER)
    if (why.kind !== 'trace') throw new Error('a trace was expected')
    expect(why.trace.steps.at(-1)).toMatchObject({
      label: 'Corrected here',
      text: expect.stringContaining('are not about Syria'),
    })
  })

  it('are forgotten with their workspace', async () => {
    const { ask, store } = await aNewsroom()
    await ask('correct story:sbridge as:not-about of:"SY"', MANAGER)
    await store.forgetWorkspace({ platform: 'slack', workspace: 'T1' })
    expect(await store.readerRules()).toEqual([])
  })
})
