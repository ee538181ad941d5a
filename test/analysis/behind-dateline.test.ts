import { describe, expect, it } from 'vitest'
import { readFacts } from '../../src/analysis/read-facts.ts'
import { readSayings } from '../../src/analysis/sayings/read-sayings.ts'
import { createTagger } from '../../src/tagging/create-tagger.ts'

const tagger = createTagger()
const WRITTEN = Date.UTC(2026, 0, 5)

/** Returns everything found in an article, as it is shown. */
function foundIn(text: string) {
  const read = tagger.read({ title: 'Ferry sinks off the coast', text })
  const sayings = readSayings(read, read.tags.language)
  const facts = readFacts(read.words, read.tags.language, { writtenAt: WRITTEN })
  return [...sayings.flatMap(({ claim }) => claim), ...facts.map(({ words }) => words)]
}

describe('findings begin behind the dateline of their article', () => {
  it.each([
    ['MUSCAT, Oman (Meridian) – ', 'Two sailors were killed', ', the ministry said.'],
    ['MUSCAT — ', 'Two sailors were killed', ', the ministry said.'],
    ['DUBAI: ', 'Two sailors were killed', ', the ministry said.'],
  ])('%s', (dateline, claim, behind) => {
    expect(foundIn(`${dateline}${claim}${behind}`)).toEqual([claim, `${claim}${behind}`])
  })

  it('shows all of a sentence that has a month cut short', () => {
    expect(foundIn('The talks will open on Jan. 24 in the city.')).toEqual([
      'The talks will open on Jan. 24 in the city.',
    ])
  })

  it('takes no day of a dateline for what is to come', () => {
    expect(foundIn('MUSCAT, 9 January (Meridian) – Talks will open in the city.')).toEqual([])
    expect(foundIn('MUSCAT (Meridian) – Talks will open on 9 January in the city.')).toEqual([
      'Talks will open on 9 January in the city.',
    ])
  })
})
