import { appendFileSync } from 'node:fs'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { openStoreInThreads } from '../../src/storage/sqlite/open-store-in-threads.ts'
import { aDecision } from './a-decision.ts'
import { NOON, aRead, anArticle } from './a-read.ts'

/**
 * Run by `kill.long.test.ts` as a separate process: stores reads and decides slots until it is killed, and
 * records in a second file what the store acknowledged. A record is one short append, so a kill leaves at
 * most the last one incomplete.
 */
// If its test is interrupted, nobody kills it.
process.once('disconnect', () => process.exit())

const [file = '', notes = '', firstId = '0', where = ''] = process.argv.slice(2)
const store = await (where === 'in threads' ? openStoreInThreads : openSqliteStore)(file)
for (let id = Number(firstId); ; id += 10) {
  const articles = Array.from({ length: 10 }, (_, i) =>
    anArticle({
      id: `a${id + i}`,
      title: `Report ${id + i}`,
      seenAt: NOON + id + i,
      publishedAt: NOON + id * 1000,
    }),
  )
  const told = [{ storyId: `story-of-a${id}`, at: NOON, articles: [`a${id}@1`] }]
  await Promise.all([
    store
      .keepRead(aRead(articles, { sourceId: `source-${id % 7}` }))
      .then(() => appendFileSync(notes, articles.map((article) => `article ${article.id}\n`).join(''))),
    store
      .decide(aDecision({ outboxId: `o${id}`, slot: String(id), told }))
      .then(() => appendFileSync(notes, `slot ${id}\n`)),
  ])
}
