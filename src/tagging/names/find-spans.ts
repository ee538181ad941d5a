import { bridgeOf } from '../../language/bridge/bridge.ts'
import { hasCase, hasMark, joinsName, MARK, type Words } from '../../language/read-text.ts'
import { detach } from '../../language/terms.ts'
import type { KnownWord } from '../known-word.ts'
import { LABEL, labelChances, LABELS } from './label-chain.ts'
import {
  countWords,
  placeOf,
  placeSigns,
  REACH,
  readTokenSigns,
  readWordSigns,
  TOKEN_SIGNS,
  type WordSigns,
} from './name-signs.ts'
import { ownWeights, type SharedWeights, sharedWeights, type SignWeights } from './name-weights.ts'

/** Words of a text that look like a name. */
export interface NameSpan {
  readonly first: number
  readonly last: number
  readonly kind: 'person' | 'organisation'
  /** How sure each of its words is on average, 0 to 1. */
  readonly chance: number
}

/** What a word may be of a name, and whether it may go on with the name before it. */
export interface MayBe {
  readonly person: boolean
  readonly organisation: boolean
  readonly goesOn: boolean
}

/** What the words of a text, their neighbours and their letters tell of names. */
export interface Spans {
  readonly spans: readonly NameSpan[]
  /** How likely a word is of a person's name, 0 to 1. */
  readonly isPerson: (at: number) => number
  /** The English stem that the word mostly is, by its `hashWord`; 0 where the bridge does not know it. */
  readonly englishAt: (at: number) => number
}

/** The spans that look like names; undefined where the language has no weights. */
export function findSpans(
  words: Words,
  known: readonly KnownWord[],
  language: string,
  mayBe: (at: number) => MayBe,
): Spans | undefined {
  const reader = readerOf(language)
  if (reader === undefined) return undefined
  const { scores, english } = reader.score(words, known)
  const chances = labelChances(scores, reader.transitions, allowedLabels(words, mayBe))
  const chanceOf = (at: number, begins: number): number =>
    (chances[at * LABELS + begins] ?? 0) + (chances[at * LABELS + begins + 1] ?? 0)
  const spans: NameSpan[] = []
  for (let at = 0; at < words.folded.length; at++) {
    const isPerson = chanceOf(at, LABEL.personBegins) >= chanceOf(at, LABEL.organisationBegins)
    const begins = isPerson ? LABEL.personBegins : LABEL.organisationBegins
    let sum = chanceOf(at, begins)
    if (sum < LEAST_CHANCE) continue
    sum = Math.log(sum)
    let last = at
    for (; last + 1 < words.folded.length; last++) {
      const chance = chanceOf(last + 1, begins)
      const beginsAgain =
        (chances[(last + 1) * LABELS + begins] ?? 0) > (chances[(last + 1) * LABELS + begins + 1] ?? 0)
      if (chance < LEAST_CHANCE || beginsAgain) break
      sum += Math.log(chance)
    }
    spans.push({
      first: at,
      last,
      kind: isPerson ? 'person' : 'organisation',
      chance: Math.exp(sum / (last - at + 1)),
    })
    at = last
  }
  return {
    spans,
    isPerson: (at) => chanceOf(at, LABEL.personBegins),
    englishAt: (at) => english[at] ?? 0,
  }
}

const LEAST_CHANCE = 0.3

function allowedLabels(words: Words, mayBe: (at: number) => MayBe): Uint8Array {
  return Uint8Array.from(words.folded, (word, at) => {
    const { person, organisation, goesOn } = mayBe(at)
    const isSmall = hasCase(word) && !hasMark(words, at, MARK.capital | MARK.digit)
    const labels = 1 | (person ? PERSON : 0) | (organisation ? ORGANISATION : 0)
    return (
      labels &
      (isSmall ? ~BEGINS : -1) &
      (goesOn && joinsName(words, at) && isOfOneScript(word, words.folded[at - 1] ?? '') ? -1 : ~GOES_ON)
    )
  })
}

/** Whether two words begin with letters of one block of Unicode: "Лі" and "CNBC" do not. */
const isOfOneScript = (word: string, other: string): boolean => blockOf(word) === blockOf(other)

function blockOf(word: string): number {
  const unit = word.charCodeAt(0)
  return unit < LATIN_END ? 0 : unit >> 8
}

const LATIN_END = 0x250

