import type { Selectable } from 'kysely'
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
