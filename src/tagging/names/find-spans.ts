import { joinsName, MARK, type Words } from '../../language/read-text.ts'
import type { KnownWord } from '../known-word.ts'
import { bestName, LABEL, labelChances, LABELS } from './label-chain.ts'
import { nameReaderOf } from './name-reader.ts'

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
  const reader = nameReaderOf(language)
  if (reader === undefined) return undefined
  const text = reader.read(words, known)
  const { allowed } = text
  const spans: NameSpan[] = []
  const chains: Chain[] = []
  for (let from = 0; from < text.isOpen.length; from++) {
    if (text.isOpen[from] !== 1) continue
    let to = from
    while (text.isOpen[to] === 1) to++
    if (allowLabels(allowed, words, from, to, mayBe)) {
      for (let at = from; at < to; at++)
        if (allowed[at] === NONE) text.scores.fill(0, at * LABELS, (at + 1) * LABELS)
        else text.score(at)
      if (bestName(text.scores, allowed, from, to, reader.transitions) > -HOPELESS) {
        const scores = text.scores.subarray(from * LABELS, to * LABELS)
        const chances = labelChances(scores, reader.steps, allowed.subarray(from, to))
        chains.push({ from, chances })
        addSpans(spans, chances, from)
      }
    }
    from = to
  }
  return {
    spans,
    isPerson(at) {
      const chain = chains.findLast(({ from }) => from <= at)
      return chain === undefined ? 0 : chanceOf(chain.chances, at - chain.from, LABEL.personBegins)
    },
    englishAt: text.englishAt,
  }
}

/** The chances of words, the first of which is the `from`th of the text. */
interface Chain {
  readonly from: number
  readonly chances: Float64Array
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
    const isSmall = ((words.marks[at] ?? 0) & (MARK.cased | MARK.capital | MARK.digit)) === MARK.cased
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
