import { sql, type Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import { inChunks } from './in-chunks.ts'

/** Remembers which stories these articles leave for the story in this row, and when; call it before they are moved. A merge is none: its ids lead on. */
export async function keepMoves(
  db: Kysely<Tables>,
  articleIds: readonly string[],
  to: number,
  at: number,
): Promise<void> {
  await db
    .insertInto('moved_article')
    .columns(['article_id', 'story_id', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('article')
        .innerJoin('story', 'story.row', 'article.story')
        .select(['article.id', 'story.id as story_id', sql.lit(at).as('at')])
        .where('article.id', 'in', articleIds)
        .where('article.story', '<>', to),
    )
    .onConflict((conflict) => conflict.columns(['article_id', 'story_id']).doUpdateSet({ at }))
    .execute()
}

/** Under which ids of stories messages may have told each of these articles: of the story it stands in, of those it stood in, and of all that were merged into them. */
export async function readStoriesOf(
  db: Kysely<Tables>,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const stories = new Map<string, string[]>()
  for (const some of inChunks(articleIds, AT_ONCE)) {
    const places = db
      .selectFrom('article')
      .select(['id', 'story'])
      .where('id', 'in', some)
      .union(
        db
          .selectFrom('moved_article')
          .innerJoin('story', 'story.id', 'moved_article.story_id')
          .select(['article_id as id', sql<number>`coalesce(story.merged_into, story.row)`.as('story')])
          .where('article_id', 'in', some),
      )
    const rows = await db
      .selectFrom(places.as('place'))
      .innerJoin('story', (join) =>
        join.on((eb) =>
          eb.or([
            eb('story.row', '=', eb.ref('place.story')),
            eb('story.merged_into', '=', eb.ref('place.story')),
          ]),
        ),
      )
      .select(['place.id', 'story.id as story_id'])
      .execute()
    for (const { id, story_id } of rows) {
      const own = stories.get(id) ?? []
      stories.set(id, own)
      own.push(story_id)
    }
  }
  return stories
}

const AT_ONCE = 500
