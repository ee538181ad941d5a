import { sql } from 'kysely'
import type { KnownVersion } from '../../records/article.ts'
import { NEVER_READ, type FeedState } from '../../records/feed-state.ts'
import type {
  DueDestination,
  LeaderRole,
  PlacedRead,
  SharedWork,
  LeaderTerm,
  UnplacedRead,
  WaitingRead,
} from '../../records/ports/shared-work.ts'
import type { Db } from '../db.ts'
import { fromJson, type Json, toJson } from '../json.ts'
import { isDue } from '../queries/due-rows.ts'
import { keepRead } from '../queries/keep-read.ts'
import { keepSettled } from '../queries/settled-hours.ts'
import { holdLock } from './hold-lock.ts'
import { openWaking } from './open-waking.ts'
import type { ServerAddress } from './server-address.ts'
import { transact } from './transact.ts'

/** Coordination of processes on one database. Close it before the store. */
export function openSharedWork(db: Db, address: ServerAddress): SharedWork & { close(): Promise<void> } {
  const waking = openWaking(address)
  const read = <T>(question: (one: Db) => Promise<T>): Promise<T> => transact(db, address, READING, question)
  const write = <T>(change: (one: Db) => Promise<T>): Promise<T> => transact(db, address, WRITING, change)
  return {
    keepUnplaced: (unplaced) => write((one) => keepUnplaced(one, unplaced)),
    unplaced: (limit) => read((one) => readUnplaced(one, limit)),
    unplacedVersions: (ids) =>
      ids.length === 0 ? Promise.resolve(new Map()) : read((one) => versionsOf(one, ids)),
    keepPlaced: (placed) => transact(db, address, PLACING, (one) => keepPlaced(one, placed)),
    keepSettledIn: (term, settled) =>
      transact(db, address, PLACING, async (one) => {
        const isOn = await isEditor(one, term)
        if (isOn) await keepSettled(one, settled)
        return isOn
      }),
    feedStatesOf: (ids) => read((one) => statesOf(one, ids)),
    dueDestinations: (now, urgent) => read((one) => dueDestinations(one, now, urgent)),
    restOf: (host) => read((one) => restOf(one, host)),
    restHost: (host, until) => write((one) => restHost(one, host, until)),
    acquireRole: (role) => acquireRole(db, address, role),
    async wake(what) {
      await sql`select pg_notify(${waking.channel}, ${what})`.execute(db)
    },
    onWake: waking.on,
    close: () => waking.close(),
  }
}

const READING = { isolation: 'repeatable read', access: 'read only' } as const
const WRITING = { isolation: 'read committed' } as const
const PLACING = { isolation: 'read committed', lock: 'archive' } as const

async function keepUnplaced(db: Db, { articles, at, ...rest }: UnplacedRead): Promise<void> {
  await keepRead(db, { ...rest, articles: [] })
  if (articles.length === 0) return
  const { rows } = await sql<{ row: number }>`
    insert into unplaced (source_id, at, articles) values (${rest.sourceId}, ${at}, ${toJson(articles)}) returning row`.execute(
    db,
  )
  const [kept] = rows
  if (kept === undefined) throw new Error('what is inserted has a row')
  const known = articles.map(({ id, sourceId, version, contentHash, seenAt }) => ({
    id,
    source_id: sourceId,
    version,
    content_hash: contentHash,
    seen_at: seenAt,
  }))
  await sql`
    insert into unplaced_article (id, unplaced, source_id, version, content_hash, seen_at)
    select id, ${kept.row}, source_id, version, content_hash, seen_at
    from json_to_recordset(${JSON.stringify(known)}) a (id text, source_id text, version bigint, content_hash text, seen_at bigint)
    on conflict do nothing`.execute(db)
}

async function readUnplaced(db: Db, limit: number): Promise<readonly WaitingRead[]> {
  const { rows } = await sql<{
    id: string
    sourceId: string
    at: number
    articles: Json<WaitingRead['articles']>
  }>`
    select row::text as id, source_id as "sourceId", at, articles from unplaced order by at, source_id, row limit ${limit}`.execute(
    db,
  )
  return rows.map(({ articles, ...row }) => ({ ...row, articles: fromJson(articles) }))
}

async function versionsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, KnownVersion>> {
  const { rows } = await sql<KnownVersion & { id: string }>`
    select distinct on (id) id, source_id as "sourceId", version, content_hash as "contentHash", seen_at as "seenAt"
    from unplaced_article where id = any(${ids}::text[]) order by id, unplaced desc`.execute(db)
  return new Map(rows.map(({ id, ...known }) => [id, known]))
}

/**
 * The source keeps the state that its reader wrote, except `lastTriedAt`, which becomes the time of placing:
 * changes count from then.
 */
async function keepPlaced(db: Db, { id, sourceId, articles, term, at }: PlacedRead): Promise<boolean> {
  if (!(await isEditor(db, term))) return false
  const gone = await sql`delete from unplaced where row = ${id}::bigint returning row`.execute(db)
  if (gone.rows.length === 0) return false
  if (articles.length === 0) return true
  const states = await sql<{ state: Json<FeedState> }>`
    select state from source where id = ${sourceId} for update`.execute(db)
  const [kept] = states.rows
  const state = { ...NEVER_READ, ...(kept !== undefined && fromJson(kept.state)), lastTriedAt: at }
  await keepRead(db, { sourceId, state, articles })
  return true
}

/** Whether this is the term of the current editor. */
async function isEditor(db: Db, term: number): Promise<boolean> {
  const { rows } = await sql<{ term: number }>`
    select term from office where name = 'editor' for share`.execute(db)
  return rows[0]?.term === term
}

async function statesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, FeedState>> {
  const { rows } = await sql<{ id: string; state: Json<FeedState> }>`
    select id, state from source where id = any(${ids}::text[])`.execute(db)
  return new Map(rows.map(({ id, state }) => [id, { ...NEVER_READ, ...fromJson(state) }]))
}

/** Due as in `dueRows`. */
async function dueDestinations(
  db: Db,
  now: number,
  urgent: readonly string[],
): Promise<readonly DueDestination[]> {
  const { rows } = await sql<DueDestination>`
    select o.destination,
      o.subscription = any(${urgent}::text[]) or coalesce(s.body::json ->> 'kind' in ('alert', 'follow'), false) as "isUrgent"
    from outbox o left join subscription s on s.id = o.subscription
    where ${isDue(now)}
    order by 2 desc, o.due_at, o.row`.execute(db)
  return rows
}

async function restOf(db: Db, host: string): Promise<number | null> {
  const { rows } = await sql<{ until: number }>`select until from host_rest where host = ${host}`.execute(db)
  return rows[0]?.until ?? null
}

async function restHost(db: Db, host: string, until: number): Promise<void> {
  await sql`
    insert into host_rest (host, until) values (${host}, ${until})
    on conflict (host) do update set until = greatest(host_rest.until, excluded.until)`.execute(db)
}

async function acquireRole(db: Db, address: ServerAddress, role: LeaderRole): Promise<LeaderTerm | null> {
  const held = await holdLock(address, `office ${role}`)
  if (held === null) return null
  try {
    const number = await transact(db, address, WRITING, async (one) => {
      const { rows } = await sql<{ term: number }>`
        insert into office (name, term) values (${role}, 1)
        on conflict (name) do update set term = office.term + 1 returning term`.execute(one)
      return rows[0]?.term ?? 0
    })
    return { number, over: () => held.lost(), release: () => held.release() }
  } catch (error) {
    await held.release().catch(() => undefined)
    throw error
  }
}
