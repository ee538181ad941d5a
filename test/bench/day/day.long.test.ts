import { describe, expect, it } from 'vitest'
import { ENGINES } from '../../fakes/engines.ts'
import { growthOf, measureDay, MOST_GROWTH } from './measure-day.ts'

/**
 * A small `npm run bench -- day`, with enough articles in the first hour that both threads of the tagger start
 * and open the tables of their languages in it. The memory of later hours is compared with the end of the
 * second: of 7 MB that the first three hours of a process add to its main heap, 3 are compiled code.
 */
const SIZE = { sources: 20, subscriptions: 200, articlesADay: 1_000, daysBefore: 8, hours: 5, every: 1 }
const WARM_UP_HOURS = 1

describe.for(ENGINES)('some hours of the whole bot on $name', ({ address }) => {
  it(
    'read, decide and send all that is due, and hold no more memory in the end',
    { timeout: 900_000 },
    async () => {
      const { hours, faults, published } = await measureDay(SIZE, await address())
      expect(faults).toEqual([])
      const sum = (of: 'articles' | 'decided' | 'sent') => hours.reduce((all, hour) => all + hour[of], 0)
      expect(sum('articles')).toBeGreaterThanOrEqual(published)
      expect(published).toBeGreaterThan(10)
      expect(sum('decided')).toBeGreaterThan(20)
      expect(sum('sent')).toBeGreaterThan(20)
      const { resident, held } = growthOf(hours.slice(WARM_UP_HOURS))
      expect(resident).toBeLessThan(MOST_GROWTH)
      expect(held).toBeLessThan(MOST_GROWTH)
    },
  )
})
