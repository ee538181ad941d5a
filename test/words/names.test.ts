import { describe, expect, it } from 'vitest'
import { countryName, languageName, sameLanguage } from '../../src/words/names.ts'

describe('countryName', () => {
  it.each([
    ['TR', 'en', 'Türkiye'],
    ['SY', 'fa', 'سوریه'],
    ['XK', 'en', 'Kosovo'],
    ['UN', 'en', 'United Nations'],
    ['Q1', 'en', 'Q1'],
    ['', 'en', ''],
  ])('says %s in %s: %s', (code, language, expected) => {
    expect(countryName(code, language)).toBe(expected)
  })
})

describe('languageName', () => {
  it('gives a code back that is none', () => {
    expect(languageName('x-klingon', 'en')).toBe('x-klingon')
    expect(languageName('ar', 'tr')).toBe('Arapça')
  })
})

describe('sameLanguage', () => {
  it.each([
    ['en', 'en-GB', true],
    ['fa', 'ar', false],
    ['und', 'ar', true],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(sameLanguage(one, other)).toBe(expected)
  })
})
