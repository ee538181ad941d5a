import { describe, expect, it } from 'vitest'
import { aNewsroom } from '../fakes/newsroom.ts'

const ended = { states: ['ended'] } as const

describe('undo', () => {
  it('ends what was just made, and says so', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria')
    expect(await ask('undo')).toMatchObject({ kind: 'subscription', change: 'ended' })
    expect(await store.subscriptions()).toEqual([])
  })

  it('brings back what was ended, as it was, from its button and in plain words', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria weekdays at 7:30')
    const [before] = await store.subscriptions()
    const answer = await ask(`unsubscribe ${before?.id}`)
    const undo = answer.actions?.find(({ label }) => label === 'action.undo')
    expect(await ask(undo?.command ?? '')).toMatchObject({ change: 'resumed' })
    expect(await store.subscriptions()).toMatchObject([{ ...before, state: 'active' }])
    await ask('stop the syria one')
    expect(await store.subscriptions(ended)).toHaveLength(1)
    await ask('bring it back')
    expect(await store.subscriptions()).toHaveLength(1)
  })

  it('takes back an edit, a pause and a mute, the last one first', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria at 8:00')
    const [made] = await store.subscriptions()
    await ask(`edit ${made?.id} at 9:00`)
    await ask(`pause ${made?.id}`)
    await ask('mute sbridge')
    await ask('undo')
    expect((await store.muted()).get('slack:desk')?.size ?? 0).toBe(0)
    await ask('undo that')
    expect(await store.subscriptions()).toMatchObject([{ at: ['09:00'], state: 'active' }])
    await ask('undo')
    expect(await store.subscriptions()).toMatchObject([{ at: ['08:00'] }])
  })

  it('takes back what was followed, what was followed no more, and what was corrected', async () => {
    const { ask, store } = await aNewsroom()
    await ask('follow story:sbridge')
    await ask('undo')
    expect(await store.subscriptions()).toEqual([])
    await ask('follow story:sbridge')
    await ask('unfollow story:sbridge')
    await ask('undo')
    expect(await store.subscriptions()).toMatchObject([{ kind: 'follow', state: 'active' }])
    await ask('correct sbridge as:not-about of:syria', { isAdmin: true })
    expect(await store.readerRules()).toHaveLength(1)
    await ask('undo', { isAdmin: true })
    expect(await store.readerRules()).toEqual([])
  })

  it('takes back settings', async () => {
    const { ask, store } = await aNewsroom()
    const manager = { managesChannel: true }
    await ask('settings zone:Asia/Baghdad', manager)
    await ask('undo', manager)
    expect((await store.preferences('slack:desk'))?.zone ?? null).toBeNull()
  })

  it('takes back all that “pause all” paused', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria')
    await ask('subscribe iraq')
    await ask('pause all')
    await ask('undo')
    expect((await store.subscriptions()).map(({ state }) => state)).toEqual(['active', 'active'])
  })

  it('is everybody’s own, and knows nothing of yesterday', async () => {
    const { ask, told, store, pass } = await aNewsroom()
    await ask('subscribe syria')
    expect(await told('undo', { user: 'bob' })).toContain('nothing of yours')
    pass(25 * 3_600_000)
    expect(await told('undo')).toContain('nothing of yours')
    expect(await store.subscriptions()).toHaveLength(1)
  })

  it('leaves alone what somebody changed since, and what the channel has no room for', async () => {
    const { ask, told, store } = await aNewsroom()
    await ask('subscribe syria at 8:00')
    const [made] = await store.subscriptions()
    await ask(`edit ${made?.id} at 9:00`, { managesChannel: true, user: 'bob' })
    expect(await told('undo')).toContain('changed again since')
    expect(await store.subscriptions()).toMatchObject([{ at: ['09:00'], state: 'active' }])
  })

  it('brings nothing back beside a twin', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria')
    await ask('unsubscribe')
    await ask('subscribe syria', { user: 'bob' })
    await ask('undo')
    expect(await store.subscriptions()).toHaveLength(1)
  })
})

describe('what more than one subscription may be', () => {
  it('is asked with a button for each', async () => {
    const { ask, store, pass } = await aNewsroom()
    await ask('subscribe syria at 8:00')
    pass(1)
    await ask('subscribe iraq at 8:00')
    const [syria, iraq] = await store.subscriptions()
    const asked = await ask('unsubscribe')
    expect(asked).toMatchObject({
      level: 'warning',
      actions: [
        { label: 'action.choose', name: 'Syria', command: `unsubscribe id:${syria?.id}` },
        { label: 'action.choose', name: 'Iraq', command: `unsubscribe id:${iraq?.id}` },
      ],
    })
    await ask(asked.actions?.[1]?.command ?? '')
    expect(await store.subscriptions()).toMatchObject([{ id: syria?.id }])
  })

  it('is asked with what was to be changed in it', async () => {
    const { ask, store, pass } = await aNewsroom()
    await ask('subscribe syria at 8:00')
    pass(1)
    await ask('subscribe iraq at 8:00')
    const { actions = [] } = await ask('edit at:9:30')
    expect(actions).toHaveLength(2)
    await ask(actions[0]?.command ?? '')
    expect((await store.subscriptions()).map(({ at }) => at)).toEqual([['09:30'], ['08:00']])
  })
})

