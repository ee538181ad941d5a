import { askWords } from '../../language/typed-words.ts'
import { foldTerm } from '../name-index.ts'
import { meantAt } from './lexicon.ts'
import { formsOf, type Word } from './sentence.ts'

/** Words that name a water, as typed. */
interface Water {
  readonly first: number
  /** Behind the last word. */
  readonly end: number
  readonly name: string
}

/** Seas, straits and gulfs by how they are called: the word for one, and its name beside it. "Black Sea" is no black one, nor is "mer Noire" a Wednesday. */
export function findWaters(text: string, words: readonly Word[], language: string): readonly Water[] {
  const { before = [], behind = [] } = askWords.of(language)?.waters ?? {}
  const isOne = (word: Word | undefined, nouns: readonly string[]): boolean =>
    word?.kind === 'word' &&
    nouns.some((noun) =>
      noun.endsWith('*')
        ? word.key.startsWith(foldTerm(noun))
        : formsOf(word.key, language).includes(foldTerm(noun)),
    )
  /** Says nothing else to us. */
  const isName = (at: number): boolean => {
    const word = words[at]
    const meant = meantAt(words, at, language)
    return word?.kind === 'word' && (meant === null || meant.isFar)
  }
  const spanAt = (at: number): readonly [number, number] | null => {
    if (isOne(words[at], behind) && isName(at - 1) && words[at - 1]?.closes !== true) return [at - 1, at + 1]
    const name = Math.max(0, ...before.map((noun) => endOf(noun.split(' '), at)))
    return name > at && isName(name) ? [at, name + 1] : null
  }
  /** Behind the words for one that begin at a word: "Strait of"; 0 where there are none. */
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
