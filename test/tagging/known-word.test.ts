import { describe, expect, it } from 'vitest'
import { makeWordMemory } from '../../src/tagging/known-word.ts'
import { makeNameBook } from '../../src/tagging/names/name-book.ts'
import type { PlaceBook } from '../../src/tagging/places/place-book.ts'
import { WORDS_KEPT } from '../../src/tagging/word-memory.ts'

/** A memory of words that records which ones were looked up among places. */
function aMemory() {
  const asked: string[] = []
  const places: PlaceBook = {
    find: (key) => void asked.push(key),
    isLaterWord: () => false,
    spellings: () => [],
    cities: () => new Map(),
  }
  const know = makeWordMemory({ places, names: makeNameBook([]) })
  const looksUp = (word: string, language: string): boolean => {
    const before = asked.length
    know([word], language)
    return asked.slice(before).includes(word)
  }
  return { know, looksUp }
}

const words = (count: number, start: string): string[] => Array.from({ length: count }, (_, n) => start + n)

describe('the memory of words', () => {
  it('looks a word up once in each language', () => {
    const { looksUp } = aMemory()
    expect([looksUp('harbour', 'en'), looksUp('harbour', 'en'), looksUp('harbour', 'de')]).toEqual([
      true,
      false,
      true,
    ])
  })

  it('holds no more words of many languages than of one', () => {
    const { know, looksUp } = aMemory()
    for (const language of ['de', 'tr', 'fr', 'es']) know(words(WORDS_KEPT / 2, language), language)
    expect([looksUp('de1', 'de'), looksUp('tr1', 'tr')]).toEqual([true, true])
  })

  it('carries on a word that comes again, however many others are met between', () => {
    const { know, looksUp } = aMemory()
    know(['harbour'], 'en')
    for (let text = 0; text < 40; text++) know(['harbour', ...words(WORDS_KEPT / 20, `t${text}w`)], 'en')
    expect([looksUp('harbour', 'en'), looksUp('t0w1', 'en')]).toEqual([false, true])
  })
})
