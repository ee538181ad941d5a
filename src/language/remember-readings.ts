import { LRUCache } from 'lru-cache'

/**
 * UTF-16 units of text for which one reading keeps its answers: some thousand openings, or ten thousand
 * headlines.
 */
const MOST_UNITS = 1_000_000

/** Reads a text in a language, under the title of its article where that matters. */
type Reading<Answer> = (text: string, language: string, title: string) => Answer

/**
 * Wraps a reading so that it remembers its answers for the texts it met last (`most` UTF-16 units of them
 * together): a briefing is composed from the same articles as the one before it. Only for readings that
 * depend on their arguments alone and whose answers nobody changes.
 */
export function rememberReadings<Answer>(
  read: Reading<Answer>,
  most: number = MOST_UNITS,
): (text: string, language: string, title?: string) => Answer {
  const known = new LRUCache<string, { readonly answer: Answer }>({
    maxSize: most,
    sizeCalculation: (_answer, { length }) => length,
  })
  return (text, language, title = '') => {
    const head = `${language} ${title.length}\n`
    const key = `${head}${title}${text}`
    const before = known.get(key)
    if (before !== undefined) return before.answer
    // The text is cut from the key, which is kept anyway: a substring keeps the whole string in memory.
    const answer = read(key.slice(head.length + title.length), language, title)
    known.set(key, { answer })
    return answer
  }
}
