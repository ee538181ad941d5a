import { sql } from 'kysely'
import { reportedAt } from '../../articles/reported-at.ts'
import { nameWords } from '../../language/name-keys.ts'
import type { KeptFinding } from '../../records/ports/findings.ts'
import type { KeptArticle } from '../../records/ports/source-states.ts'
import { shareTheThread } from '../../thread/share-the-thread.ts'
import { ARTICLE_FINDINGS } from '../bounds.ts'
import { readFinding } from '../finding-schema.ts'
import { type Db, inChunks, type Query } from '../db.ts'
import { onRemoval } from './article-rows.ts'
import { fromJson, toJson } from '../json.ts'

/** Stores the findings of the newest article versions, by article row, replacing those of older versions. */
export async function keepFindings(
  db: Db,
  read: ReadonlyMap<number, Pick<KeptArticle, 'article' | 'findings'>>,
): Promise<void> {
  const edited = [...read].flatMap(([row, { article }]) => (article.version > 1 ? [row] : []))
  for (const some of inChunks(edited)) await forgetFindings(db, some)
  const kept = [...read].flatMap(([row, { article, findings = [] }]) =>
    findings.slice(0, ARTICLE_FINDINGS).map((finding) => ({ row, article, finding })),
  )
  const pause = shareTheThread()
  for (const some of inChunks(kept, ROWS_TOGETHER)) {
    await pause()
    const rows = await db
      .insertInto('finding')
      .values(
        some.map(({ row, article, finding }) => ({
          article: row,
          kind: finding.kind,
          at: finding.at ?? reportedAt(article),
          body: toJson(finding),
        })),
      )
      .returning('row')
      .execute()
    const names = some.flatMap(({ finding: { names } }, index) => {
      const finding = rows[index]?.row
      if (finding === undefined) throw new Error('a finding that was kept has a row')
      return wordsOf(names).map((word) => ({ word, finding }))
    })
    for (const few of inChunks(names, ROWS_TOGETHER))
      await db.insertInto('finding_name').values(few).execute()
  }
}

/** Larger batches would make many statements that differ only in length, each prepared separately. */
const ROWS_TOGETHER = 32

const wordsOf = (names: readonly string[]): readonly string[] => [...new Set(names.flatMap(nameWords))]

/** Deletes the findings of the articles in these rows (500 at most). */
export async function forgetFindings(db: Db, articles: readonly number[]): Promise<void> {
  const rows = db.selectFrom('finding').select('row').where('article', 'in', articles)
  await db.deleteFrom('finding_name').where('finding', 'in', rows).execute()
  await db.deleteFrom('finding').where('article', 'in', articles).execute()
}

export const findings: Query<'findings'> = async (db, { kinds, stories, name, from, to, most }) => {
  let found = db
    .selectFrom('finding')
    .innerJoin('article', 'article.row', 'finding.article')
    .innerJoin('story', 'story.row', 'article.story')
    .leftJoin('told_page', onRemoval)
    .select([
      'finding.body',
      'article.id',
      'article.source_id as sourceId',
      'article.url',
      'article.title',
      'article.dated_at as datedAt',
      'article.tags',
      'article.copy_of as copyOf',
      'story.id as storyId',
      'told_page.removed_at as removedAt',
    ])
    .where('finding.kind', 'in', kinds)
  if (from !== undefined) found = found.where('finding.at', '>=', from)
  if (to !== undefined) found = found.where('finding.at', '<', to)
  if (stories !== undefined)
    found = found.where('article.story', 'in', (of) =>
      of
        .selectFrom('story as asked')
        .select(sql<number>`coalesce(asked.merged_into, asked.row)`.as('row'))
        .where('asked.id', 'in', stories),
    )
  if (name !== undefined)
    for (const word of wordsOf([name]))
      found = found.where('finding.row', 'in', (of) =>
        of.selectFrom('finding_name').select('finding').where('word', '=', word),
      )
  const rows = await found.orderBy('finding.at', 'desc').orderBy('finding.row').limit(most).execute()
  return rows.flatMap(({ body, tags, removedAt, ...article }): KeptFinding[] => {
    const finding = readFinding(body)
    if (finding === null) return []
    const isRemoved = removedAt === null ? {} : { isRemoved: true as const }
    return [{ finding, article: { ...article, ...isRemoved, tags: fromJson(tags) } }]
  })
}
