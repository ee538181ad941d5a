import { sql } from 'kysely'
import type { PrintedLine } from '../../../records/source.ts'
import { fromJson, toJson } from '../json.ts'
import { type Db, inChunks, readInChunks } from '../db.ts'

export async function printedLines(
  db: Db,
  sourceId: string,
  lines: readonly string[],
): Promise<ReadonlyMap<string, PrintedLine>> {
  const rows = await readInChunks(lines, (some) =>
    db
      .selectFrom('printed_line')
      .select(['line', 'articles', 'about', 'seen_at as seenAt'])
      .where('source_id', '=', sourceId)
      .where('line', 'in', some)
      .execute(),
  )
  return new Map(rows.map((row) => [row.line, { ...row, about: fromJson(row.about) }]))
}

/** Call it inside a transaction. */
export async function keepPrintedLines(
  db: Db,
  sourceId: string,
  lines: readonly PrintedLine[],
  most: number,
): Promise<void> {
  for (const some of inChunks(lines))
    await db
      .insertInto('printed_line')
      .values(
        some.map(({ line, articles, about, seenAt }) => ({
          source_id: sourceId,
          line,
          articles,
          about: toJson(about),
          seen_at: seenAt,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['source_id', 'line']).doUpdateSet((eb) => ({
          articles: eb.ref('excluded.articles'),
          about: eb.ref('excluded.about'),
          seen_at: eb.ref('excluded.seen_at'),
        })),
      )
      .execute()
  await sql`
    delete from printed_line where source_id = ${sourceId} and line in (
      select line from printed_line where source_id = ${sourceId}
      order by articles desc, seen_at desc limit -1 offset ${most})`.execute(db)
}
