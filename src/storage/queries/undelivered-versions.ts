import { sql } from 'kysely'
import { type KeptPart, storiesIn } from '../../records/delivery.ts'
import { type Query, readInChunks } from '../db.ts'
import { engineOf } from '../engine.ts'
import { fromJson, type Json } from '../json.ts'
import { readStoriesTold } from './told-states.ts'

/**
 * Number of messages per subscription that did not arrive whole: after a long silence not everything comes
 * back at once.
 */
const MOST_MESSAGES = 3

/** A message that did not arrive whole. */
interface LostMessage {
  readonly destination: string
  readonly letter: number
  readonly parts: Json<KeptPart[]> | null
}

export const undeliveredVersions: Query<'undeliveredVersions'> = async (db, destinations, since) => {
  // The states are literals, otherwise the partial index could not be used.
  const messages = await readInChunks(destinations, async (some) => {
    const { rows } = await sql<LostMessage>`
      select destination, letter, parts from (
        select destination, letter, parts, row_number() over (partition by subscription order by row desc) as nth
        from outbox ${engineOf(db).indexedBy('outbox_lost')}
        where destination in (${sql.join(some)})
          and state in ('failed', 'uncertain') and edits is null and apart = 0 and slot <> '' and created_at >= ${since}) message
      where nth <= ${MOST_MESSAGES}`.execute(db)
    return rows
  })
  const stories = await readStoriesTold(db, new Set(messages.map(({ letter }) => letter)))
  const versionsIn = ({ letter, parts }: LostMessage): readonly string[] => {
    const arrived = parts === null ? [] : storiesIn(fromJson(parts))
    const lost = (stories.get(letter) ?? []).filter(({ storyId }) => !arrived.includes(storyId))
    return lost.flatMap(({ articles }) => articles)
  }
  const sets = new Map<string, ReadonlySet<string>>()
  return new Map(
    Array.from(
      Map.groupBy(messages, ({ destination }) => destination),
      ([destination, own]) => {
        const key = JSON.stringify(own.map(({ letter, parts }) => [letter, parts]))
        return [destination, sets.getOrInsertComputed(key, () => new Set(own.flatMap(versionsIn)))]
      },
    ),
  )
}
