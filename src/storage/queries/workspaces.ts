import { sql } from 'kysely'
import type { Place, Workspace } from '../../records/platform.ts'
import type { Subscription } from '../../records/subscription.ts'
import { type Db, inChunks, type Query } from '../db.ts'
import { fromJson, toJson } from '../json.ts'
import { deleteMessages, failWaiting } from './letters.ts'
import { withdrawNotices } from './notices.ts'
import { forget, recall, remember } from './platform-texts.ts'
import { EVERY_STATE, keepSubscription, subscriptions } from './subscriptions.ts'

export const pauseSubscriptionsOf: Query<'pauseSubscriptionsOf'> = async (db, place, at) => {
  const active = (await subscriptions(db, { states: ['active'] })).filter(({ to }) => isAt(place, to))
  for (const one of active) await keepSubscription(db, { ...one, state: 'paused', changedAt: at })
  return active.length
}

/** Resumes the subscriptions that were paused at `restedAt`. */
async function resumeSubscriptions(
  db: Db,
  place: Place,
  restedAt: number,
  at: number,
): Promise<readonly Subscription[]> {
  const paused = await subscriptions(db, { states: ['paused'] })
  const resting = paused.filter(({ to, changedAt }) => isAt(place, to) && changedAt === restedAt)
  for (const one of resting) await keepSubscription(db, { ...one, state: 'active', changedAt: at })
  return resting
}

/**
 * Kind of a text that says since when the app is gone, in milliseconds since 1970. Its id is the workspace's,
 * so it is deleted along with the workspace's other texts.
 */
const LEFT_AT_KIND = 'gone'

const leftAtKey = ({ platform, workspace }: Workspace) => ({ platform, kind: LEFT_AT_KIND, id: workspace })

export const leaveWorkspace: Query<'leaveWorkspace'> = async (db, place, at) => {
  const known = await recall(db, leftAtKey(place))
  if (known === null) await remember(db, leftAtKey(place), String(at))
  const paused = await pauseSubscriptionsOf(db, place, known === null ? at : Number(known))
  for (const start of startsOf(place)) {
    await failWaiting(db, at, 'The workspace removed the app before this went out.')
      .where(within('destination', start))
      .execute()
    await db.deleteFrom('access_key').where(within('person', start)).execute()
  }
  return paused
}

export const returnToWorkspace: Query<'returnToWorkspace'> = async (db, place, installedAt, at) => {
  const known = await recall(db, leftAtKey(place))
  if (known === null || Number(known) >= installedAt) return null
  const leftAt = Number(known)
  const resumed = await resumeSubscriptions(db, place, leftAt, at)
  // Failures since then happened because the app was gone.
  for (const start of startsOf(place))
    await db.deleteFrom('destination').where(within('id', start)).where('since', '>=', leftAt).execute()
  await forget(db, leftAtKey(place))
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
  const all = await db
    .selectFrom('platform_text')
    .select(['platform', 'id', 'text'])
    .where('kind', '=', LEFT_AT_KIND)
    .execute()
  const [gone] = all
    .filter(({ text }) => Number(text) < before)
    .toSorted((a, b) => Number(a.text) - Number(b.text))
  if (gone === undefined) return 0
  await forgetWorkspace(db, { platform: gone.platform, workspace: gone.id })
  return 1
}

/**
 * Columns with a place or a person, in tables other than messages and subscriptions, and the columns they are
 * unique with.
 */
const PLACE_COLUMNS = [
  ['muted', 'destination', ['story_id']],
  ['answered', 'destination', ['story_id', 'at', 'answer']],
  ['preference', 'of', []],
  ['noticed', 'destination', ['notice', 'subscription']],
  ['rejection', 'destination', ['outbox_id']],
] as const

