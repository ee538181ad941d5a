import { sql } from 'kysely'
import { type Query, readInChunks } from '../db.ts'
import type { SentBySubscription } from '../../records/decision.ts'
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
