import { sql } from 'kysely'
import { FRESHNESS_HALF_LIFE_MS } from '../../briefings/story-facts.ts'
import type { Engine } from '../engine.ts'
import { matchingRows, narrowerRows, newestRows } from './search/find-rows.ts'
import { lastIndexed, putArticles, removeArticle, tidyIndex } from './search/search-index.ts'

export const POSTGRES: Engine = {
  // Its planner estimates the use of each index.
  indexedBy: () => sql``,
  forUpdate: sql`for update`,
  skipLocked: (table) => sql`for update of ${sql.ref(table)} skip locked`,
  listed: (texts) => sql`unnest(${texts}::text[]) listed (value)`,
  size: sql<number>`pg_database_size(current_database())`,
  // Distributions append their own version: 15.14 (Debian 15.14-0+deb12u1).
  name: sql<string>`'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1)`,
  weighReports: (independent, ageMs) =>
    sql<number>`ln(1 + ${independent}) / ln(2) * power(2, -(${ageMs})::float8 / ${sql.lit(FRESHNESS_HALF_LIFE_MS)})`,
  async updateStatistics(db) {
    await sql`analyze`.execute(db)
  },
  async lastAssignedRow(db, table) {
    const { rows } = await sql<{ last: number }>`
      select greatest((select max(row) from ${sql.table(table)}),
        pg_sequence_last_value(pg_get_serial_sequence(${table}, 'row')::regclass), 0) as last`.execute(db)
    return rows[0]?.last ?? 0
  },
  async setNextRow(db, table, last) {
    await sql`
      select setval(pg_get_serial_sequence(${table}, 'row'), ${Math.max(1, last)}, ${last > 0})`.execute(db)
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
