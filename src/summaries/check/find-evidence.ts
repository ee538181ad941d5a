import { type CitedSentence, type CitedText, weightOf } from './cited-text.ts'
import { isSameName } from './names.ts'
import type { Word } from './read-words.ts'

/** For each sentence of the cited text: does it hold this word, in whatever form? */
export function presence(word: Word, cited: CitedText): readonly boolean[] {
  let known = looked.get(cited)
  if (known === undefined) looked.set(cited, (known = new Map()))
  const id = `${word.capital} ${word.lower}`
  let found = known.get(id)
  if (found === undefined) known.set(id, (found = cited.sentences.map((sentence) => isIn(word, sentence))))
  return found
}

/** Each word is asked for many times, by every check. */
const looked = new WeakMap<CitedText, Map<string, readonly boolean[]>>()

function isIn(word: Word, sentence: CitedSentence): boolean {
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
    const here = presence(word, cited)
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
