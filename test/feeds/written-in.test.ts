import { describe, expect, it } from 'vitest'
import { noteLanguages, strayLanguage } from '../../src/feeds/source-health.ts'

const times = (count: number, language: string): string[] => Array.from({ length: count }, () => language)

describe('strayLanguage', () => {
  it.each<[string, string[], string, string | null]>([
    ['says nothing of a source that writes as it is said to', times(40, 'ar'), 'ar', null],
    ['sees that a source changed', [...times(20, 'ar'), ...times(20, 'en')], 'ar', 'en'],
    ['sees that a source was described wrongly', times(20, 'fa'), 'ar', 'fa'],
    ['waits for twenty articles', times(19, 'en'), 'ar', null],
    ['bears some articles in another language', [...times(30, 'ar'), ...times(10, 'en')], 'ar', null],
    ['says nothing of a source in two languages', [...times(12, 'en'), ...times(12, 'fr')], 'ar', null],
    ['does not tell Croatian from Serbian', times(20, 'hr'), 'sr', null],
    ['does not tell Bokmål from Norwegian', times(20, 'no'), 'nb', null],
  ])('%s', (_rule, writtenIn, said, expected) => {
    expect(strayLanguage(writtenIn, said)).toBe(expected)
  })
})

describe('noteLanguages', () => {
  it('keeps the newest forty, and nothing of texts in no known language', () => {
    const known = noteLanguages(times(39, 'ar'), ['und', 'en', 'und', 'fa'])
    expect(known).toHaveLength(40)
    expect(known.slice(-3)).toEqual(['ar', 'en', 'fa'])
  })
})
