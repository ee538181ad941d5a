import type { PlacedArticle } from '../records/story.ts'
import { headlineWords, leadWords } from '../summaries/event-words.ts'

/**
 * Shares of a headline, and of the opening under it, that must be new beside another story of the same
 * running story.
 */
const LEAST_NEW = { headline: 0.3, opening: 0.5 }

/**
 * Whether the report by which a story is told says only what another story of the same running story tells.
 * Reports of one event may be in two stories for some hours, and a reader is told it once. `beside`: the
 * reports of the other story; only those in the language of the report are compared.
 */
export function addsNothingTo(
  { title, text, tags: { language } }: PlacedArticle,
  beside: readonly PlacedArticle[],
): boolean {
  const alike = beside.filter(({ tags }) => tags.language === language)
  const known = new Set(alike.flatMap((other) => [...leadWords({ ...other, language })]))
  const partNew = (words: ReadonlySet<string>): number =>
    words.size === 0 ? 0 : words.difference(known).size / words.size
  return (
    partNew(headlineWords(title, language)) < LEAST_NEW.headline &&
    partNew(leadWords({ title: '', text, language })) < LEAST_NEW.opening
  )
}
