import type { FoundTime } from '../dates/read-times.ts'
import type { Numeral } from '../numbers.ts'
import type { SentenceBorders } from '../sentence-borders.ts'
import type { Token } from '../tokens.ts'
import type { FigureKind, Qualifier, Toll } from '../../records/finding.ts'
import type { PhraseTable } from '../phrases.ts'
import type { FoundSign } from './figure-words.ts'

/** A number that may be a figure. Indices are token indices. */
export interface Candidate {
  readonly numeral: Numeral
  /** The upper end of a range. */
  readonly high: number | null
  readonly from: number
  readonly to: number
  readonly qualifier: Qualifier | null
  /** Its kind if the neighbouring words tell it; null if only the sentence can. */
  readonly kind: FigureKind | null
  readonly unit: readonly [number, number] | null
  /** Whether it counts things, not people. */
  readonly isThing: boolean
}

interface Around {
  readonly tokens: readonly Token[]
  readonly signAt: readonly (FoundSign | null)[]
  readonly borders: SentenceBorders
  /** Words that say somebody was found; null for a language without them. */
  readonly found: PhraseTable<true> | null
  readonly times: readonly FoundTime[]
}

interface Pair {
  readonly candidate: Candidate
  readonly trigger: FoundSign
  readonly toll: Toll
  readonly cost: number
  readonly isLeft: boolean
}

/**
 * Determines which numbers count people killed, injured and so on. Each number goes with the nearest such
 * word, and each word with the nearest number and those that "and" joins to it. Of the rest, numbers that
 * count something get the kind `other`.
 */
export function assignTolls(
  candidates: readonly Candidate[],
  signs: readonly FoundSign[],
  around: Around,
): ReadonlyMap<Candidate, FigureKind> {
  const numbers = new Set(candidates.map(({ numeral }) => numeral.from))
  const triggers = signs.filter(({ sign }) => sign.kind === 'toll')
  const open = candidates.filter(({ kind, isThing }) => kind === null && !isThing)
  const isMeant = ({ candidate, trigger, toll }: Pair): boolean =>
    toll !== 'missing' || !areFound(candidate, trigger, numbers, around)
  const pairs = open.flatMap((candidate) => {
    const [from, to] = around.borders.around(candidate.numeral.from)
    return triggers.flatMap((trigger) =>
      trigger.from >= from && trigger.to <= to ? (pairOf(candidate, trigger, around) ?? []) : [],
    )
  })
  const found = new Map<Candidate, FigureKind>()
  const taken = new Map<number, { readonly candidate: Candidate; readonly isLeft: boolean }>()
  for (const pair of pairs.filter(isMeant).toSorted((one, other) => one.cost - other.cost)) {
    if (found.has(pair.candidate)) continue
    const holder = taken.get(pair.trigger.from)
    if (
      holder !== undefined &&
      (holder.isLeft !== pair.isLeft || !areJoined(pair.candidate, holder.candidate, around))
    )
      continue
    found.set(pair.candidate, pair.toll)
    if (holder === undefined || pair.isLeft) taken.set(pair.trigger.from, pair)
  }
  // "63 rebels and 25 soldiers were killed": a number joined to one before the word shares its kind.
  for (const [at, candidate] of open.entries()) {
    const next = open[at + 1]
    const toll = next === undefined ? undefined : found.get(next)
    if (
      next !== undefined &&
      toll !== undefined &&
      !found.has(candidate) &&
      areJoined(candidate, next, around)
    )
      found.set(candidate, toll)
  }
  for (const candidate of candidates)
    if (!found.has(candidate) && candidate.kind === null && candidate.unit !== null)
      found.set(candidate, 'other')
  return found
}

/**
 * Largest cost between a number and its word; a word that is farther away has another number or none. A word
 * between costs one. Chosen by leaving out each language: among 6, 9 and 12 to the left the last is best or
 * equal in all (French 21, 22, 23 of 23, Persian 3, 5, 5 of 5, Turkish 5, 5, 6 of 8); 3 to 8 to the right are
 * the same.
 */
