import { sql } from 'kysely'
import type { Place, Workspace } from '../../../records/platform.ts'
import type { Subscription } from '../../../records/subscription.ts'
import { type Db, inChunks, type Query } from '../db.ts'
import { deleteMessages, endWaiting } from './letters.ts'
import { forget, recall, remember } from './platform-texts.ts'
import { keepSubscription, subscriptions } from './subscriptions.ts'

export const pauseSubscriptionsOf: Query<'pauseSubscriptionsOf'> = async (db, place, at) => {
  const active = (await subscriptions(db, { states: ['active'] })).filter(({ to }) => isAt(place, to))
  for (const one of active) await keepSubscription(db, { ...one, state: 'paused', changedAt: at })
  return active.length
}

export const resumeSubscriptionsOf: Query<'resumeSubscriptionsOf'> = async (db, place, restedAt, at) =>
  (await resume(db, place, restedAt, at)).length

async function resume(db: Db, place: Place, restedAt: number, at: number): Promise<readonly Subscription[]> {
  const paused = await subscriptions(db, { states: ['paused'] })
  const resting = paused.filter(({ to, changedAt }) => isAt(place, to) && changedAt === restedAt)
  for (const one of resting) await keepSubscription(db, { ...one, state: 'active', changedAt: at })
  return resting
}

/** Since when the app is gone, in milliseconds since 1970, under the id of the workspace: whatever forgets that forgets this too. */
const GONE = 'gone'

const goneOf = ({ platform, workspace }: Workspace) => ({ platform, kind: GONE, id: workspace })

export const leaveWorkspace: Query<'leaveWorkspace'> = async (db, place, at) => {
  const known = await recall(db, goneOf(place))
  if (known === null) await remember(db, goneOf(place), String(at))
  const paused = await pauseSubscriptionsOf(db, place, known === null ? at : Number(known))
  for (const start of startsOf(place))
    await endWaiting(db, at, 'The workspace removed the app before this went out.')
      .where(within('destination', start))
      .execute()
  return paused
}

export const returnToWorkspace: Query<'returnToWorkspace'> = async (db, place, installedAt, at) => {
  const known = await recall(db, goneOf(place))
  if (known === null || Number(known) >= installedAt) return null
  const leftAt = Number(known)
  const resumed = await resume(db, place, leftAt, at)
  // What failed meanwhile failed because the app was gone.
  for (const start of startsOf(place))
    await db.deleteFrom('destination').where(within('id', start)).where('since', '>=', leftAt).execute()
  await forget(db, goneOf(place))
  const [start = ''] = startsOf(place)
  const owners = Map.groupBy(resumed, ({ owner }) => owner ?? '')
  return {
    leftAt,
    subscriptions: resumed.length,
    owners: [...owners]
      .filter(([owner]) => owner.startsWith(start))
      .map(([owner, own]) => ({ owner, subscriptions: own.length }))
      .toSorted((a, b) => (a.owner < b.owner ? -1 : 1)),
  }
}

export const forgetLeftWorkspace: Query<'forgetLeftWorkspace'> = async (db, before) => {
  const since = sql<number>`cast(text as integer)`
  const gone = await db
    .selectFrom('platform_text')
    .select(['platform', 'id'])
    .where('kind', '=', GONE)
    .where(since, '<', before)
    .orderBy(since)
    .limit(1)
    .executeTakeFirst()
  if (gone === undefined) return 0
  await forgetWorkspace(db, { platform: gone.platform, workspace: gone.id })
  return 1
}

/** Articles and stories are everybody's and stay. */
export const forgetWorkspace: Query<'forgetWorkspace'> = async (db, place) => {
  const kept = await db.selectFrom('subscription').select(['id', 'destination', 'owner']).execute()
  const ids = kept
    .filter(({ destination, owner }) => isAt(place, destination) || (owner !== null && isAt(place, owner)))
    .map(({ id }) => id)
  for (const some of inChunks(ids)) {
    await db.deleteFrom('subscription').where('id', 'in', some).execute()
    await db.deleteFrom('slot').where('subscription', 'in', some).execute()
  }
  let messages = 0
  let others = 0
  for (const start of startsOf(place)) {
    const own = db.selectFrom('outbox').select(['id', 'letter']).where(within('destination', start))
    messages += await deleteMessages(db, await own.execute())
    await forgetNotices(db, start)
    for (const gone of [
      db.deleteFrom('muted').where(within('destination', start)),
      db.deleteFrom('answered').where(within('destination', start)),
      db.deleteFrom('destination').where(within('id', start)),
      db.deleteFrom('preference').where(within('of', start)),
    ])
      others += Number((await gone.executeTakeFirst()).numDeletedRows)
  }
  const texts = await db
    .deleteFrom('platform_text')
    .where('platform', '=', place.platform)
    .where((eb) => eb.or([eb('id', '=', place.workspace), within('id', `${place.workspace}/`)]))
    .executeTakeFirst()
  return { subscriptions: ids.length, messages, others: others + Number(texts.numDeletedRows) }
}

/** What its people have to be told, what others have to be told of its channels, and what was rejected there. */
async function forgetNotices(db: Db, start: string): Promise<void> {
  const own = db.selectFrom('owner_notice').select('row').where(within('recipient', start))
  await db
    .deleteFrom('noticed')
    .where((eb) => eb.or([within('destination', start), eb('notice', 'in', own)]))
    .execute()
  await db.deleteFrom('owner_notice').where(within('recipient', start)).execute()
  await db.deleteFrom('rejection').where(within('destination', start)).execute()
}

function isAt({ platform, workspace, channel }: Place, destinationOrOwner: string): boolean {
  if (channel !== undefined) return destinationOrOwner === `${platform}:${workspace}/${channel}`
  return startsOf({ platform, workspace }).some((start) => destinationOrOwner.startsWith(start))
}

/** How destinations and owners begin in a workspace: channels and owners, and direct messages to a person. */
function startsOf({ platform, workspace }: Workspace): readonly string[] {
  return [`${platform}:${workspace}/`, `${platform}:@${workspace}/`]
}

/** Texts in a column that begin with `start`, which ends in a slash; an index serves it. */
function within(column: string, start: string) {
  return sql<boolean>`${sql.ref(column)} >= ${start} and ${sql.ref(column)} < ${`${start.slice(0, -1)}0`}`
}
