import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db.ts'
import type { AskedConditions, RowSearch } from '../../engine.ts'
import { allOf, type Match } from '../../search/match.ts'
import { RANKED } from '../../search/rank-newest.ts'
import { writeMatch } from './write-match.ts'

export const matchingRows = (match: Match, from: number, to: number): RawBuilder<{ readonly row: number }> =>
  sql`(select article_words.rowid as row from article_words
    where article_words match ${writeMatch(match)} and article_words.rowid >= ${from} and article_words.rowid < ${to})`

/** Walks the index backwards and stops when `limit` is reached. */
export async function newestRows(
  db: Db,
  { match, from, to, seenBefore }: RowSearch,
  limit: number,
): Promise<readonly number[]> {
  const isKnown = seenBefore === undefined ? sql`` : sql`and seen_at < ${seenBefore}`
  const { rows } =
    match === null
      ? await sql<{ row: number }>`
          select row from article
          where row >= ${from} and row < ${to} ${isKnown}
          order by row desc limit ${limit}`.execute(db)
      : await sql<{ row: number }>`
          select rowid as row from article_words
          where article_words match ${writeMatch(match)} and rowid >= ${from} and rowid < ${to} ${
            seenBefore === undefined
              ? sql``
              : sql`and exists (select 1 from article where article.row = article_words.rowid ${isKnown})`
          }
          order by rowid desc limit ${limit}`.execute(db)
  return rows.map((row) => row.row)
}

/** Replaces the wider form in the query: asking for both would walk its rows twice. */
export async function narrowerRows(
  db: Db,
  newest: readonly number[],
  { conditions, excluded, span }: AskedConditions,
  index: number,
): Promise<readonly (readonly number[])[]> {
  const [latest, oldest] = [newest[0], newest.at(-1)]
  const condition = conditions[index]
  if (latest === undefined || oldest === undefined || condition === undefined) return []
  const others = conditions.map(({ match }) => match).toSpliced(index, 1)
  const ranked = { from: oldest, to: latest + 1 }
  const { match, better } = condition
  const isRare = others.length > 0 && better.length > 0 && (await isRareIn(db, match, ranked))
  const all: (readonly number[])[] = []
  for (const { match } of better) {
    const alone = isRare ? await newestRows(db, { match, ...ranked }, MOST_ALONE) : null
    all.push(
      alone === null || alone.length === MOST_ALONE
        ? await newestRows(db, { ...span, match: allOf([match, ...others], excluded), ...ranked }, RANKED)
        : alone,
    )
  }
  return all
}

/**
 * Whether a condition has so few rows in a range that looking up its narrower forms alone, without the other
 * conditions, is cheaper; the others then need not be walked again for each form. Estimated by how densely
 * its newest rows stand.
 */
async function isRareIn(
  db: Db,
  match: Match,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<boolean> {
  const some = await newestRows(db, { match, from, to }, PROBED_ROWS)
  const [first, last] = [some[0], some.at(-1)]
  if (some.length < PROBED_ROWS || first === undefined || last === undefined) return true
  return ((to - from) * PROBED_ROWS) / (first - last) < MOST_ALONE
}

/**
 * Enough to tell a word in one of ten articles from one in one of a hundred; costs a tenth of a narrower
 * form.
 */
const PROBED_ROWS = 32
/**
 * At 200,000 articles a form alone costs a third of one with another word at a thousand rows, and as much at
 * five thousand.
 */
const MOST_ALONE = 3_000