describe('a briefing in which nothing stands', () => {
  it('says when something that fits had moved before, with the way to it', async () => {
    const { ask, pass } = await aNewsroom()
    pass(4 * 24 * 3_600_000)
    const asked = await ask('briefing syria')
    expect(asked).toMatchObject({ briefing: { sections: [], keptOut: { olderAt: expect.any(Number) } } })
    const older = await ask(asked.actions?.[0]?.command ?? '')
    expect(older).toMatchObject({ briefing: { sections: [{ stories: [{ id: 'sbridge' }] }] } })
  })
})

it('offers to end the other of two that tell the same at different times', async () => {
  const { ask, store, pass } = await aNewsroom()
  await ask('subscribe syria at 8:00')
  pass(1)
  const [first] = await store.subscriptions()
  const second = await ask('subscribe syria at 9:00')
  expect(second).toMatchObject({
    beside: { id: first?.id },
    actions: expect.arrayContaining([{ label: 'action.endOther', command: `unsubscribe ${first?.id}` }]),
  })
  await ask(`unsubscribe ${first?.id}`)
  expect(await store.subscriptions()).toMatchObject([{ at: ['09:00'] }])
})

describe('a day that is none', () => {
  it('is asked about once, with the days beside it', async () => {
    const { ask } = await aNewsroom()
    const asked = await ask('news of syria on 31 february')
    expect(asked).toMatchObject({
      level: 'warning',
      text: expect.stringContaining('There is no “31 february”'),
      actions: [{ name: 'February 28, 2026' }, { name: 'March 1, 2026' }],
    })
    expect(await ask(asked.actions?.[0]?.command ?? '')).toMatchObject({ kind: 'briefing' })
  })

  it('is none though it is said of a subscription', async () => {
    const { ask, store } = await aNewsroom()
    await ask('iraq daily until 31 april')
    expect(await store.subscriptions()).toEqual([])
  })
})

describe('a part of a subscription', () => {
  it('is told from all of it by a button each, before anything ends', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria iraq at 8:00')
    const asked = await ask('unsubscribe from syria please')
    const [standing] = await store.subscriptions()
    expect(asked).toMatchObject({
      kind: 'notice',
      actions: [
        { label: 'action.takeOut', command: `edit id:${standing?.id} without:SY` },
        { label: 'action.endAll', command: `unsubscribe ${standing?.id}` },
      ],
    })
    await ask(asked.actions?.[0]?.command ?? '')
    const [rest] = await store.subscriptions()
    expect(rest).toMatchObject({ countries: ['IQ'] })
    expect(rest).not.toHaveProperty('withoutCountries')
  })

  it('goes out of what stands, and can be put in again', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe syria without sport at 8:00')
    await ask('add sport to it')
    expect((await store.subscriptions())[0]).not.toHaveProperty('withoutTopics')
    await ask('remove sport from my briefing')
    await ask('drop nile wire from it')
    expect((await store.subscriptions())[0]).toMatchObject({
      countries: ['SY'],
      withoutSources: ['nile-wire'],
    })
  })

  it('is left out of a briefing that was just given', async () => {
    const { ask, store } = await aNewsroom()
    await ask('briefing')
    expect(await ask('without sudan')).toMatchObject({ kind: 'briefing' })
    expect(await store.subscriptions()).toEqual([])
  })
})

describe('right after a subscription was spoken of', () => {
  it('what is added and taken out is of that one', async () => {
    const { ask, store } = await aNewsroom()
    await ask('subscribe iraq at 8:00')
    await ask('suriyeyi de ekle')
    expect(await store.subscriptions()).toMatchObject([{ countries: ['IQ', 'SY'] }])
    await ask('nimm sport raus')
    expect(await store.subscriptions()).toMatchObject([{ withoutTopics: ['sport'] }])
  })

  it('and it has ended, nothing is said of it any more', async () => {
    const { ask, told } = await aNewsroom()
    await ask('subscribe iraq at 8:00')
    await ask('undo')
    expect(await told('make it 9pm')).not.toContain('There is no subscription “')
  })
})

it('“forget everything” forgets what was spoken of', async () => {
  const { ask, told } = await aNewsroom()
  const admin = { isAdmin: true }
  await ask('briefing syria', admin)
  await ask('forget everything', admin)
  expect(await told('the second one', admin)).toContain('don’t know what that refers to')
})
