import { describe, expect, it } from 'vitest'
import { createTagger } from '../../src/tagging/create-tagger.ts'
import { HARD_CASES } from './hard-cases.ts'

const tagger = createTagger()

describe.each(Object.entries(HARD_CASES))('%s', (_trap, cases) => {
  it.each(cases)('%s: %s → %s', (language, text, expected) => {
    const countries = tagger.tag({ title: '', text, language }).countries.map(({ code }) => code)
    expect(countries.sort().join(' ')).toBe(expected)
  })
})

it('holds two hundred cases and more', () => {
  expect(Object.values(HARD_CASES).flat().length).toBeGreaterThanOrEqual(200)
})
