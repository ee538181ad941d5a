import { joinsName, MARK, type Words } from '../../language/read-text.ts'
import type { KnownWord } from '../known-word.ts'
import { bestName, LABEL, labelChances, LABELS } from './label-chain.ts'
import { nameReaderOf } from './name-reader.ts'

/** Words of a text that look like a name. */
export interface NameSpan {
  readonly first: number
  readonly last: number
  readonly kind: 'person' | 'organisation'
  /** Geometric mean of its words' chances of being in a name of this kind, 0 to 1. */
  readonly chance: number
}

/** Which names a word may be part of, and whether it may continue the name before it. */
export interface AllowedNames {
  readonly person: boolean
  readonly organisation: boolean
  readonly mayContinue: boolean
}

/** The names that the weights find in a text. */
export interface FoundSpans {
  readonly spans: readonly NameSpan[]
  /** How likely a word is part of a person's name, 0 to 1. */
  readonly personChanceAt: (at: number) => number
  /**
   * The word's most likely English stem, by its `hashWord`; 0 if the bridge does not know the word or the
   * reader skipped it.
   */
  readonly englishAt: (at: number) => number
}

/**
 * Finds the spans that look like names. `allowedAt` limits what each word may be. Undefined if the language
 * has no weights.
 */
export function findSpans(
  words: Words,
  known: readonly KnownWord[],
  language: string,
  allowedAt: (at: number) => AllowedNames,
): FoundSpans | undefined {
  const reader = nameReaderOf(language)
  if (reader === undefined) return undefined
  const text = reader.read(words, known)
  const { allowed } = text
  const runs: { readonly from: number; readonly to: number }[] = []
  const scored: number[] = []
  for (let from = 0; from < text.isOpen.length; from++) {
    if (text.isOpen[from] !== 1) continue
    let to = from
    while (text.isOpen[to] === 1) to++
    if (allowLabels(allowed, words, from, to, allowedAt)) {
      runs.push({ from, to })
      for (let at = from; at < to; at++)
        if (allowed[at] === NONE) text.scores.fill(0, at * LABELS, (at + 1) * LABELS)
        else scored.push(at)
    }
    from = to
  }
  text.score(scored)
  const spans: NameSpan[] = []
  const chains: Chain[] = []
  for (const { from, to } of runs) {
    if (bestName(text.scores, allowed, from, to, reader.transitions) <= -MOST_LOG_ODDS_AGAINST) continue
    const scores = text.scores.subarray(from * LABELS, to * LABELS)
    const chances = labelChances(scores, reader.steps, allowed.subarray(from, to))
    chains.push({ from, chances })
    addSpans(spans, chances, from)
  }
  return {
    spans,
    personChanceAt(at) {
      const chain = chains.findLast(({ from }) => from <= at)
      return chain === undefined ? 0 : chanceOf(chain.chances, at - chain.from, LABEL.personBegins)
    },
    englishAt: text.englishAt,
  }
}

/** Chances of a run of words (`labelChances`) that begins at word `from` of the text. */
interface Chain {
  readonly from: number
  readonly chances: Float64Array
}

/**
 * If even the best single name is less likely than no name by more than this (a logarithm, see `bestName`),
 * the run is skipped: all names that begin in it are too unlikely together.
 */
const MOST_LOG_ODDS_AGAINST = 2

const chanceOf = (chances: Float64Array, at: number, begins: number): number =>
  (chances[at * LABELS + begins] ?? 0) + (chances[at * LABELS + begins + 1] ?? 0)

/** Adds the spans in a run of words that begins at word `from` of the text. */
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

/**
 * Writes into `allowed` which labels each word from `from` up to `to` may have, as bits. Returns whether a
 * name may begin at any of them.
 */
function allowLabels(
  allowed: Uint8Array,
  words: Words,
  from: number,
  to: number,
  allowedAt: (at: number) => AllowedNames,
): boolean {
  let isAny = false
  let before: number = NONE
  for (let at = from; at < to; at++) {
    const word = words.folded[at] ?? ''
    const isSmall = ((words.marks[at] ?? 0) & (MARK.cased | MARK.capital | MARK.digit)) === MARK.cased
    const isJoined =
      before !== NONE && joinsName(words, at) && isOfOneScript(word, words.folded[at - 1] ?? '')
    let labels = NONE
    if (isJoined || !isSmall) {
      const { person, organisation, mayContinue } = allowedAt(at)
      labels |= (person ? PERSON : 0) | (organisation ? ORGANISATION : 0)
      labels &= (isSmall ? ~BEGINS : -1) & (isJoined && mayContinue ? -1 : ~GOES_ON)
    }
    allowed[at] = before = labels
    if ((labels & BEGINS) !== 0) isAny = true
  }
  return isAny
}

/**
 * Whether two words begin with letters of the same 256 code points, Latin counting as one group: "Лі" and
 * "CNBC" do not.
 */
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
