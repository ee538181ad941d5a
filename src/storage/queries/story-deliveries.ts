import { sql } from 'kysely'
import { type Db, type Query, readInChunks } from '../db.ts'
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

/** A merged story stands under each of its ids. Destinations that lack the same share one set. */
export const undeliveredStories: Query<'undeliveredStories'> = async (db, destinations, since) => {
  // The states are literals, otherwise the partial index could not be used.
  const lost = await readInChunks(destinations, async (some) => {
    const { rows } = await sql<LostStory & { readonly parts: Json<KeptPart[]> | null }>`
      select destination, parts, story_id as "storyId", articles from (
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
  const lists = new Set(lost.map(({ articles }) => articles))
  const partsOf = await readParts(db, new Set([...lists].flatMap(articleIdsIn)))
  const current = new Map<string, readonly string[]>()
  const currentIds = ({ storyId, articles }: LostStory): readonly string[] =>
    current.getOrInsertComputed(`${storyId} ${articles}`, () => {
      const family = leads.family(storyId)
      const parts = articleIdsIn(articles).flatMap((id) => partsOf.get(id) ?? [])
      return [...family, ...parts.flatMap(({ from, to }) => (family.includes(from) ? to : []))]
    })
  const sets = new Map<string, ReadonlySet<string>>()
  return new Map(
    Array.from(
      Map.groupBy(lost, ({ destination }) => destination),
      ([destination, own]) => {
        const ids = new Set(own.flatMap(currentIds).toSorted())
        return [destination, sets.getOrInsert(JSON.stringify([...ids]), ids)]
      },
    ),
  )
}

/** A story of a message that did not arrive whole. */
interface LostStory {
  readonly destination: string
  readonly storyId: string
  /** What the message told of it, as `articleId@version`. */
  readonly articles: Json<readonly string[]>
}

const articleIdsIn = (articles: Json<readonly string[]>): readonly string[] =>
  fromJson(articles).map((key) => key.slice(0, key.lastIndexOf('@')))

/** Moves of these articles, by article id: the ids of the story that each left, and of the one it is in now. */
async function readParts(db: Db, articleIds: ReadonlySet<string>) {
  const moves = await readInChunks(articleIds, (some) =>
    db
      .selectFrom('moved_article')
      .innerJoin('article', 'article.id', 'moved_article.article_id')
      .innerJoin('story', 'story.row', 'article.story')
      .select(['article.id', 'moved_article.story_id as from', 'story.id as to'])
      .where('moved_article.article_id', 'in', some)
      .execute(),
  )
  return Map.groupBy(moves, ({ id }) => id)
}
