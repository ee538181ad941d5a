import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { TaggedArticle } from '../../tagging/tags.ts'
import { analyse } from '../../text/words.ts'
import type { Tables } from '../tables.ts'
import { facetsOf } from './facets.ts'

/** Puts the words of an article into the search index under its row, in place of those of an earlier version. */
export async function indexArticle(
  db: Kysely<Tables>,
  row: number,
  article: TaggedArticle,
  source: number,
): Promise<void> {
  const { language } = article.tags
  const border = leadLength(article.text)
  const words = (text: string) => analyse(text, language).join(' ')
  await sql`
    insert or replace into article_words (rowid, title, lead, body, facets)
    values (${row}, ${words(article.title)}, ${words(article.text.slice(0, border))},
      ${words(article.text.slice(border))}, ${facetsOf(article, source)})`.execute(db)
  await sql`insert or ignore into language (code) values (${language})`.execute(db)
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
