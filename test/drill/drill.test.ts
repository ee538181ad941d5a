import { describe, expect, it } from 'vitest'
import { aTemporaryDirectory } from '../storage/a-temporary-directory.ts'
import { isBad } from './judge/is-bad.ts'
import { runDrill } from './run-drill.ts'

/** A sample; the whole drill is `npm run drill`. */
const KILLS = 12
const FAULTS = 2

describe('a bot that is killed again and again while it hands out briefings, and hurt otherwise', () => {
  it('loses none, shows none twice, and flags only what nobody can know', async () => {
    const { messages, broken, kills } = await runDrill({
      kills: KILLS,
      faults: FAULTS,
      seed: 1,
      directory: aTemporaryDirectory(),
      atOnce: 3,
      channels: 24,
    })
    expect(messages.filter(isBad)).toEqual([])
    expect(broken).toEqual([])
    expect(Object.values(kills).reduce((sum, times) => sum + times, 0)).toBeGreaterThanOrEqual(KILLS)
    expect(messages.length).toBeGreaterThan(0)
  }, 300_000)
})
