import { wordLists } from './parts.ts'
import { analyse } from './words.ts'

/** Whether an analysed word (see `analyse`) only holds sentences together in its language. Languages without a list have none. */
export function isStopWord(word: string, language: string): boolean {
  let words = analysedLists.get(language)
  if (words === undefined) {
    const [base = 'und'] = language.split('-', 1)
    const list = wordLists.of(base)?.stop
    if (list === undefined) return false
    words = new Set(analyse(list.join(' '), base))
    analysedLists.set(language, words)
  }
  return words.has(word)
}

/** By the language as it was given, which saves taking it apart for each word. Only languages with a list are kept. */
const analysedLists = new Map<string, ReadonlySet<string>>()

/** The analysed words of a text that say something. */
export const contentOf = (text: string, language: string): ReadonlySet<string> =>
  new Set(analyse(text, language).filter((word) => !isStopWord(word, language)))
