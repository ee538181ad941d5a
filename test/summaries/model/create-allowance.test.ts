import { describe, expect, it } from 'vitest'
import { createAllowance } from '../../../src/summaries/model/create-allowance.ts'

const DAY = 24 * 3_600_000

describe('createAllowance', () => {
  it('sets tokens aside until a call is settled', () => {
    const allowance = createAllowance(100, () => 0)
    const first = allowance.reserve(60)
    expect(allowance.reserve(60)).toBeNull()
    first?.settle(10)
    expect(allowance.reserve(60)).not.toBeNull()
  })

  it('begins anew each day, and settles nothing into the next', () => {
    let now = DAY - 1
    const allowance = createAllowance(100, () => now)
    const late = allowance.reserve(90)
    now = DAY
    late?.settle(5_000)
    expect(allowance.reserve(100)).not.toBeNull()
    expect(allowance.reserve(1)).toBeNull()
  })
})
