import { sql } from 'kysely'
import type { Db } from '../db.ts'
import type { Tags } from '../../../records/article.ts'
import type { PlacedArticle } from '../../../records/story.ts'
import { fromJson, type Json } from '../json.ts'

/** What a report head needs of an article, under the names of the records. */
export const HEAD_COLUMNS = [
  'article.id',
  'article.source_id as sourceId',
  'article.title',
  'article.published_at as publishedAt',
  'article.seen_at as seenAt',
  'article.changed_at as changedAt',
  'article.version',
  'article.copy_of as copyOf',
  'article.agency',
  'article.tags',
  'story.id as storyId',
  'story.line as storylineId',
  'story.handle',
] as const

/** Articles with the text of their newest version and the id of their story: rows for `toPlacedArticle`. */
export function selectPlaced(db: Db) {
  return db
    .selectFrom('article')
    .innerJoin('article_version', (join) =>
      join
        .onRef('article_version.article', '=', 'article.row')
        .onRef('article_version.version', '=', 'article.version'),
    )
    .innerJoin('story', 'story.row', 'article.story')
    .select(HEAD_COLUMNS)
    .select([
      'article.row',
      'article.url',
      'article.guid',
      'article_version.text',
      'article.updated_at as updatedAt',
      'article.content_hash as contentHash',
    ])
}

/** Written out, as taking fields out of a row costs a fifth of reading it. */
export const toPlacedArticle = (
  row: Omit<PlacedArticle, 'tags'> & { readonly tags: Json<Tags> },
): PlacedArticle => ({
  id: row.id,
  sourceId: row.sourceId,
  url: row.url,
  guid: row.guid,
  title: row.title,
  text: row.text,
  publishedAt: row.publishedAt,
  updatedAt: row.updatedAt,
  seenAt: row.seenAt,
  version: row.version,
  contentHash: row.contentHash,
  tags: fromJson(row.tags),
  storyId: row.storyId,
  storylineId: row.storylineId,
  copyOf: row.copyOf,
  agency: row.agency,
})

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
