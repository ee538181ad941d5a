import { expect, it } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { REMEMBERED_MS, tidyStore } from '../../src/storage/tidy-store.ts'
import { aDecision } from './a-decision.ts'

const FIRST_DAY = Date.parse('2026-03-10T05:00:00Z')

it('forgets nothing that is younger, and breaks off when it is told to stop', async () => {
  const store = await openSqliteStore(':memory:')
  const now = FIRST_DAY + REMEMBERED_MS
  for (const at of [FIRST_DAY - 1, FIRST_DAY])
    await store.decide(aDecision({ slot: String(at), at, message: null }))
  expect(await tidyStore(store, now, { keepDays: null, stopped: () => true })).toEqual({
    workspaces: 0,
    keys: 0,
    decided: 0,
    handles: 0,
    articles: 0,
    steps: 0,
  })
  expect(await tidyStore(store, now, { keepDays: null })).toEqual({
    workspaces: 0,
    keys: 0,
    decided: 1,
    handles: 0,
    articles: 0,
    steps: 0,
  })
  expect((await store.ledgers(['morning'], 0)).get('morning')?.served).toEqual(new Set([String(FIRST_DAY)]))
  await store.close()
})
