import { describe, expect, it } from 'vitest'
import { queueTroubles, samplePoints } from './plan-troubles.ts'
import { randomNumbers } from './random-numbers.ts'

const points = { 'store claim, before': 2, 'store settle, after': 8 }

describe('samplePoints', () => {
  it('takes each point in turn where as many are asked for as there are', () => {
    const sampled = samplePoints(points, 12).map(({ point, nth }) => `${point} ${nth}`)
    expect(new Set(sampled)).toHaveLength(10)
  })

  it('takes each kind at least once, and the others evenly', () => {
    const sampled = samplePoints(points, 4)
    expect(sampled.map(({ point }) => point)).toEqual([
      'store claim, before',
      'store settle, after',
      'store settle, after',
      'store settle, after',
    ])
  })
})

const queueOf = (kills: number, faults = 0) => queueTroubles({ kills, faults, points }, randomNumbers(1))

describe('queueTroubles', () => {
  it('goes on until so many kills were made, also where points were missed', () => {
    const queue = queueOf(20)
    let bursts = 0
    for (let plan = queue.next(); plan !== null; plan = queue.next()) {
      bursts += 1
      if (plan.kind === 'point') queue.missed(plan)
      else queue.killed('at any time')
    }
    expect(queue.kills.get('at any time')).toBe(20)
    expect(bursts).toBeGreaterThan(20)
    expect(queue.isOver()).toBe(true)
  })

  it('has each fault once before one comes again', () => {
    const queue = queueOf(0, 15)
    const faults: string[] = []
    for (let plan = queue.next(); plan !== null; plan = queue.next())
      if (plan.kind === 'fault') faults.push(plan.fault)
    expect(new Set(faults)).toHaveLength(15)
  })
})
