import type { DatabaseSync } from 'node:sqlite'
import { handleOf } from '../../../text/short-name.ts'

/** As many of the newest stories as ninety days bring where much is read. */
const MOST_STORIES = 130_000

/** Gives the newest stories a name of four signs. */
export function handles(database: DatabaseSync): void {
  database.exec(`
    alter table story add column handle text;
    create unique index story_handle on story (handle) where handle is not null;`)
  const newest = database.prepare('select row, id from story order by row desc limit ?').all(MOST_STORIES)
  const give = database.prepare('update or ignore story set handle = ? where row = ?')
  for (const { row, id } of newest)
    for (let attempt = 0; attempt < 8; attempt++)
      if (give.run(handleOf(String(id), attempt), Number(row)).changes > 0) break
}
