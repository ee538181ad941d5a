import { describe, expect, it } from 'vitest'
import { checkSentences } from '../../src/summaries/check-sentence.ts'
import { summarise } from '../../src/summaries/summarise.ts'
import { splitSentences } from '../../src/text/sentences.ts'

const LENGTH = 100_000
const repeat = (part: string): string => part.repeat(LENGTH / part.length)
/** Of this thread's own work, whatever else the machine does. Far above what any of them takes, far below what one backtracking expression costs. */
const LIMIT_MS = 4000

describe('texts made to hold a thread', () => {
  it.each([
    ' ',
    '.',
    'A. ',
    'Aa. ',
    '"',
    '(',
    '«a',
    'a\n',
    '\n \n',
    '@a',
    "a'",
    '1, 000',
    '\u200b. A',
    'By Aa Aa ',
    'FILE - ',
    'http://',
  ])('are read in time: %j over and over', (part) => {
    const text = repeat(part)
    const before = process.threadCpuUsage()
    splitSentences(text, 'ru')
    summarise({
      articles: [
        { title: part, text, language: 'en' },
        { title: part, text, language: 'en' },
      ],
      words: 200,
    })
    checkSentences({ sources: [{ id: 'a', text }], sentences: [{ text: text.slice(0, 1000), cites: ['a'] }] })
    expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(LIMIT_MS)
  })
})
