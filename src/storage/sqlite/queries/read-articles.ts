import type { Kysely } from 'kysely'
import { shareTheThread } from '../../../thread/share-the-thread.ts'
import type { ArticleVersion, KnownVersion } from '../../../records/article.ts'
import type { PlacedArticle } from '../../../records/story.ts'
import type { Tables } from '../tables.ts'
import { toPlacedArticle } from './article-rows.ts'
import { inChunks } from './in-chunks.ts'

/** Articles with the text of their newest version and the id of their story: rows for `toPlacedArticle`. */
export function selectPlaced(db: Kysely<Tables>) {
  return db
    .selectFrom('article')
    .innerJoin('article_version', (join) =>
      join
        .onRef('article_version.article', '=', 'article.row')
        .onRef('article_version.version', '=', 'article.version'),
    )
    .innerJoin('story', 'story.row', 'article.story')
    .select([
      'article.row',
      'article.id',
      'article.source_id',
      'article.url',
      'article.guid',
      'article.title',
      'article.author',
      'article.published_at',
      'article.updated_at',
      'article.seen_at',
      'article.changed_at',
      'article.dated_at',
      'article.version',
      'article.content_hash',
      'article.image',
      'article.tags',
      'article.copy_of',
      'article.agency',
      'story.id as story_id',
      'article_version.text',
    ])
}

export async function readKnownVersions(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownVersion>> {
  const known = new Map<string, KnownVersion>()
  for (const some of inChunks(ids, ARTICLES_AT_ONCE)) {
    const rows = await db
      .selectFrom('article')
      .select(['id', 'source_id', 'version', 'content_hash', 'seen_at'])
      .where('id', 'in', some)
      .unionAll(
        db
          .selectFrom('past_article')
          .select(['id', 'source_id', 'version', 'content_hash', 'seen_at'])
          .where('id', 'in', some),
      )
      .execute()
    for (const row of rows)
      known.set(row.id, {
        sourceId: row.source_id,
        version: row.version,
        contentHash: row.content_hash,
        seenAt: row.seen_at,
      })
  }
  return known
}

export async function readPlacedArticles(
  db: Kysely<Tables>,
  since: number,
): Promise<readonly PlacedArticle[]> {
  const articles: PlacedArticle[] = []
  const pause = shareTheThread()
  let after = { seenAt: since, row: -1 }
  for (;;) {
    const rows = await selectPlaced(db)
      .where((eb) =>
        eb.and([
          eb('article.seen_at', '>=', after.seenAt),
          eb.or([eb('article.seen_at', '>', after.seenAt), eb('article.row', '>', after.row)]),
        ]),
      )
      .orderBy('article.seen_at')
      .orderBy('article.row')
      .limit(ARTICLES_AT_ONCE)
      .execute()
    articles.push(...rows.map(toPlacedArticle))
    const last = rows.at(-1)
    if (last === undefined || rows.length < ARTICLES_AT_ONCE) return articles
    after = { seenAt: last.seen_at, row: last.row }
    await pause()
  }
}

const ARTICLES_AT_ONCE = 200

export async function readVersions(
  db: Kysely<Tables>,
  articleId: string,
): Promise<readonly ArticleVersion[]> {
  const rows = await db
    .selectFrom('article_version')
    .innerJoin('article', 'article.row', 'article_version.article')
    .select([
      'article_version.version',
      'article_version.title',
      'article_version.text',
      'article_version.seen_at',
    ])
    .where('article.id', '=', articleId)
    .orderBy('article_version.version')
    .execute()
  return rows.map(({ version, title, text, seen_at }) => ({ version, title, text, seenAt: seen_at }))
}

/** Two articles may state one address (a page that lists several); the newest is meant. */
export async function readArticleByUrl(db: Kysely<Tables>, url: string): Promise<PlacedArticle | null> {
  const row = await selectPlaced(db)
    .where('article.url', '=', url)
    .orderBy('article.row', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : toPlacedArticle(row)
}
