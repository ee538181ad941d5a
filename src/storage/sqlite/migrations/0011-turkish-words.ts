import type { DatabaseSync } from 'node:sqlite'
import { articleTerms } from '../../../articles/article-terms.ts'
import { facetsOf } from '../../search/facets.ts'

/**
 * Short Turkish words keep their endings from now on (`src/language/stem.ts`). Those in the index are cut
 * again, otherwise no search would find them.
 */
export function turkishWords(database: DatabaseSync): void {
  const rows = database.prepare(`
    select a.row, a.title, v.text, a.tags, s.row as source
    from article a
      join article_version v on v.article = a.row and v.version = a.version
      join source s on s.id = a.source_id
    where a.tags ->> 'language' = 'tr'`)
  const put = database.prepare(
    'insert or replace into article_words (rowid, title, lead, body, facets) values (?, ?, ?, ?, ?)',
  )
  for (const { row, title, text, tags, source } of rows.iterate()) {
    // The oldest were tagged before names were.
    const named = { people: [], organisations: [], ...JSON.parse(String(tags)) }
    const article = { title: String(title), text: String(text), tags: named }
    const { search } = articleTerms(article, article.tags.language)
    put.run(Number(row), search.title, search.lead, search.body, facetsOf(article.tags, Number(source)))
  }
}
