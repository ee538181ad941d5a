import type { Kysely } from 'kysely'
import { shareTheThread } from '../../../thread/share-the-thread.ts'
import { fromJson } from '../json.ts'
import type { Told } from '../../../records/decision.ts'
import type { Tables } from '../tables.ts'
import { readAnswered } from './answered.ts'
import { inChunks } from './in-chunks.ts'
import { storiesIn } from '../../../delivery/stories-in.ts'
import { readStoryLeads, type StoryLeads } from './story-leads.ts'

/**
 * What each destination was told since then, in messages and in answers; the same map for those that were sent the same letters. A merged
 * story stands under each of its ids, with all that was told of it.
 */
export async function readToldStates(
  db: Kysely<Tables>,
  destinations: readonly string[],
  since: number,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Told>>> {
  const lettersOf = await readLettersOf(db, destinations, since)
  const answered = await readAnswered(db, destinations, since)
  const tellings = await readTellings(db, new Set([...lettersOf.values()].flat().map(({ letter }) => letter)))
  const ids = new Set([...tellings.values()].flatMap((own) => [...own.keys()]))
  for (const own of answered.values()) for (const { storyId } of own) ids.add(storyId)
  const leads = await readStoryLeads(db, ids)
  const states = new Map<string, ReadonlyMap<string, Told>>()
  return new Map(
    destinations.map((destination) => {
      const letters = lettersOf.get(destination) ?? []
      const answers = answered.get(destination) ?? []
      const key = letters.map(({ letter, at, only }) => `${letter}@${at}${only?.join() ?? ''}`).join(' ')
      const shared = answers.length === 0 ? states.get(key) : undefined
      if (shared !== undefined) return [destination, shared]
      const newest = [...newestTellings(letters, tellings).values()]
      const state = underEachId([...newest, ...answers], leads)
      if (answers.length === 0) states.set(key, state)
      return [destination, state]
    }),
  )
}

const AT_ONCE = 500

interface Sent {
  readonly letter: number
  readonly at: number
  /** Stories of it that surely arrived, where not all of it did; null otherwise. */
  readonly only: readonly string[] | null
}

/** By destination, oldest first. Of what failed for good, or may not have arrived, only the parts were told that surely did. */
async function readLettersOf(
  db: Kysely<Tables>,
  destinations: readonly string[],
  since: number,
): Promise<ReadonlyMap<string, readonly Sent[]>> {
  const lettersOf = new Map<string, Sent[]>()
  const pause = shareTheThread()
  for (const some of inChunks(destinations, AT_ONCE)) {
    const rows = await db
      .selectFrom('outbox')
      .select(['destination', 'letter', 'created_at', 'state', 'parts'])
      .where('destination', 'in', some)
      .where('created_at', '>=', since)
      .where((eb) => eb.or([eb('state', 'in', ['pending', 'sending', 'sent']), eb('parts', 'is not', null)]))
      .where('edits', 'is', null)
      .orderBy('created_at')
      .orderBy('row')
      .execute()
    for (const { destination, letter, created_at: at, state, parts } of rows) {
      const letters = lettersOf.get(destination) ?? []
      lettersOf.set(destination, letters)
      const isPartly = state === 'failed' || state === 'uncertain'
      letters.push({ letter, at, only: isPartly ? storiesIn(parts === null ? [] : fromJson(parts)) : null })
    }
    await pause()
  }
  return lettersOf
}

type Tellings = ReadonlyMap<number, ReadonlyMap<string, readonly string[]>>

/** Article versions told of each story, by letter. */
async function readTellings(db: Kysely<Tables>, letters: ReadonlySet<number>): Promise<Tellings> {
  const tellings = new Map<number, Map<string, readonly string[]>>()
  const pause = shareTheThread()
  for (const some of inChunks([...letters], AT_ONCE)) {
    const rows = await db
      .selectFrom('letter_story')
      .select(['letter', 'story_id', 'articles'])
      .where('letter', 'in', some)
      .execute()
    for (const { letter, story_id, articles } of rows) {
      const own = tellings.get(letter) ?? new Map<string, readonly string[]>()
      tellings.set(letter, own)
      own.set(story_id, fromJson(articles))
    }
    await pause()
  }
  return tellings
}

/** A message tells with each story all that its reader knows of it then, so the newest one says it all. */
function newestTellings(letters: readonly Sent[], tellings: Tellings): ReadonlyMap<string, Told> {
  const newest = new Map<string, Told>()
  for (const { letter, at, only } of letters)
    for (const [storyId, articles] of tellings.get(letter) ?? [])
      if (only === null || only.includes(storyId)) newest.set(storyId, { storyId, at, articles })
  return newest
}

function underEachId(tellings: readonly Told[], leads: StoryLeads): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>()
  for (const { storyId: id, at, articles } of tellings) {
    const storyId = leads.target(id)
    const other = told.get(storyId)
    told.set(storyId, {
      storyId,
      at: Math.max(at, other?.at ?? at),
      articles: other === undefined ? articles : [...new Set([...other.articles, ...articles])],
    })
  }
  const all = new Map<string, Told>()
  for (const own of told.values()) for (const id of leads.family(own.storyId)) all.set(id, own)
  return all
}
