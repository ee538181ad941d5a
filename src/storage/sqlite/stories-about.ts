import { sql, type Kysely, type RawBuilder } from 'kysely'
import { TOLD_MS } from '../../briefings/is-news.ts'
import { rowAt } from './queries/dated-rows.ts'
import type { StoryAbout } from '../../records/ports/news-archive.ts'
import type { Tables } from './tables.ts'
import { expressionMatch } from './expression-match.ts'
import { facet } from './facets.ts'
import { anyOf } from './match-expression.ts'

/**
 * Queries of rows of stories, one for each kind that a wish names, for stories that move from then on (milliseconds since 1970). What is news is published two weeks
 * before at most, and so far back another report may say what the story is about.
 */
export async function storiesAbout(
  db: Kysely<Tables>,
  about: StoryAbout,
  from: number,
): Promise<readonly RawBuilder<number>[]> {
  const matches = [
    ...facets(about.countries, facet.country),
    ...facets(about.topics, facet.topic),
    ...facets(about.languages, facet.language),
    ...facets(await sourceRows(db, about.sources), facet.source),
    ...(await expressions(db, about.expression)),
  ]
  return matches.map((match) =>
    match === null
      ? sql<number>`(select row from story where false)`
      : sql<number>`(
        select article.story from article_words join article on article.row = article_words.rowid
        where article_words match ${match} and article_words.rowid >= ${rowAt(from - TOLD_MS)})`,
  )
}

/** Null matches nothing. */
type Match = string | null

function facets<Value>(
  wished: readonly Value[] | undefined,
  word: (value: Value) => string,
): readonly Match[] {
  if (wished === undefined) return []
  return [wished.length === 0 ? null : anyOf(wished.map(word))]
}

async function sourceRows(
  db: Kysely<Tables>,
  ids: StoryAbout['sources'],
): Promise<readonly number[] | undefined> {
  if (ids === undefined) return undefined
  const rows = await db.selectFrom('source').select('row').where('id', 'in', ids).execute()
  return rows.map(({ row }) => row)
}

async function expressions(
  db: Kysely<Tables>,
  expression: StoryAbout['expression'],
): Promise<readonly Match[]> {
  if (expression === undefined) return []
  const { rows } = await sql<{ code: string }>`select code from language`.execute(db)
  return [
    rows.length === 0
      ? null
      : expressionMatch(
          expression,
          rows.map(({ code }) => code),
        ),
  ]
}
