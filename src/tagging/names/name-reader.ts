import { bridgeOf } from '../../language/bridge/bridge.ts'
import { MARK, type Words } from '../../language/read-text.ts'
import type { KnownWord } from '../known-word.ts'
import { WORDS_KEPT } from '../word-memory.ts'
import { LABEL, LABELS, stepsOf } from './label-chain.ts'
import {
  weightIndex,
  positionSign,
  REACH,
  readTokenSigns,
  readWordSigns,
  TOKEN_SIGNS,
  type WordSigns,
} from './name-signs.ts'
import {
  NUMBERS_PER_SIGN,
  ofOrganisation,
  ofPerson,
  openOwnWeights,
  openSharedWeights,
  type SharedWeights,
  type SignWeights,
} from './name-weights.ts'

/** Scores the labels of words in texts of one language, by words, neighbours and letters. */
export interface NameReader {
  /** Logarithms of the steps between labels. */
  readonly transitions: Float32Array
  /** `stepsOf(transitions)`. */
  readonly steps: Float64Array
  read(words: Words, known: readonly KnownWord[]): NameReading
}

/** The reading of one text. The next text overwrites it. */
interface NameReading {
  /** 1 for each word that may be part of a name, by itself or because of its neighbours. */
  readonly isOpen: Uint8Array
  /** See `Spans.englishAt`. */
  readonly englishAt: (at: number) => number
  /** Room for the labels that each word may have, as bits. The caller fills it. */
  readonly allowed: Uint8Array
  /** Log-odds of each label against `none`, `LABELS` numbers for each word that was scored. */
  readonly scores: Float64Array
  /** Writes the scores of these words, ascending. Call it once, for all of them. */
  score(scored: readonly number[]): void
}

const readers = new Map<string, NameReader | undefined>()

/**
 * The reader of a language (ISO 639-1), made when first asked for and kept. Undefined if the language has no
 * weights.
 */
export function nameReaderOf(language: string): NameReader | undefined {
  if (!readers.has(language)) {
    const own = openOwnWeights(language)
    readers.set(language, own === undefined ? undefined : makeReader(language, own, openSharedWeights()))
  }
  return readers.get(language)
}

/** First size of the tables, in words. They grow. */
const FIRST_TABLE_SIZE = 1024
/**
 * Number of words, in all languages together, whose sums are kept so as to be computed once. At `WORDS_KEPT`
 * all are forgotten.
 */
let wordsKept = 0
const forgetting: (() => void)[] = []

function forgetWords(): void {
  for (const forget of forgetting) forget()
  wordsKept = 0
}

/**
 * Numbers that a word adds at one distance: the sums of the language's weights, then those of the shared
 * ones.
 */
const SUMS_PER_DISTANCE = 2 * NUMBERS_PER_SIGN
const SUMS_PER_WORD = (2 * REACH + 1) * SUMS_PER_DISTANCE
/** A word whose own signs speak against a name by no more than this may be one because of its neighbours. */
const MOST_ODDS_AGAINST = 3

