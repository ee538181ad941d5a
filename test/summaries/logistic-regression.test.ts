import { expect, it } from 'vitest'
import { learnWeights } from '../../src/summaries/build/logistic-regression.ts'

const example = (outcome: number, ...signs: number[]) => ({ signs, outcome, weight: 1 })

it('weights a sign by what it comes with', () => {
  const [always = 0, tells = 0, idle = 0] = learnWeights([
    ...Array.from({ length: 40 }, (_, i) => example(i % 4 === 0 ? 0 : 1, 1, 1, i % 2)),
    ...Array.from({ length: 40 }, (_, i) => example(i % 4 === 0 ? 1 : 0, 1, 0, i % 2)),
  ])
  expect(always).toBeLessThan(-0.3)
  expect(tells).toBeGreaterThan(1)
  expect(Math.abs(idle)).toBeLessThan(0.6)
})

it('finds the log-odds of one sign, nearly without a pull', () => {
  const examples = [
    ...Array.from({ length: 30 }, () => example(1, 1)),
    ...Array.from({ length: 10 }, () => example(0, 1)),
  ]
  expect(learnWeights(examples, 0.01)[0]).toBeCloseTo(Math.log(3), 2)
})

it('counts an example by its weight', () => {
  const weighted = [
    { signs: [1], outcome: 1, weight: 3 },
    { signs: [1], outcome: 0, weight: 1 },
  ]
  expect(learnWeights(weighted, 0.001)[0]).toBeCloseTo(Math.log(3), 2)
  expect(learnWeights([{ signs: [1], outcome: 0.5, weight: 9 }])[0]).toBeCloseTo(0, 5)
})
