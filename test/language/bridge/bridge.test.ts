import { describe, expect, it } from 'vitest'
import { BRIDGED, bridgeOf, englishTerms } from '../../../src/language/bridge/bridge.ts'
import { hashWord, readTerms } from '../../../src/language/terms.ts'

/** Returns for each word the best of these English stems, or null. */
function bestOf(text: string, language: string, stems: readonly string[]): (string | null)[] {
  const names = new Map(stems.map((stem) => [hashWord(stem), stem]))
  const { words, hashes } = readTerms(text, language)
  return words.map((word, i) => {
    let best: string | null = null
    let most = 0
    bridgeOf(language)?.lookUp(word, hashes[i] ?? 0, (english, weight) => {
      if (weight > most) [best, most] = [names.get(english) ?? null, weight]
    })
    return best
  })
}

describe('the bridge to English', () => {
  it.each([
    ['ar', 'قمح', 'wheat'],
    ['de', 'Weizen', 'wheat'],
    ['es', 'elecciones', 'elec'],
    ['fa', 'گندم', 'wheat'],
    ['fr', 'blé', 'wheat'],
    ['he', 'ממשלה', 'govern'],
    ['hi', 'सरकार', 'govern'],
    ['it', 'governo', 'govern'],
    ['ja', '大統領', 'presid'],
    ['pl', 'rządu', 'govern'],
    ['pt', 'trigo', 'wheat'],
    ['ru', 'пшеница', 'wheat'],
    ['tr', 'buğday', 'wheat'],
    ['uk', 'уряд', 'govern'],
    ['zh', '小麦', 'wheat'],
  ])('leads a word of %s to an English stem: %s', (language, word, stem) => {
    expect(bestOf(word, language, [stem])).toContain(stem)
  })

  it.each([
    ['a Polish case', 'pl', 'Ukrainie', 'ukrain'],
    ['a Polish stem that its ending changes', 'pl', 'gospodarce', 'economi'],
    ['a Polish name, which English knows', 'pl', 'Trumpowi', 'trump'],
    ['a Hebrew article', 'he', 'הממשלה', 'govern'],
    ['a Hebrew preposition and article', 'he', 'שהממשלה', 'govern'],
    ['an Arabic preposition', 'ar', 'بحكومة', 'govern'],
    ['what Ukrainian shares with Russian', 'uk', 'телескоп', 'telescop'],
    ['a name of the news in other letters', 'ru', 'Зеленский', 'zelenskyi'],
    ['a country', 'ja', 'ウクライナ', 'ukrain'],
  ])('finds a word by another form of it: %s', (_, language, word, stem) => {
    expect(bestOf(word, language, [stem])).toContain(stem)
  })

  it('shares a German compound out between its words', () => {
    const told = new Map<number, number>()
    const { words, hashes } = readTerms('Ministerpräsidentenkonferenz', 'de')
    expect(
      bridgeOf('de')?.lookUp(words[0] ?? '', hashes[0] ?? 0, (stem, weight) => told.set(stem, weight)),
    ).toBe(true)
    expect(told.get(hashWord('confer'))).toBeGreaterThan(0.2)
    expect([...told.values()].reduce((sum, weight) => sum + weight, 0)).toBeLessThan(1.05)
  })

  it('says for each language how much of a likeness in English its likenesses come to', () => {
    expect(bridgeOf('en')?.likeness).toBe(1)
    const likenesses = BRIDGED.map((language) => bridgeOf(language)?.likeness ?? 0)
    expect(Math.min(...likenesses)).toBeGreaterThan(0.5)
    expect(Math.max(...likenesses)).toBeLessThan(1.2)
  })

  it('has a table for each language that it names', () => {
    expect(BRIDGED.filter((language) => bridgeOf(language) === undefined)).toEqual([])
    expect(BRIDGED).toHaveLength(15)
  })

  it('leads English to itself, and knows a language by a tag with a region', () => {
    expect(bestOf('Wheat prices', 'en', ['wheat', 'price'])).toEqual(['wheat', 'price'])
    expect(bestOf('Weizen', 'de-AT', ['wheat'])).toEqual(['wheat'])
  })

  it('answers undefined, or false, for a language without a table', () => {
    expect(bridgeOf('sw')).toBeUndefined()
    expect(bridgeOf('und')).toBeUndefined()
    expect(englishTerms(readTerms('ngano', 'sw'), 'sw', () => expect.unreachable())).toBe(false)
  })

  it('lets names in Latin letters pass, and says nothing of unknown words in others', () => {
    expect(bestOf('Donald Trump', 'de', ['donald', 'trump'])).toEqual(['donald', 'trump'])
    expect(bestOf('Xqzwk', 'fr', ['xqzwk'])).toEqual(['xqzwk'])
    expect(bridgeOf('ru')?.lookUp('щщщщ', hashWord('щщщщ'), () => expect.unreachable())).toBe(false)
  })

  it('shares each word out among its stems, at most once', () => {
    const text =
      'Die Regierung kündigte am Montag neue Wahlen an und der Präsident der Ukraine begrüßte den Schritt'
    const { words, hashes } = readTerms(text, 'de')
    for (const [i, word] of words.entries()) {
      let sum = 0
      bridgeOf('de')?.lookUp(word, hashes[i] ?? 0, (_, weight) => (sum += weight))
      expect(sum).toBeGreaterThan(0)
      expect(sum).toBeLessThan(1.05)
    }
  })

  it('tells the stems of a text in order, stop words left out, with the place of the word', () => {
    const told: (readonly [place: number, english: number])[] = []
    const known = englishTerms(
      readTerms('der Weizen und die Regierung', 'de'),
      'de',
      (english, weight, at) => {
        if (weight > 0.4) told.push([at, english])
      },
    )
    expect(known).toBe(true)
    expect(told).toEqual([
      [1, hashWord('wheat')],
      [4, hashWord('govern')],
    ])
  })
})
