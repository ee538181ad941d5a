import { sql } from 'kysely'
import { addNew, type Db, type Query } from '../db.ts'
import type { Quiet, Subscription } from '../../records/subscription.ts'
import { judgeAddition, judgeChange, type Standing } from '../../subscriptions/judge-addition.ts'
import { quietOfPlace } from '../../subscriptions/place-quiet.ts'
import { fromJson, toJson } from '../json.ts'
import { failWaiting } from './letters.ts'
import { leadOf, readStoryLeads } from './read-stories.ts'

export const EVERY_STATE = ['active', 'paused', 'ended'] as const

export const subscriptions: Query<'subscriptions'> = async (db, filter = {}) => {
  let query = db.selectFrom('subscription').select('body').orderBy('created_at').orderBy('id')
  query = query.where('state', 'in', filter.states ?? ['active', 'paused'])
  if (filter.id !== undefined) query = query.where('id', '=', filter.id)
  if (filter.to !== undefined) query = query.where('destination', '=', filter.to)
  if (filter.owner !== undefined) query = query.where('owner', '=', filter.owner)
  return (await query.execute()).map(({ body }) => fromJson(body))
}

/** Ids of ended subscriptions are not reused: what was told is remembered under them. */
export const addSubscription: Query<'addSubscription'> = async (db, subscription) => {
  const { id } = subscription
  const taken = await db.selectFrom('subscription').select('id').where('id', '=', id).executeTakeFirst()
  if (taken !== undefined) return { status: 'taken' }
  const addition = await judgeAddition(subscription, standingIn(db))
  if (addition.status === 'kept') await keepSubscription(db, subscription)
  return addition
}

export const keepSubscription: Query<'keepSubscription'> = async (db, subscription) => {
  const row = rowOf(subscription)
  await db
    .insertInto('subscription')
    .values({ id: subscription.id, created_at: subscription.createdAt, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  await withdrawWaiting(db, subscription)
}

export const changeSubscription: Query<'changeSubscription'> = async (db, before, after) => {
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
 * Withdraws waiting briefings that nobody wants any more: the subscription is not active, or speaks
 * elsewhere. Edits and notices, which have no slot, are still sent.
 */
export async function withdrawWaiting(
  db: Db,
  { id, to, state }: Pick<Subscription, 'id' | 'to' | 'state'>,
): Promise<void> {
  await failWaiting(db, null, 'The subscription was ended, paused or moved before this went out.')
    .where('subscription', '=', id)
    .where('slot', '<>', '')
    .$if(state === 'active', (waiting) => waiting.where('destination', '<>', to))
    .execute()
}

export const preferences: Query<'preferences'> = async (db, of) => {
  const row = await db.selectFrom('preference').select('body').where('of', '=', of).executeTakeFirst()
  return row === undefined ? null : fromJson(row.body)
}

export const keepPreferences: Query<'keepPreferences'> = async (db, of, preferences) => {
  const body = toJson(preferences)
  await db
    .insertInto('preference')
    .values({ of, body })
    .onConflict((conflict) => conflict.column('of').doUpdateSet({ body }))
    .execute()
}

export const muted: Query<'muted'> = async (db) => {
  const rows = await db
    .selectFrom('muted')
    .select(['destination', leadOf('muted.story_id').as('storyId')])
    .execute()
  const muted = new Map<string, Set<string>>()
  for (const { destination, storyId } of rows)
    muted.getOrInsertComputed(destination, () => new Set()).add(storyId)
  return muted
}

export const muteStory: Query<'muteStory'> = async (db, destination, storyId, at) => {
  await addNew(db, 'muted', { destination, story_id: storyId, at })
}

/** Works with any id of the story. */
export const unmuteStory: Query<'unmuteStory'> = async (db, destination, storyId) => {
  const ids = (await readStoryLeads(db, [storyId])).family(storyId)
  await db.deleteFrom('muted').where('destination', '=', destination).where('story_id', 'in', ids).execute()
}

/** Quiet hours of places and people that have some, optionally only of these. */
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
