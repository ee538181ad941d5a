import { describe, expect, it } from 'vitest'
import { readText } from '../../../src/language/read-text.ts'
import { makeWordMemory } from '../../../src/tagging/known-word.ts'
import { makeNameBook } from '../../../src/tagging/names/name-book.ts'
import { nameReaderOf } from '../../../src/tagging/names/name-reader.ts'
import { WORDS_KEPT } from '../../../src/tagging/word-memory.ts'

const nothing = new Map<string, never>()
const know = makeWordMemory({
  places: { find: () => undefined, isLaterWord: () => false, spellings: () => [], cities: () => nothing },
  names: makeNameBook([]),
})

/** Reads a text; returns the rows of its words among those that the reader of its language remembers. */
function rowsOf(text: string, language: string, known = know(readText(text).folded, language)) {
  nameReaderOf(language)?.read(readText(text), known)
  return { known, rows: known.map(({ nameRow }) => nameRow) }
}

const text = (count: number, start: string): string =>
  Array.from({ length: count }, (_, n) => `${start}${n}`).join(' ')

describe('the reader of names', () => {
  it('learns small words only beside words that it scores', () => {
    const words = readText('Mayor Zebulon spoke quietly')
    const known = know(words.folded, 'pt')
    const learned = (): boolean[] => known.map(({ nameRow }) => nameRow >= 0)
    const reading = nameReaderOf('pt')?.read(words, known)
    expect(learned()).toEqual([true, true, false, false])
    reading?.score([0])
    expect(learned()).toEqual([true, true, true, false])
  })

  it('remembers no more words of many languages than of one', () => {
    const { known, rows } = rowsOf('Aldous Berenice', 'en')
    const [first = 0] = rows
    expect(rows).toEqual([first, first + 1])
    expect(rowsOf('Berenice', 'en', known.slice(1)).rows).toEqual([first + 1])
    for (const language of ['de', 'fr', 'es', 'tr'])
      rowsOf(text(WORDS_KEPT / 2 - 1_000, `Wort${language}`), language)
    expect(rowsOf('Berenice', 'en', known.slice(1)).rows).toEqual([0])
  })
})
