import { expect, it } from 'vitest'
import type { Store } from '../../src/records/ports/store.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { aClaim } from '../storage/a-claim.ts'
import { aDecision } from '../storage/a-decision.ts'
import { NOON } from '../storage/a-read.ts'

const DAY = 24 * 3_600_000

export function platformCases(store: () => Store): void {
  it('keeps the texts of a platform by kind and id until they are forgotten', async () => {
    const name = { platform: 'slack', kind: 'installation', id: 'T1' } as const
    expect(await store().recall(name)).toBeNull()
    await store().remember(name, 'first')
    await store().remember(name, 'second')
    await store().remember({ ...name, id: 'T2' }, 'other')
    await store().remember({ ...name, platform: 'discord' }, 'elsewhere')
    expect(await store().recall(name)).toBe('second')
    expect(await store().recallAll(name)).toEqual(
      new Map([
        ['T1', 'second'],
        ['T2', 'other'],
      ]),
    )
    await store().forget(name)
    expect(await store().recall(name)).toBeNull()
  })

  it('keeps what was answered last in a place until something else is, its time is over or its workspace goes', async () => {
    const keep = (answers: Readonly<Record<string, string | null>>, at: number) =>
      store().keepLastAnswers(new Map(Object.entries(answers)), at, at - DAY)
    const known = (since: number) => store().lastAnswers(['slack:T1/a', 'slack:T1/b', 'slack:T10/a'], since)
    await keep({ 'slack:T1/a': 'first', 'slack:T1/b': 'other', 'slack:T10/a': 'elsewhere' }, NOON)
    await keep({ 'slack:T1/a': 'second', 'slack:T1/b': null }, NOON + 1)
    expect(Object.fromEntries(await known(NOON))).toEqual({
      'slack:T1/a': 'second',
      'slack:T10/a': 'elsewhere',
    })
    expect([...(await known(NOON + 1)).values()]).toEqual(['second'])
    await store().forgetWorkspace({ platform: 'slack', workspace: 'T1' })
    expect([...(await known(NOON)).values()]).toEqual(['elsewhere'])
    await keep({}, NOON + DAY + 1)
    expect([...(await known(NOON)).values()]).toEqual([])
  })

  it('records an event once a day, on each platform for itself', async () => {
    expect(await store().recordEvent('slack', 'Ev1', NOON)).toBe(true)
    expect(await store().recordEvent('slack', 'Ev1', NOON + 1)).toBe(false)
    expect(await store().recordEvent('discord', 'Ev1', NOON)).toBe(true)
    expect(await store().recordEvent('slack', 'Ev1', NOON + DAY + 1)).toBe(true)
  })

  it('pauses what speaks in a channel or a workspace that cannot be reached', async () => {
    const make = (id: string, to: string, state: 'active' | 'ended' = 'active') =>
      store().keepSubscription(aSubscription({ id, to, state }))
    await make('a', 'slack:T1/C1')
    await make('b', 'slack:T1/C2')
    await make('c', 'slack:@T1/U1')
    await make('d', 'slack:T10/C1')
    await make('e', 'slack:T1/C1', 'ended')
    const paused = async () =>
      (await store().subscriptions({ states: ['paused'] })).map(({ id, changedAt }) => [id, changedAt])
    expect(
      await store().pauseSubscriptionsOf({ platform: 'slack', workspace: 'T1', channel: 'C1' }, NOON),
    ).toBe(1)
    expect(await paused()).toEqual([['a', NOON]])
    expect(await store().pauseSubscriptionsOf({ platform: 'slack', workspace: 'T1' }, NOON + 1)).toBe(2)
    expect(await paused()).toEqual([
      ['a', NOON],
      ['b', NOON + 1],
      ['c', NOON + 1],
    ])
  })

  it('does not send what waited when its channel could not be reached any more', async () => {
    await store().keepSubscription(aSubscription({ id: 'a', to: 'slack:T1/C1' }))
    await store().decide(aDecision({ subscription: 'a', destination: 'slack:T1/C1' }))
    const place = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const
    await store().pauseSubscriptionsOf(place, NOON)
    await store().keepSubscription(aSubscription({ id: 'a', to: 'slack:T1/C1', changedAt: NOON + DAY }))
    expect(await store().claim(aClaim({ now: NOON + DAY }))).toEqual([])
    expect(await store().deliveries(0)).toMatchObject([{ state: 'failed' }])
  })

  it('lets a workspace rest that removed the app, and wakes it as it was', async () => {
    const place = { platform: 'slack', workspace: 'T1' } as const
    const make = (id: string, to: string, own: object = {}) =>
      store().keepSubscription(aSubscription({ id, to, owner: 'slack:T1/ada', ...own }))
    await make('a', 'slack:T1/C1')
    await make('b', 'slack:@T1/ada')
    await make('c', 'slack:T1/C2', { owner: 'slack:T1/bob' })
    await make('mine', 'slack:T1/C1', { state: 'paused', changedAt: NOON - DAY })
    await make('other', 'slack:T10/C1', { owner: 'slack:T10/cem' })
    await store().decide(aDecision({ subscription: 'a', destination: 'slack:T1/C1' }))
    const active = async () => (await store().subscriptions({ states: ['active'] })).map(({ id }) => id)

    expect(await store().returnToWorkspace(place, NOON, NOON)).toBeNull()
    expect(await store().leaveWorkspace(place, NOON)).toBe(3)
    expect(await store().leaveWorkspace(place, NOON + DAY)).toBe(0)
    expect(await active()).toEqual(['other'])
    expect(await store().deliveries(0)).toMatchObject([{ state: 'failed' }])
    await store().loseDestination('slack:T1/C2', NOON + 1, { reason: 'not installed', notices: [] })

    expect(await store().returnToWorkspace(place, NOON - 1, NOON + 2)).toBeNull()
    expect(await store().returnToWorkspace(place, NOON + 2, NOON + 3)).toEqual({
      leftAt: NOON,
      subscriptions: 3,
      owners: [
        { owner: 'slack:T1/ada', subscriptions: 2 },
        { owner: 'slack:T1/bob', subscriptions: 1 },
      ],
    })
    expect(await active()).toEqual(['a', 'b', 'c', 'other'])
    expect(await store().destinations()).toEqual(new Map())
    expect(await store().returnToWorkspace(place, NOON + 4, NOON + 4)).toBeNull()
  })

  it('keeps paused after the return what was lost before the app was removed', async () => {
    const place = { platform: 'slack', workspace: 'T1' } as const
    await store().loseDestination('slack:T1/C1', NOON - 1, { reason: 'deleted', notices: [] })
    await store().loseDestination('slack:T1/C1', NOON, { reason: 'deleted', notices: [] })
    await store().leaveWorkspace(place, NOON)
    await store().returnToWorkspace(place, NOON + 1, NOON + 1)
    expect([...(await store().destinations())]).toMatchObject([
      ['slack:T1/C1', { state: 'paused', since: NOON - 1, reason: 'deleted' }],
    ])
  })

  it('forgets one after the other the workspaces that removed the app long ago', async () => {
    for (const [workspace, at] of [
      ['T1', NOON],
      ['T2', NOON - DAY],
      ['T3', NOON + DAY],
    ] as const) {
      await store().keepSubscription(aSubscription({ id: workspace, to: `slack:${workspace}/C1` }))
      await store().leaveWorkspace({ platform: 'slack', workspace }, at)
    }
    const left = async () => (await store().subscriptions()).map(({ id }) => id)
    expect(await store().forgetLeftWorkspace(NOON + 1)).toBe(1)
    expect(await left()).toEqual(['T1', 'T3'])
    expect(await store().forgetLeftWorkspace(NOON + 1)).toBe(1)
    expect(await store().forgetLeftWorkspace(NOON + 1)).toBe(0)
    expect(await left()).toEqual(['T3'])
  })

  it('keeps all that belongs to a channel under its new id', async () => {
    const [old, moved] = ['slack:T1/G1', 'slack:T1/C9']
    await store().keepSubscription(aSubscription({ id: 'a', to: old }))
    await store().decide(
      aDecision({
        outboxId: 'sent',
        subscription: 'a',
        destination: old,
        told: [{ storyId: 's', articles: ['a@1'] }],
      }),
    )
    await store().settle('sent', NOON, {
      status: 'sent',
      receipt: { platform: 'slack', channel: 'T1/G1', messageIds: ['1.1'] },
      health: { state: 'paused', failures: 1, rejections: 0, reason: 'channel_not_found' },
    })
    await store().muteStory(old, 'quiet', NOON)
    await store().muteStory(moved, 'quiet', NOON)
    await store().muteStory(old, 'other', NOON)
    await store().keepPreferences(old, { zone: 'Asia/Beirut', language: null, quiet: null })
    await store().moveChannel({ platform: 'slack', workspace: 'T1', channel: 'G1' }, 'C9')

    expect((await store().subscriptions({ to: moved })).map(({ id, to }) => [id, to])).toEqual([['a', moved]])
    expect([...(await store().told(moved)).keys()]).toEqual(['s'])
    expect([...((await store().muted()).get(moved) ?? [])].toSorted()).toEqual(['other', 'quiet'])
    expect(await store().preferences(moved)).toMatchObject({ zone: 'Asia/Beirut' })
    expect(await store().destinations()).toEqual(new Map())
    for (const left of [await store().told(old), (await store().muted()).get(old) ?? new Map()])
      expect([...left]).toEqual([])
  })

  it('forgets a workspace and leaves its neighbours alone', async () => {
    const told = [{ storyId: 's', articles: ['a@1'] }]
    const message = aDecision().message
    for (const [id, to, owner] of [
      ['mine', 'slack:T1/C1', 'slack:T1/ada'],
      ['direct', 'slack:@T1/ada', 'slack:T1/ada'],
      ['neighbour', 'slack:T10/C1', 'slack:T10/bob'],
      // A member of T1 ordered it to their own messages, which form a workspace of their own on that
      // platform.
      ['elsewhere', 'slack:@ada/ada', 'slack:T1/ada'],
    ] as const) {
      await store().keepSubscription(aSubscription({ id, to, owner }))
      await store().decide(aDecision({ subscription: id, destination: to, message, told }))
      await store().muteStory(to, 's', NOON)
      await store().keepAnswered(to, id, [{ storyId: 'x', at: NOON, articles: ['x@1'] }])
      await store().keepPreferences(owner, { zone: 'UTC', language: null, quiet: null })
    }
    await store().remember({ platform: 'slack', kind: 'installation', id: 'T1' }, 'sealed')
    await store().remember({ platform: 'slack', kind: 'installation', id: 'T10' }, 'sealed')
    const last = {
      status: 'sent',
      receipt: { platform: 'slack', channel: 'C1', messageIds: ['1.1'] },
    } as const
    const gone = { state: 'paused', failures: 1, rejections: 0, reason: 'gone' } as const
    for (const { id, destination } of await store().claim(aClaim()))
      if (destination.endsWith('/C1')) await store().settle(id, NOON, { ...last, health: gone })

    expect(await store().forgetWorkspace({ platform: 'slack', workspace: 'T1' })).toEqual({
      subscriptions: 3,
      messages: 2,
      others: 7,
    })
    const nothing = { subscriptions: 0, messages: 0, others: 0 }
    for (const workspace of ['T1', 'T'])
      expect(await store().forgetWorkspace({ platform: 'slack', workspace })).toEqual(nothing)

    expect((await store().subscriptions()).map(({ id }) => id)).toEqual(['neighbour'])
    expect([...(await store().destinations()).keys()]).toEqual(['slack:T10/C1'])
    expect((await store().deliveries(0)).map(({ destination }) => destination)).toEqual([
      'slack:T10/C1',
      'slack:@ada/ada',
    ])
    expect(await store().told('slack:T1/C1')).toEqual(new Map())
    expect([...(await store().told('slack:T10/C1')).keys()].toSorted()).toEqual(['s', 'x'])
    expect([...(await store().muted()).keys()].toSorted()).toEqual(['slack:@ada/ada', 'slack:T10/C1'])
    expect(await store().preferences('slack:T1/ada')).toBeNull()
    expect(await store().preferences('slack:T10/bob')).not.toBeNull()
    expect([...(await store().recallAll({ platform: 'slack', kind: 'installation' })).keys()]).toEqual([
      'T10',
    ])
    expect((await store().ledgers(['mine'], 0)).get('mine')).toBeUndefined()
  })
}
