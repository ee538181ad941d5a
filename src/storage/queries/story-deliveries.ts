import { sql } from 'kysely'
import { type Query, readInChunks } from '../db.ts'
import { engineOf } from '../engine.ts'
import { type KeptPart, storiesIn } from '../../records/delivery.ts'
import type { SentBySubscription } from '../../records/decision.ts'
import { fromJson, type Json } from '../json.ts'
import { leadOf, readStoryLeads } from './read-stories.ts'

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
        // The plus keeps the planner from the index of letters: one letter may have gone to ten thousand
        // channels.
        .where(sql<number>`+letter`, 'in', (eb) =>
          eb.selectFrom('letter_story').select('letter').where('story_id', 'in', ids),
        )
        .where('edits', 'is', null)
        .groupBy(['subscription', 'destination']),
    )
    .orderBy('row')
    .execute()
}

export const toldBySubscription: Query<'toldBySubscription'> = async (db, subscriptions, since) => {
  const rows = await readInChunks(subscriptions, (some) =>
    db
      .selectFrom('outbox')
      .innerJoin('letter_story', 'letter_story.letter', 'outbox.letter')
      .select([
        'outbox.subscription',
        'outbox.id as outboxId',
        'outbox.state',
        'outbox.refused',
        'outbox.created_at as at',
        leadOf('letter_story.story_id').as('storyId'),
      ])
      .where('outbox.subscription', 'in', some)
      .where('outbox.created_at', '>=', since)
      .where('outbox.edits', 'is', null)
      .orderBy('outbox.row')
      .execute(),
  )
  const answers = await readInChunks(subscriptions, (some) =>
    db
      .selectFrom('answered')
      .select(['answer', leadOf('answered.story_id').as('storyId'), 'at'])
      .where(
        'answer',
        'in',
        some.map((subscription) => FIRST_ANSWER_PREFIX + subscription),
      )
      .where('at', '>=', since)
      .execute(),
  )
  const told = new Map<string, SentBySubscription[]>()
  const add = (subscription: string, one: SentBySubscription): void =>
    void told.getOrInsertComputed(subscription, () => []).push(one)
  for (const { answer, ...row } of answers)
    add(answer.slice(FIRST_ANSWER_PREFIX.length), { ...row, outboxId: null, arrival: 'counted' })
  for (const { subscription, state, refused, ...row } of rows)
    add(subscription, { ...row, arrival: arrivalOf(state, refused) })
  return told
}

/** Prefix of the name of a subscription's first answer; its id follows. */
const FIRST_ANSWER_PREFIX = 'first '

function arrivalOf(state: string, refused: number): SentBySubscription['arrival'] {
  if (state === 'uncertain') return 'doubtful'
  return state === 'failed' && refused === 0 ? 'failed' : 'counted'
}

/**
 * Number of messages per subscription that did not arrive whole: after a long silence not everything comes
 * back at once.
 */
const MOST_MESSAGES = 3

/** A merged story stands under each of its ids. */
export const undeliveredStories: Query<'undeliveredStories'> = async (db, destinations, since) => {
  // The states are literals, otherwise the partial index could not be used.
  const lost = await readInChunks(destinations, async (some) => {
    const { rows } = await sql<{ destination: string; parts: Json<KeptPart[]> | null; storyId: string }>`
      select destination, parts, story_id as "storyId" from (
        select destination, letter, parts, row_number() over (partition by subscription order by row desc) as nth
        from outbox ${engineOf(db).indexedBy('outbox_lost')}
        where destination in (${sql.join(some)})
          and state in ('failed', 'uncertain') and edits is null and apart = 0 and slot <> '' and created_at >= ${since}) message
      join letter_story on letter_story.letter = message.letter
      where nth <= ${MOST_MESSAGES}`.execute(db)
    return rows.filter(
      ({ parts, storyId }) => parts === null || !storiesIn(fromJson(parts)).includes(storyId),
    )
  })
  const leads = await readStoryLeads(
    db,
    lost.map(({ storyId }) => storyId),
  )
  const undelivered = Map.groupBy(lost, ({ destination }) => destination)
  return new Map(
    Array.from(undelivered, ([destination, own]) => [
      destination,
      new Set(own.flatMap(({ storyId }) => leads.family(storyId))),
    ]),
  )
}
