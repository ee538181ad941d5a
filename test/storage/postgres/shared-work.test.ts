import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { NEVER_READ } from '../../../src/records/feed-state.ts'
import type { UnplacedRead } from '../../../src/records/ports/shared-work.ts'
import { type OpenedStore, openPostgresStore } from '../../../src/storage/postgres/open-postgres-store.ts'
import { aSubscription } from '../../schedule/a-subscription.ts'
import { aDecision } from '../a-decision.ts'
import { aClaim, SENT } from '../a-claim.ts'
import { anArticle, HOUR, NOON, toKeep } from '../a-read.ts'
import { aPostgresDatabase, noPostgres } from '../../fakes/a-postgres.ts'
import { patiently } from '../../patiently.ts'

const storm = anArticle({ id: 'storm', title: 'Storm closes harbour' })
const terms = { search: toKeep(storm).terms }
const waiting = (own: Partial<UnplacedRead> = {}): UnplacedRead => ({
  sourceId: 'harbour-post',
  state: { ...NEVER_READ, lastSuccessAt: NOON, nextReadAt: NOON + HOUR },
  at: NOON,
  printed: undefined,
  articles: [{ ...storm, terms, findings: [] }],
  ...own,
})

describe.skipIf(noPostgres !== null)(
  `what processes on one database do for one another (${noPostgres ?? 'here'})`,
  () => {
    let url: string
    let own: OpenedStore
    beforeEach(async () => {
      url = await aPostgresDatabase()
      own = await openPostgresStore(url, { shared: true })
    })
    afterEach(() => own.store.close())

    const another = async (): Promise<OpenedStore> => {
      const opened = await openPostgresStore(url, { shared: true })
      onTestFinished(() => opened.store.close())
      return opened
    }

    it('keeps a read with the state of its source until an editor has placed it, once', async () => {
      const { store, shared } = own
      await shared.keepUnplaced(waiting())
      expect(await shared.feedStatesOf(['harbour-post', 'none'])).toEqual(
        new Map([['harbour-post', { ...NEVER_READ, lastSuccessAt: NOON, nextReadAt: NOON + HOUR }]]),
      )
      expect([...(await shared.unplacedVersions(['storm', 'none'])).keys()]).toEqual(['storm'])
      expect(await store.placedArticles(0)).toEqual([])

      const term = await shared.acquireRole('editor')
      const [read] = await shared.unplaced(10)
      if (term === null || read === undefined) throw new Error('it is free, and something waits')
      expect(read).toMatchObject({ sourceId: 'harbour-post', at: NOON, articles: [{ ...storm, terms }] })
      const placed = { id: read.id, sourceId: read.sourceId, articles: [toKeep(storm)], at: NOON + 1 }
      expect(await shared.keepPlaced({ ...placed, term: term.number })).toBe(true)
      expect(await shared.keepPlaced({ ...placed, term: term.number })).toBe(false)
      expect((await store.placedArticles(0)).map(({ id }) => id)).toEqual(['storm'])
      expect(await shared.unplaced(10)).toEqual([])
      expect(await shared.unplacedVersions(['storm'])).toEqual(new Map())
      expect((await store.feedStates()).get('harbour-post')).toMatchObject({ nextReadAt: NOON + HOUR })
      await term.release()
    })

    it('gives reads in the order in which they were read, then by source', async () => {
      for (const [sourceId, at] of [
        ['b', NOON + 1],
        ['c', NOON],
        ['a', NOON + 1],
      ] as const)
        await own.shared.keepUnplaced(waiting({ sourceId, at }))
      expect((await own.shared.unplaced(10)).map(({ sourceId }) => sourceId)).toEqual(['c', 'a', 'b'])
      expect(await own.shared.unplaced(1)).toHaveLength(1)
    })

    it('gives an office to one process at a time, and keeps nothing of an editor whose term is over', async () => {
      const other = await another()
      const first = await own.shared.acquireRole('editor')
      expect(await other.shared.acquireRole('editor')).toBeNull()
      expect((await other.shared.acquireRole('discord'))?.number).toBe(1)
      await first?.release()
      const second = await patiently(async () => {
        const term = await other.shared.acquireRole('editor')
        if (term === null) throw new Error('not free yet')
        return term
      })
      expect([first?.number, second.number]).toEqual([1, 2])

      await own.shared.keepUnplaced(waiting())
      const [read] = await own.shared.unplaced(1)
      const late = {
        id: read?.id ?? '',
        sourceId: 'harbour-post',
        articles: [toKeep(storm)],
        at: NOON,
        term: 1,
      }
      expect(await own.shared.keepPlaced(late)).toBe(false)
      const settled = { placements: [], hour: 7, at: NOON }
      expect(await own.shared.keepSettledIn(1, settled)).toBe(false)
      expect(await own.store.settledUntil()).toBeNull()
      expect(await other.shared.keepSettledIn(2, settled)).toBe(true)
      expect(await own.store.settledUntil()).toBe(7)
      expect(await own.store.placedArticles(0)).toEqual([])
      expect(await own.shared.unplaced(1)).toHaveLength(1)
      await second.release()
    })

    it('lets no bot that does everything beside others, nor the reverse, and none begin while reads wait', async () => {
      await expect(openPostgresStore(url, { exclusive: true })).rejects.toMatchObject({ code: 'in-use' })
      await own.shared.keepUnplaced(waiting())
      await own.store.close()
      await patiently(() =>
        expect(openPostgresStore(url, { exclusive: true })).rejects.toMatchObject({ code: 'unplaced' }),
      )
      own = await openPostgresStore(url, { shared: true })
    })

    it('finds each destination that something is due for, once, and what cannot wait first', async () => {
      const { store, shared } = own
      await store.keepSubscription(aSubscription({ id: 'alert', kind: 'alert', to: 'slack:T1/C2' }))
      for (const [outboxId, subscription, destination, at] of [
        ['1', 'morning', 'slack:T1/C1', NOON],
        ['2', 'alert', 'slack:T1/C2', NOON + 1],
        ['3', 'evening', 'slack:T1/C1', NOON],
        ['4', 'own', 'discord:G/C', NOON + 2],
        ['5', 'later', 'slack:T1/C3', NOON + HOUR],
      ] as const)
        await store.decide(aDecision({ outboxId, slot: outboxId, subscription, destination, at }))
      expect(await shared.dueDestinations(NOON + 5, ['own'])).toEqual([
        { destination: 'slack:T1/C2', isUrgent: true },
        { destination: 'discord:G/C', isUrgent: true },
        { destination: 'slack:T1/C1', isUrgent: false },
      ])
      const [row] = await store.claim(aClaim({ now: NOON + 5, only: ['discord:G/C'] }))
      expect(
        (await shared.dueDestinations(NOON + 5, [])).map(({ destination }) => destination),
      ).not.toContain('discord:G/C')
      await store.settle(row?.id ?? '', NOON + 5, SENT)
    })

    it('tells all processes until when a host wants rest, the longest that it asked for', async () => {
      const other = await another()
      expect(await other.shared.restOf('gazette.example')).toBeNull()
      await own.shared.restHost('gazette.example', NOON + HOUR)
      await own.shared.restHost('gazette.example', NOON)
      expect(await other.shared.restOf('gazette.example')).toBe(NOON + HOUR)
    })

    it('wakes who listens for it, in other processes too', async () => {
      const other = await another()
      const heard: string[] = []
      other.shared.onWake('unplaced', () => void heard.push('unplaced'))
      other.shared.onWake('decided', () => void heard.push('decided'))
      // Both are called once when listening begins, because something may have come before.
      await patiently(() => expect(heard).toEqual(['unplaced', 'decided']))
      await own.shared.wake('decided')
      await patiently(() => expect(heard).toEqual(['unplaced', 'decided', 'decided']))
      await wait(20)
      expect(heard).toHaveLength(3)
    })
  },
)
