import { describe, expect, it } from 'vitest'
import type { ReaderCorrection } from '../../src/records/reader-rule.ts'
import { aSchedule, DAY, EIGHT, HOUR, storiesOf } from './a-schedule.ts'
import { aSubscription } from './a-subscription.ts'

/** Four times a day, with room for one story. */
const SLOTS = { at: ['08:00', '12:00', '16:00', '20:00'], stories: 1 }
const OFTEN = aSubscription(SLOTS)

/** At eight the quake is told, the vote of before (`age`, milliseconds) is not; at noon a second report of it is. */
async function aVote(often = OFTEN, age = HOUR) {
  const schedule = await aSchedule()
  const { decide, deliverAll, pass, report, serve, setClock, tell } = schedule
  setClock(EIGHT - age)
  await report('ballot', 'd')
  await report('vote', 'a')
  setClock(EIGHT)
  await tell('quake', 'a', 'b')
  expect(await serve(often)).toEqual({ 'terminal:here': [['quake new']] })
  pass(3 * HOUR)
  await report('vote', 'b')
  pass(HOUR)
  return {
    ...schedule,
    /** Loses the briefing of noon. Returns what it told. */
    lose: async () => {
      await decide(often)
      const [lost] = (await deliverAll('failed'))['terminal:here'] ?? []
      return storiesOf(lost)
    },
    /** Settles the hour of the second report, which becomes a story of its own. */
    part: async (ofBallot: { readonly mergedStoryIds?: readonly string[] } = {}) => {
      const place = { copyOf: null, agency: null, mergedStoryIds: [] }
      const placements = [
        { ...place, articleId: 'vote-b', storyId: 'poll' },
        { ...place, articleId: 'ballot-d', storyId: 'ballot', ...ofBallot },
      ]
      await schedule.store.keepSettled({ placements, hour: 7, at: schedule.now() })
    },
    /** Tells the briefing of the afternoon, after a flood that three outlets reported. */
    serveAfternoon: async () => {
      pass(3 * HOUR)
      await tell('flood', 'a', 'b', 'c')
      setClock(EIGHT + 8 * HOUR)
      return (await serve(often))['terminal:here']?.flat().toSorted()
    },
    correct: async (correction: ReaderCorrection) => {
      const by = { person: 'terminal:home/u1', name: 'U1' }
      const rule = { id: 'r', workspace: 'terminal:home', correction, about: [], by, at: 0 }
      await schedule.store.addReaderRule({ ...rule, state: 'standing' }, 10)
    },
  }
}

describe('a story that did not arrive and was split since', () => {
  it.each([
    ['the news of a region', {}, HOUR],
    ['words', { expression: 'vote OR quake OR flood' }, 3 * DAY],
  ])('is told again whole to who asks for %s, although what left it alone is new', async (_, asked, age) => {
    const often = aSubscription({ ...SLOTS, ...asked })
    const { lose, part, pass, serve, serveAfternoon } = await aVote(often, age)
    expect(await lose()).toEqual(['vote new'])
    await part()
    expect(await serveAfternoon()).toEqual(['flood new', 'poll new', 'vote new'])
    pass(4 * HOUR)
    expect(await serve(often)).toEqual({ 'terminal:here': [[]] })
  })

  it('is told once where the rest was merged, and the news of others reaches further', async () => {
    const { lose, part, serve, setClock } = await aVote()
    await lose()
    await part({ mergedStoryIds: ['vote'] })
    setClock(EIGHT + 8 * HOUR)
    const daily = aSubscription({ id: 'daily', to: 'terminal:there', at: ['16:00'] })
    const told = await serve(OFTEN, daily)
    expect(told['terminal:here']).toEqual([['ballot new', 'poll new']])
    expect(told['terminal:there']?.[0]).toContain('ballot new')
  })

  it('is told again with all that its readers joined to it', async () => {
    const { correct, lose, part, report, serveAfternoon, store } = await aVote()
    await lose()
    await part()
    await correct({ kind: 'same-as', story: 'vote', other: 'ballot' })
    await report('ballot', 'e')
    expect(await serveAfternoon()).toEqual(['flood new', 'poll new', 'vote new'])
    const known = (await store.told('terminal:here')).get('vote')?.articles
    expect(known?.toSorted()).toEqual(['ballot-d@1', 'ballot-e@1', 'vote-a@1'])
  })

  it('is told again where its readers split it, but not the part that was never told', async () => {
    const { correct, lose, serveAfternoon } = await aVote()
    await correct({ kind: 'two-stories', story: 'vote', reports: ['vote-b'] })
    expect(await lose()).toEqual(['svote-b new'])
    expect(await serveAfternoon()).toEqual(['flood new', 'svote-b new'])
  })
})