function makeReader(language: string, own: SignWeights, shared: SharedWeights): NameReader {
  let owners: KnownWord[] = []
  let { sums, kinds, stems, opens, times, small } = makeRows()
  let arrays = makeTextArrays(FIRST_TABLE_SIZE)
  const signs = new Int32Array(TOKEN_SIGNS)
  forgetting.push(() => {
    owners = []
    ;({ sums, kinds, stems, opens, times, small } = makeRows())
  })

  function learn(known: KnownWord, word: string, written: string): void {
    const row = owners.push(known) - 1
    known.nameRow = row
    wordsKept += 1
    if (row === kinds.length) {
      const size = row * 2
      sums = grown(sums, new Int32Array(size * SUMS_PER_WORD))
      kinds = grown(kinds, new Int32Array(size))
      stems = grown(stems, new Int32Array(size))
      opens = grown(opens, new Uint8Array(size))
      times = grown(times, new Uint16Array(size))
      small = grown(small, new Uint8Array(size))
    }
    const wordSigns = readWordSigns(word, written, known, language, {
      bridge: bridgeOf(language),
      capitals: shared.capitals,
    })
    kinds[row] = wordSigns.kind
    stems[row] = wordSigns.english
    const place = row * SUMS_PER_WORD
    sums.fill(0, place, place + SUMS_PER_WORD)
    for (let distance = -REACH; distance <= REACH; distance++) {
      const at = place + (distance + REACH) * SUMS_PER_DISTANCE
      addWord(sums, at, wordSigns.own, own, distance)
      addWord(sums, at + NUMBERS_PER_SIGN, wordSigns.shared, shared, distance)
    }
    const here = place + REACH * SUMS_PER_DISTANCE
    const best = Math.max(
      personScore(sums[here], sums[here + NUMBERS_PER_SIGN]),
      personScore(sums[here + 1], sums[here + NUMBERS_PER_SIGN + 1]),
      organisationScore(sums[here], sums[here + NUMBERS_PER_SIGN]),
      organisationScore(sums[here + 1], sums[here + NUMBERS_PER_SIGN + 1]),
    )
    opens[row] = best > -MOST_ODDS_AGAINST ? 1 : 0
  }

  const personScore = (byOwn = 0, byShared = 0): number =>
    ofPerson(byOwn) * own.scale + ofPerson(byShared) * shared.scale
  const organisationScore = (byOwn = 0, byShared = 0): number =>
    ofOrganisation(byOwn) * own.scale + ofOrganisation(byShared) * shared.scale

  return {
    transitions: shared.transitions,
    steps: stepsOf(shared.transitions),
    read(words, known) {
      const { folded, text, start, end, marks } = words
      const { length } = folded
      if (wordsKept + length > WORDS_KEPT) forgetWords()
      if (arrays.here.length < length) arrays = makeTextArrays(length * 2)
      const { allowed, scores } = arrays
      const here = arrays.here.subarray(0, length).fill(0)
      const kindsHere = arrays.kinds.subarray(0, length).fill(0)
      const places = arrays.places.subarray(0, length).fill(0)
      const isOpen = arrays.isOpen.subarray(0, length).fill(0)
      const readWord = (at: number): void => {
        const one = known[at]
        if (one === undefined) return
        if (owners[one.nameRow] !== one) learn(one, folded[at] ?? '', text.slice(start[at], end[at]))
        const row = (here[at] = one.nameRow)
        kindsHere[at] = kinds[row] ?? 0
      }
      for (let at = 0; at < length; at++) {
        if (((marks[at] ?? 0) & (MARK.cased | MARK.capital | MARK.digit)) === MARK.cased) continue
        // Learning a word costs as much as reading a sentence, so words in small letters are learned
        // only beside those that are scored.
        readWord(at)
        isOpen[at] = opens[here[at] ?? 0] ?? 0
      }
      openNeighbours(isOpen)
      const meetAround = (scored: readonly number[]): void => {
        let last = -1
        for (const at of scored)
          for (let near = Math.max(last + 1, at - REACH); near <= at + REACH && near < length; last = near++)
            readWord(near)
      }
      const readPlaces = (scored: readonly number[]): void => {
        for (let at = 0; at < length; at++) {
          const one = known[at]
          if (one === undefined || owners[one.nameRow] !== one) continue
          times[one.nameRow] = (times[one.nameRow] ?? 0) + 1
          if (((marks[at] ?? 0) & (MARK.cased | MARK.capital)) === MARK.cased) small[one.nameRow] = 1
        }
        let last = -1
        for (const at of scored)
          for (let near = Math.max(last + 1, at - 1); near <= at + 1 && near < length; last = near++) {
            const row = here[near] ?? 0
            places[near] = positionSign(words, near, times[row] ?? 1, small[row] === 1)
          }
        for (const { nameRow } of known) if (nameRow >= 0) times[nameRow] = small[nameRow] = 0
      }
      const scoreOne = (at: number): void => {
        // Adds whole numbers, because most of the time is spent here.
        let [ownBegins, ownGoesOn, sharedBegins, sharedGoesOn] = [0, 0, 0, 0]
        readTokenSigns(at, kindsHere, places, signs)
        for (let i = 0; i < TOKEN_SIGNS; i++) {
          const place = weightIndex(signs[i] ?? 0, 0, shared.bits)
          const ofShared = place * NUMBERS_PER_SIGN
          const ofOwn = (place >>> (shared.bits - own.bits)) * NUMBERS_PER_SIGN
          ownBegins += own.weights[ofOwn] ?? 0
          ownGoesOn += own.weights[ofOwn + 1] ?? 0
          sharedBegins += shared.weights[ofShared] ?? 0
          sharedGoesOn += shared.weights[ofShared + 1] ?? 0
        }
        const last = Math.min(length - 1, at + REACH)
        for (let other = Math.max(0, at - REACH); other <= last; other++) {
          const sum = (here[other] ?? 0) * SUMS_PER_WORD + (other - at + REACH) * SUMS_PER_DISTANCE
          ownBegins += sums[sum] ?? 0
          ownGoesOn += sums[sum + 1] ?? 0
          sharedBegins += sums[sum + 2] ?? 0
          sharedGoesOn += sums[sum + 3] ?? 0
        }
        const row = at * LABELS
        scores[row] = 0
        scores[row + LABEL.personBegins] = personScore(ownBegins, sharedBegins)
        scores[row + LABEL.personGoesOn] = personScore(ownGoesOn, sharedGoesOn)
        scores[row + LABEL.organisationBegins] = organisationScore(ownBegins, sharedBegins)
        scores[row + LABEL.organisationGoesOn] = organisationScore(ownGoesOn, sharedGoesOn)
      }
      return {
        isOpen,
        allowed,
        scores,
        englishAt(at) {
          const one = known[at]
          return one === undefined || owners[one.nameRow] !== one ? 0 : (stems[one.nameRow] ?? 0)
        },
        score(scored) {
          if (scored.length === 0) return
          meetAround(scored)
          readPlaces(scored)
          for (const at of scored) scoreOne(at)
        },
      }
    },
  }
}

