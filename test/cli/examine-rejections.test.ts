import { storeFile } from '../../src/storage/open-store.ts'
import { describe, expect, it } from 'vitest'
import { examineRejections, sayRejections } from '../../src/cli/examine.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { aClaim } from '../storage/a-claim.ts'
import { aDecision } from '../storage/a-decision.ts'
import { aTemporaryDirectory } from '../storage/a-temporary-directory.ts'
import { runDragoman } from './run-dragoman.ts'

const DAY = 24 * 3_600_000

/** Creates a store in which platforms rejected a message at each of these numbers of days before `now`. */
async function aStoreWith(directory: string, now: number, daysAgo: readonly number[]): Promise<void> {
  const store = await openSqliteStore(storeFile(directory))
  for (const days of daysAgo) {
    const at = now - days * DAY
    const id = `${days} days ago`
    await store.decide(aDecision({ outboxId: id, slot: id, destination: `slack:T1/C${days}`, at }))
    await store.claim(aClaim({ now: at }))
    await store.settle(id, at, { status: 'failed', reason: `invalid_blocks ${days}`, refusal: 'rejected' })
  }
  await store.close()
}

/** Returns what `doctor --quick` prints then. */
const quick = async (daysAgo: readonly number[]): Promise<string> => {
  const directory = aTemporaryDirectory()
  await aStoreWith(directory, Date.now(), daysAgo)
  const { out } = await runDragoman(['doctor', '--quick'], { env: { DRAGOMAN_DATA: directory } })
  return out
}

describe('what doctor says of rejected messages', () => {
  it('counts those of the last days, and names the newest with its words and what to do', async () => {
    const directory = aTemporaryDirectory()
    const now = Date.parse('2026-03-10T08:00:00Z')
    await aStoreWith(directory, now, [9, 3, 1])
    const store = await openSqliteStore(storeFile(directory), { readOnly: true })
    const findings = await examineRejections(store, now)
    await store.close()
    expect(sayRejections(findings)).toBe(
      '2 messages in the last 7 days; the last on 2026-03-09 08:00 UTC to slack:T1/C1 (1 days ago): invalid_blocks 1; a fault of Dragoman: report it with these words and the line of the log',
    )
    expect(sayRejections({ ...findings, last: null })).toBe('none in the last 7 days')
  })

  it('is said by doctor --quick, which stays silent where there are none', async () => {
    expect(await quick([1])).toMatch(/^rejected: 1 message in the last 7 days; .* to slack:T1\/C1 /mu)
    expect(await quick([9])).not.toContain('rejected')
  })
})
