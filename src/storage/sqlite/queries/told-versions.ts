import type { Kysely } from 'kysely'
import { fromJson } from '../json.ts'
import type { Tables } from '../tables.ts'
import { inChunks } from './in-chunks.ts'
import { readStoriesOf } from './moved-articles.ts'

/**
 * Which versions of each of these articles somebody was told, in a message or an answer that is remembered; articles
 * that nobody was told are absent.
 */
export async function readToldVersions(
  db: Kysely<Tables>,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const stories = new Set([...(await readStoriesOf(db, articleIds)).values()].flat())
  const wanted = new Set(articleIds)
  const told = new Map<string, Set<number>>()
  for (const some of inChunks([...stories], AT_ONCE)) {
    const letters = await db
      .selectFrom('letter_story')
      .select('articles')
      .distinct()
      .where('story_id', 'in', some)
      .execute()
    const answers = await db
      .selectFrom('answered')
      .select('articles')
      .distinct()
      .where('story_id', 'in', some)
      .execute()
    for (const { articles } of [...letters, ...answers])
      for (const key of fromJson(articles)) {
        const at = key.lastIndexOf('@')
        const id = key.slice(0, at)
        if (!wanted.has(id)) continue
        const versions = told.get(id) ?? new Set<number>()
        told.set(id, versions)
        versions.add(Number(key.slice(at + 1)))
      }
  }
  return told
}

const AT_ONCE = 500