const PERSON = (1 << LABEL.personBegins) | (1 << LABEL.personGoesOn)
const ORGANISATION = (1 << LABEL.organisationBegins) | (1 << LABEL.organisationGoesOn)
const BEGINS = (1 << LABEL.personBegins) | (1 << LABEL.organisationBegins)
const GOES_ON = (1 << LABEL.personGoesOn) | (1 << LABEL.organisationGoesOn)

interface Reader {
  readonly transitions: Float32Array
  score(
    words: Words,
    known: readonly KnownWord[],
  ): { readonly scores: Float64Array; readonly english: Int32Array }
}

const readers = new Map<string, Reader | undefined>()

function readerOf(language: string): Reader | undefined {
  if (!readers.has(language)) {
    const own = ownWeights(language)
    readers.set(language, own === undefined ? undefined : makeReader(language, own, sharedWeights()))
  }
  return readers.get(language)
}

/** Words kept for a language: what they add is worked out once. Emptied when full, so that hostile texts cannot grow the memory. */
const WORDS_KEPT = 20_000
const DISTANCES = 2 * REACH + 1
const STRIDE = DISTANCES * LABELS

function makeReader(language: string, own: SignWeights, shared: SharedWeights): Reader {
  const rows = new Map<string, number>()
  let adds = new Float32Array(1024 * STRIDE)
  let kinds = new Int32Array(1024)
  let stems = new Int32Array(1024)
  const signs = new Int32Array(TOKEN_SIGNS)

  function rowOf(word: string, written: string, known: KnownWord | undefined): number {
    const met = rows.get(word)
    if (met !== undefined) return met
    const row = rows.size
    rows.set(detach(word), row)
    if (row === kinds.length) {
      adds = grown(adds, new Float32Array(adds.length * 2))
      kinds = grown(kinds, new Int32Array(kinds.length * 2))
      stems = grown(stems, new Int32Array(stems.length * 2))
    }
    const told = readWordSigns(word, written, known, language, {
      bridge: bridgeOf(language),
      capitals: shared.capitals,
    })
    kinds[row] = told.kind
    stems[row] = told.english
    adds.fill(0, row * STRIDE, (row + 1) * STRIDE)
    for (let distance = -REACH; distance <= REACH; distance++) {
      addWord(adds, (row * DISTANCES + distance + REACH) * LABELS, told.own, own, distance)
      addWord(adds, (row * DISTANCES + distance + REACH) * LABELS, told.shared, shared, distance)
    }
    return row
  }

  return {
    transitions: shared.transitions,
    score(words, known) {
      const { folded, text, start, end } = words
      if (rows.size + folded.length > WORDS_KEPT) rows.clear()
      const rowsHere = Int32Array.from(folded, (word, at) =>
        rowOf(word, text.slice(start[at], end[at]), known[at]),
      )
      const kindsHere = Int32Array.from(rowsHere, (row) => kinds[row] ?? 0)
      const places = placeSigns(words, countWords(words))
      const scores = new Float64Array(folded.length * LABELS)
      for (let at = 0; at < folded.length; at++) {
        const to = at * LABELS
        for (let distance = -REACH; distance <= REACH; distance++) {
          const row = rowsHere[at + distance]
          if (row === undefined) continue
          const from = (row * DISTANCES + distance + REACH) * LABELS
          for (let label = 0; label < LABELS; label++)
            scores[to + label] = (scores[to + label] ?? 0) + (adds[from + label] ?? 0)
        }
        readTokenSigns(at, kindsHere, places, signs)
        for (let i = 0; i < TOKEN_SIGNS; i++) {
          addSign(scores, to, own, signs[i] ?? 0, 0)
          addSign(scores, to, shared, signs[i] ?? 0, 0)
        }
      }
      return { scores, english: rowsHere.map((row) => stems[row] ?? 0) }
    },
  }
}

function addWord(
  to: Float32Array,
  at: number,
  { wide, near, here }: WordSigns['own'],
  weights: SignWeights,
  distance: number,
): void {
  for (const sign of wide) addSign(to, at, weights, sign, distance)
  if (Math.abs(distance) <= 1) for (const sign of near) addSign(to, at, weights, sign, distance)
  if (distance === 0) for (const sign of here) addSign(to, at, weights, sign, distance)
}

function addSign(
  to: Float32Array | Float64Array,
  at: number,
  { weights, bits, scale }: SignWeights,
  sign: number,
  distance: number,
): void {
  const from = placeOf(sign, distance, bits) * LABELS
  for (let label = 0; label < LABELS; label++)
    to[at + label] = (to[at + label] ?? 0) + (weights[from + label] ?? 0) * scale
}

function grown<Numbers extends Int32Array | Float32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}
