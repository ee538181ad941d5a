import { describe, expect, it } from 'vitest'
import {
  articleTerms,
  inOneText,
  LONGEST_HEADLINE,
  LONGEST_OPENING,
  openingTerms,
} from '../../src/articles/article-terms.ts'
import { englishTerms } from '../../src/language/bridge/bridge.ts'
import { readText } from '../../src/language/read-text.ts'
import { type CountedTerms, readTerms } from '../../src/language/terms.ts'
import type { EnglishTerms } from '../../src/records/article.ts'

const counted = (text: string, language: string): CountedTerms => {
  const { hashes, kinds } = readTerms(text, language)
  return { hashes, kinds }
}
const inEnglish = (text: string, language: string): EnglishTerms => {
  const stems: (readonly [hash: number, weight: number, place: number])[] = []
  englishTerms(readTerms(text, language), language, (...stem) => stems.push(stem))
  return {
    hashes: Int32Array.from(stems, ([hash]) => hash),
    weights: Float32Array.from(stems, ([, weight]) => weight),
    places: Uint16Array.from(stems, ([, , place]) => place),
  }
}
const joined = (text: string, language: string): string => readTerms(text, language).words.join(' ')
const sentence = 'The harbour’s cranes, 1,200 tonnes each, fell in U.S. waters. '

describe('the terms of an article', () => {
  it('has English stems for Turkish words, each at the place of its term', () => {
    const { english } = openingTerms('Deprem', '', 'tr')
    expect([...(english?.title.hashes ?? [])]).toContain(readTerms('earthquake', 'en').hashes[0])
    expect([...(english?.title.places ?? [])].every((place) => place === 0)).toBe(true)
  })

  it.each([
    ['a headline alone', 'en', 'Ferries sail again', ''],
    ['a text alone', 'en', '', 'Ferries sailed again. '],
    ['an apostrophe at the border', 'en', "Ferries' owners'", "'Sail' again"],
    ['Turkish', 'tr', 'IRAK’ta grev', 'İstanbul’daki işçiler IŞIK için yürüdü.'],
    ['Chinese without spaces', 'zh', '港口重新开放', '渡轮星期二再次启航。'.repeat(500)],
    ['Thai', 'th', 'เรือ', 'เรือออกจากท่าเรือ '.repeat(300)],
    ['paragraphs', 'en', 'Cranes fall', `${sentence.repeat(5)}\n\n${sentence.repeat(3)}`],
    ['a long text', 'en', 'Cranes fall', sentence.repeat(120)],
    ['a word across the end of the opening', 'en', 'Cranes', `${'sail '.repeat(799)}harbours'masters sail`],
    ['a long headline', 'en', sentence.repeat(12), sentence],
  ])('are those of its parts, read by themselves: %s', (_, language, title, text) => {
    const { search, opening } = articleTerms({ title, text }, language)
    const end = text.indexOf('\n\n', 200)
    expect(search.title).toBe(joined(title, language))
    expect(search.lead).toBe(joined(end < 0 ? text : text.slice(0, end), language))
    expect(search.body).toBe(end < 0 ? '' : joined(text.slice(end), language))
    const [headline, start] = [title.slice(0, LONGEST_HEADLINE), text.slice(0, LONGEST_OPENING)]
    expect(opening).toEqual({
      title: counted(headline, language),
      start: counted(start, language),
      english:
        language === 'en'
          ? null
          : { title: inEnglish(headline, language), start: inEnglish(start, language) },
    })
    expect(openingTerms(title, text, language)).toEqual(opening)
    expect(articleTerms({ title, text }, language, readText(inOneText(title, text)))).toEqual({
      search,
      opening,
    })
  })
})
