import { readFileSync } from 'node:fs'
import type { Bridge } from '../bridge/create-bridge.ts'
import { readTerms, TermKind } from '../terms.ts'

/** The sentences of one text in several languages. */
export type Document = ReadonlyMap<string, readonly string[]>

/**
 * Reads documents from a file with lines of the form `{langs: {en: {text}, …}}`, whose texts have one
 * sentence per line.
 */
export function readDocuments(path: string): Document[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { langs }: { langs: Readonly<Record<string, { readonly text: string }>> } = JSON.parse(line)
      return new Map(Object.entries(langs).map(([language, { text }]) => [language, text.split('\n')]))
    })
}

/** Returns the rarity of an English stem, given its hash, for measuring how alike two texts are. */
export type Rarity = (english: number) => number

/**
 * Returns the inverse document frequency of English stems: the logarithm of the number of texts per text with
 * the stem.
 */
export function rarityIn(texts: readonly string[]): Rarity {
  const textsWith = new Map<number, number>()
  for (const text of texts)
    for (const hash of new Set(readTerms(text, 'en').hashes))
      textsWith.set(hash, (textsWith.get(hash) ?? 0) + 1)
  return (english) => Math.log((texts.length + 1) / ((textsWith.get(english) ?? 0) + 0.5))
}

/** Distribution of likenesses by their square roots, which are spread nearly symmetrically. */
interface Spread {
  readonly mean: number
  readonly deviation: number
}

/**
 * Likenesses (cosines) of halves of documents to other halves in English, for halves of the same document and
 * of different ones.
 */
export interface Likenesses {
  readonly same: Spread
  readonly other: Spread
}

/**
 * Compares every other sentence of each document with the remaining sentences of each document in English.
 * These are not translations of each other but are about the same thing, like two reports.
 */
export function compareHalves(
  documents: readonly Document[],
  language: string,
  bridge: Bridge | null,
  rarity: Rarity,
): Likenesses {
  const same: number[] = []
  const other: number[] = []
  for (const half of [0, 1]) {
    const vector = (document: Document, of: string, by: Bridge | null, which: number) =>
      vectorOf((document.get(of) ?? []).filter((_, i) => i % 2 === which).join('\n'), of, by, rarity)
    const theirs = documents.map((document) => vector(document, language, bridge, half))
    const english = documents.map((document) => vector(document, 'en', null, 1 - half))
    for (const [i, one] of theirs.entries())
      for (const [j, two] of english.entries()) (i === j ? same : other).push(Math.sqrt(cosine(one, two)))
  }
  return { same: spreadOf(same), other: spreadOf(other) }
}

/**
 * Returns the likeness, 0 to 1, at which two texts are `odds` times likelier to be from one document than
 * from two, regardless of how frequent either case is.
 */
export function likenessAt(odds: number, { same, other }: Likenesses): number {
  const logOdds = (root: number): number => logDensity(root, same) - logDensity(root, other)
  let [low, high] = [other.mean, same.mean]
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    if (logOdds(middle) < Math.log(odds)) low = middle
    else high = middle
  }
  return low * low
}

const logDensity = (value: number, { mean, deviation }: Spread): number =>
  -(((value - mean) / deviation) ** 2) / 2 - Math.log(deviation)

function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return { mean, deviation: Math.sqrt(square) }
}

function vectorOf(
  text: string,
  language: string,
  bridge: Bridge | null,
  rarity: Rarity,
): Map<number, number> {
  const { words, hashes, kinds } = readTerms(text, language)
  const times = new Map<number, number>()
  const count = (english: number, weight: number): void => {
    times.set(english, (times.get(english) ?? 0) + weight)
  }
  for (const [i, word] of words.entries()) {
    if (((kinds[i] ?? 0) & (TermKind.stop | TermKind.single)) !== 0) continue
    if (bridge === null) count(hashes[i] ?? 0, 1)
    else bridge.lookUp(word, hashes[i] ?? 0, count)
  }
  for (const [english, often] of times)
    times.set(english, (often > 1 ? 1 + Math.log(often) : often) * rarity(english))
  const length = Math.hypot(...times.values())
  for (const [english, weight] of times) times.set(english, weight / length)
  return times
}

function cosine(one: ReadonlyMap<number, number>, two: ReadonlyMap<number, number>): number {
  let sum = 0
  for (const [english, weight] of one) sum += weight * (two.get(english) ?? 0)
  return sum
}
