import { describe, expect, it } from 'vitest'
import { compareChoices } from '../../src/summaries/compare-choices.ts'
import { readPassages } from '../../src/summaries/read-passages.ts'
import { summarise } from '../../src/summaries/summarise.ts'

const EVENT = 'The dam above Vik broke on Monday and flooded nine streets of the town.'
const TOLL = 'Eight people are missing, police say.'
const FILLER = 'A brown cat sat quietly upon some warm garden wall nearby.'

const choose = (says: readonly number[], words: number) =>
  compareChoices(
    readPassages(0, [EVENT, TOLL, FILLER].join(' '), 'en').map((passage, i) => ({
      passage,
      expectedWords: says[i] ?? 0,
      formFactor: 1,
      leansOn: null,
      opens: true,
      follows: true,
    })),
    new Map(),
    20,
    { words, sentences: 3 },
  ).map(({ text }) => text)

describe('compareChoices', () => {
  it('leaves a place empty rather than fill it up', () => {
    expect(choose([6, 3, 0.5], 60)).toEqual([EVENT, TOLL])
    expect(choose([6, 3, 4], 60)).toEqual([EVENT, TOLL, FILLER])
  })

  it('keeps to the words that are allowed', () => {
    expect(choose([6, 3, 4], 20)).toEqual([EVENT, TOLL])
  })
})

const told = (text: string, limits: { readonly words?: number; readonly sentences?: number }) =>
  summarise({ articles: [{ title: '', text, language: 'en' }], ...limits }).map((one) => one.text)

describe('summarise, of one article', () => {
  it('tells the first of two sentences that say the same', () => {
    const again = `Mayor Kari Moen told reporters that the dam above Vik broke on Monday and flooded nine streets.`
    for (const sentences of [1, 2]) expect(told(`${EVENT} ${again}`, { sentences })).toEqual([EVENT])
  })

  it('tells a fuller sentence for a heading that says its beginning', () => {
    const full =
      'A dam broke above Vik on Monday after eleven days of rain, flooding nine streets, and nine people are missing.'
    expect(told(`A dam broke above Vik. ${full}`, { sentences: 1 })).toEqual([full])
  })
})
