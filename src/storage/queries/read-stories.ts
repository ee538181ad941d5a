import { type RawBuilder, sql } from 'kysely'
import { toReportHead } from '../../briefings/story-facts.ts'
import type { StoryWindow } from '../../records/ports/news-archive.ts'
import type { StoredStory, StoryHead } from '../../records/story.ts'
import { shareTheThread } from '../../thread/share-the-thread.ts'
import { type Db, type Query, readInChunks } from '../db.ts'
import { engineOf } from '../engine.ts'
import { fromJson } from '../json.ts'
import {
  HEAD_COLUMNS,
  onRemoval,
  REMOVAL_COLUMNS,
  removalIn,
  selectPlaced,
  toPlacedArticle,
} from './article-rows.ts'

/**
 * Heads of stories with a report seen, changed or known to be taken down in `[from, to)`, latest move first.
 * Must run on one snapshot of the store: a merge between two of its queries would hide the story that
 * disappears from both. `among`: subqueries of story rows; a story must be in each.
 */
export async function readStoryHeads(
  db: Db,
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
    .unionAll(
      db
        .selectFrom('told_page')
        .innerJoin('article', 'article.id', 'told_page.article_id')
        .select(['article.story', sql<number>`told_page.removed_at`.as('at')])
        .where('told_page.removed_at', '>=', window.from)
        .where('told_page.removed_at', '<', window.to),
    )
  let stories = db.selectFrom(moves.as('move')).select('story').groupBy('story')
  for (const rows of among) stories = stories.where('story', 'in', rows)
  if (most !== undefined) stories = stories.orderBy(weightAt(db, window.to), 'desc').limit(most)
  const moved = await stories.execute()
  const rows = moved.map(({ story }) => story)
  const heads = await readInChunks(rows, (some) => readHeads(db, some), STORIES_AT_ONCE)
  return heads.toSorted((a, b) => b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1))
}

/** `weighReports`, counting every outlet as an independent report. */
const weightAt = (db: Db, now: number) =>
  engineOf(db).weighReports(
    sql`(select count(distinct article.source_id) from article where article.story = move.story)`,
    sql`(${now} - max(move.at))`,
  )

const STORIES_AT_ONCE = 50

const handleIn = (row: { readonly handle: string | null } | undefined) =>
  row?.handle == null ? {} : { handle: row.handle }

export const headsHolding: Query<'headsHolding'> = async (db, articleIds) => {
  const heads = await readInChunks(
    articleIds,
    (some) => readHeads(db, [sql`select story from article where id in (${sql.join(some)})`]),
    STORIES_AT_ONCE,
  )
  return [...new Map(heads.map((head) => [head.id, head])).values()]
}

async function readHeads(
  db: Db,
  stories: readonly (number | RawBuilder<number>)[],
): Promise<readonly StoryHead[]> {
  const rows = await db
    .selectFrom('article')
    .innerJoin('story', 'story.row', 'article.story')
    .leftJoin('told_page', onRemoval)
    .select(HEAD_COLUMNS)
    .select(REMOVAL_COLUMNS)
    .where('article.story', 'in', stories)
    .orderBy('article.story')
    .orderBy('article.seen_at')
    .orderBy('article.row')
    .execute()
  return Array.from(
    Map.groupBy(rows, ({ storyId }) => storyId),
    ([id, own]) => {
      const reports = own.map((row) => ({
        ...toReportHead(row, fromJson(row.tags)),
        changedAt: Math.max(row.changedAt, row.removedAt ?? 0),
        ...removalIn(row),
      }))
      return {
        id,
        storylineId: own[0]?.storylineId ?? id,
        ...handleIn(own[0]),
        firstAt: Math.min(...reports.map((report) => report.seenAt)),
        lastAt: Math.max(...reports.map((report) => report.changedAt)),
        reports,
      }
    },
  )
}

