import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { aTemporaryDirectory } from './a-temporary-directory.ts'

const KILLS = Number(process.env['DRAGOMAN_DRILL_KILLS'] ?? 10)

describe.each(['in its thread', 'in threads'])('a store %s whose process is killed', (where) => {
  it(
    'has everything that it acknowledged, whole, and goes on',
    async () => {
      const directory = aTemporaryDirectory()
      const file = `${directory}/dragoman.db`
      const notes = `${directory}/notes`
      for (let kill = 0; kill < KILLS; kill++) {
        const lines = existsSync(notes) ? readFileSync(notes, 'utf8').split('\n').length : 0
        await runAndKill([file, notes, String(kill * 1_000_000), where], notes, lines)

        const acknowledged = readFileSync(notes, 'utf8').split('\n').slice(0, -1)
        expect(acknowledged.length).toBeGreaterThan(lines)
        const store = await openSqliteStore(file)
        const kept = await store.placedArticles(0)
        const slots = (await store.ledgers(['morning'], 0)).get('morning')?.served ?? new Set<string>()
        const unsent = await store.deliveries(0)
        const told = await store.told('terminal:here')
        const counts = await store.counts()
        await store.close()

        const known = new Set([
          ...kept.map(({ id }) => `article ${id}`),
          ...[...slots].map((slot) => `slot ${slot}`),
        ])
        expect(acknowledged.filter((line) => !known.has(line))).toEqual([])
        // Reads are complete, and a slot has its message and its record of what was told.
        expect(kept.length % 10).toBe(0)
        expect(counts).toMatchObject({ articles: kept.length, versions: kept.length, stories: kept.length })
        expect(unsent).toHaveLength(slots.size)
        expect(told.size).toBe(slots.size)
        expect(integrity(file)).toEqual({ whole: 'ok', words: kept.length })
      }
    },
    KILLS * 30_000,
  )
})

/**
 * Lets it work for a random time after its first note, then kills it as a power cut or an out-of-memory
 * killer would.
 */
async function runAndKill(args: readonly string[], notes: string, linesBefore: number): Promise<void> {
  const child = fork(new URL('drill-child.ts', import.meta.url), [...args], { stdio: 'ignore', execArgv: [] })
  const gone = once(child, 'exit')
  while (!existsSync(notes) || readFileSync(notes, 'utf8').split('\n').length <= linesBefore + 1) {
    if (child.exitCode !== null) throw new Error(`the child ended by itself with ${child.exitCode}`)
    await setTimeout(10)
  }
  await setTimeout(Math.random() * 300)
  child.kill('SIGKILL')
  await gone
}

function integrity(file: string) {
  const database = new DatabaseSync(file)
  database.exec("insert into article_words (article_words) values ('integrity-check')")
  const whole = database.prepare('pragma integrity_check').get()?.['integrity_check']
  const words = database
    .prepare("select count(*) as n from article_words where article_words match 'report'")
    .get()?.['n']
  database.close()
  return { whole, words }
}
