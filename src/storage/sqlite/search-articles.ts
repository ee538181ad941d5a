import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { toPlacedArticle } from './queries/article-rows.ts'
import { rowAt } from './queries/dated-rows.ts'
import { selectPlaced } from './queries/read-articles.ts'
import type { AnalysedTerm } from '../search/search-terms.ts'
import { snippetsFor } from '../search/cut-snippet.ts'
import type { SearchPage, SearchQuery } from '../../records/search.ts'
import type { Tables } from './tables.ts'
import { askedWords } from './asked-words.ts'
import { facet } from './facets.ts'
import { anyOf, matchExpression } from './match-expression.ts'
import { newestRows } from './newest-rows.ts'
import { countryCondition, rankNewest } from './rank-newest.ts'
import type { Condition } from './rank-newest.ts'

const NOTHING: SearchPage = { hits: [], more: false }

/** Newest first walks the index backwards and stops at a full page; relevance ranks a bounded newest set (see `rankNewest`). */
export async function searchArticles(db: Kysely<Tables>, query: SearchQuery): Promise<SearchPage> {
  const languages = query.languages ?? (await readLanguages(db))
  const asked = askedWords(query, languages)
  if (asked === null) return NOTHING
  const filters = await filterConditions(db, query)
  if (filters === null) return NOTHING
  const { excluded } = asked
  const conditions = [...asked.conditions, ...filters]
  if (conditions.length === 0 && excluded.length > 0) {
    if (languages.length === 0) return NOTHING
    conditions.push(plain(anyOf(languages.map(facet.language))))
  }
  const span = {
    from: query.since === undefined ? 0 : rowAt(query.since),
    // Rows know whole seconds: a second that has begun counts.
    to: query.until === undefined ? Number.MAX_SAFE_INTEGER : rowAt(query.until + 999),
    seenBefore: query.seenBefore,
  }
  const end = query.offset + query.limit + 1
  const match = matchExpression(
    conditions.map((condition) => condition.match),
    excluded,
  )
  const rows =
    query.order === 'newest' || asked.conditions.length === 0
      ? await newestRows(db, { match, ...span }, end)
      : await rankNewest(db, span, { conditions, excluded }, end)
  const page = rows.slice(query.offset, query.offset + query.limit)
  return { hits: await readHits(db, page, asked.terms), more: rows.length > query.offset + query.limit }
}

async function readLanguages(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`select code from language`.execute(db)
  return rows.map((language) => language.code)
}

/** One condition for each filter; null when a filter asks for what no article can have. An empty filter filters nothing. */
async function filterConditions(
  db: Kysely<Tables>,
  query: SearchQuery,
): Promise<readonly Condition[] | null> {
  const filters: Condition[] = []
  if (isSet(query.countries)) filters.push(countryCondition(query.countries))
  if (isSet(query.topics)) filters.push(plain(anyOf(query.topics.map(facet.topic))))
  if (isSet(query.languages)) filters.push(plain(anyOf(query.languages.map(facet.language))))
  if (isSet(query.sources)) {
    const rows = await db.selectFrom('source').select('row').where('id', 'in', query.sources).execute()
    if (rows.length === 0) return null
    filters.push(plain(anyOf(rows.map((source) => facet.source(source.row)))))
  }
  return filters
}

function plain(match: string): Condition {
  return { match, better: [] }
}

function isSet(filter: readonly string[] | undefined): filter is readonly string[] {
  return filter !== undefined && filter.length > 0
}

async function readHits(
  db: Kysely<Tables>,
  rows: readonly number[],
  terms: readonly AnalysedTerm[],
): Promise<SearchPage['hits']> {
  if (rows.length === 0) return []
  const found = await selectPlaced(db).where('article.row', 'in', rows).execute()
  const byRow = new Map(found.map((row) => [row.row, toPlacedArticle(row)]))
  const cutSnippet = snippetsFor(terms)
  return rows.flatMap((row) => {
    const article = byRow.get(row)
    return article === undefined
      ? []
      : [{ article, snippet: cutSnippet(article.text, article.tags.language) }]
  })
}
