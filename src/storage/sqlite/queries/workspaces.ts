import type { DeleteResult, Kysely } from 'kysely'
import type { ForgottenWorkspace } from '../../../records/ports/chat-memory.ts'
import type { Place } from '../../../records/platform.ts'
import { fromJson, toJson } from '../json.ts'
import type { Tables } from '../tables.ts'
import { deleteUnsharedLetters } from './delete-letters.ts'
import { inChunks } from './in-chunks.ts'
import { withdrawWaiting } from './subscriptions.ts'

/** Pauses the active subscriptions to a channel, or to all channels and people of a workspace, with what waits for them; gives their number. */
export async function pauseSubscriptionsOf(db: Kysely<Tables>, place: Place, at: number): Promise<number> {
  const active = await db
    .selectFrom('subscription')
    .select(['id', 'body', 'destination'])
    .where('state', '=', 'active')
    .execute()
  const there = active.filter(({ destination }) => isAt(place, destination))
  for (const { id, body } of there) {
    const paused = { ...fromJson(body), state: 'paused' as const, changedAt: at }
    await db
      .updateTable('subscription')
      .set({ state: 'paused', body: toJson(paused) })
      .where('id', '=', id)
      .execute()
    await withdrawWaiting(db, paused)
  }
  return there.length
}

/** Those of a channel, or of a whole workspace, that were paused at `restedAt` are active again; gives their number. */
export async function resumeSubscriptionsOf(
  db: Kysely<Tables>,
  place: Place,
  restedAt: number,
  at: number,
): Promise<number> {
  const paused = await db
    .selectFrom('subscription')
    .select(['id', 'body', 'destination'])
    .where('state', '=', 'paused')
    .execute()
  const resting = paused
    .map((row) => ({ ...row, body: fromJson(row.body) }))
    .filter(({ destination, body }) => isAt(place, destination) && body.changedAt === restedAt)
  for (const { id, body } of resting)
    await db
      .updateTable('subscription')
      .set({ state: 'active', body: toJson({ ...body, state: 'active' as const, changedAt: at }) })
      .where('id', '=', id)
      .execute()
  return resting.length
}

/** Deletes what is kept of a workspace and its people. Articles and stories are everybody's and stay. */
export async function forgetWorkspace(
  db: Kysely<Tables>,
  place: Omit<Place, 'channel'>,
): Promise<ForgottenWorkspace> {
  const kept = await db.selectFrom('subscription').select(['id', 'destination', 'owner']).execute()
  const subscriptions = kept
    .filter(({ destination, owner }) => isAt(place, destination) || (owner !== null && isAt(place, owner)))
    .map(({ id }) => id)
  for (const ids of inChunks(subscriptions, CHUNK)) {
    await db.deleteFrom('subscription').where('id', 'in', ids).execute()
    await db.deleteFrom('slot').where('subscription', 'in', ids).execute()
  }
  let messages = 0
  const others: DeleteResult[] = []
  for (const start of startsOf(place)) {
    messages += await forgetOutbox(db, start)
    const end = endOf(start)
    await forgetNotices(db, start)
    for (const table of ['muted', 'answered'] as const)
      others.push(
        ...(await db
          .deleteFrom(table)
          .where('destination', '>=', start)
          .where('destination', '<', end)
          .execute()),
      )
    others.push(
      ...(await db.deleteFrom('destination').where('id', '>=', start).where('id', '<', end).execute()),
      ...(await db.deleteFrom('preference').where('of', '>=', start).where('of', '<', end).execute()),
    )
  }
  const texts = await db
    .deleteFrom('platform_text')
    .where('platform', '=', place.platform)
    .where((where) =>
      where.or([
        where('id', '=', place.workspace),
        where.and([where('id', '>=', `${place.workspace}/`), where('id', '<', endOf(`${place.workspace}/`))]),
      ]),
    )
    .execute()
  others.push(...texts)
  const sum = others.reduce((count, { numDeletedRows }) => count + Number(numDeletedRows), 0)
  return { subscriptions: subscriptions.length, messages, others: sum }
}

const CHUNK = 500

/** With the letters that no other destination shares. */
async function forgetOutbox(db: Kysely<Tables>, start: string): Promise<number> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'letter'])
    .where('destination', '>=', start)
    .where('destination', '<', endOf(start))
    .execute()
  for (const ids of inChunks(
    rows.map(({ id }) => id),
    CHUNK,
  )) {
    await db.deleteFrom('correction').where('outbox_id', 'in', ids).execute()
    await db.deleteFrom('outbox').where('id', 'in', ids).execute()
  }
  await deleteUnsharedLetters(
    db,
    rows.map(({ letter }) => letter),
  )
  return rows.length
}

/** What its people have to be told, what others have to be told of its channels, and what was rejected there. */
async function forgetNotices(db: Kysely<Tables>, start: string): Promise<void> {
  const end = endOf(start)
  const own = db
    .selectFrom('owner_notice')
    .select('row')
    .where('recipient', '>=', start)
    .where('recipient', '<', end)
  await db
    .deleteFrom('noticed')
    .where((eb) =>
      eb.or([eb.and([eb('destination', '>=', start), eb('destination', '<', end)]), eb('notice', 'in', own)]),
    )
    .execute()
  await db.deleteFrom('owner_notice').where('recipient', '>=', start).where('recipient', '<', end).execute()
  await db.deleteFrom('rejection').where('destination', '>=', start).where('destination', '<', end).execute()
}

function isAt({ platform, workspace, channel }: Place, destinationOrOwner: string): boolean {
  if (channel !== undefined) return destinationOrOwner === `${platform}:${workspace}/${channel}`
  return startsOf({ platform, workspace }).some((start) => destinationOrOwner.startsWith(start))
}

/** How destinations and owners begin in a workspace: channels and owners, and direct messages to a person. */
export function startsOf({ platform, workspace }: Omit<Place, 'channel'>): readonly string[] {
  return [`${platform}:${workspace}/`, `${platform}:@${workspace}/`]
}

/** The first text behind all those that begin with `start`, which ends in a slash. */
export function endOf(start: string): string {
  return `${start.slice(0, -1)}0`
}
