import type { ExpressionBuilder } from 'kysely'
import type { HubSubscription } from '../../records/ports/hub-subscriptions.ts'
import type { Db, Query } from '../db.ts'
import type { Tables } from '../tables.ts'

export const keepHubSubscription: Query<'keepHubSubscription'> = async (db, subscription, most) => {
  const { topic, callback, secret, leaseUntil, sent, inVain, dueAt } = subscription
  const renewed = await db
    .updateTable('hub_subscription')
    .set({ secret, lease_until: leaseUntil })
    .where(hasKey(subscription))
    .executeTakeFirst()
  if (renewed.numUpdatedRows > 0n) return true
  const { origin } = new URL(callback)
  if ((await countAtOrigin(db, null)) >= most.all || (await countAtOrigin(db, origin)) >= most.ofOrigin)
    return false
  await db
    .insertInto('hub_subscription')
    .values({
      topic,
      callback,
      origin,
      secret,
      lease_until: leaseUntil,
      sent,
      in_vain: inVain,
      due_at: dueAt,
    })
    .execute()
  return true
}

export const endHubSubscription: Query<'endHubSubscription'> = async (db, subscription) => {
  await db.deleteFrom('hub_subscription').where(hasKey(subscription)).execute()
}

export const takeDueHubSubscriptions: Query<'takeDueHubSubscriptions'> = async (db, now, until, most) => {
  await db.deleteFrom('hub_subscription').where('lease_until', '<=', now).execute()
  const due = db
    .selectFrom('hub_subscription')
    .select('row')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(most)
  const rows = await db
    .updateTable('hub_subscription')
    .set({ due_at: until })
    .where('row', 'in', due)
    // Checked again at the time of the update: another process may have taken the row.
    .where('due_at', '<=', now)
    .returningAll()
    .execute()
  return rows.map(
    ({ topic, callback, secret, lease_until: leaseUntil, sent, in_vain: inVain, due_at: dueAt }) => ({
      topic,
      callback,
      secret,
      leaseUntil,
      sent,
      inVain,
      dueAt,
    }),
  )
}

export const settleHubSubscription: Query<'settleHubSubscription'> = async (db, subscription) => {
  const { sent, inVain, dueAt } = subscription
  await db
    .updateTable('hub_subscription')
    .set({ sent, in_vain: inVain, due_at: dueAt })
    .where(hasKey(subscription))
    .execute()
}

const hasKey =
  ({ topic, callback }: Pick<HubSubscription, 'topic' | 'callback'>) =>
  (eb: ExpressionBuilder<Tables, 'hub_subscription'>) =>
    eb.and([eb('topic', '=', topic), eb('callback', '=', callback)])

async function countAtOrigin(db: Db, origin: string | null): Promise<number> {
  const rows = db.selectFrom('hub_subscription').select(({ fn }) => fn.countAll().as('count'))
  const found = await (origin === null ? rows : rows.where('origin', '=', origin)).executeTakeFirst()
  return Number(found?.count ?? 0)
}
