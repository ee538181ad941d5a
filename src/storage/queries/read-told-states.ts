import type { Kysely } from 'kysely'
import { fromJson } from '../json.ts'
import { shareTheThread } from '../share-the-thread.ts'
import type { OwnTelling, Told } from '../store.ts'
import type { Tables } from '../tables.ts'
import { inChunks } from './in-chunks.ts'
import { joinMerged, type NewestTelling } from './read-told.ts'

/** What each destination was told since then; the same map for those that were sent the same letters. */
export async function readToldStates(
  db: Kysely<Tables>,
  destinations: readonly string[],
  since: number,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Told>>> {
  const lettersOf = new Map<string, { readonly letter: number; readonly at: number }[]>()
  const pause = shareTheThread()
  for (const some of inChunks(destinations, AT_ONCE)) {
    const rows = await db
      .selectFrom('outbox')
      .select(['destination', 'letter', 'created_at'])
      .where('destination', 'in', some)
      .where('created_at', '>=', since)
      .where('state', '<>', 'failed')
      .where('edits', 'is', null)
      .orderBy('row')
      .execute()
    for (const { destination, letter, created_at: at } of rows) {
      const letters = lettersOf.get(destination) ?? []
      letters.push({ letter, at })
      lettersOf.set(destination, letters)
    }
    await pause()
  }
  const all = new Set([...lettersOf.values()].flatMap((letters) => letters.map(({ letter }) => letter)))
  const tellings = await readLetters(db, [...all])
  const states = new Map<string, ReadonlyMap<string, Told>>()
  return new Map(
    destinations.map((destination) => {
      const letters = lettersOf.get(destination) ?? []
      const key = letters.map(({ letter, at }) => `${letter}@${at}`).join(' ')
      const state = states.get(key) ?? joinLetters(letters, tellings)
      states.set(key, state)
      return [destination, state]
    }),
  )
}

const AT_ONCE = 500

interface LetterTellings {
  readonly byLetter: ReadonlyMap<number, ReadonlyMap<string, Omit<NewestTelling, 'at'>>>
  /** Every id that leads to a story, by its id. */
  readonly aliases: ReadonlyMap<string, readonly string[]>
}

async function readLetters(db: Kysely<Tables>, letters: readonly number[]): Promise<LetterTellings> {
  const tellings = new Map<number, Map<string, Omit<NewestTelling, 'at'>>>()
  const targets = new Map<number, string>()
  const pause = shareTheThread()
  for (const some of inChunks(letters, AT_ONCE)) {
    const rows = await db
      .selectFrom('letter_story')
      .leftJoin('story', 'story.id', 'letter_story.story_id')
      .leftJoin('story as target', 'target.row', 'story.merged_into')
      .select([
        'letter_story.letter',
        'letter_story.story_id',
        'letter_story.articles',
        'target.id as target_id',
        'target.row as target_row',
      ])
      .where('letter_story.letter', 'in', some)
      .execute()
    for (const row of rows) {
      const own = tellings.get(row.letter) ?? new Map<string, Omit<NewestTelling, 'at'>>()
      own.set(row.story_id, { articles: fromJson(row.articles), leadsTo: row.target_id ?? row.story_id })
      tellings.set(row.letter, own)
      if (row.target_row !== null && row.target_id !== null) targets.set(row.target_row, row.target_id)
    }
    await pause()
  }
  return { byLetter: tellings, aliases: await readAliases(db, targets) }
}

async function readAliases(
  db: Kysely<Tables>,
  targets: ReadonlyMap<number, string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const aliases = new Map<string, string[]>()
  for (const some of inChunks([...targets.keys()], AT_ONCE)) {
    const merged = await db
      .selectFrom('story')
      .select(['id', 'merged_into'])
      .where('merged_into', 'in', some)
      .execute()
    for (const { id, merged_into } of merged) {
      const target = merged_into === null ? undefined : targets.get(merged_into)
      if (target !== undefined) aliases.set(target, [...(aliases.get(target) ?? []), id])
    }
  }
  return aliases
}

function joinLetters(
  letters: readonly { readonly letter: number; readonly at: number }[],
  tellings: LetterTellings,
): ReadonlyMap<string, Told> {
  const newest = new Map<string, NewestTelling>()
  for (const { letter, at } of letters)
    for (const [storyId, telling] of tellings.byLetter.get(letter) ?? [])
      newest.set(storyId, { ...telling, at })
  const joined = joinMerged(newest)
  const told = new Map(joined)
  for (const own of joined.values())
    for (const alias of tellings.aliases.get(own.storyId) ?? []) told.set(alias, own)
  return told
}

export async function readOwnTellings(
  db: Kysely<Tables>,
  subscription: string,
  since: number,
): Promise<readonly OwnTelling[]> {
  const rows = await db
    .selectFrom('outbox')
    .innerJoin('letter_story', 'letter_story.letter', 'outbox.letter')
    .leftJoin('story', 'story.id', 'letter_story.story_id')
    .leftJoin('story as target', 'target.row', 'story.merged_into')
    .select([
      'outbox.id',
      'outbox.state',
      'outbox.created_at',
      'letter_story.story_id',
      'target.id as target_id',
    ])
    .where('outbox.subscription', '=', subscription)
    .where('outbox.created_at', '>=', since)
    .where('outbox.edits', 'is', null)
    .orderBy('outbox.row')
    .execute()
  return rows.map((row) => ({
    outboxId: row.id,
    storyId: row.target_id ?? row.story_id,
    at: row.created_at,
    failed: row.state === 'failed',
  }))
}
