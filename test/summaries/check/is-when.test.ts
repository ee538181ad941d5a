import { describe, expect, it } from 'vitest'
import { isWhen } from '../../../src/summaries/check/is-when.ts'
import { readWords } from '../../../src/summaries/check/read-words.ts'

describe('isWhen', () => {
  it.each([
    ['The dam broke in May.', 'May', true],
    ['The dam broke on May 12.', 'May', true],
    ['The dam broke last May, and again.', 'May', true],
    ['He said Monday that it broke.', 'Monday', true],
    ['November has proposed a dam.', 'November', false],
    ['A quarrel with a May producer ended.', 'May', false],
    ['A film on February air drew praise.', 'February', false],
  ])('%s: %s', (sentence, month, is) => {
    const words = readWords(sentence, 'en')
    expect(
      isWhen(
        words.filter(({ text }) => text === month),
        words,
      ),
    ).toBe(is)
  })
})
