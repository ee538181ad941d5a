import { sql } from 'kysely'
import type { Db } from '../db.ts'
import type { SubscriptionFilter } from '../../../records/ports/subscriptions.ts'
import type { Preferences } from '../../../records/preferences.ts'
import type { Addition, Quiet, Subscription } from '../../../records/subscription.ts'
import { judgeAddition, judgeChange, type Standing } from '../../../subscriptions/judge-addition.ts'
import { quietOfPlace } from '../../../subscriptions/place-quiet.ts'
import { fromJson, toJson } from '../json.ts'
import { endWaiting } from './letters.ts'
import { readStoryLeads } from './read-stories.ts'

/** In the order in which they were made. Ended ones come only where their state is asked for. */
export async function subscriptions(
  db: Db,
  filter: SubscriptionFilter = {},
): Promise<readonly Subscription[]> {
  let query = db.selectFrom('subscription').select('body').orderBy('created_at').orderBy('id')
  query = query.where('state', 'in', filter.states ?? ['active', 'paused'])
  if (filter.id !== undefined) query = query.where('id', '=', filter.id)
  if (filter.to !== undefined) query = query.where('destination', '=', filter.to)
  if (filter.owner !== undefined) query = query.where('owner', '=', filter.owner)
  return (await query.execute()).map(({ body }) => fromJson(body))
}

/** Keeps a new one where nothing forbids it; call it inside a transaction. Ended ones keep their ids: what was told is remembered under them. */
export async function addSubscription(db: Db, subscription: Subscription): Promise<Addition> {
  const { id } = subscription
  const taken = await db.selectFrom('subscription').select('id').where('id', '=', id).executeTakeFirst()
  if (taken !== undefined) return { status: 'taken' }
  const addition = await judgeAddition(subscription, standingIn(db))
  if (addition.status === 'kept') await keepSubscription(db, subscription)
  return addition
}

export async function keepSubscription(db: Db, subscription: Subscription): Promise<void> {
  const row = rowOf(subscription)
  await db
    .insertInto('subscription')
    .values({ id: subscription.id, created_at: subscription.createdAt, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  await withdrawWaiting(db, subscription)
}

/**
 * False, and nothing changed, where it does not stand as `before` says: it was changed or ended since that was read; or where what it becomes has
 * a twin now, or moves to a place that is full by now. Call it inside a transaction.
 */
export async function changeSubscription(
  db: Db,
  before: Subscription,
  after: Subscription,
): Promise<boolean> {
  if ((await judgeChange(before, after, standingIn(db))).status !== 'kept') return false
  const changed = await db
    .updateTable('subscription')
    .set(rowOf(after))
    .where('id', '=', before.id)
    .where('body', '=', toJson(before))
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  await withdrawWaiting(db, after)
  return true
}

const standingIn = (db: Db): Standing => ({
  subscriptions: (filter) => subscriptions(db, filter),
  quietHours: (places) => quietHours(db, places),
})

const rowOf = (subscription: Subscription) => ({
  destination: subscription.to,
  owner: subscription.owner,
  state: subscription.state,
  body: toJson(subscription),
})

/**
 * Briefings that wait for their turn are not sent any more where nobody wishes them: the subscription is not active, or speaks elsewhere. Edits
 * and notices, which have no slot, go on.
 */
export async function withdrawWaiting(
  db: Db,
  { id, to, state }: Pick<Subscription, 'id' | 'to' | 'state'>,
): Promise<void> {
  await endWaiting(db, null, 'The subscription was ended, paused or moved before this went out.')
    .where('subscription', '=', id)
    .where('slot', '<>', '')
    .$if(state === 'active', (waiting) => waiting.where('destination', '<>', to))
    .execute()
}

/** Of a destination, or of a person (`Subscription.owner`); null where nothing was said. */
export async function preferences(db: Db, of: string): Promise<Preferences | null> {
  const row = await db.selectFrom('preference').select('body').where('of', '=', of).executeTakeFirst()
  return row === undefined ? null : fromJson(row.body)
}

export async function keepPreferences(db: Db, of: string, preferences: Preferences): Promise<void> {
  const body = toJson(preferences)
  await db
    .insertInto('preference')
    .values({ of, body })
    .onConflict((conflict) => conflict.column('of').doUpdateSet({ body }))
    .execute()
}

/** Muted stories by destination, under the ids that they lead to now. */
export async function muted(db: Db): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await db.selectFrom('muted').select(['destination', 'story_id']).execute()
  const ids = rows.map((row) => row.story_id)
  const leads = await readStoryLeads(db, ids)
  const muted = new Map<string, Set<string>>()
  for (const row of rows) {
    muted.getOrInsertComputed(row.destination, () => new Set()).add(leads.target(row.story_id))
  }
  return muted
}

export async function muteStory(db: Db, destination: string, storyId: string, at: number): Promise<void> {
  await db
    .insertInto('muted')
    .values({ destination, story_id: storyId, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Under whichever id it was asked for. */
export async function unmuteStory(db: Db, destination: string, storyId: string): Promise<void> {
  const ids = (await readStoryLeads(db, [storyId])).family(storyId)
  await db.deleteFrom('muted').where('destination', '=', destination).where('story_id', 'in', ids).execute()
}

/** Quiet hours of places and people that have some; of these places alone where they are named. */
export async function quietHours(db: Db, places?: readonly string[]): Promise<ReadonlyMap<string, Quiet>> {
  let query = db
    .selectFrom('preference')
    .select(['of', 'body'])
    .where(sql`body ->> 'quiet'`, 'is not', null)
  if (places !== undefined) query = query.where('of', 'in', places)
  const hours = (await query.execute()).flatMap(({ of, body }) => {
    const quiet = quietOfPlace(fromJson(body))
    return quiet === null ? [] : [[of, quiet] as const]
  })
  return new Map(hours)
}
