import { bridgeOf } from '../../language/bridge/bridge.ts'
import { hasCase, hasMark, joinsName, MARK, type Words } from '../../language/read-text.ts'
import type { KnownWord } from '../known-word.ts'
import { bestName, LABEL, labelChances, LABELS, stepsOf } from './label-chain.ts'
import { placeOf, placeSign, REACH, readWordSigns, type WordSigns } from './name-signs.ts'
import { makePlaceScores } from './place-scores.ts'
import { openOwnWeights, openSharedWeights, type SharedWeights, type SignWeights } from './name-weights.ts'

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
  const text = reader.read(words, known)
  const persons = new Float32Array(words.folded.length)
  const spans: NameSpan[] = []
  for (let from = 0; from < text.isOpen.length; from++) {
    if (text.isOpen[from] !== 1) continue
    let to = from
    while (text.isOpen[to] === 1) to++
    if (allowLabels(text.allowed, words, from, to, mayBe)) {
      text.score(from, to)
      if (bestName(text.scores, text.allowed, from, to, reader.transitions) > -HOPELESS) {
        const scores = text.scores.slice(from * LABELS, to * LABELS)
        const chances = labelChances(scores, reader.steps, text.allowed.subarray(from, to))
        for (let at = from; at < to; at++) persons[at] = chanceOf(chances, at - from, LABEL.personBegins)
        addSpans(spans, chances, from)
      }
    }
    from = to
  }
  return { spans, isPerson: (at) => persons[at] ?? 0, englishAt: text.englishAt }
}

/** Below this a name is too unlikely for all that begin beside it to be likely together (see `bestName`). */
const HOPELESS = 2

const chanceOf = (chances: Float64Array, at: number, begins: number): number =>
  (chances[at * LABELS + begins] ?? 0) + (chances[at * LABELS + begins + 1] ?? 0)

/** The spans in the chances of words, the first of which is the `from`th of the text. */
function addSpans(spans: NameSpan[], chances: Float64Array, from: number): void {
  const length = chances.length / LABELS
  for (let at = 0; at < length; at++) {
    const isPerson =
      chanceOf(chances, at, LABEL.personBegins) >= chanceOf(chances, at, LABEL.organisationBegins)
    const begins = isPerson ? LABEL.personBegins : LABEL.organisationBegins
    const first = chanceOf(chances, at, begins)
    if (first < LEAST_CHANCE) continue
    let sum = Math.log(first)
    let last = at
    for (; last + 1 < length; last++) {
      const chance = chanceOf(chances, last + 1, begins)
      const place = (last + 1) * LABELS + begins
      if (chance < LEAST_CHANCE || (chances[place] ?? 0) > (chances[place + 1] ?? 0)) break
      sum += Math.log(chance)
    }
    spans.push({
      first: from + at,
      last: from + last,
      kind: isPerson ? 'person' : 'organisation',
      chance: Math.exp(sum / (last - at + 1)),
    })
    at = last
  }
}

const LEAST_CHANCE = 0.3

/** Tells which labels each of the words from one up to another may have, as bits. Answers whether a name may begin at any. */
function allowLabels(
  allowed: Uint8Array,
  words: Words,
  from: number,
  to: number,
  mayBe: (at: number) => MayBe,
): boolean {
  let isAny = false
  let before: number = NONE
  for (let at = from; at < to; at++) {
    const word = words.folded[at] ?? ''
    const isSmall = hasCase(word) && !hasMark(words, at, MARK.capital | MARK.digit)
    const isJoined =
      before !== NONE && joinsName(words, at) && isOfOneScript(word, words.folded[at - 1] ?? '')
    let labels = NONE
    if (isJoined || !isSmall) {
      const { person, organisation, goesOn } = mayBe(at)
      labels |= (person ? PERSON : 0) | (organisation ? ORGANISATION : 0)
      labels &= (isSmall ? ~BEGINS : -1) & (isJoined && goesOn ? -1 : ~GOES_ON)
    }
    allowed[at] = before = labels
    if ((labels & BEGINS) !== 0) isAny = true
  }
  return isAny
}

/** Whether two words begin with letters of one block of Unicode: "Лі" and "CNBC" do not. */
const isOfOneScript = (word: string, other: string): boolean => blockOf(word) === blockOf(other)

function blockOf(word: string): number {
  const unit = word.charCodeAt(0)
  return unit < LATIN_END ? 0 : unit >> 8
}

const LATIN_END = 0x250

const NONE = 1 << LABEL.none
const PERSON = (1 << LABEL.personBegins) | (1 << LABEL.personGoesOn)
const ORGANISATION = (1 << LABEL.organisationBegins) | (1 << LABEL.organisationGoesOn)
const BEGINS = (1 << LABEL.personBegins) | (1 << LABEL.organisationBegins)
const GOES_ON = (1 << LABEL.personGoesOn) | (1 << LABEL.organisationGoesOn)

interface Reader {
  readonly transitions: Float32Array
  readonly steps: Float64Array
  read(words: Words, known: readonly KnownWord[]): ReadText
}

interface ReadText {
  /** 1 for each word that may be of a name, by itself or by the words beside it. */
  readonly isOpen: Uint8Array
  readonly englishAt: (at: number) => number
  /** Bits of labels that a word may have. */
  readonly allowed: Uint8Array
  /** What speaks for each label, `LABELS` for each word; the next text is written over it. */
  readonly scores: Float64Array
  /** Puts the scores of the words from one up to another, nothing for those that may be of no name. */
  score(from: number, to: number): void
}

const readers = new Map<string, Reader | undefined>()

