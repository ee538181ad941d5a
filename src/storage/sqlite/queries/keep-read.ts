import type { Kysely } from 'kysely'
import { reportedAt } from '../../../articles/reported-at.ts'
import type { Placement } from '../../../records/story.ts'
import type { TaggedArticle } from '../../../records/article.ts'
import type { KeptRead } from '../../../records/ports/source-states.ts'
import { shareTheThread } from '../../../thread/share-the-thread.ts'
import { toJson } from '../json.ts'
import type { Tables } from '../tables.ts'
import { toChangingColumns } from './article-rows.ts'
import { boundVersions } from './bound-versions.ts'
import { articleBytes, versionBytes } from './bytes-of.ts'
import { firstFreeRow, rowAt } from './dated-rows.ts'
import { inChunks } from './in-chunks.ts'
import { keepMoves } from './moved-articles.ts'
import { mergeStory, resolveStories } from './resolve-stories.ts'

/** Makes an article findable in place of what was known of it: the one part of keeping that each store does its own way. */
export type IndexArticle = (row: number, article: TaggedArticle, source: number) => Promise<void>

/** Writes one read; call it inside a transaction. A version that we have already is left as it is. */
export async function keepRead(db: Kysely<Tables>, read: KeptRead, index: IndexArticle): Promise<void> {
  const source = await keepState(db, read)
  if (read.articles.length === 0) return
  const stories = await resolveStories(
    db,
    read.articles.map((kept) => kept.placement),
  )
  const ids = read.articles.map((kept) => kept.article.id)
  const known = await knownRows(db, ids)
  const past = await pastVersions(db, ids)
  const counts = { articles: 0, versions: 0, bytes: 0, letGo: 0, editedAt: 0 }
  const edited: { readonly id: string; readonly row: number }[] = []
  const pause = shareTheThread()
  let lastRow = -1
  for (const { article, placement } of inOrderOfDate(read.articles)) {
    await pause()
    const place = {
      story: stories.rowOf(placement.storyId),
      copy_of: placement.copyOf,
      agency: placement.agency,
    }
    const before = known.get(article.id)
    const knownVersion = before?.version ?? past.get(article.id) ?? 0
    if (knownVersion >= article.version) continue
    const changedAt =
      knownVersion === 0 ? article.seenAt : Math.max(article.seenAt, read.state.lastTriedAt ?? article.seenAt)
    if (before === undefined) {
      const row = await firstFreeRow(db, Math.max(rowAt(reportedAt(article)), lastRow + 1))
      lastRow = row
      const bytes = await insertArticle(db, row, article, place, changedAt)
      counts.bytes += bytes + (await insertVersion(db, row, article, changedAt))
      if (past.has(article.id)) await db.deleteFrom('past_article').where('id', '=', article.id).execute()
      await index(row, article, source)
      known.set(article.id, { row, version: article.version, story: place.story, bytes })
      counts.articles += 1
    } else {
      if (before.story !== place.story) await keepMoves(db, [article.id], place.story, changedAt)
      const bytes = await updateArticle(db, before.row, article, place, changedAt)
      counts.bytes += bytes - before.bytes + (await insertVersion(db, before.row, article, changedAt))
      await index(before.row, article, source)
      known.set(article.id, { row: before.row, version: article.version, story: place.story, bytes })
      edited.push({ id: article.id, row: before.row })
      counts.editedAt = Math.max(counts.editedAt, changedAt)
      if (before.story !== place.story) await forwardIfEmpty(db, before.story, place.story)
    }
    counts.versions += 1
  }
  // Behind the reports themselves: one of them may be among those that move.
  for (const { article, placement } of read.articles)
    for (const ids of inChunks(placement.movedArticleIds ?? [], 500)) {
      const story = stories.rowOf(placement.storyId)
      await keepMoves(db, ids, story, read.state.lastTriedAt ?? article.seenAt)
      await db.updateTable('article').set({ story }).where('id', 'in', ids).execute()
    }
  // Behind the moves: they say under which stories its versions were told.
  for (const article of edited) {
    await pause()
    const gone = await boundVersions(db, article)
    counts.versions -= gone.versions
    counts.bytes -= gone.bytes
    counts.letGo += gone.versions
  }
  await db
    .updateTable('source')
    .set((eb) => ({
      articles: eb('articles', '+', counts.articles),
      versions: eb('versions', '+', counts.versions),
      bytes: eb('bytes', '+', counts.bytes),
      ...(counts.letGo > 0 && {
        let_go_versions: eb('let_go_versions', '+', counts.letGo),
        let_go_at: counts.editedAt,
      }),
    }))
    .where('row', '=', source)
    .execute()
}

