import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Store } from '../../src/records/ports/store.ts'
import { parseExpression } from '../../src/subscriptions/expression/parse-expression.ts'
import { HOUR, NOON, aRead, anArticle } from '../storage/a-read.ts'
import { anExpression } from '../subscriptions/expression/an-expression.ts'
import { storySays } from '../subscriptions/expression/says.ts'

export function sayingCases(store: () => Store): void {
  it('finds the stories that say what an expression asks, as if it read them one by one', async () => {
    const texts: readonly (readonly [string, string, string, string])[] = [
      ['en', 'Grain deal holds', 'Ships left Odesa with grain.', 'first'],
      ['en', 'Ministers meet', 'The deal on grain is open. Elections come first.', 'second'],
      ['en', 'Quake', 'An earthquake shook the town.', 'third'],
      ['tr', 'Tahıl anlaşması', 'Gemiler Odesa limanından ayrıldı. Seçimler mayısta.', 'first'],
      ['fa', 'زلزله', 'زلزله شهر را لرزاند', 'fourth'],
      ['zh', '北京', '昨日北京市政府宣布', 'fifth'],
    ]
    const articles = texts.map(([language, title, text, story], index) => ({
      story,
      article: anArticle({ id: `t${index}`, title, text }, { language }),
    }))
    for (const { article, story } of articles)
      await store().keepRead(aRead([article], {}, { storyId: story }))
    const languages = [...new Set(texts.map(([language]) => language))]
    const window = { from: NOON - HOUR, to: NOON + HOUR }
    const articlesOf = (wanted: string) =>
      articles.flatMap(({ article, story }) => (story === wanted ? [article] : []))
    const terms = [
      'grain',
      'grain deal',
      'deal',
      'election',
      'Odesa',
      'seçim',
      'زلزله',
      '北京',
      'nothing',
      'OR',
    ]
    await fc.assert(
      fc.asyncProperty(anExpression(terms), async (expression) => {
        const expected = articles.flatMap(({ article, story }) =>
          storySays(expression, article, articlesOf(story), languages) ? [story] : [],
        )
        expect(await store().storiesSaying(expression, window)).toEqual(new Set(expected))
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['election', 'Early elections were called.', 'en', true],
    ['elections AND (Odesa OR Kyiv)', 'An election in Kyiv', 'en', true],
    ['elections AND (Odesa OR Kyiv)', 'An election in Lviv', 'en', false],
    ['"grain deal"', 'The grain deals ended', 'en', true],
    ['"grain deal"', 'The deal on grain ended', 'en', false],
    ['grain -weather', 'Grain and the weather', 'en', false],
    ['grain -weather', 'Grain ships left', 'en', true],
    ['NOT grain', 'Weather', 'en', true],
    ['secim', 'Seçim sonuçları', 'tr', true],
    ['کتاب', 'کتاب‌ها به كتابخانه رسید', 'fa', true],
    ['Wahl', 'Die Wahlen im Mai', 'de', true],
    ['北京', '昨日北京市政府宣布', 'zh', true],
    ['election', 'selection of seeds', 'en', false],
  ])('looks for %s in “%s” (%s): %s', async (typed, text, language, expected) => {
    await store().keepRead(aRead([anArticle({ id: 'a', title: '', text }, { language })]))
    const parsed = parseExpression(typed)
    if (parsed.status !== 'parsed') throw new Error('it is an expression')
    const window = { from: NOON - HOUR, to: NOON + HOUR }
    expect((await store().storiesSaying(parsed.expression, window)).has('story-of-a')).toBe(expected)
  })

  it('passes over a story of which any report says what is refused, in whatever language and however long before', async () => {
    const day = 24 * HOUR
    const reports: readonly (readonly [string, string, string, number])[] = [
      ['en', 'The harbour opens', 'open', NOON],
      ['fr', 'Le port de la Syrie ouvre', 'open', NOON - 5 * day],
      ['en', 'The harbour closes', 'closed', NOON],
    ]
    for (const [index, [language, title, story, publishedAt]] of reports.entries()) {
      const article = anArticle({ id: `r${index}`, title, text: '', publishedAt }, { language })
      await store().keepRead(aRead([article], {}, { storyId: story }))
    }
    const window = { from: NOON - day, to: NOON + HOUR }
    const saying = (typed: string) => {
      const parsed = parseExpression(typed)
      if (parsed.status !== 'parsed') throw new Error('it is an expression')
      return store().storiesSaying(parsed.expression, window)
    }
    expect(await saying('harbour')).toEqual(new Set(['open', 'closed']))
    for (const typed of [
      'NOT Syrie',
      'harbour -Syrie',
      'harbour AND (closes OR NOT Syrie)',
      '(ship OR harbour) AND NOT (port AND Syrie)',
    ])
      expect(await saying(typed)).toEqual(new Set(['closed']))
    expect(await saying('harbour AND (opens OR NOT Syrie)')).toEqual(new Set(['open', 'closed']))
  })

  it('looks for an expression in a stretch of time', async () => {
    await store().keepRead(aRead([anArticle({ id: 'a', title: 'Grain', publishedAt: NOON - HOUR })]))
    const parsed = parseExpression('grain')
    if (parsed.status !== 'parsed') throw new Error('it is an expression')
    const within = (from: number, to: number) => store().storiesSaying(parsed.expression, { from, to })
    expect(await within(NOON - 2 * HOUR, NOON)).toEqual(new Set(['story-of-a']))
    expect(await within(NOON - HOUR + 1_000, NOON)).toEqual(new Set())
    expect(await within(NOON - 2 * HOUR, NOON - HOUR - 1_000)).toEqual(new Set())
  })
}
