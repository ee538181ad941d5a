import { bridgeKey, otherKeys } from '../bridge/bridge-key.ts'
import { readTerms, TermKind } from '../terms.ts'
import { alignWords, type Link, type Pair } from './align-words.ts'

/** A line of training data: one meaning in two languages. */
export interface Line {
  readonly english: string
  readonly other: string
  readonly source: string
  readonly kind: 'sentence' | 'dictionary' | 'name'
  /** Its weight, relative to 1 for a sentence. */
  readonly weight: number
}

/** What a word of another language means in English. */
export interface Entry {
  /** At most `MOST_STEMS`, the best first, with weights that sum to at most 1. */
  readonly stems: readonly (readonly [stem: string, weight: number])[]
  /** How often the word occurs in the lines; occurrences in dictionaries count in part. */
  readonly occurrences: number
}

/**
 * Taken from a first trial of the method on other pairs, like the exponents in `chooseStems`; not tuned here.
 */
const ROUNDS = 6
/**
 * The better one of 0.12 and 0.25 for halves of documents, whichever of de, es, pl, tr and uk is left out;
 * also on pairs of a real stream.
 */
const LEAST_OF_BEST = 0.25
/** Two, three and four differ by a thousandth, and not in the same direction for each language. */
const MOST_STEMS = 4

/**
 * Counts how often each English stem occurs in the news among the lines: on the English side of sentences,
 * counting one text in several languages once. `NEWS` names the sources that count.
 */
export function countEnglish(lines: Iterable<Line>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const read = new Set<string>()
  for (const line of lines) {
    const { english } = line
    if (!isNews(line) || read.has(english)) continue
    read.add(english)
    for (const word of telling(english, 'en')) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

export const isNews = ({ source }: Line): boolean => NEWS.has(source)

/** Whether the line is not from the documents that the likeness is calibrated with. */
export const isKeptFrom = ({ source }: Line): boolean => source !== 'ntrex'

/**
 * News, and encyclopaedias about the same subjects. Everyday conversation and dictionaries would make rare
 * words look common.
 */
const NEWS: ReadonlySet<string> = new Set(['ntrex', 'flores', 'pud', 'xquad'])

/**
 * Learns the entries of one language by their keys (see `bridgeKey`). Words that are frequent and belong to
 * the news come first. A name counts as a sentence. A word of a long dictionary line counts less, since pairs
 * of Chinese characters from two words mean nothing.
 */
export function learnBridge(
  lines: readonly Line[],
  language: string,
  frequency: ReadonlyMap<string, number>,
): ReadonlyMap<string, Entry> {
  const english = numberWords()
  const other = numberWords()
  const pairs: Pair[] = []
  /** How often each word occurs. */
  const occurrences: number[] = []
  const keysOf = readKeys(lines, language)
  for (const line of lines) {
    const pair = {
      english: Int32Array.from(telling(line.english, 'en'), english.number),
      other: Int32Array.from(keysOf(line.other), other.number),
      weight: line.weight,
    }
    if (pair.english.length === 0 || pair.other.length === 0) continue
    pairs.push(pair)
    for (const word of pair.other)
      occurrences[word] =
        (occurrences[word] ?? 0) + (line.kind === 'dictionary' ? line.weight / pair.other.length : 1)
  }
  const links = alignWords(pairs, { english: english.words.length, other: other.words.length }, ROUNDS)
  const ranked = other.words.flatMap((key, at) => {
    const stems = chooseStems(links[at] ?? [], english.words, frequency)
    const [best] = stems
    if (best === undefined) return []
    const times = occurrences[at] ?? 0
    return [
      {
        key,
        entry: { stems, occurrences: times },
        rank: times * Math.sqrt((frequency.get(best[0]) ?? 0) + UNSEEN),
      },
    ]
  })
  ranked.sort((one, other) => other.rank - one.rank || (one.key < other.key ? -1 : 1))
  return new Map(ranked.map(({ key, entry }) => [key, entry]))
}

/**
 * Returns a function that reads the keys of a text. A word that is in no dictionary but is one with an
 * attached prefix or ending counts as that word.
 */
function readKeys(lines: readonly Line[], language: string): (text: string) => string[] {
  const words = new Set<string>()
  for (const { other, kind } of lines) {
    if (kind === 'sentence') continue
    const [word, ...more] = telling(other, language)
    if (word !== undefined && more.length === 0) words.add(bridgeKey(word, language))
  }
  const known = new Map<string, string>()
  const keyOf = (term: string): string => {
    const key = bridgeKey(term, language)
    return words.has(key) ? key : (otherKeys(term, language).find((other) => words.has(other)) ?? key)
  }
  return (text) => telling(text, language).map((term) => known.getOrInsertComputed(term, keyOf))
}

function chooseStems(
  links: readonly Link[],
  words: readonly string[],
  frequency: ReadonlyMap<string, number>,
): Entry['stems'] {
  const scored = links
    .map(({ english, toEnglish, fromEnglish }) => {
      const stem = words[english] ?? ''
      return {
        stem,
        score: toEnglish * Math.sqrt(fromEnglish) * ((frequency.get(stem) ?? 0) + UNSEEN) ** 0.25,
      }
    })
    .sort((one, other) => other.score - one.score || (one.stem < other.stem ? -1 : 1))
  const best = scored[0]?.score ?? 0
  const kept = scored.slice(0, MOST_STEMS).filter(({ score }) => score > 0 && score >= best * LEAST_OF_BEST)
  const sum = kept.reduce((total, { score }) => total + score, 0)
  return kept.map(({ stem, score }) => [stem, score / sum])
}

/** The frequency assumed for a stem that no sentence has: a guess, a third of one occurrence. */
const UNSEEN = 0.3

/** Returns the words of a text that say something, without numbers, which need no table. */
export function telling(text: string, language: string): string[] {
  const { words, kinds } = readTerms(text, language)
  return words.filter((word, i) => ((kinds[i] ?? 0) & SAYS_NOTHING) === 0 && !/^\p{Nd}+$/u.test(word))
}

const SAYS_NOTHING = TermKind.stop | TermKind.single

interface Numbered {
  /** The words by number, each once. */
  readonly words: string[]
  readonly number: (word: string) => number
}

function numberWords(): Numbered {
  const numbers = new Map<string, number>()
  const words: string[] = []
  const number = (word: string): number => {
    let known = numbers.get(word)
    if (known === undefined) {
      known = words.length
      numbers.set(word, known)
      words.push(word)
    }
    return known
  }
  return { words, number }
}
