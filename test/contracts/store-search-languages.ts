import { beforeEach, expect, it } from 'vitest'
import type { Store } from '../../src/records/ports/store.ts'
import type { SearchQuery } from '../../src/records/search.ts'
import { parseExpression } from '../../src/subscriptions/expression/parse-expression.ts'
import { anArticle, aRead, HOUR, NOON } from '../storage/a-read.ts'
import { keepSearchedReports } from './searched-reports.ts'

const said = (id: string, language: string, title: string, nth: number) =>
  anArticle({ id, title, text: '', publishedAt: NOON - nth * HOUR }, { language })

/** Cases: finding reports that say it in another language. */
export function searchLanguageCases(store: () => Store): void {
  /** Returns everything found; hits in another language are marked. */
  const searchAll = async (words: string, rest: Partial<SearchQuery> = {}) => {
    const page = await store().search({ words, order: 'newest', limit: 10, offset: 0, ...rest })
    return page.hits.map(({ article, translated }) => (translated ? `~${article.id}` : article.id))
  }

  const keepWheat = async () => {
    await store().keepRead(
      aRead([
        said('wheat-en', 'en', 'Wheat prices rise', 5),
        said('wheat-ar', 'ar', 'أسعار القمح ترتفع', 1),
        said('wheat-de', 'de', 'Der Weizen wird teurer', 2),
        said('wheat-pl', 'pl', 'Ceny pszenicy rosną', 3),
        said('wheat-uk', 'uk', 'Пшениця дорожчає', 4),
        said('rice-ar', 'ar', 'أسعار الأرز ترتفع', 1),
      ]),
    )
  }

  beforeEach(() => keepSearchedReports(store()))

  it.each([
    ['an English word', 'wheat', ['wheat-en', '~wheat-ar', '~wheat-de', '~wheat-pl', '~wheat-uk']],
    ['an Arabic word', 'قمح', ['wheat-ar', '~wheat-de', '~wheat-pl', '~wheat-uk', '~wheat-en']],
    ['a German word', 'Weizen', ['wheat-de', '~wheat-ar', '~wheat-pl', '~wheat-uk', '~wheat-en']],
    [
      'words that one article says, each in its language',
      'wheat prices',
      ['wheat-en', '~wheat-ar', '~wheat-pl'],
    ],
    ['a phrase, which is meant as it stands', '"wheat"', ['wheat-en']],
    ['a phrase among words', '"wheat" prices', ['wheat-en']],
    [
      'a word without what is excluded, as it stands',
      'wheat -prices',
      ['~wheat-ar', '~wheat-de', '~wheat-pl', '~wheat-uk'],
    ],
    ['a word that no language has', 'xqzwk', []],
  ])('finds in other languages, behind what says it as it was typed: %s', async (_, words, expected) => {
    await keepWheat()
    expect(await searchAll(words)).toEqual(expected)
    expect((await searchAll(words, { order: 'relevance' })).slice(0, 1)).toEqual(expected.slice(0, 1))
  })

  it('knows a word of a language in which nothing is kept', async () => {
    await keepWheat()
    const all = ['~wheat-ar', '~wheat-de', '~wheat-uk', '~wheat-en']
    const reads = ['es', 'en']
    expect(await searchAll('trigo', { reads })).toEqual(all)
    expect(await searchAll('precio del trigo', { reads })).toEqual(['~wheat-ar', '~wheat-en'])
  })

  it('filters what it finds in other languages, and gives it in pages that join', async () => {
    await keepWheat()
    expect(await searchAll('wheat', { languages: ['ar', 'de'] })).toEqual(['~wheat-ar', '~wheat-de'])
    expect(await searchAll('wheat', { since: NOON - 3 * HOUR })).toEqual([
      '~wheat-ar',
      '~wheat-de',
      '~wheat-pl',
    ])
    const pages: string[][] = []
    for (let offset = 0; offset < 6; offset += 2) pages.push(await searchAll('wheat', { limit: 2, offset }))
    expect(pages).toEqual([['wheat-en', '~wheat-ar'], ['~wheat-de', '~wheat-pl'], ['~wheat-uk']])
    const { more } = await store().search({ words: 'wheat', order: 'newest', limit: 1, offset: 0 })
    expect(more).toBe(true)
  })

  it('asks for words with operators as they stand', async () => {
    await keepWheat()
    const parsed = parseExpression('wheat OR volcano')
    if (parsed.status !== 'parsed') throw new Error('it is an expression')
    expect(await searchAll('', { expression: parsed.expression })).toEqual(['wheat-en'])
  })
}
