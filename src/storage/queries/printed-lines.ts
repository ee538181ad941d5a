import { sql } from 'kysely'
import { fromJson, toJson } from '../json.ts'
import type { KeptRead } from '../../records/ports/source-states.ts'
import { type Db, inChunks, type Query, readInChunks } from '../db.ts'

export const printedLines: Query<'printedLines'> = async (db, sourceId, lines) => {
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

export async function keepPrintedLines(
  db: Db,
  sourceId: string,
  { lines, most }: NonNullable<KeptRead['printed']>,
): Promise<void> {
  const rows = lines.map(({ about, seenAt: seen_at, ...line }) => ({
    source_id: sourceId,
    seen_at,
    about: toJson(about),
    ...line,
  }))
  for (const some of inChunks(rows))
    await db
      .insertInto('printed_line')
      .values(some)
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
      order by articles desc, seen_at desc limit ${Number.MAX_SAFE_INTEGER} offset ${most})`.execute(db)
}
