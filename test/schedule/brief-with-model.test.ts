import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BriefedSentence } from '../../src/records/briefing.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { createDecider } from '../../src/schedule/create-decider.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import type { Summarise, SummaryRequest } from '../../src/summaries/summary.ts'
import { aRead, anArticle } from '../storage/a-read.ts'
import { aSubscription } from './a-subscription.ts'

const EIGHT = Date.parse('2026-03-10T05:00:00Z') // in Istanbul
const TEXT =
  'The bridge at Selm is closed after a flood. It carries the road to the coast. Repairs begin on Friday.'
const settings = { sources: [], regions: [], topics: [] }

let store: Store

beforeEach(async () => {
  store = await openSqliteStore(':memory:')
  for (const source of ['hills', 'coast'])
    await store.keepRead(
      aRead(
        [
          anArticle({
            id: source,
            sourceId: source,
            text: TEXT,
            publishedAt: EIGHT - 60_000,
            seenAt: EIGHT - 60_000,
          }),
        ],
        { sourceId: source },
        { storyId: 'bridge' },
      ),
    )
})
afterEach(() => store.close())

/** Returns the sentences sent to each destination, in the order of decisions. */
async function told(): Promise<Record<string, readonly BriefedSentence[]>> {
  const rows = await store.claim({ now: EIGHT, leaseMs: 60_000, limit: 10, except: [] })
  return Object.fromEntries(
    rows.map(({ destination, message }) => [
      destination,
      message.kind === 'briefing'
        ? message.briefing.sections.flatMap(({ stories }) => stories.flatMap(({ sentences }) => sentences))
        : [],
    ]),
  )
}

const byModel: Summarise = () =>
  Promise.resolve({
    sentences: [
      {
        text: 'The bridge at Selm is closed ….',
        article: 1,
        start: 0,
        end: 43,
        leftOut: [[28, 42]],
        chosenBy: 'model',
      },
    ],
    headline: 1,
  })

describe('a briefing that may use a model', () => {
  it('tells what it chose with the article version it stands in; one beside it that may not does not', async () => {
    const decider = createDecider(store, { ...settings, summarise: byModel })
    const { faults } = await decider.decide(
      [
        aSubscription({ id: 'a', to: 'terminal:a', model: true }),
        aSubscription({ id: 'b', to: 'terminal:b' }),
      ],
      EIGHT,
    )
    expect(faults).toEqual([])
    const sentences = await told()
    expect(sentences['terminal:a']).toMatchObject([
      {
        text: 'The bridge at Selm is closed ….',
        outlet: 0,
        version: 1,
        start: 0,
        end: 43,
        leftOut: [[28, 42]],
        chosenBy: 'model',
      },
    ])
    expect(sentences['terminal:b']?.length).toBeGreaterThan(0)
    for (const sentence of sentences['terminal:b'] ?? [])
      expect(TEXT.slice(sentence.start, sentence.end)).toBe(sentence.text)
  })

  it('tells what our own rules choose where no model is set up', async () => {
    await createDecider(store, settings).decide([aSubscription({ to: 'terminal:a', model: true })], EIGHT)
    const sentences = (await told())['terminal:a'] ?? []
    expect(sentences).not.toHaveLength(0)
    for (const sentence of sentences) expect(sentence).not.toHaveProperty('chosenBy')
  })

  it('keeps nobody else waiting', async () => {
    const asked: SummaryRequest[] = []
    let decidedBefore: readonly string[] = []
    const slow: Summarise = async (request) => {
      asked.push(request)
      decidedBefore = Object.keys(await told())
      return byModel(request)
    }
    await createDecider(store, { ...settings, summarise: slow }).decide(
      [
        aSubscription({ id: 'a', to: 'terminal:a', model: true }),
        aSubscription({ id: 'b', to: 'terminal:b' }),
      ],
      EIGHT,
    )
    expect(asked).toHaveLength(1)
    expect(decidedBefore).toEqual(['terminal:b'])
  })
})
