import { sql, type Kysely } from 'kysely'
import { quietOfPlace } from '../../../subscriptions/place-quiet.ts'
import type { Quiet } from '../../../records/subscription.ts'
import { fromJson } from '../json.ts'
import type { Tables } from '../tables.ts'

/** Quiet hours of places and people that have some; of these places alone where they are named. */
export async function readQuietHours(
  db: Kysely<Tables>,
  places?: readonly string[],
): Promise<ReadonlyMap<string, Quiet>> {
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
