import { readText } from '../../language/read-text.ts'
import { figureWords } from './figure-words.ts'

const words = new Map<string, ReadonlySet<string>>()

/**
 * Whether a sentence has a word that continues a number told before: "rises to 19". `language` is ISO 639-1.
 */
export function tellsGrowth(sentence: string, language: string): boolean {
  const known = words.getOrInsertComputed(
    language,
    () => new Set((figureWords.of(language)?.grows ?? []).flatMap((word) => readText(word).folded)),
  )
  return readText(sentence).folded.some((word) => known.has(word))
}
