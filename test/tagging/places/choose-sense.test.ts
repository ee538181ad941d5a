import { describe, expect, it } from 'vitest'
import { createTagger } from '../../../src/tagging/create-tagger.ts'

const tagger = createTagger()

const countryOf = (title: string, text: string, sourceCountry: string): string | undefined =>
  tagger.tag({ title, text, language: 'en', sourceCountry }).countries[0]?.code

describe('a place that shares its name', () => {
  const game = [
    'Vik Tigers win over Georgia',
    'The coach of the Tigers was glad of the victory over Georgia.',
  ] as const

  it('with a country is the state at home, where nothing else speaks of that country', () => {
    expect(countryOf(...game, 'US')).toBe('US')
    expect(countryOf(...game, 'NO')).toBe('GE')
  })

  it.each([
    ['the capital', 'Protesters march in Georgia', 'Thousands stood in Tbilisi.'],
    ['the people', 'Protesters march in Georgia', 'Georgian police watched them.'],
    ['a neighbour', 'Georgia frees a minister as Russia looks on', 'The minister went home.'],
  ])('with a country is that country beside %s', (_, title, text) => {
    expect(countryOf(title, text, 'US')).toBe('GE')
  })

  it('with a town at home is the city abroad that everybody knows', () => {
    expect(countryOf('Boy charged over bush fire near Perth', 'He is nineteen.', 'GB')).toBe('AU')
    expect(countryOf('Boy charged over fire near Birmingham', 'He is nineteen.', 'US')).toBe('US')
  })
})
