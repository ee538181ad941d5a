import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SPOKEN } from '../../src/language/languages.ts'
import { harmless } from '../../src/words/harmless.ts'
import { say } from '../../src/words/say.ts'
import { anyCharacter } from '../fakes/any-character.ts'

describe('say', () => {
  it.each([
    [0, 'لا مقالات'],
    [1, 'مقال واحد'],
    [2, 'مقالان'],
    [3, '3 مقالات'],
    [11, '11 مقالًا'],
    [100, '100 مقال'],
    [1204, '1,204 مقالات'],
  ])('counts %i articles in Arabic: %s', (count, expected) => {
    expect(say('sources.articles', 'ar', { count })).toBe(expected)
  })

  it.each([
    ['en', '1,204 articles'],
    ['en-GB', '1,204 articles'],
    ['tr', '1.204 haber'],
    ['ar-EG', '1,204 مقالات'],
    ['fa', '۱٬۲۰۴ مطلب'],
    ['fr', '1\u202f204 articles'],
    ['de', '1.204 Artikel'],
    ['ja', '1,204 articles'],
    ['no language at all', '1,204 articles'],
  ])('writes numbers as readers of %s do', (language, expected) => {
    expect(say('sources.articles', language, { count: 1204 })).toBe(expected)
  })

  it('gives a text that runs the other way its own order, and the sentence its own back', () => {
    expect(say('search.title', 'en', { query: 'سوریه' })).toBe('Search: \u200e\u200fسوریه\u200f\u200e')
    expect(say('search.title', 'ar', { query: '/news help' })).toBe('بحث: \u200f\u200e/news help\u200e\u200f')
    expect(say('search.title', 'fa', { query: 'سوریه (IBM)' })).toBe('جست‌وجو: \u200fسوریه (IBM)\u200f')
  })

  it('keeps the order of numbers with a sign between them', () => {
    expect(say('search.title', 'ar', { query: '22:00-07:00' })).toBe(
      'بحث: \u200f\u200e22:00-07:00\u200e\u200f',
    )
    expect(say('search.title', 'en', { query: '22:00-07:00' })).toBe('Search: 22:00-07:00')
    expect(say('search.title', 'fa', { query: '+03:00' })).toContain('\u200e+03:00\u200e')
  })

  it('does not turn round what is to be typed as one piece', () => {
    expect(say('subscription.again', 'fa', { id: 'k4f2' })).toBe('برای از سر گرفتن: resume k4f2\u200e\u200f')
  })

  it('leaves alone what runs as the sentence does', () => {
    expect(say('search.title', 'en', { query: 'grain' })).toBe('Search: grain')
    expect(say('search.title', 'fa', { query: 'سوریه' })).toBe('جست‌وجو: سوریه')
    expect(say('story.latest', 'ar', { time: '08:00' })).toBe('آخر تقرير 08:00')
  })

  it('makes what it is given harmless', () => {
    expect(say('search.title', 'en', { query: '\u001b[31mred\u202e\n{count}' })).toBe('Search: red {count}')
  })

  it('takes braces and tags in a value for text', () => {
    expect(say('search.title', 'de', { query: '<b>{query}</b> #' })).toBe('Suche: <b>{query}</b> #')
  })

  it('says what it was given whole, and nothing that steers a screen', () => {
    assert(
      property(string({ unit: anyCharacter }), constantFrom(...SPOKEN), (query, language) => {
        const said = say('search.title', language, { query })
        expect(said).toContain(harmless(query))
        expect(said).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
      }),
    )
  })
})
