import { wordLists } from '../../language/parts.ts'
import type { FoundTime } from '../dates/read-times.ts'
import type { Numeral } from '../numbers.ts'
import type { ReadText } from '../read-for-analysis.ts'
import type { Token } from '../tokens.ts'
import { findQuotations, type Quotation } from '../sayings/quotations.ts'
import { timeWordsOf } from '../dates/time-words.ts'
import { assignTolls, type Candidate } from './assign-tolls.ts'
import { figureTableOf, foundTableOf, type FoundSign } from './figure-words.ts'
import { kindOf, otherOf } from './kind-of-number.ts'
import type { Figure, Qualifier } from '../../records/finding.ts'

/** A number told by an article. Offsets are UTF-16 units. */
export interface FoundFigure extends Pick<Figure, 'what' | 'value' | 'low' | 'high' | 'qualifier' | 'unit'> {
  readonly start: number
  readonly end: number
  /** The sentence that tells it. */
  readonly sentence: readonly [start: number, end: number]
}

/**
 * Returns the figures of a text, in order. `times` are the times found in it: a number in a date is no
 * figure.
 */
export function readFigures(read: ReadText, times: readonly FoundTime[]): readonly FoundFigure[] {
  const table = figureTableOf(read.language)
  if (table === null) return []
  const { tokens, borders } = read
  const signAt: (FoundSign | null)[] = Array.from(tokens, () => null)
  const signs: FoundSign[] = []
  for (let at = 0; at < tokens.length;) {
    const found = table.at(tokens, at)
    if (found === null) {
      at++
      continue
    }
    for (const sign of found.signs) signs.push({ from: at, to: at + found.length, sign })
    const [first] = found.signs
    for (let inside = at; inside < at + found.length; inside++)
      signAt[inside] = first === undefined ? null : { from: at, to: at + found.length, sign: first }
    at += found.length
  }
  const candidates = countedNumbers(read, times, { signAt, ranges: rangesIn(signs) })
  const found = foundTableOf(read.language)
  const tolls = assignTolls(candidates, signs, { tokens, signAt, borders, found, times })
  const titles = quotedTitles(read.text)
  return candidates.flatMap((candidate): FoundFigure[] => {
    const { numeral, high } = candidate
    const kind = candidate.kind ?? tolls.get(candidate) ?? null
    if (numeral.value === null || kind === null) return []
    const [first, last] = [tokens[candidate.from], tokens[candidate.to - 1]]
    if (first !== undefined && titles.some(({ start, end }) => start <= first.start && first.end <= end))
      return []
    const [begin, finish] = borders.around(numeral.from)
    const [opens, closes] = [tokens[begin], tokens[finish - 1]]
    if (first === undefined || last === undefined || opens === undefined || closes === undefined) return []
    const isRange = high !== null
    const unit =
      candidate.unit === null
        ? null
        : read.text.slice(tokens[candidate.unit[0]]?.start, tokens[candidate.unit[1] - 1]?.end)
    return [
      {
        what: kind,
        value: isRange ? null : numeral.value,
        low: isRange ? numeral.value : null,
        high,
        qualifier: candidate.qualifier,
        unit,
        start: first.start,
        end: last.end,
        sentence: [opens.start, closes.end],
      },
    ]
  })
}

/**
 * «صد کشته», "Yüz Ölü": one or two words in quotation marks are a title or somebody's words, and not a count
 * by the outlet.
 */
const quotedTitles = (text: string): readonly Quotation[] =>
  findQuotations(text).filter(
    ({ start, end }) => text.slice(start, end).split(/\s+/u).length <= MOST_TITLE_WORDS,
  )

const MOST_TITLE_WORDS = 2

interface Signs {
  /** The first sign at each token. */
  readonly signAt: readonly (FoundSign | null)[]
  /** Tokens that may stand between the ends of a range, whatever else they mean. */
  readonly ranges: ReadonlySet<number>
}

