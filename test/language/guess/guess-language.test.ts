import { eld } from 'eld/extrasmall'
import { describe, expect, it } from 'vitest'
import { guessedLanguages, guessLanguage } from '../../../src/language/guess/guess-language.ts'
import { HARD_CASES } from '../../tagging/hard-cases.ts'

const texts = Object.values(HARD_CASES).flatMap((cases) => cases.map(([, text]) => text))

describe('the language that letters tell', () => {
  it('is what eld says of the same letters, and as sure', () => {
    for (const text of [...texts, texts.join(' ').slice(0, 2000), '']) {
      const guess = guessLanguage(text)
      const theirs = eld.detect(text)
      expect.soft(guess.language, text).toBe(theirs.language)
      const scores = theirs.getScores()
      for (const language of guessedLanguages)
        expect.soft(guess.scoreOf(language), `${language}: ${text}`).toBeCloseTo(scores[language] ?? 0, 12)
    }
  })

  it('is one of those that eld knows', () => {
    expect(guessedLanguages).toEqual(Object.values(eld.info().Languages))
  })

  it('is none where there are no letters', () => {
    expect(guessLanguage('12 — 34').language).toBe('')
  })

  it('is told of a word that never ends', () => {
    expect(guessLanguage('ан'.repeat(5000)).language).toBe(eld.detect('ан'.repeat(5000)).language)
  })
})