/** The state, and the row of its source. */
async function keepState(db: Kysely<Tables>, read: KeptRead): Promise<number> {
  const state = toJson(read.state)
  const { row } = await db
    .insertInto('source')
    .values({ id: read.sourceId, state })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ state }))
    .returning('row')
    .executeTakeFirstOrThrow()
  return row
}

interface KnownRow {
  readonly row: number
  readonly version: number
  readonly story: number
  /** Without its versions. */
  readonly bytes: number
}

async function knownRows(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, KnownRow>> {
  const known = new Map<string, KnownRow>()
  for (const some of inChunks(ids, IDS_A_STATEMENT)) {
    const rows = await db
      .selectFrom('article')
      .select(['id', 'row', 'version', 'story', articleBytes.as('bytes')])
      .where('id', 'in', some)
      .execute()
    for (const row of rows) known.set(row.id, row)
  }
  return known
}

/** Newest versions of those that were let go. */
async function pastVersions(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const past = new Map<string, number>()
  for (const some of inChunks(ids, IDS_A_STATEMENT)) {
    const rows = await db
      .selectFrom('past_article')
      .select(['id', 'version'])
      .where('id', 'in', some)
      .execute()
    for (const { id, version } of rows) past.set(id, version)
  }
  return past
}

const IDS_A_STATEMENT = 500

type Kept = KeptRead['articles'][number]

/** Oldest first, versions of one article in their order. */
function inOrderOfDate(articles: readonly Kept[]): readonly Kept[] {
  return articles.toSorted(
    (a, b) => reportedAt(a.article) - reportedAt(b.article) || a.article.version - b.article.version,
  )
}

type Place = { readonly story: number } & Pick<Placement, 'agency'> & { readonly copy_of: string | null }

/** Like the two after it, gives the bytes of what it wrote. */
async function insertArticle(
  db: Kysely<Tables>,
  row: number,
  article: TaggedArticle,
  place: Place,
  changedAt: number,
): Promise<number> {
  const { bytes } = await db
    .insertInto('article')
    .values({
      row,
      id: article.id,
      source_id: article.sourceId,
      seen_at: article.seenAt,
      changed_at: changedAt,
      dated_at: reportedAt(article),
      ...toChangingColumns(article),
      ...place,
    })
    .returning(articleBytes.as('bytes'))
    .executeTakeFirstOrThrow()
  return bytes
}

async function updateArticle(
  db: Kysely<Tables>,
  row: number,
  article: TaggedArticle,
  place: Place,
  changedAt: number,
): Promise<number> {
  const { bytes } = await db
    .updateTable('article')
    .set({ changed_at: changedAt, ...toChangingColumns(article), ...place })
    .where('row', '=', row)
    .returning(articleBytes.as('bytes'))
    .executeTakeFirstOrThrow()
  return bytes
}

async function insertVersion(
  db: Kysely<Tables>,
  row: number,
  article: TaggedArticle,
  seenAt: number,
): Promise<number> {
  const { version, title, text } = article
  const { bytes } = await db
    .insertInto('article_version')
    .values({ article: row, version, seen_at: seenAt, title, text })
    .returning(versionBytes.as('bytes'))
    .executeTakeFirstOrThrow()
  return bytes
}

/** An edit may move the last article of a story elsewhere; who was told of the old story follows it. */
async function forwardIfEmpty(db: Kysely<Tables>, story: number, to: number): Promise<void> {
  const left = await db
    .selectFrom('article')
    .select('row')
    .where('story', '=', story)
    .limit(1)
    .executeTakeFirst()
  if (left === undefined) await mergeStory(db, story, to)
}
