import { describe, expect, it } from 'vitest'
import { firstTerm, readTerms } from '../../src/language/terms.ts'

describe('the first term of a word', () => {
  it.each([
    ['en', 'Harbours'],
    ['tr', "Ankara'da"],
    ['fr', 'l’accord'],
    ['ar', 'والميناء'],
    ['zh', '海港城市'],
    ['ja', '港'],
    ['uk', 'п’ять'],
    ['de', 'Straße'],
    ['en', 'iran-backed'],
    ['en', '1,000'],
    ['en', '—'],
    ['en', ''],
    ['und', 'x'.repeat(100)],
  ])('is the one that reading it as a text gives: %s %s', (language, word) => {
    const { words, hashes, kinds } = readTerms(word, language)
    const [first] = words
    expect(firstTerm(word, language)).toEqual(
      first === undefined
        ? undefined
        : { word: first, hash: hashes[0], kind: kinds[0], isOnly: words.length === 1 },
    )
  })
})
