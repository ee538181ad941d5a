import { describe, expect, it } from 'vitest'
import { readCitedText } from '../../../src/summaries/check/cited-text.ts'
import { mentionsOf } from '../../../src/summaries/check/name-mentions.ts'
import { readWords } from '../../../src/summaries/check/read-words.ts'
import { spokenOf } from '../../../src/summaries/check/spoken-of.ts'

/** What means the bearer of a name in a text, each with the word behind it. */
function meant(name: string, text: string): readonly string[] {
  const cited = readCitedText([text], 'en')
  return spokenOf(mentionsOf(readWords(name, 'en'), cited), cited).map(({ words, sentence }) =>
    [...words, cited.sentences[sentence]?.words[(words.at(-1)?.index ?? 0) + 1]]
      .map((word) => word?.text)
      .join(' '),
  )
}

const DAM =
  'Ola Berg, who runs the power company Norkraft, met Kari Moen, the mayor, on Monday. He showed her the gates. The company has no report. The mayor wants one.'

describe('spokenOf', () => {
  it('takes a pronoun for who opened the sentence before', () => {
    expect(meant('Ola Berg', DAM)).toEqual(['who runs', 'He showed'])
  })

  it('takes a noun for whom the text has it beside', () => {
    expect(meant('Norkraft', DAM)).toEqual(['The company has'])
    expect(meant('Kari Moen', DAM)).toContain('The mayor wants')
  })

  it('takes "it" for no person', () => {
    const text = 'Kari Moen praised the Storting for its plan. It will vote in May.'
    expect(meant('Storting', text)).toEqual(['its plan', 'It will'])
    expect(meant('Kari Moen', text)).toEqual([])
  })

  it('keeps "she" for whom it once meant', () => {
    const text = 'Kari Moen sent her boat. Ola Berg came late. He slept. She rowed.'
    expect(meant('Kari Moen', text)).toEqual(['her boat', 'She rowed'])
    expect(meant('Ola Berg', text)).toEqual(['He slept'])
  })

  it('leaves a noun with a name behind it to that name', () => {
    expect(meant('Norkraft', 'The company Norkraft sold gates. The company Sokraft bought them.')).toEqual([])
  })
})
