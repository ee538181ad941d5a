import { sql } from 'kysely'
import type { Engine } from '../engine.ts'
import { setNextRow, lastAssignedRow } from './numbers.ts'
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
  lastAssignedRow,
  setNextRow,
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