function readerOf(language: string): Reader | undefined {
  if (!readers.has(language)) {
    const own = openOwnWeights(language)
    readers.set(language, own === undefined ? undefined : makeReader(language, own, openSharedWeights()))
  }
  return readers.get(language)
}

/** Words kept for a language: what they add is worked out once. Emptied when full, so that hostile texts cannot grow the memory. */
const WORDS_KEPT = 20_000
const DISTANCES = 2 * REACH + 1
const STRIDE = DISTANCES * LABELS
/** By so much a word's own signs may speak against a name and its neighbours still make it one. */
const CLOSED = 3

function makeReader(language: string, own: SignWeights, shared: SharedWeights): Reader {
  const owners: KnownWord[] = []
  let adds = new Float32Array(1024 * STRIDE)
  let kinds = new Int32Array(1024)
  let stems = new Int32Array(1024)
  let opens = new Uint8Array(1024)
  /** How often the text at hand has each word, and whether it is small somewhere. */
  let times = new Uint16Array(1024)
  let small = new Uint8Array(1024)
  let scores = new Float64Array(1024 * LABELS)
  const placeScores = makePlaceScores(own, shared)

  function learn(known: KnownWord, word: string, written: string): number {
    const row = owners.push(known) - 1
    known.nameRow = row
    if (row === kinds.length) {
      const size = row * 2
      adds = grown(adds, new Float32Array(size * STRIDE))
      kinds = grown(kinds, new Int32Array(size))
      stems = grown(stems, new Int32Array(size))
      opens = grown(opens, new Uint8Array(size))
      times = grown(times, new Uint16Array(size))
      small = grown(small, new Uint8Array(size))
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
    const here = (row * DISTANCES + REACH) * LABELS
    let best = -Infinity
    for (let label = 1; label < LABELS; label++) best = Math.max(best, adds[here + label] ?? 0)
    opens[row] = best - (adds[here] ?? 0) > -CLOSED ? 1 : 0
    return row
  }

  return {
    transitions: shared.transitions,
    steps: stepsOf(shared.transitions),
    read(words, known) {
      const { folded, text, start, end, marks } = words
      const { length } = folded
      if (owners.length + length > WORDS_KEPT) owners.length = 0
      if (scores.length < length * LABELS) scores = new Float64Array(length * 2 * LABELS)
      const here = new Int32Array(length)
      const allowed = new Uint8Array(length)
      const kindsHere = new Int32Array(length)
      const isOpen = new Uint8Array(length)
      for (let at = 0; at < length; at++) {
        const one = known[at]
        if (one === undefined) continue
        const word = folded[at] ?? ''
        const isMet = owners[one.nameRow] === one
        const row = isMet ? one.nameRow : learn(one, word, text.slice(start[at], end[at]))
        here[at] = row
        kindsHere[at] = kinds[row] ?? 0
        const isLow = hasCase(word) && ((marks[at] ?? 0) & MARK.capital) === 0
        isOpen[at] = isLow && ((marks[at] ?? 0) & MARK.digit) === 0 ? 0 : (opens[row] ?? 0)
        times[row] = (times[row] ?? 0) + 1
        if (isLow) small[row] = 1
      }
      const isAnyOpen = widen(isOpen)
      const places = new Int32Array(isAnyOpen ? length : 0)
      if (isAnyOpen)
        for (let at = 0; at < length; at++)
          if (isOpen[at] === 1 || isOpen[at - 1] === 1 || isOpen[at + 1] === 1) {
            const row = here[at] ?? 0
            places[at] = placeSign(words, at, times[row] ?? 1, small[row] === 1)
          }
      for (let at = 0; at < length; at++) {
        const row = here[at] ?? 0
        times[row] = small[row] = 0
      }
      return {
        isOpen,
        allowed,
        scores,
        englishAt: (at) => stems[here[at] ?? 0] ?? 0,
        score(from, to) {
          for (let at = from; at < to; at++) {
            const sum = at * LABELS
            if (allowed[at] === NONE) {
              scores.fill(0, sum, sum + LABELS)
              continue
            }
            placeScores(scores, sum, at, kindsHere, places)
            const first = Math.max(0, at - REACH)
            const last = Math.min(length - 1, at + REACH)
            for (let other = first; other <= last; other++) {
              const add = ((here[other] ?? 0) * DISTANCES + other - at + REACH) * LABELS
              for (let label = 0; label < LABELS; label++)
                scores[sum + label] = (scores[sum + label] ?? 0) + (adds[add + label] ?? 0)
            }
          }
        },
      }
    },
  }
}

/** Opens the words beside open ones: two behind, for "of" and small words at the end of a name, one before. Answers whether any is open. */
function widen(isOpen: Uint8Array): boolean {
  let isAny = false
  for (let at = isOpen.length - 1; at >= 0; at--) {
    if (isOpen[at] !== 1) continue
    isAny = true
    for (let behind = at + 1; behind <= at + 2 && behind < isOpen.length; behind++) isOpen[behind] ||= 2
    if (at > 0) isOpen[at - 1] ||= 2
  }
  for (let at = 0; at < isOpen.length; at++) if (isOpen[at] === 2) isOpen[at] = 1
  return isAny
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
  to: Float32Array,
  at: number,
  { weights, bits, scale }: SignWeights,
  sign: number,
  distance: number,
): void {
  const from = placeOf(sign, distance, bits) * LABELS
  for (let label = 0; label < LABELS; label++)
    to[at + label] = (to[at + label] ?? 0) + (weights[from + label] ?? 0) * scale
}

function grown<Numbers extends Int32Array | Float32Array | Uint8Array | Uint16Array>(
  from: Numbers,
  to: Numbers,
): Numbers {
  to.set(from)
  return to
}