const rangesIn = (signs: readonly FoundSign[]): ReadonlySet<number> =>
  new Set(signs.filter(({ sign }) => sign.kind === 'ranges').map(({ from }) => from))

/** Returns the numbers that may be figures: no dates, ages, ordinals, scores or parts of names. */
function countedNumbers(
  { tokens, numerals, text, language }: ReadText,
  times: readonly FoundTime[],
  signs: Signs,
): readonly Candidate[] {
  const { signAt } = signs
  const inTime = new Set<number>()
  for (const time of times) for (let at = time.from; at < time.to; at++) inTime.add(at)
  const found: Candidate[] = []
  for (let index = 0; index < numerals.length; index++) {
    const numeral = numerals[index]
    if (numeral === undefined || isNoCount(numeral, tokens, text, signAt) || isAge(numeral, tokens, language))
      continue
    // "في المئة": the hundred is part of a percentage.
    if (signAt[numeral.from]?.sign.kind === 'percent') continue
    const next = numerals[index + 1]
    const range = next === undefined ? null : rangeWith(numeral, next, tokens, signs)
    const numbers = range ?? { numeral, high: null, to: numeral.to }
    if (range !== null) index++
    const before = signAt[numeral.from - 1]
    const after = signAt[numbers.to]
    const qualifier = qualifierOf(before) ?? qualifierOf(after)
    const from = qualifierOf(before) !== null ? (before?.from ?? numeral.from) : numeral.from
    const rest = { tokens, signAt, text, language }
    const kind = kindOf(numbers.numeral, numeral.from, numbers.to, rest)
    // "2011" is a year, "in 5 days" a date; "over 2000 soldiers" is neither, although 2000 looks like a year.
    if (inTime.has(numeral.from) && kind === null && !(qualifier !== null && isLoneYear(numeral, times)))
      continue
    if (kind === null && qualifier === null && isIndexed(numeral, tokens, signAt, language)) continue
    const named = kind ?? otherOf(from, numbers.to, rest)
    found.push({
      numeral: numbers.numeral,
      high: numbers.high,
      from: Math.min(named?.from ?? from, from),
      to: named?.to ?? numbers.to,
      qualifier,
      kind: kind === null ? null : kind.what,
      unit: named?.unit ?? null,
      isThing: named?.isThing ?? false,
    })
  }
  return found
}

const isLoneYear = (numeral: Numeral, times: readonly FoundTime[]): boolean =>
  times.some(({ from, to }) => from <= numeral.from && to === numeral.to && to - from <= 2)

const qualifierOf = (found: FoundSign | null | undefined): Qualifier | null =>
  found?.sign.kind === 'qualifier' ? found.sign.qualifier : null

const HIGHEST_AGE = 120
/** UTF-16 units of the endings that are written behind a number. */
const LONGEST_ENDING = 3

