import { describe, expect, it } from 'vitest'
import { aTemporaryDirectory } from '../storage/a-temporary-directory.ts'
import { runDrill } from './run-drill.ts'

/** The whole drill is `npm run drill`. */
const KILLS = 10

describe('a bot that is killed again and again while feeds change and the platform misbehaves', () => {
  it('loses no article, delivers every slot once, and repeats nothing in silence', async () => {
    const { broken, counts } = await runDrill({ kills: KILLS, seed: 1, directory: aTemporaryDirectory() })
    expect(broken).toEqual([])
    expect(counts['articles stored']).toBeGreaterThan(0)
    expect(counts['messages delivered exactly once']).toBeGreaterThan(0)
  }, 300_000)
})
