import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import type { SearchQuery } from '../../src/records/search.ts'
import type { TaggedArticle } from '../../src/records/article.ts'
import { aDecision } from './a-decision.ts'
import { NOON, toKeep, aRead, anArticle } from './a-read.ts'
import { effort } from '../effort.ts'

/** Many small stores are opened, which takes time on a busy machine. */
const PATIENCE_MS = 60_000

const WORDS = ['harbour', 'storm', 'ferry', 'bridge'] as const
const anyWords = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
const anyCountry = fc.constantFrom('TR', 'SY', 'IR')

const anyArticle = fc.record({
  words: anyWords,
  country: anyCountry,
  // Few different seconds, so that many articles share one.
  ageMs: fc.integer({ min: 0, max: 5_000 }),
  language: fc.constantFrom('en', 'und'),
})

describe('search', { timeout: PATIENCE_MS }, () => {
  it('finds what a look at every article finds, page by page, for any words, filters and page size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyArticle, { maxLength: 60 }),
        fc.record(
          {
            words: fc.oneof(anyWords, fc.constant([])),
            excluded: fc.constantFrom(...WORDS),
            countries: fc.uniqueArray(anyCountry, { maxLength: 2 }),
            languages: fc.constantFrom(['en'], ['en', 'und']),
            since: fc.integer({ min: -5, max: 0 }),
            until: fc.integer({ min: -5, max: 1 }),
          },
          { requiredKeys: ['words'] },
        ),
        fc.constantFrom('newest' as const, 'relevance' as const),
        fc.integer({ min: 1, max: 7 }),
        async (made, asked, order, limit) => {
          const articles = made.map(({ words, country, ageMs, language }) =>
            anArticle(
              { title: words[0] ?? '', text: words.slice(1).join(' '), publishedAt: NOON - ageMs },
              { language, countries: [{ code: country, score: 1, focus: true }] },
            ),
          )
          const store = await openSqliteStore(':memory:')
          await store.keepRead(aRead(articles))
          const query: SearchQuery = {
            words: [...asked.words, ...(asked.excluded === undefined ? [] : [`-${asked.excluded}`])].join(
              ' ',
            ),
            order,
            limit,
            offset: 0,
            ...(asked.countries === undefined ? {} : { countries: asked.countries }),
            ...(asked.languages === undefined ? {} : { languages: asked.languages }),
            ...(asked.since === undefined ? {} : { since: NOON + asked.since * 1000 }),
            ...(asked.until === undefined ? {} : { until: NOON + asked.until * 1000 }),
          }
          const found: TaggedArticle[] = []
          for (let more = true; more;) {
            const page = await store.search({ ...query, offset: found.length })
            found.push(...page.hits.map((hit) => hit.article))
            more = page.more
            expect(page.hits).toHaveLength(more ? limit : page.hits.length)
          }
          await store.close()
          const expected = articles.filter((article) => matches(article, query))
          expect(found.map(idOf).toSorted()).toEqual(expected.map(idOf).toSorted())
          const seconds = found.map((article) => Math.floor((article.publishedAt ?? 0) / 1000))
          const newestFirst = seconds.toSorted((a, b) => b - a)
          expect(order === 'newest' ? seconds : newestFirst).toEqual(newestFirst)
        },
      ),
      { numRuns: effort(60) },
    )
  })
})

function idOf(article: TaggedArticle): string {
  return article.id
}

function matches(article: TaggedArticle, query: SearchQuery): boolean {
  const said = new Set(`${article.title} ${article.text}`.split(' '))
  const at = article.publishedAt ?? 0
  return (
    query.words
      .split(' ')
      .every((word) => word === '' || (word.startsWith('-') ? !said.has(word.slice(1)) : said.has(word))) &&
    (isEmpty(query.countries) ||
      article.tags.countries.some(({ code }) => query.countries?.includes(code))) &&
    (isEmpty(query.languages) || query.languages?.includes(article.tags.language) === true) &&
    (query.since === undefined || at >= query.since) &&
    (query.until === undefined || at < query.until)
  )
}

function isEmpty(filter: readonly string[] | undefined): boolean {
  return filter === undefined || filter.length === 0
}

describe('decide', { timeout: PATIENCE_MS }, () => {
  it('serves each slot of each subscription once, in whatever order and however often it is tried', async () => {
    const anyTry = fc.record({
      subscription: fc.constantFrom('a', 'b', 'c'),
      slot: fc.integer({ min: 1, max: 5 }).map(String),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(anyTry, { maxLength: 60 }), async (tries) => {
        const store = await openSqliteStore(':memory:')
        const decided = await Promise.all(
          tries.map((wish, i) => store.decide(aDecision({ ...wish, outboxId: `try ${i}` }))),
        )
        const unsent = await store.deliveries(0)
        await store.close()
        const slots = tries.map(({ subscription, slot }) => `${subscription} ${slot}`)
        // The first try of each slot wins.
        expect(decided).toEqual(slots.map((slot, i) => slots.indexOf(slot) === i))
        expect(unsent.map((row) => `${row.subscription} ${row.slot}`).toSorted()).toEqual(
          [...new Set(slots)].toSorted(),
        )
      }),
      { numRuns: effort(50) },
    )
  })
})

describe('merges', { timeout: PATIENCE_MS }, () => {
  it('lead every story id to one story that holds every article, whatever merges come in whatever order', async () => {
    const anyId = fc.integer({ min: 0, max: 7 }).map((n) => `s${n}`)
    const anyPlace = fc.record({ storyId: anyId, mergedStoryIds: fc.uniqueArray(anyId, { maxLength: 3 }) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyPlace, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
        async (reads) => {
          const store = await openSqliteStore(':memory:')
          const sets = new Map<string, Set<string>>()
          const setOf = (id: string) => sets.get(id) ?? new Set([id])
          const placed = new Map<string, string>()
          for (const places of reads) {
            const kept = places.map((place) => {
              const article = anArticle()
              placed.set(article.id, place.storyId)
              for (const id of [place.storyId, ...place.mergedStoryIds]) {
                const joined = new Set([...setOf(place.storyId), ...setOf(id)])
                for (const member of joined) sets.set(member, joined)
              }
              return toKeep(article, place)
            })
            await store.keepRead({ ...aRead([]), articles: kept })
          }
          for (const [id, members] of sets) {
            const [story] = await store.stories([id])
            const expected = [...placed]
              .filter(([, storyId]) => members.has(storyId))
              .map(([article]) => article)
            expect(story?.articles.map((article) => article.id).toSorted()).toEqual(expected.toSorted())
          }
          expect((await store.counts()).stories).toBe(new Set(sets.values()).size)
          await store.close()
        },
      ),
      { numRuns: effort(60) },
    )
  })
})
