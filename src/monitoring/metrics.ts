import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Outcome, Outgoing } from '../records/delivery.ts'
import type { Platform } from '../records/platform.ts'
import type { RoundReport } from '../reading-desk.ts'
import { newsDelays } from './news-delays.ts'
import type { StoreFigures } from './store-figures.ts'

/** Seconds. A platform waits three for an acknowledgement. */
const ANSWER_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30]

/** Seconds, from a minute to the week after which a story ends. */
const DELAY_BUCKETS = [60, 300, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400, 604_800]

export type Round = 'read' | 'place' | 'decide' | 'deliver' | 'tidy' | 'check' | 'events'

export type Metrics = ReturnType<typeof createMetrics>

/**
 * Prometheus metrics of this process, named `dragoman_…`, beside those of the process and of Node itself.
 * Figures from the store are the same for all processes that share it.
 */
export function createMetrics(roles: readonly string[]) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const answers = new Histogram({
    name: 'dragoman_answer_seconds',
    help: 'From a question to its whole answer.',
    labelNames: ['platform', 'command', 'outcome'],
    buckets: ANSWER_BUCKETS,
    registers,
  })
  const acknowledgements = new Histogram({
    name: 'dragoman_acknowledgement_seconds',
    help: 'From a request of a platform to the acknowledgement that it waits for.',
    labelNames: ['platform'],
    buckets: ANSWER_BUCKETS,
    registers,
  })
  const deliveries = new Counter({
    name: 'dragoman_deliveries_total',
    help: 'Tries of messages, by how they ended.',
    labelNames: ['platform', 'outcome'],
    registers,
  })
  const delays = new Histogram({
    name: 'dragoman_told_delay_seconds',
    help: 'From the publication of the newest report of a story to the message that tells it.',
    labelNames: ['kind'],
    buckets: DELAY_BUCKETS,
    registers,
  })
  const articles = new Counter({
    name: 'dragoman_articles_total',
    help: 'Articles that were read.',
    labelNames: ['kind'],
    registers,
  })
  const reads = new Counter({
    name: 'dragoman_reads_total',
    help: 'Reads of sources, by how they ended.',
    labelNames: ['outcome'],
    registers,
  })
  const rounds = new Histogram({
    name: 'dragoman_round_seconds',
    help: 'How long one round of the clock took.',
    labelNames: ['round', 'outcome'],
    buckets: [0.01, 0.1, 1, 5, 15, 60, 300, 900],
    registers,
  })
  const served = new Gauge({
    name: 'dragoman_role',
    help: 'What this process does: 1 for each of its roles.',
    labelNames: ['role'],
    registers,
  })
  for (const role of roles) served.set({ role }, 1)
  return {
    registry,
    /** Adds the figures of the store, read at each scrape. */
    watchStore(figures: () => Promise<StoreFigures>): void {
      for (const [name, help, value] of GAUGES)
        registry.registerMetric(
          new Gauge({
            name,
            help,
            registers: [],
            async collect() {
              this.set(value(await figures()))
            },
          }),
        )
      registry.registerMetric(
        new Gauge({
          name: 'dragoman_sources',
          help: 'Sources by how they fare.',
          labelNames: ['state'],
          registers: [],
          async collect() {
            this.reset()
            for (const [state, count] of Object.entries((await figures()).sources)) this.set({ state }, count)
          },
        }),
      )
    },
    answered: (platform: Platform, command: string, outcome: 'answered' | 'failed', ms: number): void =>
      answers.observe({ platform, command, outcome }, ms / 1000),
    acknowledged: (platform: Platform, ms: number): void => acknowledgements.observe({ platform }, ms / 1000),
    /** `at`: milliseconds since 1970. */
    settled: (row: Outgoing, outcome: Outcome, at: number): void => {
      deliveries.inc({ platform: row.destination.split(':')[0] ?? '', outcome: outcome.status })
      if (outcome.status !== 'sent' || row.edits !== null) return
      const { kind, delaysMs } = newsDelays(row.message, at)
      for (const delay of delaysMs) delays.observe({ kind }, delay / 1000)
    },
    haveRead({ read, unchanged, newArticles, newVersions, failures }: RoundReport): void {
      articles.inc({ kind: 'new' }, newArticles)
      articles.inc({ kind: 'version' }, newVersions)
      reads.inc({ outcome: 'new' }, read)
      reads.inc({ outcome: 'unchanged' }, unchanged)
      reads.inc({ outcome: 'failed' }, failures.length)
    },
    ended: (round: Round, outcome: 'done' | 'failed', ms: number): void =>
      rounds.observe({ round, outcome }, ms / 1000),
  }
}

const GAUGES: readonly (readonly [name: string, help: string, value: (figures: StoreFigures) => number])[] = [
  ['dragoman_stored_articles', 'Articles in the store.', ({ articles }) => articles],
  ['dragoman_stored_stories', 'Stories in the store.', ({ stories }) => stories],
  ['dragoman_store_bytes', 'What the store takes on its disk.', ({ bytes }) => bytes],
  ['dragoman_queue_rows', 'Messages that wait to be sent.', ({ waiting }) => waiting.rows],
  ['dragoman_queue_due_rows', 'Those whose time has come.', ({ waiting }) => waiting.due],
  [
    'dragoman_queue_oldest_due_seconds',
    'How long the oldest of those has been due; 0 without any.',
    ({ waiting, at }) => (waiting.oldestDueAt === null ? 0 : Math.max(0, at - waiting.oldestDueAt) / 1000),
  ],
  [
    'dragoman_queue_dead_rows',
    'Messages of the last days that are not tried again.',
    ({ waiting }) => waiting.dead,
  ],
  [
    'dragoman_model_tokens_today',
    'Tokens that the model took since midnight UTC.',
    ({ modelTokens }) => modelTokens,
  ],
]
