import { describe, expect, it } from 'vitest'
import { createSentenceReader } from '../../src/briefings/last-reading.ts'
import type { PlacedArticle } from '../../src/records/story.ts'
import { anArticle, HOUR, NOON } from '../storage/a-read.ts'

const report = (title: string, hours: number): PlacedArticle => ({
  ...anArticle({ title, publishedAt: NOON + hours * HOUR, seenAt: NOON + hours * HOUR }),
  storyId: 's',
  storylineId: 'l',
  copyOf: null,
  agency: null,
})

const MORNING = report('Flood in Vik kills 19 people', 0)

describe('the last reading of a sentence', () => {
  it.each([
    ['We will rebuild all of it before the winter comes.', 'unknown-speaker'],
    ['The water took my house and all that was in it.', 'unknown-speaker'],
    ["The mayor's office said we can't rebuild all of it.", 'unknown-speaker'],
    ['“We will rebuild all of it,” the mayor of Vik said.', null],
    ['The U.S. sent two helicopters to Vik.', null],
    ['The flood took nine streets of Vik.', null],
  ])('%s → %s', (sentence, expected) => {
    expect(createSentenceReader([MORNING])(sentence, MORNING)).toBe(expected)
  })

  it('refuses a toll that newer reports put higher', () => {
    const evening = report('Flood in Vik kills 23 people', 5)
    const read = createSentenceReader([MORNING, evening])
    expect(read('The flood in Vik killed 19 people on Monday.', MORNING)).toBe('older-figure')
    expect(read('The flood in Vik has killed 23 people.', evening)).toBeNull()
    expect(read('The flood took 9 streets.', MORNING)).toBeNull()
  })

  it('knows a toll by what is counted, before the number or behind it', () => {
    const morning = report('Missiles hit a house in Vik', 0)
    const read = createSentenceReader([
      morning,
      report('Strike on Vik kills two, injures 25; army denies it', 5),
    ])
    expect(read('Two missiles hit a house in Vik, with at least 16 people injured.', morning)).toBe(
      'older-figure',
    )
  })

  it('lets it stand where outlets differ to the end', () => {
    const reports = [
      MORNING,
      report('Flood in Vik kills 23 people', 5),
      report('Flood kills 19 people in Vik', 6),
    ]
    expect(createSentenceReader(reports)('The flood in Vik killed 19 people.', MORNING)).toBeNull()
  })
})
