import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { aRead, anArticle } from './a-read.ts'
import { aTemporaryDirectory } from './a-temporary-directory.ts'

it('leaves few pieces of the search index', async () => {
  const file = `${aTemporaryDirectory()}/dragoman.db`
  const store = await openSqliteStore(file)
  for (let i = 0; i < 40; i++) await store.keepRead(aRead([anArticle()]))
  const before = pieces(file)
  let steps = 0
  while ((await store.tidySearch()) > 0) steps += 1
  expect(steps).toBeGreaterThan(0)
  expect(pieces(file)).toBeLessThan(before / 2)
  expect(await store.tidySearch()).toBe(0)
  await store.close()
})

/** Counts the pieces in FTS5's index table (https://www.sqlite.org/fts5.html#fts5_data_structures). */
function pieces(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true })
  const row = database.prepare('select count(distinct segid) as n from article_words_idx').get()
  database.close()
  return Number(row?.n)
}
