import type { SentStory } from '../../records/decision.ts'
import { storiesIn } from '../../records/delivery.ts'
import { addNew, type Db, type Query, readInChunks } from '../db.ts'
import { fromJson, toJson } from '../json.ts'
import { readStoryLeads, type StoryLeads } from './read-stories.ts'

export const told: Query<'told'> = async (db, destination) =>
  (await toldStates(db, [destination], 0)).get(destination) ?? new Map()

/** Includes answers. A merged story has everything told of it under each of its ids. */
export const toldStates: Query<'toldStates'> = async (db, destinations, since) =>
  statesOf(
    db,
    destinations,
    await readLettersOf(db, 'destination', destinations, since),
    await readAnswered(db, destinations, since),
  )

export const toldApart: Query<'toldApart'> = async (db, subscriptions, since) =>
  statesOf(db, subscriptions, await readLettersOf(db, 'subscription', subscriptions, since), new Map())

/** What each reader, a destination or a thread, knows from messages and answers. */
async function statesOf(
  db: Db,
  readers: readonly string[],
  lettersOf: Awaited<ReturnType<typeof readLettersOf>>,
  answered: Awaited<ReturnType<typeof readAnswered>>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, SentStory>>> {
  const stories = await readStoriesTold(
    db,
    new Set([...lettersOf.values()].flat().map(({ letter }) => letter)),
  )
  const all = [...stories.values(), ...answered.values()].flat()
  const leads = await readStoryLeads(db, new Set(all.map(({ storyId }) => storyId)))
  const states = new Map<string, ReadonlyMap<string, SentStory>>()
  return new Map(
    readers.map((reader) => {
      const letters = lettersOf.get(reader) ?? []
      const answers = answered.get(reader) ?? []
      // As JSON "no story arrived" ([]) differs from "all did" (null).
      const key = JSON.stringify(
        letters.map(({ letter, at, arrivedStories }) => [letter, at, arrivedStories]),
      )
      const shared = answers.length === 0 ? states.get(key) : undefined
      if (shared !== undefined) return [reader, shared]
      const newest = [...newestTold(letters, stories).values()]
      const state = underEachId([...newest, ...answers], leads)
      if (answers.length === 0) states.set(key, state)
      return [reader, state]
    }),
  )
}

interface SentLetter {
  readonly letter: number
  readonly at: number
  /** Stories of it that surely arrived, if only parts did; otherwise null. */
  readonly arrivedStories: readonly string[] | null
}

/**
 * Messages by destination or, for what is told apart, by subscription; oldest first. Of messages that failed
 * or are in doubt, only the parts count that surely arrived.
 */
async function readLettersOf(
  db: Db,
  by: 'destination' | 'subscription',
  readers: readonly string[],
  since: number,
): Promise<ReadonlyMap<string, readonly SentLetter[]>> {
  const rows = await readInChunks(readers, (some) =>
    db
      .selectFrom('outbox')
      .select([`${by} as reader`, 'letter', 'created_at as at', 'state', 'parts'])
      .where(by, 'in', some)
      .where('apart', '=', by === 'subscription' ? 1 : 0)
      .where('created_at', '>=', since)
      .where((eb) => eb.or([eb('state', 'in', ['pending', 'sending', 'sent']), eb('parts', 'is not', null)]))
      .where('edits', 'is', null)
      .orderBy('created_at')
      .orderBy('row')
      .execute(),
  )
  const sent = rows.map(({ state, parts, ...row }) => {
    const isPartly = state === 'failed' || state === 'uncertain'
    return { ...row, arrivedStories: isPartly ? storiesIn(parts === null ? [] : fromJson(parts)) : null }
  })
  return Map.groupBy(sent, ({ reader }) => reader)
}

/** Article versions told of each story, by letter. */
export async function readStoriesTold(db: Db, letters: ReadonlySet<number>) {
  const rows = await readInChunks(letters, (some) =>
    db
      .selectFrom('letter_story')
      .select(['letter', 'story_id as storyId', 'articles'])
      .where('letter', 'in', some)
      .execute(),
  )
  const stories = rows.map((row) => ({ ...row, articles: fromJson(row.articles) }))
  return Map.groupBy(stories, ({ letter }) => letter)
}

/** Each message lists everything its reader knows of a story by then, so the newest message is enough. */
function newestTold(
  letters: readonly SentLetter[],
  stories: Awaited<ReturnType<typeof readStoriesTold>>,
): ReadonlyMap<string, SentStory> {
  const newest = new Map<string, SentStory>()
  for (const { letter, at, arrivedStories } of letters)
    for (const { storyId, articles } of stories.get(letter) ?? [])
      if (arrivedStories === null || arrivedStories.includes(storyId))
        newest.set(storyId, { storyId, at, articles })
  return newest
}

function underEachId(stories: readonly SentStory[], leads: StoryLeads): ReadonlyMap<string, SentStory> {
  const told = new Map<string, SentStory>()
  for (const { storyId: id, at, articles } of stories) {
    const storyId = leads.target(id)
    const other = told.get(storyId)
    told.set(storyId, {
      storyId,
      at: Math.max(at, other?.at ?? at),
      articles: other === undefined ? articles : [...new Set([...other.articles, ...articles])],
    })
  }
  const all = new Map<string, SentStory>()
  for (const own of told.values()) for (const id of leads.family(own.storyId)) all.set(id, own)
  return all
}

export const keepAnswered: Query<'keepAnswered'> = async (db, destination, answer, stories) => {
  for (const { storyId: story_id, at, articles } of stories)
    await addNew(db, 'answered', { destination, story_id, at, answer, articles: toJson(articles) })
}

/** What answers told since `since`, under the story ids of that time. Destinations without any are absent. */
async function readAnswered(
  db: Db,
  destinations: readonly string[],
  since: number,
): Promise<ReadonlyMap<string, readonly SentStory[]>> {
  const rows = await readInChunks(destinations, (some) =>
    db
      .selectFrom('answered')
      .select(['destination', 'story_id as storyId', 'at', 'articles'])
      .where('destination', 'in', some)
      .where('at', '>=', since)
      .execute(),
  )
  const answers = rows.map((row) => ({ ...row, articles: fromJson(row.articles) }))
  return Map.groupBy(answers, ({ destination }) => destination)
}
