import { describe, expect, it } from 'vitest'
import { hashWord } from '../../src/language/terms.ts'
import { commonShare, runsOf, fingerprintOf } from '../../src/stories/create-copy-finder.ts'

/** Hashes of words. */
const words = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => hashWord(`word${from + i}`))

/** One word in twenty is replaced. */
const edited = words(0, 100).map((word, i) => (i % 20 === 10 ? hashWord(`own${i}`) : word))

describe('commonShare', () => {
  it.each([
    ['a text holds itself', words(0, 100), words(0, 100), 1, 1],
    ['a brief is held by the report that it was cut from', words(0, 40), words(0, 200), 1, 1],
    ['half of a text', words(0, 100), words(50, 150), 0.45, 0.55],
    ['a text that was edited in five places', words(0, 100), edited, 0.85, 0.95],
    ['strangers share nothing', words(0, 100), words(500, 600), 0, 0],
    ['a formula is no text', words(0, 10), words(0, 100), 0, 0],
    ['nothing shares nothing', [], words(0, 10), 0, 0],
  ])('%s', (_name, one, other, least, most) => {
    const share = commonShare(runsOf(one), runsOf(other))
    expect(share).toBeGreaterThanOrEqual(least)
    expect(share).toBeLessThanOrEqual(most)
  })

  it('leaves out what stands in many articles', () => {
    const [one, other] = [
      [...words(0, 80), ...words(200, 220)],
      [...words(0, 80), ...words(300, 320)],
    ]
    expect(commonShare(runsOf(one), runsOf(other))).toBeGreaterThan(0.7)
    expect(commonShare(runsOf(one), runsOf(other), new Set(runsOf(words(0, 80))))).toBe(0)
  })
})

describe('fingerprintOf', () => {
  it.each([
    ['a copy with a changed ending', words(0, 200), [...words(0, 160), ...words(900, 940)]],
    ['a teaser that is the beginning of a long text', words(0, 15), words(0, 400)],
    ['a long text whose beginning was a teaser', words(0, 400), words(0, 15)],
    [
      'a copy under another lead, cut at another place',
      [...words(700, 760), ...words(40, 140)],
      words(0, 400),
    ],
    ['fifteen words in a row', [...words(500, 520), ...words(0, 15)], [...words(0, 15), ...words(600, 620)]],
  ])('finds %s', (_name, one, other) => expect(isFound(one, other)).toBe(true))

  it('finds nothing in common between strangers', () => {
    expect(isFound(words(0, 200), words(1_000, 1_200))).toBe(false)
  })

  it('remembers a long text by few', () => {
    expect(keysOf(words(0, 400)).kept.length).toBeLessThan(45)
  })
})

const counted = (hashes: number[]) => ({
  hashes: Int32Array.from(hashes),
  kinds: new Uint8Array(hashes.length),
})

function keysOf(words: number[]): { readonly all: readonly number[]; readonly kept: readonly number[] } {
  const { keys, kept } = fingerprintOf({ title: counted([]), start: counted(words) })
  return { all: keys, kept: keys.slice(0, kept) }
}

/** Whether a remembered text is found. */
function isFound(text: number[], remembered: number[]): boolean {
  const kept = new Set(keysOf(remembered).kept)
  return keysOf(text).all.some((key) => kept.has(key))
}
