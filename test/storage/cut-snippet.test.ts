import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseTerms } from '../../src/storage/search/analyse-terms.ts'
import { snippetsFor } from '../../src/storage/search/cut-snippet.ts'
import { parseSearchWords } from '../../src/storage/search/parse-search-words.ts'
import { anyCharacter } from '../fakes/any-character.ts'

describe('snippetsFor', { timeout: 30_000 }, () => {
  const filler = 'The council met again and spoke of roads, schools and the price of bread. '.repeat(12)

  it('shows where most of the words stand together, not where the first one stands', () => {
    const text = `A volcano was mentioned early. ${filler}Then the volcano woke and an earthquake followed. ${filler}`
    expect(snippet(text, 'volcano earthquake')).toMatch(/volcano woke and an earthquake/)
  })

  it.each([
    ['Turkish', 'tr', 'Meclis bugün toplandı ve uzun uzun konuştu. ', 'yanardağın', 'yanardağ patladı'],
    ['Arabic', 'ar', 'اجتمع المجلس اليوم وتحدث مطولا عن المدارس. ', 'المدينة', 'احترقت المدينة'],
    ['Japanese', 'ja', '議会は今日開かれ学校について長く話し合った。', '火山', '火山が噴火した'],
  ])('finds an inflected word in %s', (_, language, sentence, words, event) => {
    const text = `${sentence.repeat(12)}${event}. ${sentence.repeat(12)}`
    expect(snippet(text, words, language)).toContain(event)
  })

  it('begins the text where only the title has the words, and gives short texts whole', () => {
    expect(filler.startsWith(verbatim(snippet(filler, 'volcano')))).toBe(true)
    expect(snippet(' Short. ', 'volcano')).toBe('Short.')
    expect(snippet('', 'volcano')).toBe('')
  })

  it('does not show an excluded word for its own sake', () => {
    expect(snippet(`${filler}volcano ${filler}`, 'bread -volcano')).not.toContain('volcano')
  })

  it('shows where the text goes on', () => {
    expect(snippet(`${filler}Then the volcano woke. ${filler}`, 'volcano')).toMatch(/^… .* …$/)
    expect(snippet(`The volcano woke. ${filler}`, 'volcano')).toMatch(/^The volcano woke.* …$/)
    expect(snippet(`${filler}Then the volcano woke.`, 'volcano')).toMatch(/^… .*the volcano woke\.$/)
  })

  it('begins with no end of a sentence', () => {
    const text = `${filler}The road is shut, the ferry waits, the rain falls. Then the volcano woke. ${filler}`
    for (const lead of ['', 'So ', 'And so ', 'Later on ', 'In the evening '])
      expect(snippet(`${lead}${text}`, 'volcano')).not.toMatch(/^… [.,]/)
    expect(snippet(`${filler}${'x'.repeat(9)}. ${'y'.repeat(56)} volcano ${filler}`, 'volcano')).toMatch(
      /^… y/,
    )
  })

  it('cuts no word', () => {
    const words = new Set(filler.split(/\s+/))
    const text = `${filler}volcano ${filler}`
    for (const word of verbatim(snippet(text, 'volcano')).split(/\s+/))
      expect([...words, 'volcano']).toContain(word)
  })

  it('cuts a word that never ends between its characters', () => {
    const letters = '\u{10330}'.repeat(400)
    expect(snippet(`a${letters}`, 'volcano').isWellFormed()).toBe(true)
    expect(snippet(`${letters} a volcano ${letters}`, 'volcano').isWellFormed()).toBe(true)
    // The piece would begin inside the first word, in the middle of a character pair.
    const long = `${letters.slice(0, 30)}a${letters.slice(0, 48)}`
    expect(snippet(`${long}  volcano ${filler}`, 'volcano').isWellFormed()).toBe(true)
  })

  it('is a verbatim piece of any text, of bounded length, with no half of a character', () => {
    const anyText = fc.array(
      fc.oneof(
        fc.constantFrom('volcano', '👩‍🚀🌋', 'x'.repeat(300), '火山', '\n\n'),
        fc.string({ unit: anyCharacter }),
      ),
    )
    fc.assert(
      fc.property(anyText, fc.constantFrom('en', 'ja', 'th', 'und'), (pieces, language) => {
        const text = pieces.join(' ').toWellFormed()
        const piece = snippet(text, 'volcano 火山', language)
        expect(text).toContain(verbatim(piece))
        expect(piece.isWellFormed()).toBe(true)
        expect(piece.length).toBeLessThanOrEqual(284)
      }),
    )
  })
})

/** Removes the marks of the cut. */
const verbatim = (piece: string): string => piece.replace(/^… /u, '').replace(/ …$/u, '')

function snippet(text: string, words: string, language = 'en'): string {
  return snippetsFor(analyseTerms(parseSearchWords(words), [language]))(text, language)
}
