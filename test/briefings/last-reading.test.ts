import { describe, expect, it } from 'vitest'
import { createLoneFigureCheck, createSentenceCheck } from '../../src/briefings/last-reading.ts'
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
    expect(createSentenceCheck([MORNING])(sentence, MORNING)).toBe(expected)
  })

  it('refuses a toll that newer reports put higher', () => {
    const evening = report('Flood in Vik kills 23 people', 5)
    const read = createSentenceCheck([MORNING, evening])
    expect(read('The flood in Vik killed 19 people on Monday.', MORNING)).toBe('older-figure')
    expect(read('The flood in Vik has killed 23 people.', evening)).toBeNull()
    expect(read('The flood took 9 streets.', MORNING)).toBeNull()
  })

  it('refuses what newer headlines say stands otherwise', () => {
    const closed = report('Harbour bridge in Vik closed to lorries', 0)
    const open = report('Harbour bridge in Vik reopens to lorries', 5)
    const read = createSentenceCheck([closed, open])
    expect(read('The harbour bridge in Vik is closed to lorries.', closed)).toBe('older-state')
    expect(read('The harbour bridge in Vik was closed on Monday.', open)).toBeNull()
    expect(read('The airport is closed.', closed)).toBeNull()
    const differing = [closed, open, report('Harbour bridge in Vik closed, mayor says', 6)]
    expect(createSentenceCheck(differing)('The harbour bridge in Vik is closed.', closed)).toBeNull()
  })

  it('refuses what is announced for a day that is over', () => {
    const reports = [MORNING, report('Divers reach the houses of Vik', 48)]
    const read = createSentenceCheck(reports)
    expect(read('The government will decide on Tuesday whether to call in the army.', MORNING)).toBe(
      'past-expectation',
    )
    expect(read('The government will decide on Friday whether to call in the army.', MORNING)).toBeNull()
    expect(read('The government decided on Monday to call in the army.', MORNING)).toBeNull()
    const alone = 'The king will visit Vik on Wednesday.'
    expect(createSentenceCheck([MORNING])(alone, MORNING)).toBeNull()
    expect(createSentenceCheck([MORNING], NOON + 48 * HOUR)(alone, MORNING)).toBe('past-expectation')
  })

  it('refuses it in Arabic, of the evening of the very day on which it was written', () => {
    const arabic = { ...MORNING, tags: { ...MORNING.tags, language: 'ar' } }
    const read = createSentenceCheck([arabic], NOON + 24 * HOUR)
    const WEEKDAYS = ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت']
    const day = WEEKDAYS[new Date(NOON).getUTCDay()]
    expect(read(`ومن المنتظر أن تعلن الوزارة النتائج مساء ${day}.`, arabic)).toBe('past-expectation')
    expect(read(`وأعلنت الوزارة النتائج مساء ${day}.`, arabic)).toBeNull()
  })

  it('knows a toll by what is counted, before the number or behind it', () => {
    const morning = report('Missiles hit a house in Vik', 0)
    const read = createSentenceCheck([
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
    expect(createSentenceCheck(reports)('The flood in Vik killed 19 people.', MORNING)).toBeNull()
  })
})

const of = (sourceId: string, title: string, hours: number): PlacedArticle => ({
  ...report(title, hours),
  sourceId,
})

describe('the last reading of a headline', () => {
  const odd = of('odd', 'Flood in Vik: 113 injured', 1)
  const many = ['a', 'b', 'c'].map((id) => of(id, 'Flood in Vik leaves 115 injured', 2))

  it('sees a figure that nobody else has, where three outlets have another', () => {
    expect(createLoneFigureCheck([odd, ...many])(odd.title, odd)).toBe(true)
    expect(createLoneFigureCheck([odd, ...many])('Flood in Vik leaves 115 injured', many[0] ?? odd)).toBe(
      false,
    )
    expect(createLoneFigureCheck([odd, ...many.slice(1)])(odd.title, odd)).toBe(false)
  })

  it('lets the newest figure stand', () => {
    const newest = of('odd', 'Flood in Vik: 130 injured', 3)
    expect(createLoneFigureCheck([...many, newest])(newest.title, newest)).toBe(false)
  })
})
