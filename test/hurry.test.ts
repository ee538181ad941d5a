import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { hurry } from './hurry.ts'

const untouched = [globalThis.setTimeout, wait] as const

describe('hurry', () => {
  it('lets a minute of waiting pass in a moment, however it is waited', async () => {
    hurry(10_000)
    const began = performance.now()
    await wait(60_000)
    await new Promise((resolve) => void setTimeout(resolve, 60_000))
    await promisify(setTimeout)(60_000)
    expect(performance.now() - began).toBeGreaterThan(180_000 * 0.9)
  }, 10_000)

  it('keeps values, arguments and the order', async () => {
    hurry(100)
    const heard: string[] = []
    setTimeout((word: string) => heard.push(word), 2_000, 'second')
    setTimeout((word: string) => heard.push(word), 1_000, 'first')
    expect(await wait(3_000, 'third')).toBe('third')
    expect(heard).toEqual(['first', 'second'])
    await expect(wait(60_000, undefined, { signal: AbortSignal.abort() })).rejects.toThrow('aborted')
  })

  it('is over with its test', () => {
    expect([globalThis.setTimeout, wait]).toEqual(untouched)
  })
})
