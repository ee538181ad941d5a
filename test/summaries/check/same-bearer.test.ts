import { describe, expect, it } from 'vitest'
import { readCitedText } from '../../../src/summaries/check/cited-text.ts'
import { readWords } from '../../../src/summaries/check/read-words.ts'
import { mentionsOfBearer } from '../../../src/summaries/check/same-bearer.ts'

const called = (name: string, source: string): readonly string[] =>
  mentionsOfBearer(readWords(name, 'en'), readCitedText([source], 'en')).map(({ words }) =>
    words.map(({ text }) => text).join(' '),
  )

describe('mentionsOfBearer', () => {
  it('finds a short acronym at the end of a longer one', () => {
    expect(called('TV', 'They bought an HDTV in May.')).toEqual(['HDTV'])
  })

  it('takes an acronym that only begins alike for another name', () => {
    expect(called('UN', 'They asked UNESCO in May.')).toEqual([])
  })
})
