import { describe, expect, it } from 'vitest'
import { MOST_TERMS, parseSearchWords } from '../../src/storage/search/parse-search-words.ts'

describe('parseSearchWords', () => {
  it.each([
    ['two words', 'syria talks', ['syria', 'talks']],
    ['a phrase', '"peace talks" geneva', ['peace talks', 'geneva']],
    [
      'a phrase in the quotes of other languages',
      '„peace talks“ «Genève 2» ”x y”',
      ['peace talks', 'Genève 2', 'x y'],
    ],
    ['an exclusion', 'talks -storm', ['talks', '-storm']],
    ['an excluded phrase', '-"peace talks"', ['-peace talks']],
    ['a typographic minus', 'talks −storm –rain', ['talks', '-storm', '-rain']],
    ['hyphens inside a word', 'covid-19 al-Assad', ['covid-19', 'al-Assad']],
    ['a quote that is never closed', 'a "b c', ['a', 'b c']],
    ['empty quotes', 'a "" "  "', ['a']],
    ['a quote in the middle of a word', 'a"b c"d', ['a', 'b c', 'd']],
    ['a quotation mark for gershayim', '"צה"ל הודיע" ארה"ב', ['צה"ל הודיע', 'ארה"ב']],
    ['a lonely hyphen', 'a - b', ['a', '-', 'b']],
    ['nothing', '  ', []],
  ])('reads %s', (_, words, expected) => {
    const read = parseSearchWords(words).map((term) => (term.excluded ? `-${term.text}` : term.text))
    expect(read).toEqual(expected)
  })

  // A million characters: a regular expression that backtracks over them would not end before the test times
  // out.
  it.each([
    ['words', 'word '.repeat(200_000), MOST_TERMS],
    ['an open phrase', `"${'-'.repeat(1_000_000)}`, 1],
    ['a word', 'a-'.repeat(500_000), 1],
    ['quotation marks', '"'.repeat(1_000_000), 0],
    ['blanks', ' '.repeat(1_000_000), 0],
  ])('reads a bounded number of terms of a million characters of %s', (_what, words, terms) => {
    expect(parseSearchWords(words)).toHaveLength(terms)
  })
})
