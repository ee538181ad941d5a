import { type RawBuilder, sql } from 'kysely'
import { NEWS_MEMORY_MS } from '../../briefings/story-facts.ts'
import type { Expression } from '../../records/expression.ts'
import type { StoryAbout } from '../../records/ports/news-archive.ts'
import type { Db, Query } from '../db.ts'
import { engineOf, type SearchIndex } from '../engine.ts'
import { firstRowAt } from '../queries/article-rows.ts'
import { facet, indexedLanguages, rowsOfSources } from './facets.ts'
import { anyOf, type Match } from './match.ts'
import { expressionMatch } from './match-expression.ts'

/**
 * Subqueries of story rows, one for each field of `about` that is given, for stories that move from `from` on
 * (milliseconds since 1970). They search two weeks further back: a story in the news was published at most
 * two weeks before, and an older report of it may have the value.
 */
export async function storiesAbout(
  db: Db,
  about: StoryAbout,
  from: number,
): Promise<readonly RawBuilder<number>[]> {
  const { search } = engineOf(db)
  const { expression, sources } = about
  const languages = expression === undefined ? [] : await indexedLanguages(db)
  const said =
    expression !== undefined && languages.length > 0 ? expressionMatch(expression, languages) : null
  const matches = [
    ...facets(about.countries, facet.country),
    ...facets(about.topics, facet.topic),
    ...facets(about.languages, facet.language),
    ...facets(sources && (await rowsOfSources(db, sources)), facet.source),
    ...(expression === undefined ? [] : [said]),
  ]
  const { storylines } = about
  const ofLines =
    storylines === undefined
      ? []
      : [
          storylines.length === 0
            ? NO_STORIES
            : sql<number>`(select row from story where line in (${sql.join(storylines)}))`,
        ]
  const found = matches.map((match) =>
    match === null
      ? NO_STORIES
      : sql<number>`(
        select article.story from ${search.matchingRows(match, firstRowAt(from - NEWS_MEMORY_MS), Number.MAX_SAFE_INTEGER)} said
        join article on article.row = said.row)`,
  )
  return [...ofLines, ...found]
}

const NO_STORIES = sql<number>`(select row from story where false)`

function facets<Value>(
  wished: readonly Value[] | undefined,
  word: (value: Value) => string,
): readonly (Match | null)[] {
  if (wished === undefined) return []
  return [wished.length === 0 ? null : anyOf(wished.map(word))]
}

/**
 * One article must match the whole expression, since a story of forty reports says almost everything
 * somewhere. What stands under NOT must match none of the story's reports, in any language.
 */
export const storiesSaying: Query<'storiesSaying'> = async (db, expression, window) => {
  const languages = await indexedLanguages(db)
  if (languages.length === 0) return new Set()
  const end = firstRowAt(window.to + 999)
  const { search } = engineOf(db)
  const asked = { search, languages, from: firstRowAt(window.from), to: end }
  // Other reports of a story in the news are at most two weeks old.
  const refused = { search, languages, from: firstRowAt(window.from - NEWS_MEMORY_MS), to: end }
  const found = await sql<{ id: string }>`
    select distinct story.id from (${saying(expression, asked, refused)}) said
    join story on story.row = said.story`.execute(db)
  return new Set(found.rows.map(({ id }) => id))
}

/** Rows to search, and the languages (ISO 639-1) of their words. */
interface Stretch {
  readonly search: SearchIndex
  readonly languages: readonly string[]
  readonly from: number
  readonly to: number
}

/** Rows of the stories with a matching article in the period. */
function saying(expression: Expression, stretch: Stretch, refused: Stretch): RawBuilder<unknown> {
  return holdsNot(expression)
    ? sql`select a.story from article a where a.row >= ${stretch.from} and a.row < ${stretch.to}
        and ${holds(expression, stretch, refused)}`
    : sql`select a.story from ${matches(expression, stretch)} found join article a on a.row = found.row`
}

/** SQL condition: article `a` matches, and its story contains nothing that is excluded. */
function holds(expression: Expression, stretch: Stretch, refused: Stretch): RawBuilder<unknown> {
  if (!holdsNot(expression)) return sql`a.row in ${matches(expression, stretch)}`
  switch (expression.kind) {
    case 'not':
      return sql`a.story not in (${saying(expression.of, refused, refused)})`
    case 'and':
    case 'or': {
      const { kind, of } = expression
      const plain = of.filter((part) => !holdsNot(part))
      const parts = [
        ...(plain.length === 0 ? [] : [holds({ kind, of: plain }, stretch, refused)]),
        ...of.filter(holdsNot).map((part) => holds(part, stretch, refused)),
      ]
      return sql`(${sql.join(parts, kind === 'and' ? sql` and ` : sql` or `)})`
    }
    default:
      throw new Error('a term holds no NOT')
  }
}

const matches = (expression: Expression, { search, languages, from, to }: Stretch) =>
  search.matchingRows(expressionMatch(expression, languages), from, to)

const holdsNot = (expression: Expression): boolean =>
  expression.kind === 'not' || (expression.kind !== 'term' && expression.of.some(holdsNot))
