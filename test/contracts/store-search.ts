import { beforeEach, expect, it } from 'vitest'
import type { SearchQuery } from '../../src/records/search.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { parseExpression } from '../../src/subscriptions/expression/parse-expression.ts'
import { HOUR, NOON, aRead, anArticle, toKeep } from '../storage/a-read.ts'

const dated = (nth: number) => ({ title: 'Ferry', publishedAt: NOON - (nth + 1) * 60_000 })

const said = (id: string, language: string, title: string, nth: number) =>
  anArticle({ id, title, text: '', publishedAt: NOON - nth * HOUR }, { language })

export function searchCases(store: () => Store): void {
  const search = async (words: string, rest: Partial<SearchQuery> = {}) => {
    const page = await store().search({ words, order: 'newest', limit: 10, offset: 0, ...rest })
    return page.hits.filter(({ translated }) => !translated).map((hit) => hit.article.id)
  }

  /** All that is found; what says it in another language has a mark. */
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

  beforeEach(async () => {
    const conflict = { topics: [{ code: 'medtop:16000000' as const, score: 1 }] }
    await store().keepRead(
      aRead([
        anArticle(
          {
            id: 'talks',
            title: 'Ministers resume talks in Geneva',
            text: 'Talks on the border resumed. Nobody expected peace talks so soon.',
            publishedAt: NOON - 3 * HOUR,
          },
          {
            ...conflict,
            countries: [
              { code: 'CH', score: 1, focus: false },
              { code: 'SY', score: 1, focus: true },
            ],
          },
        ),
        anArticle(
          {
            id: 'storm',
            title: 'Storm closes harbour',
            text: 'The storm reached the border at night. Soon talks will be needed about repairs.',
            publishedAt: NOON - 2 * HOUR,
          },
          { countries: [{ code: 'TR', score: 1, focus: true }] },
        ),
      ]),
    )
    await store().keepRead(
      aRead(
        [
          anArticle(
            {
              id: 'sinir',
              sourceId: 'liman',
              title: 'Sınırda görüşmeler başladı',
              text: 'Ankara, İstanbul ve sınır illerinde görüşmeler sürüyor.',
              publishedAt: NOON - HOUR,
            },
            { language: 'tr', countries: [{ code: 'TR', score: 1, focus: true }] },
          ),
          anArticle(
            {
              id: 'tokyo',
              sourceId: 'liman',
              title: '東京都で会談',
              text: '首相は東京都で会談した。',
              publishedAt: null,
            },
            { language: 'ja' },
          ),
        ],
        { sourceId: 'liman' },
      ),
    )
  })

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

  it('joins words and filters', async () => {
    expect(await search('border', { countries: ['TR'] })).toEqual(['storm'])
    expect(await search('talks -storm', { until: NOON - HOUR })).toEqual(['talks'])
    expect(await search('-border', { countries: ['TR'] })).toEqual(['sinir'])
  })

  it('puts a word in the title before one in passing when asked for relevance', async () => {
    expect(await search('talks')).toEqual(['storm', 'talks'])
    expect(await search('talks', { order: 'relevance' })).toEqual(['talks', 'storm'])
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
