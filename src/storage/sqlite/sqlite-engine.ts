import { sql } from 'kysely'
import type { Engine } from '../engine.ts'
import { matchingRows, narrowerRows, newestRows } from './search/find-rows.ts'
import { lastIndexed, putArticles, removeArticle, tidyIndex } from './search/search-index.ts'

export const SQLITE: Engine = {
  indexedBy: (index) => sql`indexed by ${sql.ref(index)}`,
  forUpdate: sql``,
  skipLocked: () => sql``,
  listed: (texts) => sql`json_each(${JSON.stringify(texts)}) listed`,
  size: sql<number>`(select page_count * page_size from pragma_page_count(), pragma_page_size())`,
  name: sql<string>`'SQLite ' || sqlite_version()`,
  weighReports: (independent, ageMs) => sql<number>`weigh_reports(${independent}, ${ageMs})`,
  // Its plans are fixed by hints and use no statistics.
  updateStatistics: async () => undefined,
  // SQLite remembers the last number only for tables with AUTOINCREMENT; others continue after their last
  // row.
  async lastAssignedRow(db, table) {
    const { rows } = await sql<{ last: number }>`
      select max(coalesce((select max(row) from ${sql.table(table)}), 0),
        coalesce((select seq from sqlite_sequence where name = ${table}), 0)) as last`.execute(db)
    return rows[0]?.last ?? 0
  },
  async setNextRow(db, table, last) {
    await sql`delete from sqlite_sequence where name = ${table}`.execute(db)
    await sql`
      insert into sqlite_sequence (name, seq) select name, ${last} from sqlite_schema
      where name = ${table} and sql like '%autoincrement%'`.execute(db)
  },
  search: {
    put: putArticles,
    remove: removeArticle,
    lastRow: lastIndexed,
    tidy: tidyIndex,
    matchingRows,
    newestRows,
    narrowerRows,
  },
}