/**
 * What is known about each word. `times` counts it in the current text; `small` is 1 if it stands there in
 * small letters.
 */
const makeRows = () => ({
  sums: new Int32Array(FIRST_TABLE_SIZE * SUMS_PER_WORD),
  kinds: new Int32Array(FIRST_TABLE_SIZE),
  stems: new Int32Array(FIRST_TABLE_SIZE),
  opens: new Uint8Array(FIRST_TABLE_SIZE),
  times: new Uint16Array(FIRST_TABLE_SIZE),
  small: new Uint8Array(FIRST_TABLE_SIZE),
})

/**
 * Arrays for the words of the current text: row, kind, place, whether open, labels and scores. They are
 * reused, because creating them takes longer than reading them.
 */
const makeTextArrays = (length: number) => ({
  here: new Int32Array(length),
  kinds: new Int32Array(length),
  places: new Int32Array(length),
  isOpen: new Uint8Array(length),
  allowed: new Uint8Array(length),
  scores: new Float64Array(length * LABELS),
})

/**
 * Opens the words beside open ones: two behind, for "of" and small words at the end of a name, and one
 * before.
 */
function openNeighbours(isOpen: Uint8Array): void {
  for (let at = isOpen.length - 1; at >= 0; at--) {
    if (isOpen[at] !== 1) continue
    for (let behind = at + 1; behind <= at + 2 && behind < isOpen.length; behind++) isOpen[behind] ||= 2
    if (at > 0) isOpen[at - 1] ||= 2
  }
  for (let at = 0; at < isOpen.length; at++) if (isOpen[at] === 2) isOpen[at] = 1
}

/** Adds to two numbers the weights of a word's signs at a distance. */
function addWord(
  to: Int32Array,
  at: number,
  { wide, near, itself }: WordSigns['own'],
  { weights, bits }: SignWeights,
  distance: number,
): void {
  let begins = to[at] ?? 0
  let goesOn = to[at + 1] ?? 0
  const lists = [wide, near, itself]
  for (let list = Math.max(0, lists.length - 1 - Math.abs(distance)); list >= 0; list--) {
    const signs = lists[list] ?? []
    for (let i = 0; i < signs.length; i++) {
      const from = weightIndex(signs[i] ?? 0, distance, bits) * NUMBERS_PER_SIGN
      begins += weights[from] ?? 0
      goesOn += weights[from + 1] ?? 0
    }
  }
  to[at] = begins
  to[at + 1] = goesOn
}

function grown<Numbers extends Int32Array | Uint8Array | Uint16Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}
