import { sql, type Kysely } from 'kysely'
import type { Place } from '../../../records/platform.ts'
import type { ReturnedWorkspace } from '../../../records/ports/chat-memory.ts'
import type { Tables } from '../tables.ts'
import { forgetPlatformText, keepPlatformText, readPlatformText } from './platform-texts.ts'
import {
  endOf,
  forgetWorkspace,
  pauseSubscriptionsOf,
  resumeSubscriptionsOf,
  startsOf,
} from './workspaces.ts'

type Workspace = Omit<Place, 'channel'>

/** Since when the app is gone, in milliseconds since 1970, under the id of the workspace: whatever forgets that forgets this too. */
const KIND = 'gone'

const nameOf = ({ platform, workspace }: Workspace) => ({ platform, kind: KIND, id: workspace })

/** Lets a workspace rest that removed the app, and sends nothing more of what waits for it. Gives how many subscriptions rest now. */
export async function leaveWorkspace(db: Kysely<Tables>, place: Workspace, at: number): Promise<number> {
  const known = await readPlatformText(db, nameOf(place))
  const since = known === null ? at : Number(known)
  if (known === null) await keepPlatformText(db, nameOf(place), String(at))
  const paused = await pauseSubscriptionsOf(db, place, since)
  for (const start of startsOf(place))
    await db
      .updateTable('outbox')
      .set({
        state: sql`iif(doubtful_since is null, 'failed', 'uncertain')`,
        ended_at: at,
        reason: 'The workspace removed the app before this went out.',
      })
      // The plus keeps the index of states out: ten thousand may wait in one minute.
      .where(sql`+state`, '=', 'pending')
      .where('destination', '>=', start)
      .where('destination', '<', endOf(start))
      .execute()
  return paused
}

/** Ends the rest of a workspace that has the app since `installedAt`. Null where it was not gone, or left after that. */
export async function returnToWorkspace(
  db: Kysely<Tables>,
  place: Workspace,
  installedAt: number,
  at: number,
): Promise<ReturnedWorkspace | null> {
  const known = await readPlatformText(db, nameOf(place))
  if (known === null || Number(known) >= installedAt) return null
  const leftAt = Number(known)
  const subscriptions = await resumeSubscriptionsOf(db, place, leftAt, at)
  // What failed meanwhile failed because the app was gone.
  for (const start of startsOf(place))
    await db
      .deleteFrom('destination')
      .where('id', '>=', start)
      .where('id', '<', endOf(start))
      .where('since', '>=', leftAt)
      .execute()
  await forgetPlatformText(db, nameOf(place))
  return { leftAt, subscriptions, owners: await ownersResumed(db, place, at) }
}

async function ownersResumed(
  db: Kysely<Tables>,
  place: Workspace,
  at: number,
): Promise<ReturnedWorkspace['owners']> {
  const [start = ''] = startsOf(place)
  const rows = await db
    .selectFrom('subscription')
    .select(['owner', sql<number>`count(*)`.as('subscriptions')])
    .where('state', '=', 'active')
    .where('owner', '>=', start)
    .where('owner', '<', endOf(start))
    .where(sql`body ->> 'changedAt'`, '=', at)
    .groupBy('owner')
    .orderBy('owner')
    .execute()
  return rows.flatMap(({ owner, subscriptions }) => (owner === null ? [] : [{ owner, subscriptions }]))
}

/** Forgets one workspace that is gone since before then, the longest gone first; gives 0 where none is left. */
export async function forgetLeftWorkspace(db: Kysely<Tables>, before: number): Promise<number> {
  const gone = await db
    .selectFrom('platform_text')
    .select(['platform', 'id'])
    .where('kind', '=', KIND)
    .where(sql`cast(text as integer)`, '<', before)
    .orderBy(sql`cast(text as integer)`)
    .limit(1)
    .executeTakeFirst()
  if (gone === undefined) return 0
  await forgetWorkspace(db, { platform: gone.platform, workspace: gone.id })
  return 1
}
