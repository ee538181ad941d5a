import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { suggest, understand } from '../../src/commands/understand.ts'
import { buildVocabulary } from '../../src/commands/vocabulary.ts'
import { loadSettings } from '../../src/settings/load-settings.ts'

const loaded = loadSettings({ env: {} })
if (!loaded.ok) throw new Error('the settings that ship do not load')
const vocabulary = buildVocabulary(loaded.settings)
const moment = { now: Date.parse('2026-03-10T07:30:00Z'), zone: 'Europe/Istanbul' }
const read = (words: string) => understand(words, vocabulary, moment)
const named = (words: string): string[] => read(words).terms.map((term) => `${term.kind}:${term.id}`)

describe('understand', () => {
  it.each([
    ['syria', ['country:SY']],
    ['Syria turkey', ['country:SY', 'country:TR']],
    ['middle east', ['region:middle-east']],
    ['mideast', ['region:middle-east']],
    ['Middle-East conflict', ['region:middle-east', 'topic:conflict']],
    ['Türkei', ['country:TR']],
    ['Türkiye', ['country:TR']],
    ['سوریه', ['country:SY']],
    ['سوريا', ['country:SY']],
    ['Сирия', ['country:SY']],
    ['usa', ['country:US']],
    ['region:"middle east" topic:conflict', ['region:middle-east', 'topic:conflict']],
    ['saudi arabia iraq', ['country:SA', 'country:IQ']],
  ])('finds what %s names', (words, terms) => {
    expect(named(words)).toEqual(terms)
  })

  it('takes the time out from among the words', () => {
    const asked = read('syria since yesterday conflict')
    expect(asked.terms.map((term) => term.id)).toEqual(['SY', 'conflict'])
    expect(asked.since).toBe(Date.parse('2026-03-08T21:00:00Z'))
  })

  it('keeps what it does not know, quotes round phrases', () => {
    expect(read('"grain deal" turkey corridor').rest).toEqual(['"grain deal"', 'corridor'])
  })

  it.each([
    [
      'since:sometime',
      "I don't know when 'sometime' is. Try since:24h, since:3d, since:yesterday, since:friday or since:2026-03-01.",
    ],
    ['region:mideest', "I know no region 'mideest'; did you mean 'Middle East'?"],
    ['regoin:levant', "'regoin:' is no option here; did you mean 'region:'?"],
    ['topic:zzzzzzz', "I know no topic 'zzzzzzz'; 'help' lists what can be asked"],
  ])('explains %s', (words, text) => {
    expect(read(words).mistakes).toEqual([text])
  })

  it('refuses ten thousand characters without reading them', () => {
    expect(read('x'.repeat(10_000)).mistakes).toEqual([
      'That is 10000 characters; please ask in at most 500.',
    ])
  })

  it('takes control characters and direction overrides for blanks', () => {
    expect(named('syria\u0000\u202Eturkey')).toEqual(['country:SY', 'country:TR'])
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (words) => {
        expect(Array.isArray(read(words).rest)).toBe(true)
      }),
    )
  })
})

describe('suggest', () => {
  it.each([
    ['lebannon', 'Lebanon'],
    ['mideest', 'Middle East'],
    ['isreal', 'Israel'],
  ])('guesses that %s meant %s', (typed, meant) => {
    expect(suggest(typed, vocabulary)).toContain(meant)
  })

  it('guesses nothing for a word far from all names', () => {
    expect(suggest('zeitgeschehen', vocabulary)).toEqual([])
  })
})
