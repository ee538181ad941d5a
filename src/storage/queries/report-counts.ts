import { type RawBuilder, sql } from 'kysely'
import type { CountedAbout, CountQuery, StorySize } from '../../records/ports/report-counts.ts'
import type { Db, Query } from '../db.ts'
import { engineOf } from '../engine.ts'
import { facet, nameFacets, rowsOfSources } from '../search/facets.ts'
import { anyOf, both } from '../search/match.ts'
import { firstRowAt } from './article-rows.ts'

/**
 * Row numbers contain the second of an article (`rowAt`), so the search index alone can count by time; no
 * article is read.
 */
export const reportCounts: Query<'reportCounts'> = async (db, query) => {
  const reports = await reportsAbout(db, query.about, query)
  const step = stepOf(query)
  const counted = sql<number>`cast(count(*) as bigint)`
  const { rows } = await (
    query.bySource === true
      ? sql<{ step: number; sourceId: string | null; reports: number }>`
          select ${step} as step, a.source_id as "sourceId", ${counted} as reports
          from ${reports} r join article a ${engineOf(db).indexedBy('article_report')} on a.row = r.row
          group by 1, 2 order by 1, 2`
      : sql<{ step: number; sourceId: string | null; reports: number }>`
          select ${step} as step, null as "sourceId", ${counted} as reports from ${reports} r
          group by 1 order by 1`
  ).execute(db)
  return rows.map(({ step, sourceId, reports }) => ({ step, sourceId, reports }))
}

/** SQL for the step of the clock that row `r` falls in. */
function stepOf({ stepMs, clock }: CountQuery): RawBuilder<number> {
  const [first, ...later] = clock
  if (first === undefined) throw new Error('a clock is ahead of UTC by something')
  const ahead = later.reduce(
    (before, { from, aheadMs }) =>
      sql`case when r.row >= ${sql.lit(firstRowAt(from))} then ${sql.lit(rowsIn(aheadMs))} else ${before} end`,
    sql`${sql.lit(rowsIn(first.aheadMs))}`,
  )
  // SQLite binds numbers as floating point, and would divide with a fraction.
  return sql<number>`(r.row + ${ahead}) / ${sql.lit(rowsIn(stepMs))}`
}

const rowsIn = (ms: number): number => (ms < 0 ? -firstRowAt(-ms) : firstRowAt(ms))

export const storySizes: Query<'storySizes'> = async (db, query) => {
  const { leastOutlets, amongOnly, most } = query
  const others = (amongOnly ?? []).map(
    (sources) => sql`sum(case when a.source_id in (${sql.join(['', ...sources])}) then 0 else 1 end)`,
  )
  const list =
    others.length === 0
      ? sql`0`
      : sql`case ${sql.join(
          others.map((count, index) => sql`when ${count} = 0 then ${sql.lit(index)}`),
          sql` `,
        )} else -1 end`
  const { rows } = await sql<StorySize>`
    select story.id as "storyId", ranked.reports, ranked.outlets, ranked.list from (
      select counted.*, row_number() over (partition by list order by outlets desc, reports desc, story) as place from (
        select a.story, cast(count(*) as bigint) as reports, cast(count(distinct a.source_id) as bigint) as outlets, ${list} as list
        from ${await reportsAbout(db, query.about, query)} r
        join article a ${engineOf(db).indexedBy('article_report')} on a.row = r.row
        group by a.story having count(distinct a.source_id) >= ${leastOutlets}) counted
      where list >= 0) ranked
    join story on story.row = ranked.story
    where ranked.place <= ${most}
    order by ranked.list, ranked.place`.execute(db)
  return rows.map(({ storyId, reports, outlets, list }) => ({ storyId, reports, outlets, list }))
}

export const sourcesSince: Query<'sourcesSince'> = async (db) => {
  const rows = await db
    .selectFrom('source')
    .select((eb) => [
      'id',
      eb
        .selectFrom('article')
        .select(({ fn }) => fn.min('seen_at').as('at'))
        .whereRef('article.source_id', '=', 'source.id')
        .as('since'),
    ])
    .execute()
  return new Map(rows.flatMap(({ id, since }) => (since === null ? [] : [[id, since]])))
}

/** A subquery in parentheses: rows of the matching articles dated in the period. */
async function reportsAbout(
  db: Db,
  { countries, topics, sources, languages, people, storylines }: CountedAbout,
  stretch: { readonly from: number; readonly to: number },
): Promise<RawBuilder<unknown>> {
  const [from, to] = [firstRowAt(stretch.from), firstRowAt(stretch.to)]
  const kinds = [
    countries?.map(facet.focus),
    topics?.map(facet.topic),
    sources && (await rowsOfSources(db, sources)).map(facet.source),
    languages?.map(facet.language),
    people?.flatMap(nameFacets),
  ].filter((kind) => kind !== undefined)
  if (kinds.some((kind) => kind.length === 0) || storylines?.length === 0)
    return sql`(select row from article where false)`
  const found = kinds.length === 0 ? null : engineOf(db).search.matchingRows(both(kinds.map(anyOf)), from, to)
  if (storylines === undefined)
    return found ?? sql`(select row from article where row >= ${from} and row < ${to})`
  return sql`(
    select of.row from article of join story on story.row = of.story
    where story.line in (${sql.join(storylines)}) and of.row >= ${from} and of.row < ${to}
      ${found === null ? sql`` : sql`and of.row in ${found}`})`
}
