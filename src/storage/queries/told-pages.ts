import { sql } from 'kysely'
import type { PostWithPage } from '../../records/decision.ts'
import type { Query } from '../db.ts'
import { fromJson } from '../json.ts'
import { removalIn } from './article-rows.ts'
import { sentPosts, standingReader } from './corrections.ts'
import { readStoriesOf } from './told-versions.ts'

/** Pages searched for one per host: some hosts have hundreds due. */
const DUE_AT_ONCE = 2_000

export const takeDuePages: Query<'takeDuePages'> = async (
  db,
  { now, toldSince, until, hostRestsMs, most },
) => {
  const due = await db
    .selectFrom('told_page')
    .select(['article_id', 'host'])
    .where('due_at', '<=', now)
    .where('told_at', '>=', toldSince)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('told_page as beside')
            .select('beside.host')
            .whereRef('beside.host', '=', 'told_page.host')
            .where('beside.looked_at', '>', now - hostRestsMs),
        ),
      ),
    )
    .orderBy(sql`missing_since is null`)
    .orderBy('due_at')
    .orderBy('article_id')
    .limit(DUE_AT_ONCE)
    .execute()
  const ofHosts = new Map(due.toReversed().map(({ host, article_id }) => [host, article_id]))
  const inOrder = due.filter(({ host, article_id }) => ofHosts.get(host) === article_id).slice(0, most)
  if (inOrder.length === 0) return []
  const taken = await db
    .updateTable('told_page')
    .set({ due_at: until, looked_at: now })
    .where(
      'article_id',
      'in',
      inOrder.map(({ article_id }) => article_id),
    )
    // Checked again at the time of the update: another process may have taken the page.
    .where('due_at', '<=', now)
    .returning('article_id')
    .execute()
  if (taken.length === 0) return []
  const rows = await db
    .selectFrom('told_page')
    .innerJoin('article', 'article.id', 'told_page.article_id')
    .innerJoin('story', 'story.row', 'article.story')
    .select([
      'article.id as articleId',
      'article.title',
      'article.source_id as sourceId',
      'article.seen_at as seenAt',
      'article.published_at as publishedAt',
      'article.url',
      'article.tags',
      'story.id as storyId',
      'told_page.told_at as toldAt',
      'told_page.etag',
      'told_page.last_modified as lastModified',
      'told_page.found_at as foundAt',
      'told_page.missing_since as missingSince',
      'told_page.removed_at as removedAt',
    ])
    .where(
      'told_page.article_id',
      'in',
      taken.map(({ article_id }) => article_id),
    )
    .orderBy('article.id')
    .execute()
  return rows.flatMap(({ url, tags, etag, lastModified, foundAt, missingSince, removedAt, ...article }) =>
    url === null
      ? []
      : [
          {
            ...article,
            url,
            language: fromJson(tags).language,
            state: { etag, lastModified, foundAt, missingSince, removedAt },
          },
        ],
  )
}

export const keepLook: Query<'keepLook'> = async (db, articleId, state, at, dueAt) => {
  const { etag, lastModified, foundAt, missingSince, removedAt } = state
  const isRemoved = removedAt === null ? sql`removed_at is not null` : sql`removed_at is null`
  await db
    .updateTable('told_page')
    .set({
      etag,
      last_modified: lastModified,
      found_at: foundAt,
      missing_since: missingSince,
      removed_at: removedAt,
      due_at: dueAt,
      changed_at: sql`case when ${isRemoved} then ${sql.lit(at)} else changed_at end`,
    })
    .where('article_id', '=', articleId)
    .execute()
}

export const pagesBeside: Query<'pagesBeside'> = async (db, articleId, since) => {
  const rows = await db
    .selectFrom('told_page')
    .select(['missing_since', 'found_at'])
    .where('host', '=', (eb) =>
      eb.selectFrom('told_page as of').select('of.host').where('of.article_id', '=', articleId),
    )
    .where('article_id', '<>', articleId)
    .where('looked_at', '>=', since)
    .where('removed_at', 'is', null)
    .execute()
  const missing = rows.filter((row) => row.missing_since !== null).length
  const found = rows.filter((row) => row.missing_since === null && row.found_at !== null).length
  return { found, missing }
}

export const postsWithPages: Query<'postsWithPages'> = async (db, changedSince, decidedSince) => {
  const changed = await db
    .selectFrom('told_page')
    .innerJoin('article', 'article.id', 'told_page.article_id')
    .select([
      'article.id',
      'article.url',
      'told_page.changed_at as changedAt',
      'told_page.found_at as foundAt',
      'told_page.missing_since as missingSince',
      'told_page.removed_at as removedAt',
    ])
    .where('told_page.changed_at', '>=', changedSince)
    .orderBy('article.id')
    .execute()
  const storiesOf = await readStoriesOf(
    db,
    changed.map(({ id }) => id),
  )
  const posts: PostWithPage[] = []
  const readStanding = standingReader(db)
  for (const { id: articleId, url, changedAt, ...state } of changed) {
    if (url === null || changedAt === null) continue
    const { removal = null } = removalIn(state)
    const rows = await sentPosts(db, storiesOf.get(articleId) ?? [], decidedSince).execute()
    for (const { toldVersion: _, ...post } of await readStanding(rows, articleId))
      posts.push({ ...post, articleId, url, removal, changedAt })
  }
  return posts
}
