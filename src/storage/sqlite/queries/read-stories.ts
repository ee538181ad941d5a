import { sql, type Kysely, type RawBuilder } from 'kysely'
import { HALF_LIFE_MS } from '../../../briefings/weigh-story.ts'
import { shareTheThread } from '../../../thread/share-the-thread.ts'
import type { PlacedArticle, ReportHead, StoredStory, StoryHead } from '../../../records/story.ts'
import type { StoryWindow } from '../../../records/ports/news-archive.ts'
import type { Tables } from '../tables.ts'
import { toPlacedArticle, toReportHead } from './article-rows.ts'
import { selectPlaced } from './read-articles.ts'

/**
 * Heads of stories with a report seen or changed in `[from, to)`, the one that moved last first. To be read from one state of the store: a
 * merge between two of its questions would hide the story that goes from both. `among`: queries of rows of stories, each of which has to give it.
 */
export async function readStoryHeads(
  db: Kysely<Tables>,
  window: Omit<StoryWindow, 'about'>,
  among: readonly RawBuilder<number>[] = [],
): Promise<readonly StoryHead[]> {
  const { most } = window
  const moves = db
    .selectFrom('article')
    .select(['story', 'seen_at as at'])
    .where('seen_at', '>=', window.from)
    .where('seen_at', '<', window.to)
    .unionAll(
      db
        .selectFrom('article')
        .select(['story', 'changed_at as at'])
        .where('version', '>', 1)
        .where('changed_at', '>=', window.from)
        .where('changed_at', '<', window.to),
    )
  let stories = db.selectFrom(moves.as('move')).select('story').groupBy('story')
  for (const rows of among) stories = stories.where('story', 'in', rows)
  if (most !== undefined) stories = stories.orderBy(STRENGTH, 'desc').limit(most)
  const moved = await stories.execute()
  const heads: StoryHead[] = []
  const pause = shareTheThread()
  for (let i = 0; i < moved.length; i += STORIES_AT_ONCE) {
    const rows = moved.slice(i, i + STORIES_AT_ONCE).map((row) => row.story)
    heads.push(...(await headsOf(db, rows)))
    await pause()
  }
  return heads.sort((a, b) => b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1))
}

/** The order of `weighStory`, with every outlet for an independent report: by the logarithm of voices times freshness, as a time. */
const STRENGTH = sql<number>`max(move.at) + ${sql.lit(HALF_LIFE_MS)} * log2(log2(1 + (
  select count(distinct article.source_id) from article where article.story = move.story)))`

const STORIES_AT_ONCE = 50

async function headsOf(db: Kysely<Tables>, stories: readonly number[]): Promise<readonly StoryHead[]> {
  const rows = await db
    .selectFrom('article')
    .innerJoin('story', 'story.row', 'article.story')
    .select([
      'story.id as story_id',
      'article.id',
      'article.source_id',
      'article.title',
      'article.published_at',
      'article.seen_at',
      'article.changed_at',
      'article.version',
      'article.copy_of',
      'article.agency',
      'article.tags',
    ])
    .where('article.story', 'in', stories)
    .orderBy('article.story')
    .orderBy('article.seen_at')
    .orderBy('article.row')
    .execute()
  const reports = new Map<string, ReportHead[]>()
  for (const row of rows) {
    const list = reports.get(row.story_id) ?? []
    list.push(toReportHead(row))
    reports.set(row.story_id, list)
  }
  return Array.from(reports, ([id, list]) => ({
    id,
    firstAt: Math.min(...list.map((report) => report.seenAt)),
    lastAt: Math.max(...list.map((report) => report.changedAt)),
    reports: list,
  }))
}

/** Whole stories, in the order asked for; two ids that lead to one story give it once. */
export async function readStories(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<readonly StoredStory[]> {
  const stories = new Map<string, StoredStory>()
  const pause = shareTheThread()
  for (const id of ids) {
    await pause()
    const story = await readStory(db, id)
    if (story !== null) stories.set(story.id, stories.get(story.id) ?? story)
  }
  return [...stories.values()]
}

/** In one question: between two a merge could move the articles away. */
async function readStory(db: Kysely<Tables>, id: string): Promise<StoredStory | null> {
  const rows = await selectPlaced(db)
    .select('article.changed_at')
    .where('article.story', '=', (eb) =>
      eb
        .selectFrom('story as asked')
        .select((asked) => asked.fn.coalesce('asked.merged_into', 'asked.row').as('row'))
        .where('asked.id', '=', id),
    )
    .orderBy('article.seen_at')
    .orderBy('article.row')
    .execute()
  const [first] = rows
  if (first === undefined) return null
  const articles: readonly PlacedArticle[] = rows.map(toPlacedArticle)
  return {
    id: first.story_id,
    firstAt: first.seen_at,
    lastAt: Math.max(...rows.map((article) => article.changed_at)),
    articles,
  }
}
