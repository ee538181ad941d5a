import type { Kysely } from 'kysely'
import { type FeedState, NEVER_READ } from '../../../records/feed-state.ts'
import type { KeptOfSource } from '../../../records/ports/source-states.ts'
import type { StoreCounts } from '../../../records/ports/news-archive.ts'
import { fromJson } from '../json.ts'
import type { Tables } from '../tables.ts'

export async function readCounts(db: Kysely<Tables>): Promise<Omit<StoreCounts, 'bytes'>> {
  const kept = await db
    .selectFrom('source')
    .select((eb) => [
      eb.fn.countAll<number>().as('sources'),
      eb.fn.sum<number | null>('articles').as('articles'),
      eb.fn.sum<number | null>('versions').as('versions'),
    ])
    .executeTakeFirstOrThrow()
  const stories = await db
    .selectFrom('story')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  const merged = await db
    .selectFrom('story')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('merged_into', 'is not', null)
    .executeTakeFirstOrThrow()
  const sent = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('state', '=', 'sent')
    .executeTakeFirstOrThrow()
  return {
    articles: kept.articles ?? 0,
    versions: kept.versions ?? 0,
    stories: stories.n - merged.n,
    sources: kept.sources,
    sent: sent.n,
  }
}

export async function readKeptPerSource(db: Kysely<Tables>): Promise<ReadonlyMap<string, KeptOfSource>> {
  const rows = await db
    .selectFrom('source')
    .select(['id', 'articles', 'let_go_articles', 'let_go_versions', 'let_go_at'])
    .execute()
  return new Map(
    rows.map(({ id, articles, let_go_articles, let_go_versions, let_go_at: at }) => {
      const letGo = at === null ? null : { articles: let_go_articles, versions: let_go_versions, at }
      return [id, { articles, letGo }]
    }),
  )
}

export async function readFeedStates(db: Kysely<Tables>): Promise<ReadonlyMap<string, FeedState>> {
  const rows = await db.selectFrom('source').select(['id', 'state']).execute()
  // What a state of an older version lacks is as if it had not happened.
  return new Map(rows.map((row) => [row.id, { ...NEVER_READ, ...fromJson(row.state) }]))
}
