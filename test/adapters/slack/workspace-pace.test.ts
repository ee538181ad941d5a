import { beforeEach, describe, expect, it } from 'vitest'
import { createWorkspacePace } from '../../../adapters/slack/post/pace.ts'

describe('createWorkspacePace', () => {
  let now: number
  let pace: ReturnType<typeof createWorkspacePace>
  beforeEach(() => {
    now = 1_000
    pace = createWorkspacePace(() => now)
  })

  /** Returns how many milliseconds each of these posts of one message is told to wait. */
  const crowd = (count: number, team = 'T1', from = 0) =>
    Array.from({ length: count }, (_, n) => pace.enter(team, `post ${from + n}`, 1))

  it('lets sixty messages through at once, and five a second after them', () => {
    expect(crowd(63)).toEqual([...Array.from({ length: 60 }, () => 0), 200, 400, 600])
  })

  it('counts the replies of a thread', () => {
    pace.enter('T1', 'long', 60)
    expect(pace.enter('T1', 'next', 1)).toBe(200)
  })

  it('lets whoever comes back in time begin, and nobody twice', () => {
    const waits = crowd(62)
    now += 400
    expect(pace.enter('T1', 'post 61', 1)).toBe(0)
    expect(pace.enter('T1', 'post 60', 1)).toBe(0)
    expect(waits.slice(60)).toEqual([200, 400])
    expect(pace.enter('T1', 'another', 1)).toBe(200)
  })

  it('tells who comes back early how much is left', () => {
    crowd(62)
    now += 300
    expect(pace.enter('T1', 'post 61', 1)).toBe(100)
  })

  it('lets no workspace wait for another', () => {
    crowd(70)
    expect(pace.enter('T2', 'elsewhere', 1)).toBe(0)
  })

  it('forgets the line once it has passed', () => {
    crowd(70)
    now += 60_000
    expect(crowd(60, 'T1', 100)).toEqual(Array.from({ length: 60 }, () => 0))
  })

  it('goes faster while Slack takes what it is given', () => {
    crowd(62)
    for (let n = 0; n < 350; n += 1) pace.taken('T1')
    const [before, after] = [pace.enter('T1', 'one', 1), pace.enter('T1', 'two', 1)]
    expect(after - before).toBeCloseTo(99, 0)
  })

  describe('when Slack asks to wait', () => {
    it('keeps everybody waiting, each in their place, and lets who was refused go first', () => {
      crowd(62)
      pace.hold('T1', 'refused', 3_000)
      expect(pace.enter('T1', 'post 60', 1)).toBe(3_200)
      now += 3_000
      expect(pace.enter('T1', 'refused', 1)).toBe(0)
      expect(pace.enter('T1', 'post 60', 1)).toBe(200)
    })

    it('goes slower afterwards: once for all that were refused together', () => {
      crowd(60)
      pace.hold('T1', 'one', 1_000)
      pace.hold('T1', 'other', 1_000)
      now += 1_000
      const [before, after] = [pace.enter('T1', 'third', 1), pace.enter('T1', 'fourth', 1)]
      expect(after - before).toBe(250)
    })
  })
})
