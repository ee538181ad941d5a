/** Words that one memory keeps of all languages together; it is emptied when full, so that neither many languages nor hostile texts grow it. */
const WORDS_KEPT = 60_000

/** What is known of the words of a language (ISO 639-1), each looked up once and remembered: most words of the next text have been met. */
export type WordMemory<Known> = (language: string) => (word: string) => Known

export function rememberWords<Known extends object>(
  lookUp: (word: string, language: string) => Known,
): WordMemory<Known> {
  const memories = new Map<string, Map<string, Known>>()
  let kept = 0
  return (language) => {
    if (kept > WORDS_KEPT) {
      memories.clear()
      kept = 0
    }
    const words = memories.getOrInsertComputed(language, () => {
      // A language is whatever the caller says.
      kept += 1
      return new Map<string, Known>()
    })
    return (word) => {
      const met = words.get(word)
      if (met !== undefined) return met
      const known = lookUp(word, language)
      words.set(word, known)
      kept += 1
      return known
    }
  }
}
