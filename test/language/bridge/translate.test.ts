import { describe, expect, it } from 'vitest'
import { translate } from '../../../src/language/bridge/translate.ts'

const languages = ['en', 'ar', 'de', 'fr', 'he', 'pl', 'ru', 'uk', 'zh', 'el']
const inLanguage = (word: string, language: string) =>
  translate(word, languages).find((translation) => translation.language === language)?.terms ?? []

describe('a word in other languages', () => {
  it.each([
    ['wheat', 'ar', 'قمح'],
    ['wheat', 'de', 'weiz'],
    ['wheat', 'ru', 'пшениц'],
    ['wheat', 'uk', 'пшениц'],
    ['wheat', 'zh', '小麦'],
    ['قمح', 'en', 'wheat'],
    ['пшеница', 'en', 'wheat'],
    ['Wahlen', 'en', 'elec'],
    ['小麦', 'en', 'wheat'],
    ['Зеленский', 'en', 'zelenskyi'],
    ['government', 'he', 'הממשלה'],
  ])('leads %s to its terms in %s', (word, language, term) => {
    expect(inLanguage(word, language)).toContain(term)
  })

  it('gives the stems of Polish words, which have no stemmer', () => {
    const polish = translate('wheat', languages).find(({ language }) => language === 'pl')
    expect(polish).toMatchObject({ areStems: true })
    expect('pszenica'.startsWith(polish?.terms[0] ?? '-')).toBe(true)
  })

  it('takes a word that English knows for English', () => {
    expect(translate('gift', languages).map(({ language }) => language)).not.toContain('en')
    expect(inLanguage('gift', 'de')).not.toContain('gift')
  })

  it.each([['2026'], ['12.500'], ['Iran-backed'], ['xqzwk'], ['щщщщ'], ['…'], ['']])(
    'knows nothing for %s',
    (word) => {
      expect(translate(word, languages)).toEqual([])
    },
  )

  it('leaves out languages without a table', () => {
    expect(translate('wheat', ['el', 'und', 'sw'])).toEqual([])
  })
})
