import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchQuery } from '../../../src/records/search.ts'
import type { Store } from '../../../src/records/ports/store.ts'
import { openPostgresStore } from '../../../src/storage/postgres/open-postgres-store.ts'
import { openSqliteStore } from '../../../src/storage/sqlite/open-sqlite-store.ts'
import { parseExpression } from '../../../src/subscriptions/expression/parse-expression.ts'
import { effort } from '../../effort.ts'
import { aPostgresDatabase, noPostgres } from '../../fakes/a-postgres.ts'
import { anArticle, aRead, NOON } from '../a-read.ts'

/** More than the newest 2,000, so that rare words are searched for in the index. */
const ARTICLES = 2_600
const COMMON = ['harbour', 'storm', 'ferry', 'grain', 'talks', 'minister']
const SOME = ['lighthouse', "l'été", 'İstanbul', 'الانتخابات', '北京市政府', 'Straße', 'x-ray', '12,500']
const RARE = ['zeppelin', 'محكمة', 'ışıklar']
const LANGUAGES = ['en', 'fr', 'tr', 'ar', 'zh', 'de'] as const
const COUNTRIES = ['TR', 'SY', 'IR', 'LB']

/** The same on every machine: a linear congruential generator. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

function manyArticles() {
  const roll = dice(7)
  const word = (): string => {
    const rare = roll(900)
    if (rare < RARE.length) return RARE[rare] ?? ''
    return (roll(12) === 0 ? SOME[roll(SOME.length)] : COMMON[roll(COMMON.length)]) ?? ''
  }
  const text = (length: number): string => Array.from({ length }, word).join(' ')
  return Array.from({ length: ARTICLES }, (_, at) =>
    anArticle(
      {
        id: `a${at}`,
        title: text(3),
        text: `${text(12)}.\n\n${text(roll(30))}`,
        publishedAt: NOON - roll(ARTICLES * 400),
        seenAt: NOON + roll(5_000),
        sourceId: `source-${roll(5)}`,
      },
      {
        language: LANGUAGES[roll(LANGUAGES.length)] ?? 'en',
        countries: [{ code: COUNTRIES[roll(COUNTRIES.length)] ?? 'TR', score: 1, focus: roll(2) === 0 }],
        people: roll(9) === 0 ? [{ name: 'Ann Example' }] : [],
      },
    ),
  )
}

const aWord = fc.constantFrom(...COMMON, ...SOME, ...RARE, 'nowhere', 'Ann Example')
const aPhrase = fc.array(aWord, { minLength: 2, maxLength: 3 }).map((words) => `"${words.join(' ')}"`)
const typed = fc
  .array(
    fc.oneof(
      aWord,
      aWord,
      aPhrase,
      aWord.map((word) => `-${word}`),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((words) => words.join(' '))
const filters = fc.record(
  {
    countries: fc.uniqueArray(fc.constantFrom(...COUNTRIES), { minLength: 1, maxLength: 2 }),
    languages: fc.uniqueArray(fc.constantFrom(...LANGUAGES), { minLength: 1, maxLength: 3 }),
    sources: fc.constant(['source-1', 'source-3']),
    since: fc.integer({ min: NOON - ARTICLES * 300, max: NOON }),
    until: fc.integer({ min: NOON - ARTICLES * 300, max: NOON }),
    seenBefore: fc.constant(NOON + 2_500),
  },
  { requiredKeys: [] },
)

describe.skipIf(noPostgres !== null)(`both engines of the store (${noPostgres ?? 'PostgreSQL here'})`, () => {
  let stores: readonly [Store, Store]
  beforeAll(async () => {
    const { store } = await openPostgresStore(await aPostgresDatabase())
    stores = [await openSqliteStore(':memory:'), store]
    const bySource = Map.groupBy(manyArticles(), ({ sourceId }) => sourceId)
    for (const one of stores)
      for (const [sourceId, articles] of bySource) await one.keepRead(aRead(articles, { sourceId }))
  }, 240_000)
  afterAll(async () => {
    for (const one of stores) await one.close()
  })

  async function expectSame<T>(ask: (store: Store) => Promise<T>): Promise<T> {
    const [first, second] = [await ask(stores[0]), await ask(stores[1])]
    expect(second).toEqual(first)
    return first
  }

  it('find the same in the same order, whatever is typed, filtered and turned to', async () => {
    let hits = 0
    const pages = fc.record({
      words: typed,
      order: fc.constantFrom('newest' as const, 'relevance' as const),
      limit: fc.constantFrom(10, 40),
      offset: fc.constantFrom(0, 0, 30, 320),
    })
    await fc.assert(
      fc.asyncProperty(pages, filters, async (page, more) => {
        const query: SearchQuery = { ...page, ...more }
        hits += (await expectSame((store) => store.search(query))).hits.length
      }),
      { numRuns: effort(300), seed: 21 },
    )
    expect(hits).toBeGreaterThan(100)
  }, 120_000)

  it('find the rare words among old articles', async () => {
    const found: number[] = []
    for (const words of [...RARE, 'zeppelin storm', '"zeppelin storm"', 'zeppelin -ferry'])
      for (const order of ['newest', 'relevance'] as const) {
        const page = await expectSame((store) => store.search({ words, order, limit: 50, offset: 0 }))
        found.push(page.hits.length)
      }
    expect(Math.min(...found.slice(0, 2 * RARE.length))).toBeGreaterThan(0)
  })

  it('find the same stories by expressions, in windows and in heads', async () => {
    const asked = [
      'zeppelin OR lighthouse',
      'storm NOT ferry',
      '(harbour OR grain) AND NOT "storm ferry"',
      'NOT (storm OR ferry)',
      'minister AND (İstanbul OR الانتخابات)',
      '"grain talks"',
    ]
    const window = { from: NOON - ARTICLES * 200, to: NOON }
    let stories = 0
    for (const text of asked) {
      const parsed = parseExpression(text)
      if (parsed.status !== 'parsed') throw new Error(`${text} is an expression`)
      const { expression } = parsed
      const found = await expectSame((store) => store.storiesSaying(expression, window))
      stories += found.size
      for (const most of [5, 200])
        await expectSame((store) =>
          store.storyHeads({ from: 0, to: NOON + 9_000, most, about: { expression, countries: ['TR'] } }),
        )
    }
    expect(stories).toBeGreaterThan(100)
  })
})
