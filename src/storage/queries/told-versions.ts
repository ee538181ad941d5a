import { sql } from 'kysely'
import { readInChunks, type Db } from '../db.ts'
import { fromJson } from '../json.ts'

/**
 * Versions of these articles that somebody was told, in a message or an answer that is remembered. Articles
 * that nobody was told are absent.
 */
export async function readToldVersions(
  db: Db,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const stories = new Set([...(await readStoriesOf(db, articleIds)).values()].flat())
  const wanted = new Set(articleIds)
  const told = new Map<string, Set<number>>()
  for (const table of ['letter_story', 'answered'] as const) {
    const lists = await readInChunks(stories, (some) =>
      db.selectFrom(table).select('articles').distinct().where('story_id', 'in', some).execute(),
    )
    for (const key of lists.flatMap(({ articles }) => fromJson(articles))) {
      const at = key.lastIndexOf('@')
      const id = key.slice(0, at)
      if (!wanted.has(id)) continue
      told.getOrInsertComputed(id, () => new Set()).add(Number(key.slice(at + 1)))
    }
  }
  return told
}

/**
 * Records which stories these articles leave for the story in row `to`. Call it before they are moved. A
 * merge need not be recorded, since its ids lead on.
 */
export async function keepMoves(
  db: Db,
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

/**
 * Story ids under which messages may have told each of these articles: those of its story, of its earlier
 * stories, and of all stories merged into these.
 */
export async function readStoriesOf(
  db: Db,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await readInChunks(articleIds, (some) => {
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
    return db
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
  })
  const stories = Map.groupBy(rows, ({ id }) => id)
  return new Map(Array.from(stories, ([id, own]) => [id, own.map(({ story_id }) => story_id)]))
}
