import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/chat/command.ts'
import { aNewsroom, type FakeNewsroom } from '../fakes/newsroom.ts'
import { aSubscription } from '../schedule/a-subscription.ts'

/**
 * Two of Ada's three subscriptions are paused, and Bob's one; the channel of Ada's third and of Carol's
 * cannot be reached.
 */
async function aQuietNewsroom(): Promise<FakeNewsroom> {
  const newsroom = await aNewsroom({
    briefings: [aSubscription({ id: 'morning', to: 'slack:desk', title: 'Morning' })],
  })
  const { store, view } = newsroom
  for (const [id, owner, to, state] of [
    ['aaaa', 'ada', 'slack:desk', 'paused'],
    ['bbbb', 'ada', 'slack:T1/C7', 'paused'],
    ['cccc', 'ada', 'slack:T1/C8', 'active'],
    ['dddd', 'bob', 'slack:desk', 'paused'],
    ['eeee', 'carol', 'slack:T1/C9', 'active'],
    ['ffff', 'carol', 'slack:T1/C9', 'paused'],
  ] as const)
    await store.keepSubscription(
      aSubscription({ id, owner: `slack:T1/${owner}`, to, state, title: id.toUpperCase(), createdAt: 1 }),
    )
  for (const to of ['slack:T1/C8', 'slack:T1/C9'])
    await store.loseDestination(to, view.now(), { reason: 'gone', notices: [] })
  return newsroom
}

const paused = async ({ store }: FakeNewsroom): Promise<readonly string[]> =>
  (await store.subscriptions()).flatMap(({ id, state }) => (state === 'paused' ? [id] : []))

const silent = async ({ store }: FakeNewsroom): Promise<readonly string[]> =>
  [...(await store.destinations()).keys()].toSorted()

describe('resume all', () => {
  it.each([
    [
      'who follows something',
      {},
      ['AAAA (aaaa)', 'BBBB (bbbb)', 'CCCC (cccc)'],
      ['dddd', 'ffff'],
      ['slack:T1/C9'],
    ],
    [
      'who manages the channel',
      { user: 'dan', managesChannel: true },
      ['AAAA (aaaa)', 'DDDD (dddd)'],
      ['bbbb', 'ffff'],
      ['slack:T1/C8', 'slack:T1/C9'],
    ],
    [
      'an admin',
      { user: 'eve', isAdmin: true },
      ['AAAA (aaaa)', 'DDDD (dddd)', 'CCCC (cccc)', 'EEEE (eeee)', 'FFFF (ffff)'],
      ['bbbb', 'ffff'],
      [],
    ],
  ] as const)('lets all speak that %s may resume', async (_, asker: Partial<Asker>, resumed, left, lost) => {
    const newsroom = await aQuietNewsroom()
    const answer = await newsroom.told('resume all', asker)
    for (const name of resumed) expect(answer).toContain(name)
    expect(answer.match(/\(\w{4}\)/gu)).toHaveLength(resumed.length)
    expect(await paused(newsroom)).toEqual(left)
    expect(await silent(newsroom)).toEqual(lost)
  })

  it('says so where nothing is paused that one may resume', async () => {
    const newsroom = await aQuietNewsroom()
    expect(await newsroom.told('resume all', { user: 'dan' })).toContain('There is nothing to resume')
    await newsroom.ask('resume all')
    expect(await newsroom.told('resume all')).toContain('There is nothing to resume')
  })

  it.each([
    'resume everything',
    'sürdür hepsini',
    'استئناف الكل',
    'ادامه همه را',
    'reprendre tout',
    'fortsetzen alles',
  ])('is understood as “%s”', async (typed) => {
    const newsroom = await aQuietNewsroom()
    expect(await newsroom.told(typed)).toContain('AAAA (aaaa)')
  })

  it('resumes the channel of a briefing of the file for an admin, and for nobody else', async () => {
    const newsroom = await aQuietNewsroom()
    await newsroom.store.loseDestination('slack:desk', newsroom.view.now(), { reason: 'gone', notices: [] })
    const carol = { user: 'dora' }
    await newsroom.ask('resume all', carol)
    expect(await silent(newsroom)).toContain('slack:desk')
    expect(await newsroom.told('resume all', { ...carol, isAdmin: true })).toContain('Morning (morning)')
    expect(await silent(newsroom)).toEqual([])
  })

  it('names ten and counts the others', async () => {
    const newsroom = await aNewsroom()
    for (let n = 0; n < 12; n++)
      await newsroom.store.keepSubscription(
        aSubscription({ id: `s${n}`, owner: 'slack:T1/ada', to: `slack:T1/C${n}`, state: 'paused' }),
      )
    const answer = await newsroom.told('resume all')
    expect(answer.match(/\(s\d+\)/gu)).toHaveLength(10)
    expect(answer).toContain('2 more were also resumed')
    expect(await paused(newsroom)).toEqual([])
  })
})
