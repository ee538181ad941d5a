import { describe, expect, it } from 'vitest'
import type { ArticleToPlace } from '../../src/stories/article-to-place.ts'
import { contradict } from '../../src/stories/contradict.ts'
import { readScene } from '../../src/stories/contradict.ts'
import type { PlaceTag } from '../../src/records/article.ts'

const city = (name: string, division = '', country = 'IQ'): PlaceTag => ({
  name,
  country,
  division,
  isCity: true,
})
const division = (name: string, code: string, country = 'IQ'): PlaceTag => ({
  ...city(name, code, country),
  isCity: false,
})
const about = (...codes: string[]): Partial<ArticleToPlace> => ({
  countries: codes.map((code) => ({ code, score: 1, focus: true })),
})
const ledBy = (code: string): Partial<ArticleToPlace> => ({
  countries: [{ code, score: 1, focus: true, byLeader: true }],
})
const at = (...titlePlaces: PlaceTag[]): Partial<ArticleToPlace> => ({ titlePlaces })
const by = (title: string, ...people: string[]): Partial<ArticleToPlace> => ({ title, people })
const untold: Partial<ArticleToPlace> = {}

const staged = (articles: readonly Partial<ArticleToPlace>[]) =>
  articles.map((article) => ({
    language: article.language ?? 'en',
    scene: readScene({ id: '', sourceId: '', language: 'en', title: '', text: '', at: 0, ...article }),
  }))

describe('contradict', () => {
  it.each<[string, Partial<ArticleToPlace>[], Partial<ArticleToPlace>[]]>([
    ['two countries', [about('CL')], [about('PE')]],
    ['two cities of one country', [at(city('mosul'))], [at(city('basra', 'BA'))]],
    ['two cities of one division', [at(city('portland', 'OR', 'US'))], [at(city('salem', 'OR', 'US'))]],
    ['two divisions', [at(division('nineveh', 'NI'))], [at(division('anbar', 'AN'))]],
    ['a city and another division', [at(city('basra', 'BA'))], [at(division('nineveh', 'NI'))]],
    [
      'cities of one name in two countries',
      [at(city('cordoba', '', 'ES'))],
      [at(city('cordoba', 'X', 'AR'))],
    ],
    [
      'two ministers',
      [by('Minister Kari Moen resigns', 'Kari Moen')],
      [by('Minister Ola Berg resigns', 'Ola Berg')],
    ],
    ['half of a story and a report', [at(city('mosul'))], [at(city('basra')), untold]],
    ['half of one story and of another', [at(city('mosul')), untold], [at(city('basra')), untold]],
  ])('hears %s', (_, one, other) => {
    expect(contradict(staged(one), staged(other))).toBe(true)
    expect(contradict(staged(other), staged(one))).toBe(true)
  })

  it.each<[string, Partial<ArticleToPlace>[], Partial<ArticleToPlace>[]]>([
    ['a country that both are about', [about('CL', 'PE')], [about('PE')]],
    ['a country and the leader of another', [about('CL')], [ledBy('PE')]],
    ['nothing told by one', [at(city('mosul')), about('IQ')], [untold]],
    ['a city that both name', [at(city('mosul'), city('basra'))], [at(city('basra'))]],
    ['one report of many that agrees', [at(city('mosul'))], [at(city('basra')), at(city('mosul'))]],
    ['a city and its division', [at(city('basra', 'BA'))], [at(division('basra governorate', 'BA'))]],
    ['a city of no known division and any division', [at(city('mosul'))], [at(division('nineveh', 'NI'))]],
    ['a city in two languages', [at(city('mosul'))], [{ ...at(city('мосул')), language: 'ru' }]],
    [
      'the city of a report among many that name none',
      [at(city('mosul'))],
      [at(city('basra')), untold, untold],
    ],
    [
      'one minister, spelled otherwise',
      [by('Minister Olga Mursi resigns', 'Olga Mursi')],
      [by('Why Minister Olga Morsi resigned', 'Olga Morsi')],
    ],
    [
      'an actor whom the other names in its text',
      [by('Kari Moen meets rival', 'Kari Moen', 'Ola Berg')],
      [by('Ola Berg meets rival', 'Ola Berg')],
    ],
    ['people of the text only', [by('Minister resigns', 'Kari Moen')], [by('Minister resigns', 'Ola Berg')]],
    [
      'people in two languages',
      [by('Kari Moen resigns', 'Kari Moen')],
      [{ ...by('Ola Berg tritt zurück', 'Ola Berg'), language: 'de' }],
    ],
  ])('lets be: %s', (_, one, other) => {
    expect(contradict(staged(one), staged(other))).toBe(false)
    expect(contradict(staged(other), staged(one))).toBe(false)
  })
})
