import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BriefingSettings } from '../../src/briefings/composition.ts'
import { composeBriefing } from '../../src/briefings/compose-briefing.ts'
import type { Decision } from '../../src/records/decision.ts'
import type { Store } from '../../src/records/ports/store.ts'
import type { Subscription } from '../../src/records/subscription.ts'
import { createDecider, type DecisionBook } from '../../src/schedule/create-decider.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import {
  anyMerge,
  anyModel,
  anyMutes,
  anyReports,
  anySubscriptions,
  merging,
  MORNING,
  publishing,
  type AnyReport,
} from '../fakes/any-news.ts'
import { misprintsIn } from '../fakes/misprints.ts'
import { HOUR, SETTINGS } from './a-schedule.ts'
import { effort } from '../effort.ts'

/** Many small stores are opened, which takes time on a busy machine. */
const PATIENCE_MS = 120_000
const RUNS = effort(60)

/** Times of deciding: hourly subscriptions are due each time, daily ones at the end. */
const MOMENTS = [MORNING - 9 * HOUR, MORNING - HOUR, MORNING]

const settings: BriefingSettings = { ...SETTINGS, summarise: anyModel }

interface Day {
  readonly reports: readonly AnyReport[]
  readonly subscriptions: readonly Subscription[]
  readonly mutes: readonly { readonly to: string; readonly story: string }[]
}

const anyDay: fc.Arbitrary<Day> = fc.record({
  reports: anyReports,
  subscriptions: anySubscriptions,
  mutes: anyMutes,
})

/** Examines a decision before it is written. `known` is what its reader knew, as `articleId@version`. */
type Look<Finding> = (decision: Decision, known: ReadonlySet<string>, store: Store) => Promise<Finding>

/**
 * Runs through a day: news arrives, what is due is decided and sent. Returns what `look` finds in each
 * decision; `during` happens while the last ones are composed.
 */
async function live<Finding>(
  { reports, subscriptions, mutes }: Day,
  look: Look<Finding>,
  during: (store: Store) => Partial<Store> = () => ({}),
): Promise<readonly Finding[]> {
  const store = await openSqliteStore(':memory:')
  const findings: Finding[] = []
  const news = publishing(reports, store)
  for (const moment of MOMENTS) {
    await news.until(moment)
    if (moment === MORNING) for (const { to, story } of mutes) await store.muteStory(to, story, moment)
    let states: Awaited<ReturnType<Store['toldStates']>> = new Map()
    const book: DecisionBook = {
      ...store,
      ...(moment === MORNING && during(store)),
      async toldStates(destinations, since) {
        states = await store.toldStates(destinations, since)
        return states
      },
      async decideAll(decisions) {
        for (const decision of decisions) {
          const told = [...(states.get(decision.destination)?.values() ?? [])]
          findings.push(await look(decision, new Set(told.flatMap(({ articles }) => articles)), store))
        }
        return store.decideAll(decisions)
      },
    }
    const made = subscriptions.filter(({ createdAt }) => createdAt <= moment)
    const { faults } = await createDecider(book, settings).decide(made, moment)
    expect(faults).toEqual([])
    await sendAll(store, moment)
  }
  await store.close()
  return findings
}

async function sendAll(store: Store, now: number): Promise<void> {
  for (;;) {
    const rows = await store.claim({ now, leaseMs: HOUR, limit: 100, except: [] })
    if (rows.length === 0) return
    for (const { id, destination } of rows) {
      const receipt = { platform: 'terminal', channel: destination, messageIds: ['1'] } as const
      await store.settle(id, now, { status: 'sent', receipt, health: null })
    }
  }
}

const sectionsOf = ({ message }: Decision) => (message?.kind === 'briefing' ? message.briefing.sections : [])

const misprints: Look<readonly string[]> = (decision, known, store) =>
  misprintsIn({ sections: sectionsOf(decision) }, decision.told, store, known)

/** Compares what was composed together with others with what its subscription gets if composed alone. */
const besideAlone =
  (subscriptions: readonly Subscription[]): Look<{ readonly together: unknown; readonly alone: unknown }> =>
  async ({ subscription: id, message, told }, _known, store) => {
    const subscription = subscriptions.find((one) => one.id === id)
    if (subscription === undefined || message?.kind !== 'briefing') return { together: null, alone: null }
    const { from, to: now } = message.briefing
    const among = subscription.kind === 'alert' && { among: new Set(told.map(({ storyId }) => storyId)) }
    const period = { from, now, onlyMoved: true, ...among }
    const { isAlert, ...briefing } = message.briefing
    expect(isAlert === true).toBe(subscription.kind === 'alert')
    return {
      together: { briefing, booked: told },
      alone: await composeBriefing(subscription, period, store, settings),
    }
  }

const mutedStories =
  (mutes: Day['mutes']): Look<readonly string[]> =>
  (decision) => {
    const printed = sectionsOf(decision).flatMap(({ stories }) => stories.map(({ id }) => id))
    const muted = new Set<string>(
      mutes.flatMap(({ to, story }) => (to === decision.destination ? story : [])),
    )
    return Promise.resolve(decision.at === MORNING ? printed.filter((id) => muted.has(id)) : [])
  }

describe(
  'decided together, briefings and alerts of any rhythm, wish, language and beginning',
  { timeout: PATIENCE_MS },
  () => {
    it('print what they book as told and nothing else, each story in the words of its own reports', async () => {
      const property = fc.asyncProperty(anyDay, async (day) => {
        expect((await live(day, misprints)).flat()).toEqual([])
      })
      await fc.assert(property, { numRuns: RUNS })
    })

    it('print and book what each would alone', async () => {
      const property = fc.asyncProperty(anyDay, async (day) => {
        const all = await live(day, besideAlone(day.subscriptions))
        expect(all.map(({ together }) => together)).toEqual(all.map(({ alone }) => alone))
      })
      await fc.assert(property, { numRuns: RUNS })
    })

    it('do so too where stories are merged while they are composed', async () => {
      const property = fc.asyncProperty(anyDay, anyMerge, async (day, merge) => {
        expect((await live(day, misprints, (store) => merging(store, merge))).flat()).toEqual([])
      })
      await fc.assert(property, { numRuns: RUNS })
    })

    it('print nothing that was muted there', async () => {
      const property = fc.asyncProperty(anyDay, async (day) => {
        expect((await live(day, mutedStories(day.mutes))).flat()).toEqual([])
      })
      await fc.assert(property, { numRuns: RUNS })
    })
  },
)
