import { beforeEach, expect, it } from 'vitest'
import type { Store } from '../../src/records/ports/store.ts'
import { parseExpression } from '../../src/subscriptions/expression/parse-expression.ts'
import { anArticle, aRead, HOUR, NOON, toKeep } from '../storage/a-read.ts'
import { keepSearchedReports, searchIn } from './searched-reports.ts'

/** Cases: search by words, filters and expressions. */
export function searchCases(store: () => Store): void {
  const search = searchIn(store)

  beforeEach(() => keepSearchedReports(store()))

  it.each([
    ['a word', 'harbour', ['storm']],
    ['a word in another form', 'TALK', ['storm', 'talks']],
    ['words that must all be there', 'talks border geneva', ['talks']],
    ['words in title and text together', 'harbour repairs', ['storm']],
    ['a phrase', '"peace talks"', ['talks']],
    ['a phrase in typographic quotes', '“peace talks”', ['talks']],
    ['a phrase that stands nowhere', '"talks peace"', []],
    ['a phrase that is never closed', '"peace talks', ['talks']],
    ['an exclusion', 'border -storm', ['talks']],
    ['an excluded phrase', 'border -"peace talks"', ['storm']],
    ['only an exclusion', '-talks', ['tokyo', 'sinir']],
    ['a hyphen within a word, which excludes nothing', 'harbour-storm', []],
    ['another language', 'görüşme', ['sinir']],
    ['letters that lower-case in their own way', 'İSTANBUL', ['sinir']],
    ['letters without their accents', 'gorusmeler', ['sinir']],
    ['a language without spaces', '東京', ['tokyo']],
    ['a longer run of it', '東京都', ['tokyo']],
    ['a run that stands nowhere', '京東', []],
    ['a word that stands nowhere', 'earthquake', []],
    ['nothing but signs', '!!! ...', []],
    ['what would be syntax of an index', 'talks" OR NEAR(a b) * ^ title:storm', []],
    ['nothing', '', ['tokyo', 'sinir', 'storm', 'talks']],
  ])('finds %s', async (_, words, expected) => {
    expect(await search(words)).toEqual(expected)
  })

  it.each([
    ['countries', { countries: ['TR'] }, ['sinir', 'storm']],
    ['any of several countries', { countries: ['CH', 'TR'] }, ['sinir', 'storm', 'talks']],
    ['topics', { topics: ['medtop:16000000'] }, ['talks']],
    ['sources', { sources: ['liman'] }, ['tokyo', 'sinir']],
    ['an unknown source', { sources: ['nobody'] }, []],
    ['languages', { languages: ['tr', 'ja'] }, ['tokyo', 'sinir']],
    ['since, the moment included', { since: NOON - HOUR }, ['tokyo', 'sinir']],
    ['until, the moment excluded', { until: NOON - 2 * HOUR }, ['talks']],
    ['countries that are left out', { withoutCountries: ['CH'] }, ['tokyo', 'sinir', 'storm']],
    ['topics that are left out', { withoutTopics: ['medtop:16000000'] }, ['tokyo', 'sinir', 'storm']],
    ['sources that are left out', { withoutSources: ['liman'] }, ['storm', 'talks']],
    ['countries without sources', { countries: ['TR'], withoutSources: ['liman'] }, ['storm']],
    ['all of them together', { countries: ['TR'], languages: ['en'], since: NOON - 9 * HOUR }, ['storm']],
    [
      'empty lists, which ask for nothing',
      { countries: [], topics: [], sources: [], languages: [] },
      ['tokyo', 'sinir', 'storm', 'talks'],
    ],
  ])('filters by %s', async (_, filter, expected) => {
    expect(await search('', filter)).toEqual(expected)
    expect(await search('', { ...filter, order: 'relevance' })).toEqual(expected)
  })

  it.each([
    ['words that must all be there', 'talks AND border AND geneva', ['talks']],
    ['any of several', 'harbour OR görüşmeler', ['sinir', 'storm']],
    ['what comes without another', 'border NOT storm', ['talks']],
    ['brackets', '(storm OR ministers) AND border NOT repairs', ['talks']],
    ['a phrase among others', '"peace talks" OR harbour', ['storm', 'talks']],
    ['only what is not there', 'NOT talks', ['tokyo', 'sinir']],
    ['either this or not that', 'geneva OR NOT talks', ['tokyo', 'sinir', 'talks']],
    ['a word that stands nowhere', 'earthquake OR (talks AND volcano)', []],
    [
      'what comes without another, inside of brackets',
      'görüşmeler OR (border NOT repairs)',
      ['sinir', 'talks'],
    ],
    ['only what is not there, inside of brackets', 'geneva OR (NOT talks NOT ankara)', ['tokyo', 'talks']],
  ])('finds by an expression: %s', async (_, typed, expected) => {
    const parsed = parseExpression(typed)
    if (parsed.status !== 'parsed') throw new Error('it is an expression')
    const { expression } = parsed
    expect(await search(typed, { expression })).toEqual(expected)
    const ranked = await search(typed, { expression, order: 'relevance' })
    expect(ranked.toSorted()).toEqual(expected.toSorted())
    const inTurkey = expected.filter((id) => id === 'storm' || id === 'sinir')
    expect(await search(typed, { expression, countries: ['TR'] })).toEqual(inTurkey)
  })

  it('finds an article by the terms that came with it, in place of those of the version before', async () => {
    const article = anArticle({ id: 'read', title: 'Ferries' })
    const terms = { title: 'ferri', lead: 'sail', body: '' }
    await store().keepRead({ ...aRead([]), articles: [{ ...toKeep(article), terms }] })
    expect(await search('sail')).toEqual(['read'])
    const edited = toKeep({ ...article, version: 2 })
    await store().keepRead({ ...aRead([]), articles: [{ ...edited, terms: { ...terms, lead: 'anchor' } }] })
    expect(await search('sail')).toEqual([])
    expect(await search('anchor')).toEqual(['read'])
  })

  it('ranks by an expression as it does by words, and shows where they stand', async () => {
    const parsed = parseExpression('(talks OR volcano) NOT earthquake')
    if (parsed.status !== 'parsed') throw new Error('it is an expression')
    const { expression } = parsed
    expect(await search('', { expression })).toEqual(['storm', 'talks'])
    expect(await search('', { expression, order: 'relevance' })).toEqual(['talks', 'storm'])
    const filler = 'Nothing of interest happened in the long meantime. '.repeat(20)
    await store().keepRead(
      aRead([anArticle({ id: 'woke', text: `${filler}Then a volcano woke. ${filler}` })]),
    )
    const page = await store().search({ words: '', expression, order: 'newest', limit: 1, offset: 0 })
    expect(page.hits[0]?.snippet).toContain('volcano')
  })

  it('ranks by age what an expression finds by a word that must not be there', async () => {
    const parsed = parseExpression('border OR (talks NOT earthquake)')
    if (parsed.status !== 'parsed') throw new Error('it is an expression')
    const { expression } = parsed
    expect(await search('', { expression, order: 'relevance' })).toEqual(['storm', 'talks'])
  })

  it('joins words and filters', async () => {
    expect(await search('border', { countries: ['TR'] })).toEqual(['storm'])
    expect(await search('talks -storm', { until: NOON - HOUR })).toEqual(['talks'])
    expect(await search('-border', { countries: ['TR'] })).toEqual(['sinir'])
  })

  it('finds the words of the newest version only', async () => {
    const article = anArticle({ id: 'toll', title: 'Eleven hurt', text: 'Eleven.' })
    await store().keepRead(aRead([article]))
    await store().keepRead(aRead([{ ...article, title: 'Thirteen hurt', text: 'Thirteen.', version: 2 }]))
    expect(await search('thirteen')).toEqual(['toll'])
    expect(await search('eleven')).toEqual([])
  })

  it('dates an article as first stated, whatever its feed says later or from the future', async () => {
    const article = anArticle({ id: 'redated', title: 'Redated', publishedAt: NOON - 5 * HOUR })
    await store().keepRead(aRead([article]))
    await store().keepRead(aRead([{ ...article, publishedAt: NOON, version: 2 }]))
    await store().keepRead(
      aRead([anArticle({ id: 'future', title: 'Future', publishedAt: NOON + 999 * HOUR })]),
    )
    expect(await search('redated', { until: NOON - 4 * HOUR })).toEqual(['redated'])
    expect(await search('future', { until: NOON + HOUR })).toEqual(['future'])
  })

  it('finds the same once its index was put in order', async () => {
    const articles = Array.from({ length: 60 }, (_, i) => anArticle({ title: `Ferry ${i % 7}` }))
    for (const article of articles) await store().keepRead(aRead([article]))
    const before = [await search('ferry 3', { limit: 100 }), await search('-storm', { limit: 100 })]
    let steps = 0
    while ((await store().tidySearch()) > 0) steps += 1
    expect(steps).toBeLessThan(100)
    expect([await search('ferry 3', { limit: 100 }), await search('-storm', { limit: 100 })]).toEqual(before)
  })

  it('shows a verbatim piece of the text round what was found', async () => {
    const filler = 'Nothing of interest happened in the long meantime. '.repeat(20)
    const text = `${filler}Then a volcano woke 👩‍🚀 up. ${filler}`
    await store().keepRead(aRead([anArticle({ title: 'Report', text })]))
    const page = await store().search({ words: 'volcanoes', order: 'newest', limit: 10, offset: 0 })
    expect(page.hits[0]?.snippet).toContain('volcano')
    expect(text).toContain(page.hits[0]?.snippet.replaceAll(/^… | …$/gu, ''))
    expect(page.hits[0]?.article.text).toBe(text)
  })

  it('answers a query of ten thousand characters', async () => {
    expect(await search('talks '.repeat(2_000))).toEqual(['storm', 'talks'])
    expect(await search(`"${Array.from({ length: 2_000 }, (_, i) => `w${i}`).join(' ')}"`)).toEqual([])
    expect(await search('a-'.repeat(5_000))).toEqual([])
    expect(await search('"'.repeat(10_000))).toEqual(['tokyo', 'sinir', 'storm', 'talks'])
    expect(await search(`-${'-'.repeat(9_999)}`)).toEqual([])
  })
}
