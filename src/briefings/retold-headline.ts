import { reportedAt } from '../articles/reported-at.ts'
import type { PlacedArticle } from '../records/story.ts'
import { headlineWords } from '../summaries/event-words.ts'

/** Two headlines say the same if the longer one has this part of the shorter one's words. */
const SAME_SHARE = 0.75
/** Least number of words, without numbers. */
const LEAST_WORDS = 3

/**
 * Creates a check whether the outlet of a headline has told it anew since, with other numbers: "Vik 14-3 at
 * lunch on opening day", before "Vik 21-3 at tea on opening day".
 */
export function createRetoldCheck(reports: readonly PlacedArticle[]) {
  const bySource = Map.groupBy(reports, ({ sourceId }) => sourceId)
  return (headline: string, article: PlacedArticle): boolean => {
    const { language } = article.tags
    const own = partsOf(headline, language)
    if (own.numbers === '' || own.words.size < LEAST_WORDS) return false
    return (bySource.get(article.sourceId) ?? []).some((other) => {
      if (reportedAt(other) <= reportedAt(article)) return false
      const { words, numbers } = partsOf(other.title, language)
      const shorter = Math.min(words.size, own.words.size)
      return (
        numbers !== '' &&
        numbers !== own.numbers &&
        shorter >= LEAST_WORDS &&
        words.intersection(own.words).size >= SAME_SHARE * shorter
      )
    })
  }
}

const partsOf = (headline: string, language: string) => ({
  words: new Set([...headlineWords(headline, language)].filter((word) => !/\p{Nd}/u.test(word))),
  numbers: headline.match(/\p{Nd}[\p{Nd}.,-]*/gu)?.join(' ') ?? '',
})
