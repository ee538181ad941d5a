import { describe, expect, it } from 'vitest'
import { readNames } from '../../src/stories/bridge-keys.ts'

describe('readNames', () => {
  it.each([
    [
      'counts names of the title and the text',
      'Moen opens bridge',
      'It is said that Moen was late.',
      { Moen: 2 },
    ],
    [
      'takes no first word of a sentence',
      '',
      'Bridges fall. Rivers rise: "Boats sink", as Moen says',
      { Moen: 1 },
    ],
    ['takes the first word of a headline', 'Lindau floods', '', { Lindau: 1 }],
    ['takes no word that is also written small', 'Bridge of Lindau', 'they say a bridge fell', { Lindau: 1 }],
    [
      'takes one that stands small only inside another',
      'Bridge falls',
      'they say a bridgehead fell',
      { Bridge: 1 },
    ],
    ['knows a capital anywhere in a word', '', 'what an iPhone or an eBay is', { iPhone: 1, eBay: 1 }],
    ['takes no stop word and no single letter', 'With The A', '', {}],
    ['reads letters beyond ASCII', 'Çelik öldü', 'dün Éric ve Łódź', { Çelik: 1, Éric: 1, Łódź: 1 }],
  ])('%s', (_name, title, text, names) => {
    expect(Object.fromEntries(readNames(title, text, 'en'))).toEqual(names)
  })
})
