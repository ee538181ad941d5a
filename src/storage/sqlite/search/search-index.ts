import { sql } from 'kysely'
import type { Db, Query } from '../db.ts'
import type { SearchTerms, Tags } from '../../../records/article.ts'
import { nameKeys } from '../../../language/name-keys.ts'
import { shareTheThread } from '../../../thread/share-the-thread.ts'

/** What the index holds of an article: the words of its newest version, and what it may be filtered by. */
export interface Indexed {
  readonly row: number
  readonly terms: SearchTerms
  readonly tags: Tags
}

/**
 * Puts the words of articles into the search index under their rows, in place of those of earlier versions. One after the other: FTS5 writes out what
 * it has gathered before each other statement that SQLite may have to take back by itself, such as one that writes an article, which took half the
 * time of keeping it.
 */
export async function indexArticles(db: Db, articles: Iterable<Indexed>, source: number): Promise<void> {
  const pause = shareTheThread()
  const languages = new Set<string>()
  for (const { row, terms, tags } of articles) {
    await pause()
    await sql`
      insert or replace into article_words (rowid, title, lead, body, facets)
      values (${row}, ${terms.title}, ${terms.lead}, ${terms.body}, ${facetsOf(tags, source)})`.execute(db)
    languages.add(tags.language)
  }
  for (const language of languages)
    await sql`insert or ignore into language (code) values (${language})`.execute(db)
}

export async function unindexArticle(db: Db, row: number): Promise<void> {
  await sql`delete from article_words where rowid = ${row}`.execute(db)
}

/**
 * Filters are words of the index too, so that the index itself intersects a common word with a rare country. The mark ¦ never
 * occurs in an analysed word (letters, marks and digits only), so no text can pretend to be a filter.
 */
export const facet = {
  country: (code: string) => `¦c${plain(code)}`,
  focus: (code: string) => `¦f${plain(code)}`,
  topic: (code: string) => `¦t${plain(code)}`,
  language: (code: string) => `¦l${plain(code)}`,
  source: (row: number) => `¦s${row}`,
  /** Somebody or an organisation, by `NameKeys`. */
  name: (words: readonly string[]) => `¦n${words.join('·')}`,
  sound: (sounds: readonly string[]) => `¦o${sounds.join('·')}`,
} as const

/** The facets under which a name stands, however it is spelled. */
export function nameFacets(name: string): readonly string[] {
  const { words, sounds } = nameKeys(name)
  return [
    ...(words.length === 0 ? [] : [facet.name(words)]),
    ...(sounds === null ? [] : [facet.sound(sounds)]),
  ]
}

/** The filters of an article in the index. */
export function facetsOf(
  { countries, topics, language, people, organisations }: Tags,
  source: number,
): string {
  return [
    facet.source(source),
    facet.language(language),
    ...countries.map((country) => facet.country(country.code)),
    ...countries.filter((country) => country.focus).map((country) => facet.focus(country.code)),
    ...topics.map((topic) => facet.topic(topic.code)),
    ...[...people, ...organisations].flatMap(({ name }) => nameFacets(name)),
  ].join(' ')
}

/** Codes are ASCII letters, digits and a colon; the index would part them at the colon. */
function plain(code: string): string {
  return code.toLowerCase().replace(/[^a-z0-9]/g, '·')
}

/**
 * Joins pieces of the search index, some pages at a time. Each transaction leaves a piece behind, and a search looks for each of its words in each of
 * them: a dozen pieces cost a third of its time. Pieces are joined by twos, so a large one is written anew only when as much has come since.
 */
export const tidySearch: Query<'tidySearch'> = async (db) => {
  const before = await totalChanges(db)
  await sql`insert into article_words (article_words, rank) values ('merge', ${PAGES_A_STEP})`.execute(db)
  const changes = (await totalChanges(db)) - before
  // One is the command itself (https://www.sqlite.org/fts5.html#the_merge_command).
  return changes < 2 ? 0 : changes
}

/** About 15 ms. */
const PAGES_A_STEP = 200

async function totalChanges(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select total_changes() as n`.execute(db)
  return rows[0]?.n ?? 0
}

/** Languages (ISO 639-1) of the articles in the index. */
export async function indexedLanguages(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`select code from language`.execute(db)
  return rows.map(({ code }) => code)
}

/** Rows of these sources; those that were never read have none. */
export async function rowsOfSources(db: Db, ids: readonly string[]): Promise<readonly number[]> {
  const rows = await db.selectFrom('source').select('row').where('id', 'in', ids).execute()
  return rows.map(({ row }) => row)
}
