import { describe, expect, it } from 'vitest'
import type { Briefing } from '../../src/records/briefing.ts'
import type { Subscription } from '../../src/records/subscription.ts'
import { createDecider } from '../../src/schedule/create-decider.ts'
import { aSchedule, DAY, HOUR, MINUTE, type Schedule, SETTINGS, storiesOf } from './a-schedule.ts'
import { aSubscription } from './a-subscription.ts'

const LINE = { storylineId: 'affair' }

/** A channel that follows the quake and was told its beginning. */
async function following(own: Partial<Subscription> = {}) {
  const schedule = await aSchedule()
  await schedule.report('quake', 'a', {}, LINE)
  await schedule.report('quake', 'b', {}, LINE)
  const follow = aSubscription({
    id: 'flw1',
    title: 'The quake',
    to: 'terminal:desk',
    owner: 'terminal:local/ada',
    kind: 'follow',
    story: 'quake',
    at: [],
    createdAt: schedule.now(),
    ...own,
  })
  await schedule.store.addSubscription(follow)
  await schedule.store.decide({
    outboxId: 'flw1 first',
    subscription: 'flw1',
    destination: follow.to,
    slot: 'first',
    at: schedule.now(),
    message: { kind: 'notice', level: 'info', text: 'Followed here', language: 'en' },
    told: [{ storyId: 'quake', articles: ['quake-a@1', 'quake-b@1'] }],
    inThread: true,
  })
  await schedule.deliverAll()
  schedule.pass(HOUR)
  return { ...schedule, follow }
}

async function toldTo(to: string, { decide, deliverAll }: Schedule, ...all: Subscription[]) {
  await decide(...all)
  return (await deliverAll())[to] ?? []
}

const timelineOf = (briefing: Briefing | undefined): string[] =>
  briefing?.timeline?.entries.map(({ outlet, isNew }) => `${outlet}${isNew ? ' new' : ''}`) ?? []

