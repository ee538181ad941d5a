/**
 * Gives each word a number, and so each pair of words one (see `pairOf`): to join two words and look the joined one up takes several times as long.
 * Room for two million words, more than any story or cited text that is read.
 */
export function wordsAsNumbers(): (word: string) => number {
  const numbers = new Map<string, number>()
  return (word) => {
    let number = numbers.get(word)
    if (number === undefined) numbers.set(word, (number = numbers.size))
    return number
  }
}

const MOST_WORDS = 2 ** 21

/** The number of two words that stand side by side; no word has it. */
export const pairOf = (first: number, second: number): number => (first + 1) * MOST_WORDS + second

export const isPair = (number: number): boolean => number >= MOST_WORDS
