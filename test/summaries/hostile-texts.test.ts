import { describe, expect, it } from 'vitest'
import { summarise } from '../../src/summaries/summarise.ts'
import { splitSentences } from '../../src/language/sentences.ts'

const LENGTH = 1_000_000
const repeat = (part: string): string => part.repeat(LENGTH / part.length)
/** UTF-16 units of a text that are read; the rest of a longer one is not. */
const READ = 120_000

/**
 * A regular expression that backtracks over such a text takes minutes or never ends: the test times out
 * before.
 */
describe('texts made to hold a thread', () => {
  it.each([
    ' ',
    '.',
    'A. ',
    'Aa. ',
    '"',
    '(',
    '«a',
    ' "a',
    " 'a ",
    'a\n',
    '\n \n',
    '@a',
    "a'",
    '1, 000',
    '\u200b. A',
    'By Aa Aa ',
    'FILE - ',
    'http://',
  ])('are read to a bound: %j over and over', (part) => {
    const text = repeat(part)
    for (const language of ['ru', 'de', 'en'])
      expect(splitSentences(text, language).at(-1)?.end ?? 0).toBeLessThanOrEqual(READ)
    const summary = summarise({
      articles: [
        { title: part, text, language: 'en' },
        { title: part, text, language: 'en' },
      ],
      words: 200,
    })
    expect(summary.every(({ end }) => end <= READ)).toBe(true)
  })
})