describe('a followed story', () => {
  it('is told each time it moves, with how it came so far', async () => {
    const schedule = await following()
    const { follow, report } = schedule
    expect(await toldTo('terminal:desk', schedule, follow)).toEqual([])
    await report('quake', 'c', {}, LINE)
    const [told, ...others] = await toldTo('terminal:desk', schedule, follow)
    expect(others).toEqual([])
    expect(storiesOf(told)).toEqual(['quake updated'])
    expect(told?.title).toBe('What is new: The quake')
    expect(timelineOf(told)).toEqual(['a', 'b', 'c new'])
    expect(await toldTo('terminal:desk', schedule, follow)).toEqual([])
  })

  it('is told the minute after the store could not keep it', async () => {
    const schedule = await following()
    const { follow, report, store, now, pass } = schedule
    await report('quake', 'c', {}, LINE)
    let isFull = true
    const decider = createDecider(
      {
        ...store,
        decideAll: (...all: Parameters<typeof store.decideAll>) =>
          isFull ? Promise.reject(new Error('disk full')) : store.decideAll(...all),
      },
      SETTINGS,
    )
    expect((await decider.decide([follow], now())).faults).toHaveLength(1)
    isFull = false
    pass(MINUTE)
    expect((await decider.decide([follow], now())).decided).toBe(1)
  })

  it('is told again where it did not arrive', async () => {
    const schedule = await following()
    const { follow, report, decide, deliverAll, pass } = schedule
    await report('quake', 'c', {}, LINE)
    await decide(follow)
    pass(HOUR)
    await decide(follow)
    expect((await deliverAll('failed'))['terminal:desk']?.map(storiesOf)).toEqual([['quake updated']])
    pass(HOUR)
    expect((await toldTo('terminal:desk', schedule, follow)).map(storiesOf)).toEqual([['quake updated']])
    pass(HOUR)
    expect(await toldTo('terminal:desk', schedule, follow)).toEqual([])
  })

  it('brings the other stories of its running story', async () => {
    const schedule = await following()
    const { follow, report } = schedule
    await report('relief', 'a', {}, LINE)
    await report('strike', 'b', {}, { storylineId: 'another' })
    expect((await toldTo('terminal:desk', schedule, follow)).map(storiesOf)).toEqual([['relief new']])
  })

  it('goes over to the running story that its own turned out to be part of', async () => {
    const schedule = await following()
    const { follow, report } = schedule
    await report('relief', 'a', {}, { storylineId: 'aid', mergedStorylineIds: ['affair'] })
    expect((await toldTo('terminal:desk', schedule, follow)).map(storiesOf)).toEqual([['relief new']])
  })

  it('says nothing where a report brings nothing new, and looks at it once', async () => {
    const schedule = await following()
    const { follow, report } = schedule
    await report('quake', 'c', { title: 'quake as a tells it' }, LINE)
    expect(await toldTo('terminal:desk', schedule, follow)).toEqual([])
  })

  it('speaks no more often than every quarter of an hour', async () => {
    const schedule = await following()
    const { follow, pass, report } = schedule
    await report('quake', 'c', {}, LINE)
    expect(await toldTo('terminal:desk', schedule, follow)).toHaveLength(1)
    pass(5 * MINUTE)
    await report('quake', 'd', {}, LINE)
    await report('quake', 'e', {}, LINE)
    expect(await toldTo('terminal:desk', schedule, follow)).toEqual([])
    pass(11 * MINUTE)
    const [later] = await toldTo('terminal:desk', schedule, follow)
    expect(timelineOf(later)).toEqual(['a', 'b', 'c', 'd new', 'e new'])
  })

  it('takes nothing away from the briefings of its channel', async () => {
    const schedule = await following()
    const { follow, report } = schedule
    await report('quake', 'c', {}, LINE)
    const briefing = aSubscription({ id: 'noon', to: 'terminal:desk', at: ['09:00'] })
    await schedule.store.addSubscription(briefing)
    const told = await toldTo('terminal:desk', schedule, follow, briefing)
    expect(told.map(storiesOf)).toEqual([['quake updated'], ['quake new']])
    expect(told.map(({ sections }) => sections[0]?.stories[0]?.followed)).toEqual([undefined, true])
  })

  it('comes under the message that it began with', async () => {
    const { decide, follow, now, report, store } = await following()
    await report('quake', 'c', {}, LINE)
    await decide(follow)
    const [row] = await store.claim({ now: now(), leaseMs: HOUR, limit: 10, except: [] })
    expect(row?.threadRoot).toMatchObject({ messageIds: ['1'] })
  })

  it('is silent in quiet hours and tells what came in them right after', async () => {
    const schedule = await following({ quiet: { from: '08:30', to: '12:00' } })
    const { follow, pass, report } = schedule
    await report('quake', 'c', {}, LINE)
    expect(await toldTo('terminal:desk', schedule, follow)).toEqual([])
    pass(3 * HOUR)
    expect((await toldTo('terminal:desk', schedule, follow)).map(storiesOf)).toEqual([['quake updated']])
  })

  it('ends by itself with a last word when nothing came for eight days', async () => {
    const { decide, follow, pass, store } = await following()
    pass(7 * DAY)
    await decide(follow)
    expect(await store.claim({ now: 9e15, leaseMs: HOUR, limit: 10, except: [] })).toEqual([])
    pass(2 * DAY)
    await decide(follow)
    const [row] = await store.claim({ now: 9e15, leaseMs: HOUR, limit: 10, except: [] })
    expect(row?.message).toMatchObject({
      kind: 'notice',
      text: 'No news for eight days, so this story is no longer followed: The quake',
    })
    // The last message is sent first: ending at once would withdraw it.
    pass(9 * MINUTE)
    await decide(follow)
    expect(await store.subscriptions()).toHaveLength(1)
    pass(2 * MINUTE)
    await decide(follow)
    expect(await store.subscriptions()).toEqual([])
  })
})
