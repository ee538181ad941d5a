import { describe, expect, it } from 'vitest'
import type { Briefing } from '../../src/records/briefing.ts'
import { misprintsIn } from '../fakes/misprints.ts'
import { aSchedule, DAY, HOUR, MINUTE } from './a-schedule.ts'
import { aSubscription } from './a-subscription.ts'

/** A schedule whose outlets report in their own words. */
async function aWordyDay() {
  const schedule = await aSchedule()
  const { deliverAll, report, store } = schedule
  const tell = async (story: string, ...outlets: string[]) => {
    for (const outlet of outlets)
      await report(story, outlet, { text: `The ${story} was seen by ${outlet} from the tower this morning.` })
  }
  /** Sends everything; returns by destination which stories are printed, and their misprints. */
  const printAll = async () => {
    const printed: Record<string, { stories: unknown; misprints: readonly string[] }> = {}
    for (const [to, [briefing]] of Object.entries(await deliverAll())) {
      if (briefing === undefined) continue
      const told = await store.told(to)
      const now = [...told.values()].filter(({ at }) => at === briefing.to)
      printed[to] = { stories: storiesIn(briefing), misprints: await misprintsIn(briefing, now, store) }
    }
    return printed
  }
  return { ...schedule, tell, printAll }
}

const storiesIn = ({ sections }: Briefing) =>
  sections.flatMap(({ stories }) => stories.map(({ id, mark, headline }) => [id, mark, headline]))

describe('briefings that are composed in one minute and begin at different times', () => {
  it('print their own stories where one is daily and the other hourly', async () => {
    const { decide, deliverAll, pass, printAll, tell } = await aWordyDay()
    const daily = aSubscription({ id: 'daily', to: 'terminal:daily' })
    const hourly = aSubscription({ id: 'hourly', to: 'terminal:hourly', kind: 'hourly' })
    pass(-3 * HOUR)
    await tell('vote', 'a', 'b', 'c')
    pass(2 * HOUR)
    await decide(hourly)
    await deliverAll()
    pass(HOUR)
    await tell('quake', 'a')
    await decide(daily, hourly)
    expect(await printAll()).toEqual({
      'terminal:daily': {
        stories: [
          ['vote', 'new', expect.stringMatching(/^vote as [abc] tells it/u)],
          ['quake', 'new', 'quake as a tells it'],
        ],
        misprints: [],
      },
      'terminal:hourly': { stories: [['quake', 'new', 'quake as a tells it']], misprints: [] },
    })
  })

  it('print their own stories where both are daily and one of them came later', async () => {
    const { decide, deliverAll, pass, printAll, tell } = await aWordyDay()
    const early = aSubscription({ id: 'early', to: 'terminal:early' })
    const late = aSubscription({ id: 'late', to: 'terminal:late', sources: ['d'] })
    await decide(early)
    await deliverAll()
    pass(DAY + MINUTE)
    await tell('vote', 'a', 'b', 'c')
    await tell('strike', 'd')
    await decide(early, late)
    expect(await printAll()).toEqual({
      'terminal:early': {
        stories: [
          ['vote', 'new', expect.stringMatching(/^vote as [abc] tells it/u)],
          ['strike', 'new', 'strike as d tells it'],
        ],
        misprints: [],
      },
      'terminal:late': { stories: [['strike', 'new', 'strike as d tells it']], misprints: [] },
    })
  })
})
