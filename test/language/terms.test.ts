import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashWord } from '../../src/language/hash-word.ts'
import { readTerms, TermKind } from '../../src/language/terms.ts'
import { analyse } from '../../src/language/words.ts'

const hashesOf = (text: string, language: string): number[] => [...readTerms(text, language).hashes]

describe('readTerms', () => {
  it('tells the words of any text by their hashes', () => {
    assert(
      property(
        string({ unit: 'grapheme' }),
        constantFrom('en', 'tr', 'ar', 'fa', 'ja', 'und'),
        (text, language) => {
          expect(hashesOf(text, language)).toEqual(analyse(text, language).map(hashWord))
        },
      ),
    )
  })

  it('tells a word the same when it has met more others than it remembers', () => {
    const before = hashesOf('Ministers were meeting', 'en')
    for (let i = 0; i < 200; i++)
      readTerms(Array.from({ length: 1_000 }, (_, j) => `w${i}x${j}`).join(' '), 'en')
    expect(hashesOf('Ministers were meeting', 'en')).toEqual(before)
  })

  it('does not take a word for one of another language', () => {
    expect(hashesOf('habitations', 'en')).toEqual(analyse('habitations', 'en').map(hashWord))
    expect(hashesOf('habitations', 'fr')).toEqual(analyse('habitations', 'fr').map(hashWord))
  })

  it.each([
    ['the', 'en', TermKind.stop],
    ['x', 'en', TermKind.single],
    ['400', 'en', TermKind.tellingNumber],
    ['7', 'en', TermKind.single],
    ['2026', 'en', 0],
    ['bridge', 'en', 0],
    ['der', 'de', TermKind.stop],
    ['der', 'en', 0],
  ])('knows what kind of word %s is in %s', (word, language, kind) => {
    expect([...readTerms(word, language).kinds]).toEqual([kind])
  })
})
