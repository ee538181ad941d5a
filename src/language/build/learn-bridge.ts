import { bridgeKey } from '../bridge/bridge-key.ts'
import { readTerms, TermKind } from '../terms.ts'
import { alignWords, type Link, type Pair } from './align-words.ts'

/** A line of the bridge data: one meaning in two languages. */
export interface Line {
  readonly english: string
  readonly other: string
  readonly source: string
  readonly isSentence: boolean
}

/** What a word of another language comes to in English: at most `MOST_STEMS`, the best first, weights of at most one together. */
export type Entry = readonly (readonly [stem: string, weight: number])[]

const ROUNDS = 6
const DICTIONARY_WEIGHT = 0.5
const LEAST_OF_BEST = 0.12
const MOST_STEMS = 4

/**
 * How often each English stem is met in the news among the lines: from the English sides of all sentences, those of one text in several
 * languages once. `NEWS` names the sources that count.
 */
export function countEnglish(lines: Iterable<Line>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const read = new Set<string>()
  for (const { english, source } of lines) {
    if (!NEWS.has(source) || read.has(english)) continue
    read.add(english)
    for (const word of telling(english, 'en')) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

/** News, and encyclopaedias about the same things. Talk of every day and dictionaries would make rare words common. */
const NEWS: ReadonlySet<string> = new Set(['ntrex', 'flores', 'pud', 'xquad'])

/**
 * Learns the entries of one language, by their keys (see `bridgeKey`): those first that are told most often, and of what the news tells. A word of a
 * long dictionary line counts less: pairs of Chinese characters from two words mean nothing.
 */
export function learnBridge(
  lines: readonly Line[],
  language: string,
  frequency: ReadonlyMap<string, number>,
): ReadonlyMap<string, Entry> {
  const english = numberWords()
  const other = numberWords()
  const pairs: Pair[] = []
  /** How much each word is told. */
  const told: number[] = []
  for (const line of lines) {
    const pair = {
      english: Int32Array.from(telling(line.english, 'en'), english.number),
      other: Int32Array.from(
        telling(line.other, language).map((word) => bridgeKey(word, language)),
        other.number,
      ),
      weight: line.isSentence ? 1 : DICTIONARY_WEIGHT,
    }
    if (pair.english.length === 0 || pair.other.length === 0) continue
    pairs.push(pair)
    for (const word of pair.other)
      told[word] = (told[word] ?? 0) + (line.isSentence ? 1 : DICTIONARY_WEIGHT / pair.other.length)
  }
  const links = alignWords(pairs, { english: english.words.length, other: other.words.length }, ROUNDS)
  return new Map(
    other.words
      .map((key, at) => [key, chooseStems(links[at] ?? [], english.words, frequency), told[at] ?? 0] as const)
      .filter(([, entry]) => entry.length > 0)
      .map(([key, entry, times]) => {
        const [[best] = ['']] = entry
        return [key, entry, times * Math.sqrt((frequency.get(best) ?? 0) + UNSEEN)] as const
      })
      .sort(([one, , first], [other, , second]) => second - first || (one < other ? -1 : 1))
      .map(([key, entry]) => [key, entry]),
  )
}

function chooseStems(
  links: readonly Link[],
  words: readonly string[],
  frequency: ReadonlyMap<string, number>,
): Entry {
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

/** As if a stem that no sentence has had been met so often. */
const UNSEEN = 0.3

/** The words of a text that say something and are no numbers: those need no table. */
export function telling(text: string, language: string): string[] {
  const { words, kinds } = readTerms(text, language)
  return words.filter((word, i) => ((kinds[i] ?? 0) & SAYS_NOTHING) === 0 && !/^\p{Nd}+$/u.test(word))
}

const SAYS_NOTHING = TermKind.stop | TermKind.single

interface Numbered {
  /** Every word once, in the order of their numbers. */
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
