import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/chat/command.ts'
import { subscriptionsSheet } from '../../src/chat/wording/sheet.ts'
import { aNewsroom, type FakeNewsroom } from '../fakes/newsroom.ts'
import { lobby, made } from '../fakes/subscribing.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { aDecision } from '../storage/a-decision.ts'

/** Records that the platform refused a message there, as when direct messages are closed. */
async function giveUp(destination: string, { store, view }: FakeNewsroom): Promise<void> {
  const at = view.now()
  await store.decide(aDecision({ outboxId: destination, subscription: 'some', destination, at }))
  await store.claim({ now: at, leaseMs: 1_000, limit: 10, except: [] })
  const health = { state: 'paused', failures: 1, rejections: 0, reason: 'closed' } as const
  await store.settle(destination, at, { status: 'failed', reason: 'closed', health })
  expect((await store.destinations()).get(destination)?.state).toBe('paused')
}

describe('a place that cannot be reached', () => {
  it('is tried again when somebody subscribes for it', async () => {
    const newsroom = await aNewsroom()
    await giveUp('slack:@T1/ada', newsroom)
    const answer = await newsroom.ask('subscribe syria daily at 19:00 to me')
    expect(answer).toMatchObject({ change: 'made', instead: 'sent-there' })
    expect(await newsroom.store.destinations()).toEqual(new Map())
  })

  it('is tried again when somebody asks there for what is followed already', async () => {
    const newsroom = await aNewsroom()
    await newsroom.ask('subscribe syria')
    await giveUp('slack:desk', newsroom)
    expect(await newsroom.told('subscribe syria')).toContain('You already have')
    expect(await newsroom.store.destinations()).toEqual(new Map())
  })

  it('is tried again when a subscription is moved there, and not when another one changes', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria', newsroom)
    await giveUp('slack:T1/C7', newsroom)
    await newsroom.ask(`edit ${id} at 9`)
    expect((await newsroom.store.destinations()).size).toBe(1)
    await newsroom.ask(`edit ${id} to #lobby`, { findChannel: lobby(true) })
    expect(await newsroom.store.destinations()).toEqual(new Map())
  })

  it.each([
    ['en', 'Unreachable since NOON; to try again: resume'],
    ['de', 'Nicht erreichbar seit: NOON; neuer Versuch: resume'],
  ])('shows in the list since when, instead of the next time (%s)', async (language, expected) => {
    const newsroom = await aNewsroom()
    await newsroom.ask('subscribe syria to me')
    await newsroom.ask('subscribe syria')
    await giveUp('slack:desk', newsroom)
    const list = await newsroom.ask('subscriptions', { language })
    if (list.kind !== 'subscriptions') throw new Error(list.kind)
    const [here, direct] = list.subscriptions.toSorted((a) => (a.to === 'here' ? -1 : 1))
    expect(here).toMatchObject({ nextAt: null, unreachableSince: newsroom.view.now() })
    expect(direct?.unreachableSince).toBeUndefined()
    const text = JSON.stringify(subscriptionsSheet(list, () => 'NOON').parts)
    expect(text).toContain(`${expected} ${here?.id}`)
  })

  it('is told, too, to whoever changes a subscription to it, in place of a next time', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria', newsroom)
    await giveUp('slack:desk', newsroom)
    const unreachable = { nextAt: null, unreachableSince: newsroom.view.now() }
    expect(await newsroom.ask(`edit ${id} at 9`)).toMatchObject({ subscription: unreachable })
    expect(await newsroom.ask(`edit ${id} to #lobby`, { findChannel: lobby(true) })).toMatchObject({
      subscription: { nextAt: expect.any(Number) },
    })
  })

  it('is why an article that fits does not come', async () => {
    const newsroom = await aNewsroom()
    await newsroom.store.keepSubscription(aSubscription({ id: 'k4f2', to: 'slack:desk' }))
    await giveUp('slack:desk', newsroom)
    const message = await newsroom.ask('why https://levant-post.example/bridge')
    expect(message.kind === 'trace' && message.trace.verdicts).toMatchObject([
      {
        status: 'not-told',
        text: 'Unreachable since Mar 10, 2026, 18:00; to try again: resume k4f2',
      },
    ])
  })

  it('is resumed for a briefing of the file by an admin, and by nobody else', async () => {
    const request = aSubscription({ id: 'morning', to: 'slack:desk', title: 'Morning' })
    const newsroom = await aNewsroom({ briefings: [request] })
    await giveUp('slack:desk', newsroom)
    expect(await newsroom.told('resume morning')).toContain('is set in config/briefings.yaml')
    expect((await newsroom.store.destinations()).size).toBe(1)
    expect(await newsroom.told('resume morning', { isAdmin: true })).toBe('Resumed: Morning')
    expect(await newsroom.store.destinations()).toEqual(new Map())
  })

  it('has a button in the list for who may try it again, and for nobody else', async () => {
    const newsroom = await aNewsroom()
    const { id } = await made('syria', newsroom)
    await newsroom.ask('subscribe sudan', { user: 'bob' })
    await giveUp('slack:desk', newsroom)
    const listed = async (asker: Partial<Asker>) => {
      const list = await newsroom.ask('subscriptions', asker)
      if (list.kind !== 'subscriptions') throw new Error(list.kind)
      const resumable = list.subscriptions.flatMap((card) => (card.resumable === true ? [card.id] : []))
      return { resumable, actions: list.actions?.map(({ command }) => command) }
    }
    expect(await listed({})).toEqual({ resumable: [id], actions: [] })
    expect(await listed({ user: 'carol' })).toEqual({ resumable: [], actions: [] })
    const all = await listed({ user: 'carol', managesChannel: true })
    expect(all).toEqual({ resumable: expect.arrayContaining([id]), actions: ['resume all'] })
    expect(all.resumable).toHaveLength(2)
  })

  it('has a button where a subscription to it is changed, and where it is why an article does not come', async () => {
    const newsroom = await aNewsroom()
    const own = { to: 'slack:desk', owner: 'slack:T1/ada' }
    await newsroom.store.keepSubscription(aSubscription({ ...own, id: 'k4f2' }))
    await giveUp('slack:desk', newsroom)
    const commandsOf = async (text: string, asker?: Partial<Asker>) =>
      (await newsroom.ask(text, asker)).actions?.map(({ command }) => command)
    expect(await commandsOf('edit k4f2 at 9')).toContain('resume k4f2')
    const why = 'why https://levant-post.example/bridge'
    expect(await commandsOf(why)).toContain('resume k4f2')
    expect(await commandsOf(why, { user: 'carol' })).not.toContain('resume k4f2')
    await newsroom.store.keepSubscription(aSubscription({ ...own, id: 'm3c8' }))
    expect(await commandsOf(why)).toContain('resume all')
    await newsroom.ask('resume all')
    expect(await commandsOf(why)).toEqual(['story sbridge', 'mute sbridge', 'correct story:sbridge'])
  })
})
