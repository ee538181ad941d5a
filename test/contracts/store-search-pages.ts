import { beforeEach, expect, it } from 'vitest'
import type { Store } from '../../src/records/ports/store.ts'
import { anArticle, aRead, HOUR, NOON } from '../storage/a-read.ts'
import { keepSearchedReports, searchIn } from './searched-reports.ts'

const dated = (nth: number) => ({ title: 'Ferry', publishedAt: NOON - (nth + 1) * 60_000 })

/** Cases: the order of what is found, page by page. */
export function searchPageCases(store: () => Store): void {
  const search = searchIn(store)

  beforeEach(() => keepSearchedReports(store()))

  it('puts a word in the title before one in passing when asked for relevance', async () => {
    expect(await search('talks')).toEqual(['storm', 'talks'])
    expect(await search('talks', { order: 'relevance' })).toEqual(['talks', 'storm'])
  })

  it('gives pages that join without gap or repeat and says when more exist', async () => {
    const articles = Array.from({ length: 25 }, (_, i) =>
      anArticle({ title: 'Ferry', publishedAt: NOON - i * 1000 }),
    )
    await store().keepRead(aRead(articles))
    for (const order of ['newest', 'relevance'] as const) {
      const found: string[] = []
      for (const [offset, more] of [
        [0, true],
        [10, true],
        [20, false],
      ] as const) {
        const page = await store().search({ words: 'ferry', order, limit: 10, offset })
        expect(page.more).toBe(more)
        found.push(...page.hits.map((hit) => hit.article.id))
      }
      expect(found).toEqual(articles.map((article) => article.id))
    }
    const exactly = await store().search({ words: 'ferry', order: 'newest', limit: 25, offset: 0 })
    expect(exactly.more).toBe(false)
    const past = await store().search({ words: 'ferry', order: 'newest', limit: 10, offset: 100 })
    expect(past).toEqual({ hits: [], more: false })
  })

  it('gives pages that join while newer articles arrive, if it is asked for those before a moment', async () => {
    const articles = Array.from({ length: 25 }, (_, i) =>
      anArticle({ title: 'Ferry', publishedAt: NOON - (i + 1) * 1000 }),
    )
    await store().keepRead(aRead(articles))
    for (const order of ['newest', 'relevance'] as const) {
      const found: string[] = []
      for (const offset of [0, 10, 20]) {
        const page = await store().search({ words: 'ferry', order, limit: 10, offset, until: NOON })
        found.push(...page.hits.map((hit) => hit.article.id))
        await store().keepRead(aRead(Array.from({ length: 7 }, () => anArticle({ title: 'Ferry' }))))
      }
      expect(found).toEqual(articles.map((article) => article.id))
    }
  })

  it('gives pages that join while articles with earlier dates arrive, if it is asked for what was seen before a moment', async () => {
    const articles = Array.from({ length: 25 }, (_, nth) => anArticle({ ...dated(nth), seenAt: NOON - 1 }))
    await store().keepRead(aRead(articles))
    for (const order of ['newest', 'relevance'] as const) {
      const found: string[] = []
      for (const offset of [0, 10, 20]) {
        const page = await store().search({ words: 'ferry', order, limit: 10, offset, seenBefore: NOON })
        found.push(...page.hits.map((hit) => hit.article.id))
        const late = Array.from({ length: 7 }, (_, nth) => anArticle({ ...dated(nth), seenAt: NOON }))
        await store().keepRead(aRead(late))
      }
      expect(found.toSorted()).toEqual(articles.map((article) => article.id).toSorted())
      expect(await search('', { countries: [], seenBefore: NOON - HOUR, limit: 50 })).not.toContain(found[0])
    }
  })

  it('ranks a bounded newest set and gives the older ones after it, none lost', async () => {
    const articles = Array.from({ length: 700 }, (_, i) =>
      anArticle({
        title: i % 100 === 50 ? 'Ferry' : 'Ship',
        text: 'A ferry sailed.',
        publishedAt: NOON - i * 1000,
      }),
    )
    await store().keepRead(aRead(articles))
    const found: string[] = []
    for (let offset = 0; offset < 700; offset += 100) {
      const page = await store().search({ words: 'ferry', order: 'relevance', limit: 100, offset })
      expect(page.more).toBe(offset < 600)
      found.push(...page.hits.map((hit) => hit.article.id))
    }
    expect(new Set(found).size).toBe(700)
    expect(found.slice(0, 3)).toEqual([50, 150, 250].map((i) => articles[i]?.id))
    expect(found.at(-1)).toBe(articles.at(-1)?.id)
  })

  it.each([
    ['rare words', 3],
    ['words that are common lately', 40],
  ])('puts first what says two words in its title: %s', async (_, lately) => {
    const articles = Array.from({ length: lately }, (_none, i) =>
      anArticle({ title: 'Ship', text: 'A ferry at the quay.', publishedAt: NOON - i * 1000 }),
    )
    const old = { publishedAt: NOON - 20 * 24 * HOUR }
    const titled = anArticle({ id: 'titled', title: 'Ferry sinks at quay', text: 'It was empty.', ...old })
    await store().keepRead(aRead([...articles, titled]))
    expect((await search('ferry quay', { order: 'relevance' }))[0]).toBe('titled')
  })
}
