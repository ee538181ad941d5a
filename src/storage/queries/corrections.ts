import { readEdits, readLetter, writeLetter, writeUnslotted } from './letters.ts'
import { sql } from 'kysely'
import { addNew, type Db, type Query } from '../db.ts'
import type { OutdatedPost } from '../../records/decision.ts'
import { memoize } from '../../briefings/memoize.ts'
import { shareTheThread } from '../../thread/share-the-thread.ts'
import { fromJson } from '../json.ts'
import { readStoriesOf } from './told-versions.ts'

export const outdatedPosts: Query<'outdatedPosts'> = async (db, changedSince, decidedSince) => {
  const changed = await db
    .selectFrom('article')
    .select(['id', 'source_id', 'version'])
    .where('version', '>', 1)
    .where('changed_at', '>=', changedSince)
    .execute()
  const ids = changed.map(({ id }) => id)
  const storiesOf = await readStoriesOf(db, ids)
  const posts: OutdatedPost[] = []
  const readStanding = standingReader(db)
  for (const { id: articleId, source_id: sourceId, version } of changed) {
    const rows = await sentPosts(db, storiesOf.get(articleId) ?? [], decidedSince)
      .leftJoin('correction', (join) =>
        join
          .onRef('correction.outbox_id', '=', 'outbox.id')
          .on('correction.article_id', '=', articleId)
          .on('correction.version', '=', version),
      )
      .where('correction.at', 'is', null)
      .execute()
    const outdated = await readStanding(rows, articleId, version)
    posts.push(...outdated.map((post) => ({ ...post, articleId, sourceId, version })))
  }
  return posts
}

/**
 * Sent messages, decided since `decidedSince`, that told one of these story ids: one row per message and
 * story.
 */
export const sentPosts = (db: Db, stories: readonly string[], decidedSince: number) =>
  db
    .selectFrom('letter_story')
    .innerJoin('outbox', 'outbox.letter', 'letter_story.letter')
    .select(['outbox.id', 'outbox.subscription', 'outbox.destination', 'letter_story.articles'])
    .where('letter_story.story_id', 'in', stories)
    // As an expression it keeps the planner from the index of states, which leads through every message ever
    // sent.
    .where(sql`outbox.state || ''`, '=', 'sent')
    .where('outbox.edits', 'is', null)
    .where('outbox.created_at', '>=', decidedSince)

function toldVersionOf(articleId: string, articles: readonly string[]): number | null {
  const versions = articles.flatMap((key) =>
    key.startsWith(`${articleId}@`) ? Number(key.slice(articleId.length + 1)) : [],
  )
  return versions.length === 0 ? null : Math.max(...versions)
}

/** Returns a function that reads how those messages stand that told an article in a version before `newest`. */
export function standingReader(db: Db) {
  const pause = shareTheThread()
  // One letter may have gone to ten thousand channels; its message is read once.
  const messageOf = memoize((letter: number) => readLetter(db, letter))
  return async (rows: readonly Sent[], articleId: string, newest = Infinity) => {
    await pause()
    const posts: Omit<OutdatedPost, 'articleId' | 'sourceId' | 'version'>[] = []
    // A message may tell two stories that the article was in.
    for (const [outboxId, stories] of Map.groupBy(rows, ({ id }) => id)) {
      await pause()
      const keys = stories.flatMap(({ articles }) => fromJson(articles))
      const toldVersion = toldVersionOf(articleId, keys)
      const [post] = stories
      if (post === undefined || toldVersion === null || toldVersion >= newest) continue
      const { subscription, destination } = post
      const edits = await readEdits(db, outboxId)
      const message = edits[0] === undefined ? null : await messageOf(edits[0].letter)
      // Its workspace may have been forgotten meanwhile.
      if (message !== null)
        posts.push({ outboxId, subscription, destination, toldVersion, message, edits: edits.length - 1 })
    }
    return posts
  }
}

type Sent = Awaited<ReturnType<ReturnType<typeof sentPosts>['execute']>>[number]

export const correct: Query<'correct'> = async (db, correction) => {
  const { outboxId, subscription, destination, at, message } = correction
  const before = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('edits'))
    .where('edits', '=', outboxId)
    .executeTakeFirstOrThrow()
  if (before.edits !== correction.edits) return false
  for (const { articleId, version } of correction.corrected)
    await addNew(db, 'correction', { outbox_id: outboxId, article_id: articleId, version, at })
  if (message === null) return true
  const letter = await writeLetter(db, message, [])
  const id = `${outboxId} edit ${correction.edits + 1}`
  await writeUnslotted(db, { id, subscription, destination, letter, edits: outboxId, at })
  return true
}
