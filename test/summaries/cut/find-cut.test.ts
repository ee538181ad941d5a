import { describe, expect, it } from 'vitest'
import { findCut } from '../../../src/summaries/cut/find-cut.ts'

const found = (sentence: string, words: string): string => {
  const cut = findCut(sentence, words)
  return typeof cut === 'string' ? cut : sentence.slice(...cut)
}

describe('findCut', () => {
  it.each([
    ['Otto Brandvik, 61, opened it.', '61', ', 61,'],
    ['Otto Brandvik, 61, opened it.', ', 61,', ', 61,'],
    ['افتتح أوتو، البالغ 61 عاما، الجسر.', 'البالغ 61 عاما', '، البالغ 61 عاما،'],
    ['The Harbour Service (HS) sails.', 'HS', ' (HS)'],
    ['The Harbour Service (HS) sails.', '(HS)', '(HS)'],
    ['Otto – an old sailor – slept.', 'an old sailor', ' – an old sailor –'],
    ['He met Otto, an old sailor.', 'an old sailor', ', an old sailor'],
    ['Waving, the skipper left.', 'Waving', 'Waving,'],
    ['The court freed both.', 'both', 'both'],
  ])('takes the marks that part it from the sentence: %s %s', (sentence, words, cut) => {
    expect(found(sentence, words).trim()).toBe(cut.trim())
  })

  it.each([
    ['The court freed both.', 'all', 'absent'],
    ['The court freed both.', 'our', 'absent'],
    ['The court freed both.', '  ', 'absent'],
    ['The mayor met the crew.', 'e', 'absent'],
    ['In the town and in the port.', 'the', 'ambiguous'],
  ])('does not guess: %s %s', (sentence, words, reason) => {
    expect(findCut(sentence, words)).toBe(reason)
  })
})
