import { sql } from 'kysely'
import { type Query, readInChunks } from '../db.ts'
import { type KeptPart, storiesIn } from '../../../records/delivery.ts'
import type { ToldBySubscription } from '../../../records/decision.ts'
import { fromJson, type Json } from '../json.ts'
import { readStoryLeads } from './read-stories.ts'

export const storyDeliveries: Query<'storyDeliveries'> = async (db, storyId, subscriptions) => {
  const ids = (await readStoryLeads(db, [storyId])).family(storyId)
  return db
    .selectFrom('outbox')
    .select(['subscription', 'destination', 'created_at as at', 'state', 'reason'])
    .where('row', 'in', (newest) =>
      newest
        .selectFrom('outbox')
        .select((eb) => eb.fn.max('row').as('row'))
        .where('subscription', 'in', subscriptions)
        // The plus keeps the index of letters out: one letter may have gone to ten thousand channels.
        .where(sql<number>`+letter`, 'in', (eb) =>
          eb.selectFrom('letter_story').select('letter').where('story_id', 'in', ids),
        )
        .where('edits', 'is', null)
        .groupBy(['subscription', 'destination']),
    )
    .orderBy('row')
    .execute()
}

export const toldBySubscription: Query<'toldBySubscription'> = async (db, subscription, since) => {
  const rows = await db
    .selectFrom('outbox')
    .innerJoin('letter_story', 'letter_story.letter', 'outbox.letter')
    .select([
      'outbox.id as outboxId',
      'outbox.state',
      'outbox.refused',
      'outbox.created_at as at',
      'letter_story.story_id as storyId',
    ])
    .where('outbox.subscription', '=', subscription)
    .where('outbox.created_at', '>=', since)
    .where('outbox.edits', 'is', null)
    .orderBy('outbox.row')
    .execute()
  const answers = await db
    .selectFrom('answered')
    .select(['story_id as storyId', 'at'])
    .where('answer', '=', `first ${subscription}`)
    .where('at', '>=', since)
    .execute()
  const leads = await readStoryLeads(
    db,
    [...answers, ...rows].map(({ storyId }) => storyId),
  )
  const told = [
    ...answers.map((row) => ({ ...row, outboxId: null, arrival: 'told' as const })),
    ...rows.map(({ state, refused, ...row }) => ({ ...row, arrival: arrivalOf(state, refused) })),
  ]
  return told.map((row) => ({ ...row, storyId: leads.target(row.storyId) }))
}

function arrivalOf(state: string, refused: number): ToldBySubscription['arrival'] {
  if (state === 'uncertain') return 'doubtful'
  return state === 'failed' && refused === 0 ? 'failed' : 'told'
}

/** Of so many of its last messages that did not arrive whole: after a long silence not everything comes back at once. */
const LAST = 3

/** A merged story stands under each of its ids. */
export const undeliveredStories: Query<'undeliveredStories'> = async (db, destinations, since) => {
  // Literal states, or the partial index would not serve.
  const lost = await readInChunks(destinations, async (some) => {
    const { rows } = await sql<{ destination: string; letter: number; parts: Json<KeptPart[]> | null }>`
      select destination, letter, parts from (
        select destination, letter, parts, row_number() over (partition by subscription order by row desc) as nth
        from outbox indexed by outbox_lost
        where destination in (select value from json_each(${JSON.stringify(some)}))
          and state in ('failed', 'uncertain') and edits is null and slot <> '' and created_at >= ${since})
      where nth <= ${LAST}`.execute(db)
    return rows
  })
  const undelivered = new Map<string, Set<string>>()
  for (const { destination, letter, parts } of lost) {
    const arrived = new Set(parts === null ? [] : storiesIn(fromJson(parts)))
    const told = await db.selectFrom('letter_story').select('story_id').where('letter', '=', letter).execute()
    const untold = told.map(({ story_id }) => story_id).filter((id) => !arrived.has(id))
    if (untold.length > 0)
      undelivered.set(destination, new Set(untold).union(undelivered.get(destination) ?? new Set()))
  }
  const ids = [...undelivered.values()].flatMap((own) => [...own])
  const leads = await readStoryLeads(db, ids)
  const underEachId = (own: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...own].flatMap((id) => [id, ...leads.family(leads.target(id))]))
  return new Map([...undelivered].map(([destination, own]) => [destination, underEachId(own)]))
}
