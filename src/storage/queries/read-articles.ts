import { sql } from 'kysely'
import { type Query, readInChunks } from '../db.ts'
import { engineOf } from '../engine.ts'
import { NEVER_READ } from '../../records/feed-state.ts'
import type { StoreCounts } from '../../records/ports/news-archive.ts'
import type { PlacedArticle } from '../../records/story.ts'
import { shareTheThread } from '../../thread/share-the-thread.ts'
import { fromJson } from '../json.ts'
import { selectPlaced, toPlacedArticle } from './article-rows.ts'

export const knownVersions: Query<'knownVersions'> = async (db, ids) => {
  const columns = [
    'id',
    'source_id as sourceId',
    'version',
    'content_hash as contentHash',
    'seen_at as seenAt',
  ] as const
  const rows = await readInChunks(ids, (some) =>
    db
      .selectFrom('article')
      .select(columns)
      .where('id', 'in', some)
      .unionAll(db.selectFrom('past_article').select(columns).where('id', 'in', some))
      .execute(),
  )
  return new Map(rows.map(({ id, ...known }) => [id, known]))
}

export const placedArticles: Query<'placedArticles'> = async (db, since, ids) => {
  if (ids !== undefined) {
    const rows = await readInChunks(ids, (some) =>
      selectPlaced(db).where('article.id', 'in', some).where('article.seen_at', '>=', since).execute(),
    )
    return rows
      .toSorted((one, other) => one.seenAt - other.seenAt || one.row - other.row)
      .map(toPlacedArticle)
  }
  const articles: PlacedArticle[] = []
  const pause = shareTheThread()
  let after = { seenAt: since, row: -1 }
  for (;;) {
    const rows = await selectPlaced(db)
      .where((eb) =>
        eb(eb.refTuple('article.seen_at', 'article.row'), '>', eb.tuple(after.seenAt, after.row)),
      )
      .orderBy('article.seen_at')
      .orderBy('article.row')
      .limit(ARTICLES_AT_ONCE)
      .execute()
    articles.push(...rows.map(toPlacedArticle))
    const last = rows.at(-1)
    if (last === undefined || rows.length < ARTICLES_AT_ONCE) return articles
    after = { seenAt: last.seenAt, row: last.row }
    await pause()
  }
}

const ARTICLES_AT_ONCE = 200

export const storyPlaces: Query<'storyPlaces'> = (db, since) =>
  db
    .selectFrom('article')
    .innerJoin('story', 'story.row', 'article.story')
    .select([
      'article.id',
      'article.version',
      'article.seen_at as seenAt',
      'article.published_at as publishedAt',
      'story.id as storyId',
      'story.line as storylineId',
    ])
    .where('article.seen_at', '>=', since)
    .orderBy('article.seen_at')
    .orderBy('article.row')
    .execute()

export const versions: Query<'versions'> = (db, articleId) =>
  db
    .selectFrom('article_version')
    .innerJoin('article', 'article.row', 'article_version.article')
    .select([
      'article_version.version',
      'article_version.title',
      'article_version.text',
      'article_version.seen_at as seenAt',
    ])
    .where('article.id', '=', articleId)
    .orderBy('article_version.version')
    .execute()

/** Two articles may have the same URL (a page that lists several); the newest is returned. */
export const articleByUrl: Query<'articleByUrl'> = async (db, url) => {
  const row = await selectPlaced(db)
    .where('article.url', '=', url)
    .orderBy('article.row', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : toPlacedArticle(row)
}

export const articlesOf: Query<'articlesOf'> = async (db, sourceId, most) => {
  const rows = await selectPlaced(db)
    .where('article.source_id', '=', sourceId)
    .orderBy('article.seen_at', 'desc')
    .orderBy('article.row', 'desc')
    .limit(most)
    .execute()
  return rows.map(toPlacedArticle)
}

export const seenBetween: Query<'seenBetween'> = async (db, moments, sourceId) => {
  const counts: number[] = []
  for (const [index, from] of moments.slice(0, -1).entries()) {
    const { count } = await db
      .selectFrom('article')
      .select(({ fn }) => fn.countAll<number | string>().as('count'))
      .where('seen_at', '>=', from)
      .where('seen_at', '<', moments[index + 1] ?? from)
      .$if(sourceId !== undefined, (query) => query.where('source_id', '=', sourceId ?? ''))
      .executeTakeFirstOrThrow()
    counts.push(Number(count))
  }
  return counts
}

export const counts: Query<'counts'> = async (db) => {
  const { rows } = await sql<StoreCounts>`
    select coalesce(sum(articles), 0) as articles, coalesce(sum(versions), 0) as versions, count(*) as sources,
      (select count(*) from story) - (select count(*) from story where merged_into is not null) as stories,
      (select count(*) from outbox where state = 'sent') as sent,
      (select min(seen_at) from article) as "oldestAt", ${engineOf(db).name} as engine, ${engineOf(db).size} as bytes
    from source`.execute(db)
  const [all] = rows
  if (all === undefined) throw new Error('a sum has one row')
  return all
}

export const keptPerSource: Query<'keptPerSource'> = async (db) => {
  const rows = await db
    .selectFrom('source')
    .select(['id', 'articles', 'let_go_articles', 'let_go_versions', 'let_go_at'])
    .execute()
  return new Map(
    rows.map(({ id, articles, let_go_articles, let_go_versions, let_go_at: at }) => {
      const letGo = at === null ? null : { articles: let_go_articles, versions: let_go_versions, at }
      return [id, { articles, letGo }]
    }),
  )
}

export const feedStates: Query<'feedStates'> = async (db) => {
  const rows = await db.selectFrom('source').select(['id', 'state']).execute()
  // Fields that an older version of the program did not store get their initial values.
  return new Map(rows.map((row) => [row.id, { ...NEVER_READ, ...fromJson(row.state) }]))
}
