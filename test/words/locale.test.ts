import { describe, expect, it } from 'vitest'
import { localeOf } from '../../src/words/locale.ts'

describe('localeOf', () => {
  it.each([
    ['en', 'en', 'en', false],
    ['en-GB', 'en', 'en-GB', false],
    ['TR', 'tr', 'tr', false],
    ['ar-EG', 'ar', 'ar-EG-u-ca-gregory-nu-latn', true],
    ['fa-AF', 'fa', 'fa-AF', true],
    ['de-u-nu-thai-x-secret', 'de', 'de', false],
  ])('speaks to a reader of %s in %s, with dates as in %s', (asked, language, tag, rightToLeft) => {
    expect(localeOf(asked)).toEqual({ language, tag, rightToLeft })
  })

  it.each(['ja', 'he', 'und', '', 'no language', 'en_US', '\u0000', 'x'.repeat(10_000)])(
    'speaks English, from left to right, to a reader of %j',
    (asked) => {
      expect(localeOf(asked)).toEqual({ language: 'en', tag: 'en', rightToLeft: false })
    },
  )
})
