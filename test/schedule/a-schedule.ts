import { onTestFinished } from 'vitest'
import type { Briefing } from '../../src/records/briefing.ts'
import type { Store } from '../../src/records/ports/store.ts'
import type { Placement } from '../../src/records/story.ts'
import type { Subscription } from '../../src/records/subscription.ts'
import type { BriefingSettings } from '../../src/briefings/composition.ts'
import { createDecider, type Decider } from '../../src/schedule/create-decider.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { aRead, anArticle } from '../storage/a-read.ts'

export const EIGHT = Date.parse('2026-03-10T05:00:00Z') // in Istanbul
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const SETTINGS: BriefingSettings = {
  sources: [],
  regions: [
    { id: 'middle-east', names: { en: 'Middle East' }, aliases: [], countries: ['SY', 'TR'], section: true },
  ],
  topics: [],
}

/** Fixture for tests of deciding. Times are milliseconds. */
export interface Schedule {
  readonly store: Store
  readonly decider: Decider
  readonly now: () => number
  /** Moves the clock. */
  readonly pass: (time: number) => void
  readonly setClock: (time: number) => void
  /** Lets an outlet report something new from Syria in its own words. */
  readonly report: (
    storyId: string,
    source: string,
    own?: Parameters<typeof anArticle>[0],
    placed?: Partial<Placement>,
  ) => Promise<void>
  /** Lets outlets report one after the other. */
  readonly tell: (storyId: string, ...sources: string[]) => Promise<void>
  readonly decide: (...subscriptions: Subscription[]) => Promise<void>
  /** Sends what was decided; returns the briefings by destination. */
  readonly deliverAll: (outcome?: 'sent' | 'failed' | 'refused') => Promise<Record<string, Briefing[]>>
  /** Decides and sends; returns by destination the stories of each briefing with their marks. */
  readonly serve: (...subscriptions: Subscription[]) => Promise<Record<string, string[][]>>
}

/** Returns the stories of a briefing with their marks: `quake new`. */
export const storiesOf = (briefing: Briefing | undefined): string[] =>
  briefing?.sections.flatMap(({ stories }) => stories.map(({ id, mark }) => `${id} ${mark}`)) ?? []

/**
 * Creates a store in memory, a clock at eight in Istanbul, and the decider. Closes the store when the test
 * ends.
 */
export async function aSchedule(): Promise<Schedule> {
  const store = await openSqliteStore(':memory:')
  onTestFinished(() => store.close())
  const decider = createDecider(store, SETTINGS)
  let now = EIGHT
  const facts = new Map<string, number>()

  /** Each report after the first has a new figure. */
  function factOf(storyId: string): string {
    const known = facts.get(storyId) ?? 0
    facts.set(storyId, known + 1)
    return known === 0 ? '' : `: ${known + 1} facts`
  }

  const report: Schedule['report'] = async (storyId, source, own = {}, placed = {}) => {
    const article = anArticle(
      {
        id: `${storyId}-${source}`,
        sourceId: source,
        title: `${storyId} as ${source} tells it${factOf(storyId)}`,
        text: `Of the ${storyId} nobody else said ${['one', 'two', 'three'].map((n) => storyId + n + source).join(' and ')}.`,
        publishedAt: now - MINUTE,
        seenAt: now - MINUTE,
        contentHash: `${storyId}-${source}-${own.version ?? 1}`,
        ...own,
      },
      { countries: [{ code: 'SY', score: 1, focus: true }], ...own.tags },
    )
    await store.keepRead(aRead([article], { sourceId: source }, { storyId, ...placed }))
  }

  const decide: Schedule['decide'] = async (...subscriptions) => {
    await decider.decide(subscriptions, now)
  }

  const deliverAll: Schedule['deliverAll'] = async (outcome = 'sent') => {
    const delivered: Record<string, Briefing[]> = {}
    for (;;) {
      const rows = await store.claim({ now, leaseMs: HOUR, limit: 1000, except: [] })
      if (rows.length === 0) return delivered
      for (const { id, destination, message } of rows) {
        if (message.kind === 'briefing') (delivered[destination] ??= []).push(message.briefing)
        const receipt = { platform: 'terminal', channel: destination, messageIds: ['1'] } as const
        await store.settle(
          id,
          now,
          outcome === 'sent'
            ? { status: 'sent', receipt, health: null }
            : { status: 'failed', reason: 'no', ...(outcome === 'refused' && { refusal: 'rejected' }) },
        )
      }
    }
  }

  return {
    store,
    decider,
    now: () => now,
    pass(time) {
      now += time
    },
    setClock(time) {
      now = time
    },
    report,
    async tell(storyId, ...sources) {
      for (const source of sources) await report(storyId, source)
    },
    decide,
    deliverAll,
    async serve(...subscriptions) {
      await decide(...subscriptions)
      return Object.fromEntries(
        Object.entries(await deliverAll()).map(([to, briefings]) => [to, briefings.map(storiesOf)]),
      )
    },
  }
}
