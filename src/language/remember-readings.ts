import { LRUCache } from 'lru-cache'

/** UTF-16 units of text that one reading keeps its answers for: some thousand openings, or ten thousand headlines. */
const MOST_UNITS = 1_000_000

/**
 * The same reading of a text in a language, which remembers its answers for the texts that it met last (`most` UTF-16 units of them together): a briefing is composed from the articles
 * that the one before it was composed from. For what depends on the text and its language alone, and whose answers nobody changes.
 */
export function rememberReadings<Answer>(
  read: (text: string, language: string) => Answer,
  most: number = MOST_UNITS,
): (text: string, language: string) => Answer {
  const known = new LRUCache<string, { readonly answer: Answer }>({
    maxSize: most,
    sizeCalculation: (_answer, { length }) => length,
  })
  return (text, language) => {
    const key = `${language}\n${text}`
    const before = known.get(key)
    if (before !== undefined) return before.answer
    // Read from the key, which is kept anyway: what an answer cuts out of its text keeps all of it in memory.
    const answer = read(key.slice(language.length + 1), language)
    known.set(key, { answer })
    return answer
  }
}
