import { expect, it } from 'vitest'
import { LABEL, labelChances, LABELS, stepsOf, TRANSITIONS } from '../../../src/tagging/names/label-chain.ts'

const free = stepsOf(new Float64Array(TRANSITIONS))
const likeliest = (chances: Float64Array, at: number): number => {
  const row = chances.slice(at * LABELS, (at + 1) * LABELS)
  return row.indexOf(Math.max(...row))
}

it('lets a name go on only where one has begun', () => {
  const scores = new Float64Array(2 * LABELS)
  scores[LABELS + LABEL.personGoesOn] = 5
  const chances = labelChances(scores, free)
  expect(likeliest(chances, 0)).toBe(LABEL.personBegins)
  expect(likeliest(chances, 1)).toBe(LABEL.personGoesOn)
})

it('gives a word only labels that it may have', () => {
  const scores = new Float64Array(2 * LABELS)
  scores[LABELS + LABEL.personGoesOn] = 5
  const chances = labelChances(scores, free, [1 << LABEL.none, 0b11111])
  expect(likeliest(chances, 0)).toBe(LABEL.none)
  expect(chances[LABELS + LABEL.personGoesOn]).toBe(0)
})

it('gives chances of each word that sum to one, and counts the pairs', () => {
  const pairs = new Float64Array(TRANSITIONS)
  const chances = labelChances(
    Float64Array.from({ length: 3 * LABELS }, (_, at) => at % 3),
    free,
    undefined,
    pairs,
  )
  for (let at = 0; at < 3; at++)
    expect(chances.slice(at * LABELS, (at + 1) * LABELS).reduce((sum, chance) => sum + chance)).toBeCloseTo(1)
  expect(pairs.reduce((sum, pair) => sum + pair)).toBeCloseTo(2)
})