/** Where the new id already has an entry of the same kind, that one stays. */
export const moveChannel: Query<'moveChannel'> = async (db, { platform, workspace, channel }, to) => {
  const [old, moved] = [`${platform}:${workspace}/${channel}`, `${platform}:${workspace}/${to}`]
  await movePosts(db, old, moved, `${workspace}/${to}`)
  for (const one of await subscriptions(db, { to: old, states: EVERY_STATE }))
    await keepSubscription(db, { ...one, to: moved })
  // Calls may have failed because of the old id.
  await db.deleteFrom('destination').where('id', '=', old).execute()
  await withdrawNotices(db, old)
  for (const [table, column, keys] of PLACE_COLUMNS) {
    const [name, of] = [sql.table(table), sql.ref(column)]
    const same = keys.map((key) => sql`and there.${sql.ref(key)} = ${name}.${sql.ref(key)}`)
    await sql`delete from ${name} where ${of} = ${old} and exists (
      select 1 from ${name} there where there.${of} = ${moved} ${sql.join(same, sql` `)})`.execute(db)
    await sql`update ${name} set ${of} = ${moved} where ${of} = ${old}`.execute(db)
  }
}

/** Posted messages are edited in their new channel. */
async function movePosts(db: Db, old: string, moved: string, channel: string): Promise<void> {
  const rows = await db
    .selectFrom('outbox')
    .select(['row', 'receipt'])
    .where('destination', '=', old)
    .execute()
  for (const { row, receipt } of rows)
    await db
      .updateTable('outbox')
      .set({
        destination: moved,
        ...(receipt !== null && { receipt: toJson({ ...fromJson(receipt), channel }) }),
      })
      .where('row', '=', row)
      .execute()
}

/** Articles and stories are shared and stay. */
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
    const posts = db.selectFrom('outbox').select(['id', 'letter']).where(within('destination', start))
    messages += await deleteMessages(db, await posts.execute())
    for (const [table, column] of [...PLACE_COLUMNS, ['destination', 'id']] as const) {
      const gone = db.deleteFrom(table).where(within(column, start))
      others += Number((await gone.executeTakeFirst()).numDeletedRows)
    }
    // Keys by which its people are known outside chat.
    await db.deleteFrom('access_key').where(within('person', start)).execute()
    await db.deleteFrom('last_answer').where(within('place', start)).execute()
    // Changes that its people could undo. They are not counted.
    await db.deleteFrom('change').where(within('by', start)).execute()
    // Notices that its people would get about other places.
    const own = db.selectFrom('owner_notice').select('row').where(within('recipient', start))
    await db.deleteFrom('noticed').where('notice', 'in', own).execute()
    await db.deleteFrom('owner_notice').where(within('recipient', start)).execute()
  }
  await db.deleteFrom('account').where('id', '=', `${place.platform}:${place.workspace}`).execute()
  const rules = await db
    .deleteFrom('reader_rule')
    .where('workspace', '=', `${place.platform}:${place.workspace}`)
    .executeTakeFirst()
  const texts = await db
    .deleteFrom('platform_text')
    .where('platform', '=', place.platform)
    .where((eb) => eb.or([eb('id', '=', place.workspace), within('id', `${place.workspace}/`)]))
    .executeTakeFirst()
  return {
    subscriptions: ids.length,
    messages,
    others: others + Number(texts.numDeletedRows + rules.numDeletedRows),
  }
}

function isAt({ platform, workspace, channel }: Place, destinationOrOwner: string): boolean {
  if (channel !== undefined) return destinationOrOwner === `${platform}:${workspace}/${channel}`
  return startsOf({ platform, workspace }).some((start) => destinationOrOwner.startsWith(start))
}

/**
 * Prefixes of destinations and owners in a workspace: channels and owners, and direct messages to a person.
 */
function startsOf({ platform, workspace }: Workspace): readonly string[] {
  return [`${platform}:${workspace}/`, `${platform}:@${workspace}/`]
}

/** SQL for a column that begins with `start`, which ends in a slash; an index can serve it. */
function within(column: string, start: string) {
  return sql<boolean>`${sql.ref(column)} >= ${start} and ${sql.ref(column)} < ${`${start.slice(0, -1)}0`}`
}
