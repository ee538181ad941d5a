import { type CitedText, weightOf } from './cited-text.ts'
import { isSameName } from './names.ts'
import type { Word } from './read-words.ts'

/** Does sentence `index` of the cited text hold this word, in whatever form? */
export function holds(cited: CitedText, index: number, word: Word): boolean {
  const sentence = cited.sentences[index]
  if (sentence === undefined) return false
  if (sentence.keys.has(word.key) || sentence.lowers.has(word.lower)) return true
  if (word.number !== undefined) return sentence.numbers.has(word.number)
  if (!word.capital) return false
  for (const lower of sentence.lowers) if (isSameName(word.lower, lower)) return true
  return false
}

/** Words of a neighbouring sentence count less: they may be what "he" and "there" stand for. */
const NEIGHBOUR = 0.6
const SECOND_NEIGHBOUR = 0.35

/** For each sentence of the cited text, how much of the words it carries, 0..1, by their weight. */
export function coverage(words: readonly Word[], cited: CitedText): readonly number[] {
  const total = words.reduce((sum, word) => sum + weightOf(word, cited), 0)
  const sums = cited.sentences.map(() => 0)
  for (const word of words) {
    const weight = weightOf(word, cited)
    const here = cited.sentences.map((_, i) => holds(cited, i, word))
    for (const i of sums.keys()) {
      const factor = here[i] ? 1 : here[i - 1] || here[i + 1] ? NEIGHBOUR : here[i - 2] ? SECOND_NEIGHBOUR : 0
      sums[i] = (sums[i] ?? 0) + factor * weight
    }
  }
  return total > 0 ? sums.map((sum) => sum / total) : sums
}

/** The index of the largest number. */
export function indexOfBest(values: readonly number[]): number {
  let best = 0
  for (const [i, value] of values.entries()) if (value > (values[best] ?? 0)) best = i
  return best
}
