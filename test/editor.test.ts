import { describe, expect, it } from 'vitest'
import { createEditor } from '../src/editor.ts'
import type { SettledHours } from '../src/records/ports/source-states.ts'
import type { Placement } from '../src/records/story.ts'
import { openSqliteStore } from '../src/storage/sqlite/open-sqlite-store.ts'

describe('an editor', () => {
  it('has kept again what a failed write left, also if an earlier one was kept meanwhile', async () => {
    let now = Date.UTC(2026, 2, 9, 12)
    const hours: Placement[][] = [[aPlacement('vik')], [aPlacement('bergen')], []]
    const editor = createEditor({
      store: await openSqliteStore(':memory:'),
      now: () => now,
      grouper: {
        *settle() {
          yield
          return hours.shift() ?? []
        },
        place: () => aPlacement('none'),
        restore: () => undefined,
        remove: () => undefined,
        forget: () => undefined,
      },
    })
    const written: string[][] = []
    const write = (settled: SettledHours): void => {
      written.push(settled.placements.map(({ articleId }) => articleId))
    }
    const firstWrite = Promise.withResolvers<undefined>()
    now += HOUR_MS
    const first = editor.settle(async (settled) => {
      await firstWrite.promise
      write(settled)
    })
    now += HOUR_MS
    const second = editor.settle(() => Promise.reject(new Error('The disk is full.')))
    firstWrite.resolve(undefined)
    await expect(second).rejects.toThrow('The disk is full.')
    await first
    for (let call = 0; call < 2; call++) await editor.settle((settled) => Promise.resolve(write(settled)))
    expect(written).toEqual([['vik'], ['bergen']])
  })
})

const HOUR_MS = 3_600_000

const aPlacement = (articleId: string) => ({
  articleId,
  storyId: `s${articleId}`,
  storylineId: `l${articleId}`,
  copyOf: null,
  agency: null,
  mergedStoryIds: [],
})
