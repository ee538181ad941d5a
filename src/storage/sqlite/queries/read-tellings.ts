import { sql, type Kysely } from 'kysely'
import type { OwnTelling } from '../../../records/decision.ts'
import type { Telling } from '../../../records/delivery.ts'
import type { Tables } from '../tables.ts'
import { readStoryLeads } from './story-leads.ts'

export async function readTellings(
  db: Kysely<Tables>,
  storyId: string,
  subscriptions: readonly string[],
): Promise<readonly Telling[]> {
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

export async function readOwnTellings(
  db: Kysely<Tables>,
  subscription: string,
  since: number,
): Promise<readonly OwnTelling[]> {
  const rows = await db
    .selectFrom('outbox')
    .innerJoin('letter_story', 'letter_story.letter', 'outbox.letter')
    .select(['outbox.id', 'outbox.state', 'outbox.refused', 'outbox.created_at', 'letter_story.story_id'])
    .where('outbox.subscription', '=', subscription)
    .where('outbox.created_at', '>=', since)
    .where('outbox.edits', 'is', null)
    .orderBy('outbox.row')
    .execute()
  const answers = await db
    .selectFrom('answered')
    .select(['story_id', 'at'])
    .where('answer', '=', `first ${subscription}`)
    .where('at', '>=', since)
    .execute()
  const leads = await readStoryLeads(
    db,
    [...answers, ...rows].map((row) => row.story_id),
  )
  const answered = answers.map((row) => ({
    outboxId: null,
    storyId: leads.target(row.story_id),
    at: row.at,
    failed: false,
  }))
  const sent = rows.map((row) => ({
    outboxId: row.id,
    storyId: leads.target(row.story_id),
    at: row.created_at,
    failed: row.state === 'failed' && row.refused === 0,
  }))
  return [...answered, ...sent]
}
