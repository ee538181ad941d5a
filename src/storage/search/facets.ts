import { isInFocus } from '../../briefings/story-countries.ts'
import type { Tags } from '../../records/article.ts'
import { nameKeys } from '../../language/name-keys.ts'
import type { Db } from '../db.ts'

/**
 * Words that represent filters in the index, so that the index itself intersects a common word with a rare
 * country. The mark ¦ never occurs in an analysed word (letters, marks and digits only), so no text can
 * imitate a filter.
 */
export const facet = {
  country: (code: string) => `¦c${plain(code)}`,
  focus: (code: string) => `¦f${plain(code)}`,
  topic: (code: string) => `¦t${plain(code)}`,
  language: (code: string) => `¦l${plain(code)}`,
  source: (row: number) => `¦s${row}`,
  /** A person or an organisation, by `NameKeys`. */
  name: (words: readonly string[]) => `¦n${words.join('·')}`,
  sound: (sounds: readonly string[]) => `¦o${sounds.join('·')}`,
} as const

/** The facets of a name, the same for all its spellings. */
export function nameFacets(name: string): readonly string[] {
  const { words, sounds } = nameKeys(name)
  return [
    ...(words.length === 0 ? [] : [facet.name(words)]),
    ...(sounds === null ? [] : [facet.sound(sounds)]),
  ]
}

export function facetsOf(
  { countries, topics, language, people, organisations }: Tags,
  source: number,
): string {
  return [
    facet.source(source),
    facet.language(language),
    ...countries.map((country) => facet.country(country.code)),
    ...countries.filter(isInFocus).map((country) => facet.focus(country.code)),
    ...topics.map((topic) => facet.topic(topic.code)),
    ...[...people, ...organisations].flatMap(({ name }) => nameFacets(name)),
  ].join(' ')
}

/** Codes are ASCII letters, digits and a colon. The colon is replaced because the index would split there. */
function plain(code: string): string {
  return code.toLowerCase().replace(/[^a-z0-9]/g, '·')
}

/** Languages (ISO 639-1) of the articles in the index. */
export async function indexedLanguages(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('language').select('code').execute()
  return rows.map(({ code }) => code)
}

/** Rows of these sources; those never read have none. */
export async function rowsOfSources(db: Db, ids: readonly string[]): Promise<readonly number[]> {
  const rows = await db.selectFrom('source').select('row').where('id', 'in', ids).execute()
  return rows.map(({ row }) => row)
}