/** Whether a number counts nothing. */
function isNoCount(
  { from, to, value, digits, isDigits }: Numeral,
  tokens: readonly Token[],
  text: string,
  signAt: readonly (FoundSign | null)[],
): boolean {
  const [before, first, last, behind] = [tokens[from - 1], tokens[from], tokens[to - 1], tokens[to]]
  if (first === undefined || last === undefined) return true
  if (digits !== null && value === null) return true
  // "A mother-of-two", "a one-hit singer"
  if (!isDigits)
    return (
      (first.isJoined && text[first.start - 1] === '-') ||
      (behind?.isJoined === true && behind.kind === 'word' && text[last.end] === '-')
    )
  const [left, right] = [text[first.start - 1] ?? ' ', text[last.end] ?? ' ']
  // "F-16", "№ 7", "3-2", "1.5x"
  if (
    /[-‐–#№/_:]/u.test(left) &&
    /[\p{L}\p{N}#№]/u.test(left === '-' || left === '–' ? (text[first.start - 2] ?? ' ') : left)
  )
    return true
  if (/\p{L}/u.test(left)) return true
  // "37-latka", of 37 years; "17-ти человек" has only the ending of its number behind the hyphen.
  if (right === '-' && behind?.isJoined === true && behind.key.length > LONGEST_ENDING) return true
  if (/[:/]/u.test(right) && /\p{N}/u.test(text[last.end + 1] ?? ' ')) return true
  // "Nurse, 32, shoots"; "Smith (32)"
  const isAge = (value ?? HIGHEST_AGE) < HIGHEST_AGE && Number.isInteger(value)
  if (isAge && before?.key === ',' && behind?.key === ',') return true
  if (isAge && before?.key === '(' && behind?.key === ')') return true
  // "Kayleigh and Christopher, 38 and 45, were killed"; "in his 60s"
  const isJoin = (at: number): boolean => signAt[at]?.sign.kind === 'joins'
  const key = (at: number): string => tokens[at]?.key ?? ''
  if (isAge && before?.key === ',' && isJoin(to) && tokens[to + 1]?.kind === 'digits' && key(to + 2) === ',')
    return true
  if (
    isAge &&
    behind?.key === ',' &&
    isJoin(from - 1) &&
    tokens[from - 2]?.kind === 'digits' &&
    key(from - 3) === ','
  )
    return true
  if (behind?.key === 's' && behind.start === last.end) return true
  // "3rd"
  return (
    behind !== undefined &&
    behind.start === last.end &&
    /^(?:st|nd|rd|th|er|e|eme|го|й|я|inci|nci|uncu)$/u.test(behind.key) &&
    signAt[to] === null
  )
}

/** Whether a number is an age: "35 yaşındaki", "32-year-old". */
function isAge({ to }: Numeral, tokens: readonly Token[], language: string): boolean {
  const table = timeWordsOf(language)?.table
  return [to, to + 1].some((at) => table?.at(tokens, at)?.signs.includes('age') === true)
}

/**
 * Whether a bare number belongs to the capitalised name before it: "Article 5", "Resolution 2254 calls". Not
 * where nouns or all words have capitals.
 */
function isIndexed(
  { from, to, isDigits }: Numeral,
  tokens: readonly Token[],
  signAt: readonly (FoundSign | null)[],
  language: string,
): boolean {
  const [before, behind] = [tokens[from - 1], tokens[to]]
  if (!isDigits || before?.isCapital !== true || signAt[from - 1] !== null) return false
  const opening = tokens[from - 2]
  if (opening === undefined || opening.kind === 'mark') return false
  if (behind?.kind !== 'word') return true
  return !behind.isCapital && signAt[to] === null && wordLists.of(language)?.capitalNouns !== true
}

function rangeWith(
  one: Numeral,
  other: Numeral,
  tokens: readonly Token[],
  { signAt, ranges }: Signs,
): { readonly numeral: Numeral; readonly high: number; readonly to: number } | null {
  if (one.value === null || other.value === null || other.value <= one.value || other.from - one.to !== 1)
    return null
  const between = tokens[one.to]
  const isDash = between !== undefined && /^[-‐–—]$/u.test(between.key)
  const word = signAt[one.to]?.sign.kind
  const isWord =
    (ranges.has(one.to) || (word === 'joins' && signAt[one.from - 1]?.sign.kind === 'between')) &&
    other.value <= one.value * MOST_RANGE_RATIO
  // "10-15 million": the first number is in millions too.
  const scale =
    one.value < 1000 && other.value >= 1_000_000 ? 10 ** (3 * Math.floor(Math.log10(other.value) / 3)) : 1
  return isDash || isWord
    ? { numeral: { ...one, value: one.value * scale }, high: other.value, to: other.to }
    : null
}

/** Largest ratio of the two ends of a range told in words; numbers further apart are two numbers. */
const MOST_RANGE_RATIO = 3
