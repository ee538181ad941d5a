import type { TaggedArticle } from '../../records/article.ts'

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
} as const

export function facetsOf(article: Pick<TaggedArticle, 'tags'>, source: number): string {
  const { countries, topics, language } = article.tags
  return [
    facet.source(source),
    facet.language(language),
    ...countries.map((country) => facet.country(country.code)),
    ...countries.filter((country) => country.focus).map((country) => facet.focus(country.code)),
    ...topics.map((topic) => facet.topic(topic.code)),
  ].join(' ')
}

/** Codes are ASCII letters, digits and a colon; the index would part them at the colon. */
function plain(code: string): string {
  return code.toLowerCase().replace(/[^a-z0-9]/g, '·')
}
