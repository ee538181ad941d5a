import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MARK, readText } from '../../src/language/read-text.ts'
import { anyCharacter } from '../fakes/any-character.ts'

const folded = (text: string): string[] => readText(text).folded
const marked = (text: string, mark: number): string[] => {
  const words = readText(text)
  return words.folded.filter((_, at) => ((words.marks[at] ?? 0) & mark) !== 0)
}

describe('readText', () => {
  it.each([
    ['Türkiye’nin İran sınırı', ['turkiye', 'nin', 'iran', 'siniri']],
    ['l’Élysée, aujourd’hui', ['l', 'elysee', 'aujourd', 'hui']],
    ['The U.S. and U.A.E. left.', ['the', 'us', 'and', 'uae', 'left']],
    ['ايران می‌گوید', ['ایران', 'می', 'گوید']],
    ['إيرانيّ', ['ایرانی']],
    ['ещё Ёлка', ['еще', 'елка']],
    ['中国と', ['中', '国', 'と']],
    ['Bosnia-Herzegovina', ['bosnia', 'herzegovina']],
    ['', []],
    ['… — !', []],
  ])('cuts "%s"', (text, expected) => {
    expect(folded(text)).toEqual(expected)
  })

  it('marks capitals, sentence starts and what stands between words', () => {
    const text = 'Rain fell. NATO’s envoy left Paris, Texas.'
    expect(marked(text, MARK.capital)).toEqual(['rain', 'nato', 'paris', 'texas'])
    expect(marked(text, MARK.allCapitals)).toEqual(['nato'])
    expect(marked(text, MARK.sentenceStart)).toEqual(['rain', 'nato'])
    expect(marked(text, MARK.afterApostrophe)).toEqual(['s'])
    expect(marked(text, MARK.afterComma)).toEqual(['texas'])
  })

  it('takes the mark within a Hebrew abbreviation for no quotation', () => {
    for (const text of ['צה״ל', 'צה"ל', 'צה“ל']) expect(readText(text).marks[1]).toBe(MARK.afterApostrophe)
    expect(readText('אמר "לא" ושב').marks.map((mark) => (mark & MARK.afterBreak) > 0)).toEqual([
      false,
      true,
      true,
    ])
  })

  it('gives positions that lie in the text, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 80 }), (text) => {
        const { folded: words, start, end } = readText(text)
        const inOrder = words.every(
          (_, at) => (start[at] ?? -1) >= (end[at - 1] ?? 0) && (end[at] ?? 0) > (start[at] ?? 0),
        )
        expect(inOrder && (end.at(-1) ?? 0) <= text.length).toBe(true)
      }),
      { numRuns: 25 },
    )
  })
})
