import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { TaggedArticle } from '../../records/article.ts'
import type { Tables } from './tables.ts'
import { readTerms } from '../../language/terms.ts'
import { facetsOf } from './facets.ts'

/** Puts the words of an article into the search index under its row, in place of those of an earlier version. */
export async function indexArticle(
  db: Kysely<Tables>,
  row: number,
  article: TaggedArticle,
  source: number,
): Promise<void> {
  const { title, lead, body, facets } = indexedWords(article, source)
  await sql`
    insert or replace into article_words (rowid, title, lead, body, facets)
    values (${row}, ${title}, ${lead}, ${body}, ${facets})`.execute(db)
  await sql`insert or ignore into language (code) values (${article.tags.language})`.execute(db)
}

/** What the index holds of an article: its analysed words by part, joined with spaces, and its filters. */
export function indexedWords(
  article: Pick<TaggedArticle, 'title' | 'text' | 'tags'>,
  source: number,
): Readonly<Record<'title' | 'lead' | 'body' | 'facets', string>> {
  const { language } = article.tags
  const border = leadLength(article.text)
  const words = (text: string) => readTerms(text, language).words.join(' ')
  return {
    title: words(article.title),
    lead: words(article.text.slice(0, border)),
    body: words(article.text.slice(border)),
    facets: facetsOf(article, source),
  }
}

export async function unindexArticle(db: Kysely<Tables>, row: number): Promise<void> {
  await sql`delete from article_words where rowid = ${row}`.execute(db)
}

/**
 * News says the main thing first, so words of the opening weigh more. The opening ends with a paragraph: a phrase never
 * stands across two.
 */
function leadLength(text: string): number {
  const end = text.indexOf('\n\n', SHORTEST_LEAD)
  return end === -1 ? text.length : end
}

/** Some texts begin with a place and a date alone. UTF-16 units. */
const SHORTEST_LEAD = 200