/** In the order asked for; two ids of the same story return it once. */
export const stories: Query<'stories'> = async (db, ids) => {
  const stories = new Map<string, StoredStory>()
  const pause = shareTheThread()
  for (const id of ids) {
    await pause()
    const story = (await readStory(db, id)) ?? (await readStoryOf(db, id))
    if (story !== null) stories.set(story.id, stories.get(story.id) ?? story)
  }
  return [...stories.values()]
}

/**
 * The story of the article from which the id is derived: a story that readers split off another one has such
 * an id.
 */
async function readStoryOf(db: Db, id: string): Promise<StoredStory | null> {
  const row = await db
    .selectFrom('article')
    .innerJoin('story', 'story.row', 'article.story')
    .select('story.id')
    .where('article.id', '=', id.slice(1))
    .executeTakeFirst()
  return row === undefined ? null : readStory(db, row.id)
}

/** In one query: between two of them a merge could move the articles. */
async function readStory(db: Db, id: string): Promise<StoredStory | null> {
  const rows = await selectPlaced(db)
    .where('article.story', '=', (eb) =>
      eb
        .selectFrom('story as asked')
        .select((asked) => asked.fn.coalesce('asked.merged_into', 'asked.row').as('row'))
        .where((asked) =>
          asked.or([asked('asked.id', '=', id), asked('asked.handle', '=', id.toLowerCase())]),
        )
        // An id takes precedence over a handle that looks the same.
        .orderBy(sql`asked.id = ${id}`, 'desc')
        .limit(1),
    )
    .orderBy('article.seen_at')
    .orderBy('article.row')
    .execute()
  const [first] = rows
  if (first === undefined) return null
  return {
    id: first.storyId,
    storylineId: first.storylineId,
    ...handleIn(first),
    firstAt: first.seenAt,
    lastAt: Math.max(...rows.map(({ changedAt }) => changedAt)),
    articles: rows.map(toPlacedArticle),
  }
}

export const storylines: Query<'storylines'> = async (db, ids) => {
  const rows = await readInChunks(ids, (some) =>
    db
      .selectFrom('story as asked')
      .innerJoin('story', (join) =>
        join.on('story.row', '=', (eb) => eb.fn.coalesce('asked.merged_into', 'asked.row')),
      )
      .select(['asked.id as asked', 'story.id', 'story.line as storylineId'])
      .where('asked.id', 'in', some)
      .execute(),
  )
  return new Map(rows.map(({ asked, ...place }) => [asked, place]))
}

/** SQL for the current id of the story in `column`: itself if it was never merged or is unknown. */
export const leadOf = (column: string) => sql<string>`coalesce((
  select target.id from story asked join story target on target.row = asked.merged_into
  where asked.id = ${sql.ref(column)}), ${sql.ref(column)})`

/** Where story ids lead. A merged story forwards to another one, never in a chain. */
export interface StoryLeads {
  /** The current id of this story: itself if it was never merged or is unknown. */
  target(id: string): string
  /** This id, its current id, and all ids that lead to the same story. */
  family(id: string): readonly string[]
}

export async function readStoryLeads(db: Db, ids: Iterable<string>): Promise<StoryLeads> {
  const merges = (column: 'story.id' | 'target.id', ids: Iterable<string>) =>
    readInChunks(new Set(ids), (some) =>
      db
        .selectFrom('story')
        .innerJoin('story as target', 'target.row', 'story.merged_into')
        .select(['story.id', 'target.id as target'])
        .where(column, 'in', some)
        .execute(),
    )
  const asked = [...ids]
  const targets = new Map((await merges('story.id', asked)).map(({ id, target }) => [id, target]))
  const target = (id: string): string => targets.get(id) ?? id
  const others = Map.groupBy(await merges('target.id', asked.map(target)), (merge) => merge.target)
  return {
    target,
    family(id) {
      const led = others.get(target(id)) ?? []
      return [...new Set([id, target(id), ...led.map((other) => other.id)])]
    },
  }
}