const MOST_COST_LEFT = 12
const MOST_COST_RIGHT = 5
const COMMA_COST = 2
const JOIN_COST = 3
const NUMBER_COST = 3
const PREPOSITION_COST = 2

function pairOf(candidate: Candidate, trigger: FoundSign, around: Around): Pair | null {
  if (trigger.sign.kind !== 'toll') return null
  const { toll, side } = trigger.sign
  const isLeft = candidate.numeral.from < trigger.from
  if (side === (isLeft ? 'leads' : 'follows')) return null
  const cost = isLeft
    ? costBetween(endOf(candidate), trigger.from, around, true)
    : costBetween(trigger.to, candidate.numeral.from, around, false)
  if (cost === null || cost > (isLeft ? MOST_COST_LEFT : MOST_COST_RIGHT)) return null
  // "In two villages six people were killed": what follows a preposition is not what is counted.
  if (isLeft && side !== 'follows' && cost > 0 && isBlocked(candidate, around)) return null
  return { candidate, trigger, toll, cost, isLeft }
}

/**
 * Whether the missing were found: "The last four missing people were found" reports nobody missing. Stops at
 * another number or a comma, after which others may be meant.
 */
function areFound(
  { numeral }: Candidate,
  missing: FoundSign,
  numbers: ReadonlySet<number>,
  { tokens, borders, found }: Around,
): boolean {
  if (found === null) return false
  const [, end] = borders.around(missing.from)
  for (let at = missing.to; at < end; at++) {
    if ((numbers.has(at) && at !== numeral.from) || /^[,،;:]$/u.test(tokens[at]?.key ?? '')) return false
    if (found.at(tokens, at) !== null) return true
  }
  return false
}

const endOf = ({ numeral, high, to, unit }: Candidate): number =>
  high === null ? numeral.to : unit === null ? to : unit[0]

function isBlocked({ from, numeral }: Candidate, { signAt }: Around): boolean {
  return signAt[Math.min(from, numeral.from) - 1]?.sign.kind === 'blocks'
}

/** Returns the cost of what stands between a number and a word, or null if they do not belong together. */
function costBetween(
  from: number,
  to: number,
  { tokens, signAt, times }: Around,
  isLeft: boolean,
): number | null {
  let cost = 0
  for (let at = from; at < to; at++) {
    const time = times.find((time) => time.from <= at && at < time.to)
    if (time !== undefined) {
      cost += 1
      at = time.to - 1
      continue
    }
    const sign = signAt[at]?.sign
    const token = tokens[at]
    if (token === undefined) continue
    if (token.kind === 'mark') {
      if (/^[:;()–—]$/u.test(token.key)) return null
      cost += /^[,،]$/u.test(token.key) ? COMMA_COST : 0
    } else if (sign?.kind === 'toll') cost += JOIN_COST
    else if (sign?.kind === 'joins') cost += JOIN_COST
    else if (sign?.kind === 'qualifier') cost += 0
    else if (sign?.kind === 'blocks' || sign?.kind === 'openers') {
      // "starben am Montag 17 Menschen": a day does not separate them.
      const leadsToTime = times.some((told) => told.from === (signAt[at]?.to ?? at + 1))
      if (!isLeft && !leadsToTime) return null
      cost += PREPOSITION_COST
    } else cost += token.kind === 'digits' ? NUMBER_COST : 1
    at = Math.max(at, (signAt[at]?.to ?? 0) - 1)
  }
  return cost
}

/** Whether a joining word and at most a few others stand between two numbers: "63 rebels and 25 soldiers". */
function areJoined(one: Candidate, other: Candidate, { signAt, tokens }: Around): boolean {
  const [first, second] = one.numeral.from < other.numeral.from ? [one, other] : [other, one]
  let joins = false
  for (let at = first.numeral.to; at < second.numeral.from; at++) {
    const sign = signAt[at]?.sign.kind
    if (sign === 'toll') return false
    if (sign === 'joins' || sign === 'aside' || tokens[at]?.key === ',') joins = true
  }
  return joins && second.numeral.from - first.numeral.to <= MOST_TOKENS_BETWEEN
}

const MOST_TOKENS_BETWEEN = 5
