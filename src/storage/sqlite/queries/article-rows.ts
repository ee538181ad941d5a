import { type Selectable, sql } from 'kysely'
import type { Db } from '../db.ts'
import type { TaggedArticle } from '../../../records/article.ts'
import type { PlacedArticle, ReportHead } from '../../../records/story.ts'
import { fromJson, toJson } from '../json.ts'
import type { Tables } from '../tables.ts'

/** An article joined with the text of its newest version and the id of its story. */
export type PlacedRow = Omit<Selectable<Tables['article']>, 'story'> & {
  readonly story_id: string
  readonly text: string
}

/** What of a row a report head needs. */
export type HeadRow = Pick<
  Selectable<Tables['article']>,
  | 'id'
  | 'source_id'
  | 'title'
  | 'published_at'
  | 'seen_at'
  | 'changed_at'
  | 'version'
  | 'copy_of'
  | 'agency'
  | 'tags'
>

export function toPlacedArticle(row: PlacedRow): PlacedArticle {
  return {
    id: row.id,
    sourceId: row.source_id,
    url: row.url,
    guid: row.guid,
    title: row.title,
    text: row.text,
    author: row.author,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    seenAt: row.seen_at,
    version: row.version,
    contentHash: row.content_hash,
    image: row.image,
    tags: fromJson(row.tags),
    storyId: row.story_id,
    copyOf: row.copy_of,
    agency: row.agency,
  }
}

export function toReportHead(row: HeadRow): ReportHead {
  const tags = fromJson(row.tags)
  return {
    articleId: row.id,
    sourceId: row.source_id,
    title: row.title,
    language: tags.language,
    publishedAt: row.published_at,
    seenAt: row.seen_at,
    changedAt: row.changed_at,
    version: row.version,
    copyOf: row.copy_of,
    agency: row.agency,
    countries: tags.countries,
    topics: tags.topics,
    people: tags.people.map((person) => person.name),
  }
}

/** The columns that a newer version of an article may change. */
export function toChangingColumns(article: TaggedArticle) {
  return {
    url: article.url,
    guid: article.guid,
    title: article.title,
    author: article.author,
    published_at: article.publishedAt,
    updated_at: article.updatedAt,
    version: article.version,
    content_hash: article.contentHash,
    image: article.image,
    tags: toJson(article.tags),
  }
}

/** Bytes of a row of `article` beside its versions. */
export const articleBytes = sql<number>`
  coalesce(octet_length(url), 0) + coalesce(octet_length(guid), 0) + coalesce(octet_length(image), 0) + octet_length(tags)`

/** Bytes of a row of `article_version`. */
export const versionBytes = sql<number>`octet_length(title) + octet_length(text)`

/**
 * Rows are numbered by the second that their article is dated, so that the newest are found by walking rows backwards and a
 * stretch of time is a range of rows. Articles of one second take the next free numbers: many outlets state the full hour
 * or the day only. More than 256 of one second count as of the next ones.
 */
export function rowAt(time: number): number {
  return Math.max(0, Math.floor(time / 1000) * ROWS_A_SECOND)
}

/** Small, because the search index stores differences of row numbers; `time * 256 / 1000` stays exact until the year 3084. */
const ROWS_A_SECOND = 256

export async function firstFreeRow(db: Db, from: number): Promise<number> {
  const taken = await db.selectFrom('article').select('row').where('row', '=', from).executeTakeFirst()
  if (taken === undefined) return from
  const { rows } = await sql<{ row: number }>`
    select a.row + 1 as row from article a
    where a.row >= ${from} and not exists (select 1 from article b where b.row = a.row + 1)
    order by a.row limit 1`.execute(db)
  const [gap] = rows
  if (gap === undefined) throw new Error(`no free row after ${from}`)
  return gap.row
}
