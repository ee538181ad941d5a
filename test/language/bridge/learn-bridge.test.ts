import { describe, expect, it } from 'vitest'
import { createBridge, readStems } from '../../../src/language/bridge/create-bridge.ts'
import { indexTable, packTable, unpackTable } from '../../../src/language/bridge/bridge-file.ts'
import { alignWords } from '../../../src/language/build/align-words.ts'
import { compareHalves, likenessAt, rarityIn } from '../../../src/language/build/calibrate.ts'
import { countEnglish, learnBridge, type Line } from '../../../src/language/build/learn-bridge.ts'

const sentence = (english: string, other: string): Line => ({
  english,
  other,
  source: 'ntrex',
  kind: 'sentence',
  weight: 1,
})
const pair = (english: number[], other: number[]) => ({
  english: Int32Array.from(english),
  other: Int32Array.from(other),
  weight: 1,
})

const LINES = [
  sentence('The wheat harvest failed', 'Die Weizenernte schlug fehl'),
  sentence('Wheat is dear', 'Weizen ist teuer'),
  sentence('The minister bought wheat', 'Der Minister kaufte Weizen'),
  sentence('The minister resigned', 'Der Minister trat zurück'),
]

describe('learning a bridge', () => {
  it('finds out which words stand for each other from where they stand together', () => {
    const links = alignWords(
      [pair([0, 1], [0, 1]), pair([0, 2], [0, 2]), pair([1], [1])],
      { english: 3, other: 3 },
      10,
    )
    const best = links.map((own) => own.toSorted((one, other) => other.toEnglish - one.toEnglish)[0]?.english)
    expect(best).toEqual([0, 1, 2])
    for (const own of links) expect(own.reduce((sum, { toEnglish }) => sum + toEnglish, 0)).toBeCloseTo(1)
  })

  it('gives for each word its English stems, weights that sum to one, and the same each time', () => {
    const frequency = countEnglish(LINES)
    expect(frequency.get('wheat')).toBe(3)
    const learned = learnBridge(LINES, 'de', frequency)
    expect(learned.get('weiz')?.stems[0]?.[0]).toBe('wheat')
    expect(learned.get('minist')?.stems[0]?.[0]).toBe('minist')
    for (const { stems } of learned.values())
      expect(stems.reduce((sum, [, weight]) => sum + weight, 0)).toBeCloseTo(1)
    expect([...learnBridge(LINES, 'de', frequency)]).toEqual([...learned])
  })

  it('reads a word of a sentence as that of a dictionary with what is written together with it', () => {
    const lines: Line[] = [
      { english: 'government', other: 'ממשלה', source: 'omw', kind: 'dictionary', weight: 0.5 },
      sentence('The government resigned', 'הממשלה התפטרה'),
    ]
    expect([...learnBridge(lines, 'he', countEnglish(lines)).keys()]).not.toContain('הממשלה')
  })

  it('knows how much less alike two texts are across languages, by documents that tell the same', () => {
    const text = ['Wheat is dear.', 'Wheat grows.', 'The wheat fell.', 'Wheat again.']
    const rain = ['Rain is falling.', 'Rain stops.', 'The rain came.', 'Rain again.']
    const documents = [text, rain].map(
      (english) =>
        new Map([
          ['en', english],
          ['de', english.map((line) => line.replace(/wheat/iu, 'Weizen'))],
        ]),
    )
    const rarity = rarityIn([...text, ...rain, 'Something else'])
    const english = compareHalves(documents, 'en', null, rarity)
    expect(english.same.mean).toBeGreaterThan(english.other.mean)
    const stems = ['wheat', 'rain']
    const table = unpackTable(packTable(new Map([['weiz', { stems: [[0, 1]], occurrences: 1 }]]), 1))
    const german = compareHalves(
      documents,
      'de',
      createBridge(indexTable(table), readStems(stems), 'de'),
      rarity,
    )
    expect(german.same.mean).toBeGreaterThan(german.other.mean)
    expect(german.same.mean).toBeLessThanOrEqual(english.same.mean)
  })

  it('puts the border nearer to what is spread less', () => {
    const other = { mean: 0.1, deviation: 0.1 }
    const near = likenessAt(10, { same: { mean: 0.5, deviation: 0.1 }, other })
    expect(near).toBeGreaterThan(0.3 ** 2)
    expect(near).toBeLessThan(0.5 ** 2)
    expect(likenessAt(100, { same: { mean: 0.5, deviation: 0.1 }, other })).toBeGreaterThan(near)
    expect(likenessAt(10, { same: { mean: 0.4, deviation: 0.1 }, other })).toBeLessThan(near)
  })
})
