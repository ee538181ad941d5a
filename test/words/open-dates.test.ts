import { describe, expect, it } from 'vitest'
import { nameOpenDate } from '../../src/words/open-dates.ts'

const MARCH_16 = Date.parse('2026-03-16T00:00Z')

describe('nameOpenDate', () => {
  it.each([
    ['2026-03', 'en', 'March 2026'],
    ['2026-03', 'tr', 'Mart 2026'],
    ['2026-03', 'ru', 'март 2026 г.'],
    ['2026', 'de', '2026'],
    ['2026-W12', 'en', 'Mar 16 – 22'],
    ['2026-Q1', 'en', null],
  ])('says %s in %s', (when, language, named) => {
    // CLDR puts thin spaces into ranges.
    expect(nameOpenDate(when, MARCH_16, language)?.replaceAll(/\s/gu, ' ') ?? null).toBe(named)
  })
})
