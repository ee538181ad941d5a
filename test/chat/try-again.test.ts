import { describe, expect, it } from 'vitest'
import { tryAgain, type Trying } from '../../src/chat/try-again.ts'

/** Fails this often, then succeeds with the number of the try. */
function failing(times: number) {
  let tries = 0
  const call = async (): Promise<number> => {
    tries += 1
    if (tries <= times) throw new Error(`try ${tries}`)
    return tries
  }
  return { call, tries: () => tries }
}

const never = new AbortController().signal
const soon: Trying = { pause: () => 1, signal: never }

const threeTimes = (_: unknown, tries: number): number | null => (tries < 3 ? 1 : null)

describe('tryAgain', () => {
  it('gives what the first try that succeeds gives', async () => {
    expect(await tryAgain(failing(0).call, soon)).toBe(1)
    expect(await tryAgain(failing(3).call, soon)).toBe(4)
  })

  it('asks after each failure how long to wait, with the error and the number of tries', async () => {
    const asked: unknown[] = []
    const pause = (error: unknown, tries: number): number => {
      asked.push([String(error), tries])
      return 1
    }
    await tryAgain(failing(2).call, { ...soon, pause })
    expect(asked).toEqual([
      ['Error: try 1', 1],
      ['Error: try 2', 2],
    ])
  })

  it('throws the last error where no other try would help', async () => {
    const { call, tries } = failing(9)
    await expect(tryAgain(call, { ...soon, pause: threeTimes })).rejects.toThrow('try 3')
    expect(tries()).toBe(3)
  })

  it('ends with its signal: no wait goes on, and no other try begins', async () => {
    const ending = new AbortController()
    const { call, tries } = failing(9)
    const waiting = tryAgain(call, { pause: () => 60_000, signal: ending.signal })
    ending.abort()
    await expect(waiting).rejects.toThrow('try 1')
    expect(tries()).toBe(1)
  })
})
