import { sql } from 'kysely'
import { articleTerms } from '../../articles/article-terms.ts'
import type { Tags } from '../../records/article.ts'
import { shareTheThread } from '../../thread/share-the-thread.ts'
import type { Transact } from '../create-write-queue.ts'
import type { Db } from '../db.ts'
import { engineOf, type IndexedArticle } from '../engine.ts'
import { fromJson } from '../json.ts'
import { facetsOf } from '../search/facets.ts'
import { type CopiedRows, ROWS_IN_ORDER } from './rows-in-order.ts'

type Row = Readonly<Record<string, unknown>>

/** A letter has tens of kilobytes. */
const ROWS_AT_ONCE = 200
/** Each takes a millisecond to read. */
const ARTICLES_AT_ONCE = 50

/**
 * Copies all rows of a store, and its search index, into the tables of another one. Continues an interrupted
 * copy: rows are copied in key order, so what is there is the beginning. `onRows` is called with the number
 * of rows just written. Stops between two writes once `signal` aborts.
 */
export async function copyTables(
  from: Db,
  to: { readonly db: Db; readonly write: Transact },
  onRows: (rows: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  for (const part of ROWS_IN_ORDER) await copyPart(from, to, part, onRows, signal)
  await copyIndex(from, to, onRows, signal)
  const numbered = ROWS_IN_ORDER.filter(({ keys }) => keys.join() === 'row')
  for (const { table } of numbered) {
    const last = await engineOf(from).lastAssignedRow(from, table)
    await to.write((db) => engineOf(db).setNextRow(db, table, last))
  }
  await to.write((db) => engineOf(db).updateStatistics(db))
}

async function copyPart(
  from: Db,
  to: { readonly db: Db; readonly write: Transact },
  part: CopiedRows,
  onRows: (rows: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  let last = await lastRow(to.db, part)
  for (;;) {
    signal?.throwIfAborted()
    const rows = await rowsAfter(from, part, last)
    if (rows.length === 0) return
    await to.write((db) => insertRows(db, part, rows))
    onRows(rows.length)
    last = rows.at(-1) ?? null
  }
}

const keyList = ({ keys }: CopiedRows) => sql.join(keys.map((key) => sql.ref(key)))

async function lastRow(db: Db, part: CopiedRows): Promise<Row | null> {
  const newestFirst = sql.join(part.keys.map((key) => sql`${sql.ref(key)} desc`))
  const { rows } = await sql<Row>`
    select ${keyList(part)} from ${sql.table(part.table)} where ${part.where}
    order by ${newestFirst} limit 1`.execute(db)
  return rows[0] ?? null
}

/** The next rows after `last` in key order; from the beginning if `last` is null. */
export async function rowsAfter(db: Db, part: CopiedRows, last: Row | null): Promise<readonly Row[]> {
  const behind =
    last === null ? sql`` : sql`and (${keyList(part)}) > (${sql.join(part.keys.map((key) => last[key]))})`
  const { rows } = await sql<Row>`
    select * from ${sql.table(part.table)} where ${part.where} ${behind}
    order by ${keyList(part)} limit ${ROWS_AT_ONCE}`.execute(db)
  return rows
}

async function insertRows(db: Db, { table }: CopiedRows, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`)
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(values)}`.execute(db)
}

/** The oldest articles were tagged before there were name tags. */
const NAMELESS: Pick<Tags, 'people' | 'organisations'> = { people: [], organisations: [] }

/**
 * SQLite's index does not return its words, so they are computed from the articles as when these were stored.
 */
async function copyIndex(
  from: Db,
  to: { readonly db: Db; readonly write: Transact },
  onRows: (rows: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const pause = shareTheThread()
  let last = await engineOf(to.db).search.lastRow(to.db)
  for (;;) {
    signal?.throwIfAborted()
    const articles = await from
      .selectFrom('article')
      .innerJoin('article_version', (join) =>
        join
          .onRef('article_version.article', '=', 'article.row')
          .onRef('article_version.version', '=', 'article.version'),
      )
      .innerJoin('source', 'source.id', 'article.source_id')
      .select([
        'article.row',
        'article.title',
        'article_version.text',
        'article.tags',
        'source.row as source',
      ])
      .where('article.row', '>', last)
      .orderBy('article.row')
      .limit(ARTICLES_AT_ONCE)
      .execute()
    const indexed: IndexedArticle[] = []
    for (const { row, title, text, tags: kept, source } of articles) {
      const tags = { ...NAMELESS, ...fromJson(kept) }
      const { search } = articleTerms({ title, text }, tags.language)
      indexed.push({ row, terms: search, facets: facetsOf(tags, source) })
      await pause()
    }
    if (indexed.length === 0) return
    await to.write((db) => engineOf(db).search.put(db, indexed))
    onRows(indexed.length)
    last = indexed.at(-1)?.row ?? last
  }
}
