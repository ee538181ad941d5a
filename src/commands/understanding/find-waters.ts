import { askWords } from '../../language/typed-words.ts'
import { foldTerm } from '../name-index.ts'
import { matchPhrase } from './lexicon.ts'
import { formsOf, type Word } from './sentence.ts'

/** Words that name a water, as typed. */
interface Water {
  readonly first: number
  /** After the last word. */
  readonly end: number
  readonly name: string
}

/**
 * Finds seas, straits and gulfs: a word for one, with its name beside it. So "Black Sea" is nothing black,
 * and "mer Noire" no Wednesday.
 */
export function findWaters(text: string, words: readonly Word[], language: string): readonly Water[] {
  const { before = [], behind = [] } = askWords.of(language)?.waters ?? {}
  const isOne = (word: Word | undefined, nouns: readonly string[]): boolean =>
    word?.kind === 'word' &&
    nouns.some((noun) =>
      noun.endsWith('*')
        ? word.key.startsWith(foldTerm(noun))
        : formsOf(word.key, language).includes(foldTerm(noun)),
    )
  /** Whether a word means nothing else to us. */
  const isName = (at: number): boolean => {
    const word = words[at]
    const meant = matchPhrase(words, at, language)
    return word?.kind === 'word' && (meant === null || meant.isApproximate)
  }
  const spanAt = (at: number): readonly [number, number] | null => {
    if (isOne(words[at], behind) && isName(at - 1) && words[at - 1]?.closes !== true) return [at - 1, at + 1]
    const name = Math.max(0, ...before.map((noun) => endOf(noun.split(' '), at)))
    return name > at && isName(name) ? [at, name + 1] : null
  }
  /**
   * Returns the position after a phrase for a water that begins at a word, such as "Strait of"; 0 for none.
   */
  const endOf = (noun: readonly string[], at: number): number =>
    noun.every((part, step) => isOne(words[at + step], [part]) && words[at + step]?.closes !== true)
      ? at + noun.length
      : 0
  return words.flatMap((_, at): Water[] => {
    const span = spanAt(at)
    if (span === null) return []
    const [first, end] = span
    const name = text.slice(words[first]?.start, words[end - 1]?.end)
    return [{ first, end, name }]
  })
}
