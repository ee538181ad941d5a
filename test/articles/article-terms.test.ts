import { describe, expect, it } from 'vitest'
import {
  articleTerms,
  inOneText,
  LONGEST_HEADLINE,
  LONGEST_OPENING,
  openingTerms,
} from '../../src/articles/article-terms.ts'
import { readText } from '../../src/language/read-text.ts'
import { type CountedTerms, readTerms } from '../../src/language/terms.ts'

const counted = (text: string, language: string): CountedTerms => {
  const { hashes, kinds } = readTerms(text, language)
  return { hashes, kinds }
}
const joined = (text: string, language: string): string => readTerms(text, language).words.join(' ')
const sentence = 'The harbour’s cranes, 1,200 tonnes each, fell in U.S. waters. '

describe('the terms of an article', () => {
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
    expect(opening).toEqual({
      title: counted(title.slice(0, LONGEST_HEADLINE), language),
      start: counted(text.slice(0, LONGEST_OPENING), language),
    })
    expect(openingTerms(title, text, language)).toEqual(opening)
    expect(articleTerms({ title, text }, language, readText(inOneText(title, text)))).toEqual({
      search,
      opening,
    })
  })
})
