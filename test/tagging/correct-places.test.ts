import { describe, expect, it } from 'vitest'
import { createTagger } from '../../src/tagging/create-tagger.ts'
import type { PlaceCorrection } from '../../src/tagging/places/correct-places.ts'

const countries = (corrections: readonly PlaceCorrection[], text: string): string[] =>
  createTagger({ corrections })
    .tag({ title: '', text, language: 'en' })
    .countries.map(({ code }) => code)

describe('a team’s corrections', () => {
  const election = 'Georgia, Arizona and Nevada decide who moves into the White House.'

  it('keep a name from ever meaning a country', () => {
    expect(countries([], election)).toEqual(['US'])
    expect(
      countries([{ words: 'Georgia', not: 'US' }], `${election} Georgia is far from there.`).sort(),
    ).toEqual(['GE', 'US'])
  })

  it('give a name that nobody else knows a country', () => {
    expect(countries([], 'The council of Bluewater met on Monday.')).toEqual([])
    expect(
      countries([{ words: 'Bluewater', means: 'NR' }], 'The council of Bluewater met on Monday.'),
    ).toEqual(['NR'])
  })

  it('take a longer name out of the country of its parts', () => {
    const text = 'Tickets for the Cyprus Point fair are sold out.'
    expect(countries([], text)).toEqual(['CY'])
    expect(countries([{ words: 'Cyprus Point', not: 'CY' }], text)).toEqual([])
  })
})
