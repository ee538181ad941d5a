import { sql, type Kysely } from 'kysely'
import type { KeptPart } from '../../../records/delivery.ts'
import { storiesIn } from '../../../delivery/stories-in.ts'
import { fromJson, type Json } from '../json.ts'
import type { Tables } from '../tables.ts'
import { inChunks } from './in-chunks.ts'
import { readStoryLeads } from './story-leads.ts'

/** Of so many of its last messages that did not arrive whole: after a long silence not everything comes back at once. */
const LAST = 3

const AT_ONCE = 500

/**
 * Ids of the stories that messages decided since then told each of these destinations and that surely or perhaps did not arrive; destinations without any are
 * absent. A merged story stands under each of its ids.
 */
export async function readOwedStories(
  db: Kysely<Tables>,
  destinations: readonly string[],
  since: number,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const owed = new Map<string, Set<string>>()
  for (const some of inChunks(destinations, AT_ONCE)) {
    // Literal states, or the partial index would not serve.
    const { rows } = await sql<{ destination: string; letter: number; parts: Json<KeptPart[]> | null }>`
      select destination, letter, parts from (
        select destination, letter, parts, row_number() over (partition by subscription order by row desc) as nth
        from outbox indexed by outbox_lost
        where destination in (select value from json_each(${JSON.stringify(some)}))
          and state in ('failed', 'uncertain') and edits is null and slot <> '' and created_at >= ${since})
      where nth <= ${LAST}`.execute(db)
    for (const { destination, letter, parts } of rows) {
      const arrived = new Set(parts === null ? [] : storiesIn(fromJson(parts)))
      const told = await db
        .selectFrom('letter_story')
        .select('story_id')
        .where('letter', '=', letter)
        .execute()
      const own = owed.get(destination) ?? new Set<string>()
      for (const { story_id: id } of told) if (!arrived.has(id)) own.add(id)
      if (own.size > 0) owed.set(destination, own)
    }
  }
  const leads = await readStoryLeads(
    db,
    [...owed.values()].flatMap((own) => [...own]),
  )
  const underEachId = (own: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...own].flatMap((id) => [id, ...leads.family(leads.target(id))]))
  return new Map([...owed].map(([destination, own]) => [destination, underEachId(own)]))
}
