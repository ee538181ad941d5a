import type { Kysely } from 'kysely'
import type { DirectNotice } from '../../../records/notice.ts'
import type { RefusedAccount } from '../../../records/delivery.ts'
import type { Tables } from '../tables.ts'
import { writeNotices } from './write-notices.ts'

/** Accounts whose token their platform refuses, by id. */
export async function readRefusedAccounts(db: Kysely<Tables>): Promise<ReadonlyMap<string, RefusedAccount>> {
  const rows = await db.selectFrom('account').selectAll().execute()
  return new Map(rows.map(({ id, ...refused }) => [id, refused]))
}

/** From now on no call goes to this account. The first refusal is the one that is remembered. */
export async function refuseAccount(
  db: Kysely<Tables>,
  { account, reason }: { readonly account: string; readonly reason: string },
  at: number,
): Promise<void> {
  await db
    .insertInto('account')
    .values({ id: account, since: at, reason })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Calls to an account begin again, and people are told; call it inside a transaction. False where it was not refused. */
export async function acceptAccount(
  db: Kysely<Tables>,
  account: string,
  at: number,
  notices: readonly DirectNotice[],
): Promise<boolean> {
  const gone = await db.deleteFrom('account').where('id', '=', account).executeTakeFirst()
  if (gone.numDeletedRows === 0n) return false
  await writeNotices(db, at, notices)
  return true
}
