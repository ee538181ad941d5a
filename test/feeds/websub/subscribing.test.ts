import { describe, expect, it } from 'vitest'
import { startHub } from '../../fakes/hub.ts'
import { DAY, HOUR, PushedGazette, START } from './a-pushed-gazette.ts'

const gazette = new PushedGazette()

describe('a feed with a hub', () => {
  it('is subscribed to with a secret and an address of its own, and active once the hub came back', async () => {
    await gazette.subscribe()
    const [form] = gazette.hub.asked
    expect(Object.fromEntries(form ?? [])).toEqual({
      'hub.mode': 'subscribe',
      'hub.topic': gazette.feed,
      'hub.callback': expect.stringMatching(new RegExp(`^http://127.0.0.1:${gazette.port}/hubs/[\\w-]{32}$`)),
      'hub.secret': expect.stringMatching(/^[\w-]{43}$/),
      'hub.lease_seconds': '864000',
    })
    expect(gazette.hub.answers).toEqual([{ status: 200, text: 'c0ffee' }])
    expect(await gazette.push()).toMatchObject({ status: 'active', leaseUntil: START + 10 * DAY })
    expect((await gazette.newsroom.view.sourceHealth())[0]).toMatchObject({ pushed: true })
    expect(JSON.stringify(await gazette.newsroom.view.sourceHealth())).not.toContain(form?.get('hub.secret'))
  })

  it('is subscribed to even where the hub verifies before it answers', async () => {
    gazette.hub.verifyAtOnce(3600 * 24)
    await gazette.readDue()
    await gazette.readDue()
    expect(gazette.hub.answers).toEqual([{ status: 200, text: 'c0ffee' }])
    expect(await gazette.push()).toMatchObject({ status: 'active', leaseUntil: START + DAY })
  })

  it.each([
    [307, 1],
    [308, 1],
    [302, 0],
  ])('is asked for at another place after %i: %i times', async (status, times) => {
    const other = await startHub()
    try {
      gazette.hub.answerWith(status, { location: other.address })
      await gazette.readDue()
      await gazette.readDue()
      expect(other.asked.map((form) => form.get('hub.secret'))).toEqual(
        Array.from({ length: times }, () => gazette.hub.asked[0]?.get('hub.secret')),
      )
    } finally {
      await other.close()
    }
  })

  it.each([
    ['another topic', { 'hub.topic': 'https://other.example/feed' }],
    ['an end that nobody asked for', { 'hub.mode': 'unsubscribe' }],
    ['a mode that there is not', { 'hub.mode': 'publish' }],
    ['no challenge', { 'hub.challenge': '' }],
  ])('refuses to confirm %s', async (_what, changes) => {
    await gazette.readDue()
    await gazette.readDue()
    expect(await gazette.hub.verify(changes)).toBe(404)
    expect(await gazette.push()).toMatchObject({ status: 'asked', leaseUntil: null })
  })

  it('is left alone for a week when the hub denies it', async () => {
    await gazette.readDue()
    await gazette.readDue()
    expect(await gazette.hub.verify({ 'hub.mode': 'denied' })).toBe(200)
    expect(await gazette.push()).toMatchObject({ status: 'denied' })
    expect(await gazette.hub.verify()).toBe(404)
    gazette.now += 6 * DAY
    await gazette.readDue()
    expect(gazette.hub.asked).toHaveLength(1)
    gazette.now += 2 * DAY
    await gazette.readDue()
    expect(gazette.hub.asked).toHaveLength(2)
  })
})

describe('a subscription in the course of time', () => {
  it('is renewed with the same key before its lease ends', async () => {
    await gazette.subscribe()
    gazette.now += 7.9 * DAY
    await gazette.readDue()
    expect(gazette.hub.asked).toHaveLength(1)
    gazette.now += 0.2 * DAY
    await gazette.readDue()
    expect(gazette.hub.asked).toHaveLength(2)
    expect(Object.fromEntries(gazette.hub.asked[1] ?? [])).toEqual(
      Object.fromEntries(gazette.hub.asked[0] ?? []),
    )
    // Reading continues while the hub takes its time.
    expect(await gazette.push()).toMatchObject({ status: 'active' })
    await gazette.hub.verify()
    expect(await gazette.push()).toMatchObject({ leaseUntil: gazette.now + 10 * DAY, inVain: 0 })
  })

  it('counts for nothing once its lease is over', async () => {
    await gazette.subscribe()
    gazette.hub.answerWith(500)
    gazette.now += 11 * DAY
    expect((await gazette.newsroom.view.sourceHealth())[0]).toMatchObject({ pushed: false })
    await gazette.readDue()
    expect(await gazette.push()).toMatchObject({ status: 'asked' })
  })

  it('is asked for again later each time while the hub is down, up to a day', async () => {
    await gazette.hub.close()
    const asked: (number | undefined)[] = []
    await gazette.readDue()
    for (let hour = 0; hour < 80; hour += 1) {
      await gazette.readDue()
      asked.push((await gazette.push())?.askedAt)
      gazette.now += HOUR
    }
    const hours = [...new Set(asked)].map((at) => ((at ?? 0) - START) / HOUR)
    expect(hours).toEqual([0, 1, 3, 7, 15, 31, 55, 79])
  }, 60_000)

  it('outlives a restart', async () => {
    await gazette.subscribe()
    await gazette.close()
    await gazette.open()
    expect(await gazette.hub.deliver(gazette.feedOf(4))).toBe(202)
    await gazette.holds(4)
    await gazette.readDue()
    expect(gazette.hub.asked).toHaveLength(1)
  })

  it('ends at the hub when the source is no longer read', async () => {
    await gazette.subscribe()
    gazette.now += 2 * DAY
    await gazette.close()
    gazette.sources = []
    await gazette.open()
    await gazette.readDue()
    expect(gazette.hub.asked.at(-1)?.get('hub.mode')).toBe('unsubscribe')
    expect(await gazette.hub.verify()).toBe(200)
    expect(gazette.hub.answers.at(-1)).toEqual({ status: 200, text: 'c0ffee' })
    expect(await gazette.push()).toBeNull()
    expect(await gazette.hub.deliver(gazette.feedOf(4))).toBe(410)
  })

  it('ends when the feed names another hub, but does not run after each new name', async () => {
    await gazette.subscribe()
    const other = await startHub()
    try {
      gazette.server.serve('/gazette', {
        body: gazette.feedOf(4).replace(gazette.hub.address, other.address),
        etag: '"2"',
      })
      gazette.now += 3 * HOUR
      await gazette.readDue()
      await gazette.readDue()
      expect(other.asked).toHaveLength(0)
      gazette.now += DAY
      await gazette.readDue()
      expect(gazette.hub.asked.at(-1)?.get('hub.mode')).toBe('unsubscribe')
      expect(other.asked.map((form) => form.get('hub.mode'))).toEqual(['subscribe'])
    } finally {
      await other.close()
    }
  })

  it('is begun anew with another key where the hub signs with the wrong one', async () => {
    await gazette.subscribe()
    for (let times = 0; times < 3; times += 1) await gazette.hub.deliver(gazette.feedOf(4), { secret: 'old' })
    gazette.now += 2 * DAY
    await gazette.readDue()
    const [first, , second] = gazette.hub.asked
    expect(gazette.hub.asked.map((form) => form.get('hub.mode'))).toEqual([
      'subscribe',
      'unsubscribe',
      'subscribe',
    ])
    expect(second?.get('hub.secret')).not.toBe(first?.get('hub.secret'))
  })
})
