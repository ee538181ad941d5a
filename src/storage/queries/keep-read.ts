import type { Selectable } from 'kysely'
import type { Tables } from '../tables.ts'
import { engineOf, type IndexedArticle } from '../engine.ts'
import { facetsOf } from '../search/facets.ts'
import { addNew, type Db, type Query, readInChunks } from '../db.ts'
import { reportedAt } from '../../articles/reported-at.ts'
import type { TaggedArticle } from '../../records/article.ts'
import type { KeptArticle, KeptRead } from '../../records/ports/source-states.ts'
import { shareTheThread } from '../../thread/share-the-thread.ts'
import { toJson } from '../json.ts'
import { articleBytes, firstFreeRow, firstRowAt, versionBytes } from './article-rows.ts'
import { keepFindings } from './findings.ts'
import { boundVersions } from './let-go-articles.ts'
import { createMoves, resolveStories } from './place-stories.ts'
import { keepPrintedLines } from './printed-lines.ts'

/** Versions that are already stored are left unchanged. */
export const keepRead: Query<'keepRead'> = async (db, read) => {
  const source = await keepState(db, read)
  if (read.printed !== undefined) await keepPrintedLines(db, read.sourceId, read.printed)
  if (read.articles.length === 0) return
  const placements = read.articles.map((kept) => kept.placement)
  const storyRow = await resolveStories(db, placements)
  const ids = read.articles.map((kept) => kept.article.id)
  const known = await knownRows(db, ids)
  const past = await pastVersions(db, ids)
  const moves = createMoves(db)
  const counts = { articles: 0, versions: 0, bytes: 0, letGo: 0, editedAt: 0 }
  /** Articles for the search index, by row: the newest version of each. */
  const indexed = new Map<number, IndexedArticle>()
  const withFindings = new Map<number, Pick<KeptArticle, 'article' | 'findings'>>()
  const languages = new Set<string>()
  const edited: { readonly id: string; readonly row: number }[] = []
  const pause = shareTheThread()
  let lastRow = -1
  for (const { article, placement, terms, findings = [] } of inOrderOfDate(read.articles)) {
    await pause()
    const place = {
      story: storyRow(placement.storyId),
      copy_of: placement.copyOf,
      agency: placement.agency,
    }
    const before = known.get(article.id)
    const knownVersion = before?.version ?? past.get(article.id) ?? 0
    if (knownVersion >= article.version) continue
    const changedAt =
      knownVersion === 0 ? article.seenAt : Math.max(article.seenAt, read.state.lastTriedAt ?? article.seenAt)
    const row =
      before?.row ?? (await firstFreeRow(db, Math.max(firstRowAt(reportedAt(article)), lastRow + 1)))
    if (before !== undefined && before.story !== place.story)
      await moves.move([article.id], place.story, changedAt)
    const bytes = await writeArticle(db, row, article, { changed_at: changedAt, ...place })
    counts.bytes += bytes - (before?.bytes ?? 0) + (await writeVersion(db, row, article, changedAt))
    counts.versions += 1
    indexed.set(row, { row, terms, facets: facetsOf(article.tags, source) })
    languages.add(article.tags.language)
    withFindings.set(row, { article, findings })
    known.set(article.id, { id: article.id, row, version: article.version, story: place.story, bytes })
    if (before === undefined) {
      lastRow = row
      counts.articles += 1
      if (past.has(article.id)) await db.deleteFrom('past_article').where('id', '=', article.id).execute()
    } else {
      edited.push({ id: article.id, row })
      counts.editedAt = Math.max(counts.editedAt, changedAt)
    }
  }
  await engineOf(db).search.put(db, [...indexed.values()])
  await keepFindings(db, withFindings)
  for (const code of languages) await addNew(db, 'language', { code })
  // After the reports themselves: one of them may be among those that move.
  for (const { article, placement } of read.articles)
    await moves.move(
      placement.movedArticleIds ?? [],
      storyRow(placement.storyId),
      read.state.lastTriedAt ?? article.seenAt,
    )
  await moves.end()
  // After the moves, because these record under which stories the versions were told.
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

/** Stores the state; returns the row of the source. */
async function keepState(db: Db, read: KeptRead): Promise<number> {
  const state = toJson(read.state)
  const { row } = await db
    .insertInto('source')
    .values({ id: read.sourceId, state })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ state }))
    .returning('row')
    .executeTakeFirstOrThrow()
  return row
}

/** `bytes` excludes the versions. */
async function knownRows(db: Db, ids: readonly string[]) {
  const rows = await readInChunks(ids, (some) =>
    db
      .selectFrom('article')
      .select(['id', 'row', 'version', 'story', articleBytes.as('bytes')])
      .where('id', 'in', some)
      .execute(),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Newest versions of articles that were let go. */
async function pastVersions(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await readInChunks(ids, (some) =>
    db.selectFrom('past_article').select(['id', 'version']).where('id', 'in', some).execute(),
  )
  return new Map(rows.map(({ id, version }) => [id, version]))
}

/** Oldest first; versions of one article in their order. */
function inOrderOfDate(articles: readonly KeptArticle[]): readonly KeptArticle[] {
  return articles.toSorted(
    (a, b) => reportedAt(a.article) - reportedAt(b.article) || a.article.version - b.article.version,
  )
}

/** Inserts an article, or updates the one in this row. Returns the bytes written, as does `writeVersion`. */
async function writeArticle(
  db: Db,
  row: number,
  article: TaggedArticle,
  given: Pick<Selectable<Tables['article']>, 'changed_at' | 'story' | 'copy_of' | 'agency'>,
): Promise<number> {
  const { id, sourceId: source_id, seenAt: seen_at, url, guid, title, version } = article
  /** What a newer version may change. */
  const columns = {
    ...given,
    url,
    guid,
    title,
    version,
    published_at: article.publishedAt,
    updated_at: article.updatedAt,
    content_hash: article.contentHash,
    tags: toJson(article.tags),
  }
  const { bytes } = await db
    .insertInto('article')
    .values({ row, id, source_id, seen_at, dated_at: reportedAt(article), ...columns })
    .onConflict((conflict) => conflict.column('row').doUpdateSet(columns))
    .returning(articleBytes.as('bytes'))
    .executeTakeFirstOrThrow()
  return bytes
}

async function writeVersion(db: Db, row: number, article: TaggedArticle, seenAt: number): Promise<number> {
  const { version, title, text } = article
  const { bytes } = await db
    .insertInto('article_version')
    .values({ article: row, version, seen_at: seenAt, title, text })
    .returning(versionBytes.as('bytes'))
    .executeTakeFirstOrThrow()
  return bytes
}
