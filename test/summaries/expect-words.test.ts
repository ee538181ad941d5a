import { describe, expect, it } from 'vitest'
import { expectedLength, expectWords } from '../../src/summaries/expect-words.ts'
import { readPassages } from '../../src/summaries/read-passages.ts'
import { contentOf } from '../../src/language/terms.ts'

const report = (text: string, witness: number, title = '') => ({
  passages: readPassages(witness, text, 'en'),
  title: contentOf(title, 'en'),
  witness,
})
const LATE = 'Rain fell on the valley for eleven days. The river rose on Monday. A dam broke above Vik.'

describe('expectWords', () => {
  it('expects what stands first rather than what stands last', () => {
    const expected = expectWords([report(LATE, 0)], 20)
    expect(expected.get('rain')).toBeGreaterThan(expected.get('dam') ?? 1)
  })

  it('expects what comes again and again', () => {
    const once = expectWords([report(`${LATE} Boats came.`, 0)], 20)
    const again = expectWords([report(`${LATE} The dam had been old. No dam was older.`, 0)], 20)
    expect(again.get('dam')).toBeGreaterThan(once.get('dam') ?? 1)
  })

  it('takes a headline for a first sentence', () => {
    const under = expectWords([report(LATE, 0, 'Dam breaks')], 20)
    expect(under.get('dam')).toBeGreaterThan(expectWords([report(LATE, 0)], 20).get('dam') ?? 1)
  })

  it('expects what two witnesses say rather than what one says in two reports', () => {
    const band = 'A brass band from Lom cancelled its summer concert.'
    const same = [report(LATE, 0), report(band, 1)]
    const copies = expectWords([...same, report(band, 1)], 20)
    const witnesses = expectWords([...same, report(band, 2)], 20)
    expect(witnesses.get('band')).toBeGreaterThan(copies.get('band') ?? 1)
  })

  it('expects more of the words in a longer summary', () => {
    const reports = [report(LATE, 0)]
    expect(expectWords(reports, 40).get('rain')).toBeGreaterThan(expectWords(reports, 10).get('rain') ?? 1)
  })

  it('expects no words of which it cannot be told what they say', () => {
    expect(expectWords([report(LATE, 0)], 20).has('the')).toBe(false)
  })
})

describe('expectedLength', () => {
  it('is shorter than what may be told', () => {
    expect(expectedLength({ words: 60, sentences: 3 })).toBeLessThan(60)
  })

  it('counts sentences where no words are counted', () => {
    const one = expectedLength({ words: Infinity, sentences: 1 })
    expect(expectedLength({ words: Infinity, sentences: 3 })).toBe(3 * one)
  })
})
