import { cutWords } from './cut-words.ts'
import { fold } from './fold.ts'
import { stem } from './stem.ts'

/**
 * The words of a text as search and comparison see them: cut, lower case, stemmed, without accents; numbers kept, Chinese and
 * Japanese as pairs of characters. In order, with repeats; letters and digits only, so a space or a NUL may join them.
 * `language` is ISO 639-1 or `und` (then nothing is stemmed). Same input, same words: they are stored.
 */
export function analyse(text: string, language: string): string[] {
  const [base = 'und'] = language.split('-', 1)
  const known = cacheFor(base)
  return cutWords(text, base).map((word) => {
    const cached = known.get(word)
    if (cached !== undefined) return cached
    const analysed = analyseWord(word, base)
    if (known.size >= CACHED_WORDS) known.clear()
    known.set(word, analysed)
    return analysed
  })
}

/** One word of `cutWords`, not remembered. */
export function analyseWord(word: string, language: string): string {
  return fold(stem(word, language))
}

/** Words repeat: remembering them makes analysis three times as fast. Bounds the memory to some MB a language. */
const CACHED_WORDS = 30_000
const CACHED_LANGUAGES = 40
const caches = new Map<string, Map<string, string>>()

function cacheFor(language: string): Map<string, string> {
  let cache = caches.get(language)
  if (cache === undefined) {
    if (caches.size >= CACHED_LANGUAGES) caches.clear()
    cache = new Map()
    caches.set(language, cache)
  }
  return cache
}
