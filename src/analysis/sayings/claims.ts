import { hasMark, MARK, type Words } from '../../language/read-text.ts'
import { claimEnd } from './claim-end.ts'
import type { Cue } from './find-cues.ts'
import type { SpeakerField, SpeakerSpan } from './find-speaker.ts'
import type { Span } from './saying.ts'
import { trimClaim } from './trim-claim.ts'

import { BREAK, charEnd } from './clause-marks.ts'

/** What was read of a unit before a cue, and what comes behind it. */
export interface Before {
  /** The word where the clause may begin. */
  readonly from: number
  /** Up to here the unit belongs to other sayings. */
  readonly taken: number
  readonly subject: SpeakerSpan | null
  readonly next: Cue | undefined
  readonly cues: readonly Cue[]
}

export interface ReadCue {
  readonly speaker: SpeakerSpan | null
  readonly pieces: readonly Span[]
  readonly isBefore: boolean
  /** The last word of who says it. */
  readonly last?: number
}

/** Whether a clause or a quotation ends right before a word. */
export function hasClaimBefore(
  { words, unit, quoted, known }: SpeakerField,
  at: number,
  { taken }: Before,
  least = SHORTEST_CLAUSE,
): boolean {
  if (at <= unit.first) return false
  const start = words.start[at] ?? 0
  const gap = words.text.slice(charEnd(words, at - 1), start)
  if (quoted[at - 1] !== 1 && !/[,،—–-]\s*$/u.test(gap)) return false
  if (quoted[at - 1] === 1 && !/["”»“'’›]/u.test(gap)) return false
  // "After two aircraft crashed, analysts said …": when it was said.
  if (quoted[at - 1] !== 1 && known.headLast && isSubordinate(words, known, unit, at)) return false
  let count = 0
  for (let word = at - 1; word >= unit.first && (words.start[word] ?? 0) >= taken; word--) count++
  return quoted[at - 1] === 1 ? isClaim(words, unit, start) : count >= least
}

/** Whether nothing but one clause opened by "after" or "while" stands before a word. */
function isSubordinate(
  words: Words,
  known: SpeakerField['known'],
  unit: SpeakerField['unit'],
  at: number,
): boolean {
  const opens = words.folded[unit.first] ?? ''
  // "That will take a year, he said": no conjunction.
  if (known.has('that', opens) || !known.has('borders', opens) || !known.has('adverbials', opens))
    return false
  for (let word = unit.first + 1; word < at; word++) if (hasMark(words, word, MARK.afterComma)) return false
  return true
}

/** Whether the quotation that ends before a place is one, and no title within a clause: On “Fox News Sunday,” X said. */
function isClaim({ text }: Words, { start, quotations }: SpeakerField['unit'], before: number): boolean {
  const quotation = quotations.findLast(({ end }) => end <= before)
  if (quotation === undefined) return false
  const isOpening =
    /^[^\p{L}\p{N}]*$/u.test(text.slice(start, quotation.start)) ||
    /[:.!?]\s*$/u.test(text.slice(start, quotation.start))
  const quoted = text.slice(quotation.start, quotation.end)
  // “makes me smart,” he said: a title has a capital, and no comma of its own.
  const isPiece = /^\P{L}*\p{Ll}.*,[^\p{L}\p{N}]*$/su.test(quoted)
  return isOpening || isPiece || quoted.split(/\s+/u).length >= SHORTEST_QUOTED
}

/** Words of a quotation that goes on with the clause before it: a shorter one is a title or a word of it. */
const SHORTEST_QUOTED = 5

/** "The museum, the president said, would …": between two commas stands who says all of it, however little stands before. */
export const isBeforeComma = ({ words, unit }: SpeakerField, last: number): boolean =>
  last < unit.last && words.text[charEnd(words, last)] === ','

/** Words that make a clause: what is shorter before a comma says when or where. */
const SHORTEST_CLAUSE = 4
/** Words behind the verb that only say when, where or to whom. */
const LONGEST_ADVERBIAL = 14

/** Whether nothing but when and where stands behind the verb, or a comma with which the claim goes on. */
export function isClosed(field: SpeakerField, cue: Cue, isQuotedBefore: boolean): boolean {
  const { words, unit, known, quoted } = field
  const next = cue.last + 1
  if (next > unit.last) return true
  const opens = words.folded[unit.first] ?? ''
  // "On Monday, as it rained, the ministry said that …": when and where, and what goes on behind the verb.
  if (
    known.headLast &&
    !isQuotedBefore &&
    !hasMark(words, next, BREAK) &&
    known.has('adverbials', opens) &&
    !known.has('that', opens)
  )
    return false
  const gap = words.text.slice(charEnd(words, cue.last), words.start[next] ?? 0)
  if (/^\s*:/u.test(gap)) return false
  if (!isQuotedBefore && quoted[next] === 1 && gap.startsWith(',') && hasMark(words, next, MARK.capital))
    return false
  if (isQuotedBefore && quoted[next] === 0) return !known.has('that', words.folded[next] ?? '')
  if (/^[,;.—–]|^\s[—–]/u.test(gap)) return !known.has('that', words.folded[next] ?? '')
  if (quoted[next] === 1) return false
  const word = words.folded[next] ?? ''
  if (known.has('that', word)) return false
  if (cue.kind === 'said' && !known.has('adverbials', word)) return false
  for (let at = next; at <= unit.last; at++) {
    if (known.has('that', words.folded[at] ?? '') || known.has('pronouns', words.folded[at] ?? ''))
      return false
    if (hasMark(words, at, MARK.afterComma)) return true
    if (quoted[at] === 1) return at > next && hasMark(words, at, MARK.sentenceStart)
    if (at - next > LONGEST_ADVERBIAL) return false
  }
  return true
}

interface Closing {
  readonly cue: Cue
  readonly speaker: SpeakerSpan
  /** The first word that is no longer of the claim. */
  readonly edge: number
  /** The last word of speaker and verb. */
  readonly last: number
}

/** A claim that ends before its speaker and may go on behind: "…", said X, "…". */
export function behind(
  field: SpeakerField,
  { speaker, edge, last, cue }: Closing,
  { taken, cues }: Before,
): ReadCue | null {
  const { words } = field
  const start = quotationBefore(field, edge) ?? claimStart(field, taken)
  const pieces = [trimClaim(words.text, { start, end: charEnd(words, edge - 1) + 4 }, words.start[edge] ?? 0)]
  const rest = restOf(field, last, cues, cue)
  if (rest !== null) pieces.push(rest)
  const whole = pieces.filter(({ start, end }) => end > start)
  return whole.length === 0 ? null : { speaker, pieces: whole, isBefore: true }
}

/** Where a quotation begins that ends right before a word and was led to by a colon, or by the end of another sentence. */
function quotationBefore({ words, unit, quoted }: SpeakerField, edge: number): number | null {
  if (quoted[edge - 1] !== 1) return null
  const close = words.start[edge] ?? 0
  const quotation = unit.quotations.findLast(({ end }) => end <= close)
  if (quotation === undefined) return null
  return /[:.!?]\s*$/u.test(words.text.slice(unit.start, quotation.start)) ? quotation.start : null
}

/** Where a claim that ends before its speaker begins: with the unit, or behind what other sayings have taken. */
export function claimStart({ words, unit }: SpeakerField, taken: number): number {
  if (taken <= unit.start) return unit.start
  for (let at = unit.first; at <= unit.last; at++)
    if ((words.start[at] ?? 0) >= taken) return words.start[at] ?? taken
  return taken
}

/** What the claim goes on with behind speaker and verb: a quotation, or the clause behind a comma. */
function restOf(field: SpeakerField, last: number, cues: readonly Cue[], cue: Cue): Span | null {
  const { words, unit, quoted, known } = field
  const next = last + 1
  if (next > unit.last) return null
  const end = Math.min(unit.end, cues[0] === undefined ? unit.end : charEnd(words, cues[0].first - 1))
  const later = unit.quotations.find(
    (one) => one.start >= charEnd(words, last) && one.start < end && goesOnWith(field, last, one),
  )
  const isQuotedBefore =
    quoted[cue.first - 1] === 1 || unit.quotations.some(({ end }) => end <= (words.start[cue.first] ?? 0))
  if (later !== undefined && isQuotedBefore) {
    const lastQuotation = unit.quotations.findLast(
      ({ start, end: close }) => start >= later.start && close <= end + 2,
    )
    return trimClaim(words.text, { start: later.start, end: lastQuotation?.end ?? later.end })
  }
  if (isQuotedBefore || cues.length > 0) return null
  // ", said Hoxha, a baker who …": who that is.
  if (last > cue.last && ASIDES.some((list) => known.has(list, words.folded[next] ?? ''))) return null
  const gap = words.text.slice(charEnd(words, last), words.start[next] ?? 0)
  if (!gap.startsWith(',') || unit.last - next < SHORTEST_CLAUSE) return null
  return trimClaim(words.text, { start: words.start[next] ?? 0, end })
}

const ASIDES = ['articles', 'relative'] as const

/** Whether what was said goes on in a quotation, and it is no name: told a host on “Meet the Press with Lena Hoxha”. */
const goesOnWith = ({ words, known }: SpeakerField, last: number, quotation: Span): boolean => {
  const { text, end, folded, start } = words
  if (/[,.:;!?—–-]/u.test(text.slice(end[last] ?? 0, quotation.start))) return true
  const before = folded[start.findIndex((at) => at >= quotation.start) - 1] ?? ''
  return (
    !known.has('adverbials', before) &&
    text.slice(quotation.start, quotation.end).split(/\s+/u).length >= SHORTEST_QUOTED
  )
}

/** A claim that stands behind its verb. */
export function ahead(
  field: SpeakerField,
  cue: Cue,
  speaker: SpeakerSpan | null,
  before: Before,
): ReadCue | null {
  const { words, unit, known } = field
  if (cue.last >= unit.last) return null
  const end = claimEnd(field, cue, before.cues)
  let start = charEnd(words, cue.last)
  if (cue.kind !== 'does' && cue.kind !== 'acts') {
    const that = thatBehind(field, cue, end)
    if (that !== null) start = charEnd(words, that)
    else if (known.capitalNouns) {
      const opened = behindComma(field, cue, end)
      if (opened === null) return null
      start = opened
    } else if (cue.kind === 'told') start = behindAddressee(field, cue.last)
    // "said in a statement", "revealed for visas": when, where or of what, and no claim.
    else if (cue.kind === 'said' && isAdverbialAlone(field, cue.last + 1, end)) return null
  }
  const quotation = unit.quotations.find((one) => one.start >= start && one.start - start <= 4)
  if (quotation !== undefined && isUtterance(words.text, quotation) && !goesOnBehind(field, quotation, end)) {
    const lastOne = unit.quotations.findLast((one) => one.start >= quotation.start && one.end <= end + 2)
    return {
      speaker,
      pieces: [trimClaim(words.text, { start: quotation.start, end: (lastOne ?? quotation).end })],
      isBefore: false,
    }
  }
  const claim = trimClaim(words.text, { start, end })
  return claim.end - claim.start < SHORTEST_CLAIM ? null : { speaker, pieces: [claim], isBefore: false }
}

/** Words of a phrase that says no more than when or where. */
const LONGEST_PHRASE = 5

/** Whether nothing but a phrase with a preposition stands there. */
function isAdverbialAlone({ words, known, quoted }: SpeakerField, first: number, end: number): boolean {
  if (quoted[first] === 1 || !known.has('adverbials', words.folded[first] ?? '')) return false
  let at = first
  for (; (words.end[at] ?? Infinity) <= end; at++)
    if (
      quoted[at] === 1 ||
      known.has('pronouns', words.folded[at] ?? '') ||
      hasMark(words, at, MARK.afterComma)
    )
      return false
  return at - first <= LONGEST_PHRASE
}

/** UTF-16 units. */
export const SHORTEST_CLAIM = 4

/** "… said 'the trend' makes 'less likely' that it leaves": what was said goes on in the outlet's words behind the last mark, with no comma. */
function goesOnBehind({ words, unit }: SpeakerField, { start }: Span, end: number): boolean {
  const last = unit.quotations.findLast((one) => one.start >= start && one.end <= end + 2)
  if (last === undefined || /[.!?,…][^\p{L}\p{N}]*$/u.test(words.text.slice(start, last.end))) return false
  const rest = words.text.slice(last.end, end)
  return /^\s+\p{Ll}/u.test(rest) && rest.trim().split(/\s+/u).length >= SHORTEST_CLAUSE
}

const isUtterance = (text: string, { start, end }: Span): boolean =>
  /[.!?,…][”"»“'’]*$/u.test(text.slice(start, end)) || text.slice(start, end).split(/\s+/u).length >= 6

/** German parts a claim from its verb by a comma, a colon or a quotation. */
function behindComma({ words, unit, isCue, quoted }: SpeakerField, cue: Cue, end: number): number | null {
  for (let at = cue.last + 1; at <= unit.last && at <= cue.last + LONGEST_ADVERBIAL; at++) {
    const start = words.start[at] ?? 0
    if (start >= end) return null
    const gap = words.text.slice(charEnd(words, at - 1), start)
    if (/^\s*[,:]/u.test(gap)) return start - (quoted[at] === 1 ? 1 : 0)
    if (quoted[at] === 1) return charEnd(words, at - 1)
    if (isCue(at)) return null
  }
  return null
}

/** "said on Tuesday that": the word that opens the claim. */
function thatBehind({ words, known, isCue, quoted }: SpeakerField, cue: Cue, end: number): number | null {
  for (let at = cue.last + 1; at <= cue.last + LONGEST_ADVERBIAL; at++) {
    if ((words.start[at] ?? Infinity) >= end || quoted[at] === 1 || isCue(at)) return null
    const word = words.folded[at] ?? ''
    if (known.has('that', word)) return at
    // "said there are two ways that lead out": the claim has begun, and its "that" is of one of its words.
    if (!known.capitalNouns && (known.has('passive', word) || known.has('auxiliary', word))) return null
    if (hasMark(words, at, BREAK) && at > cue.last + 1) return null
  }
  return null
}

function behindAddressee({ words, quoted, unit, known }: SpeakerField, last: number): number {
  const isNamed = (at: number): boolean =>
    at <= unit.last &&
    quoted[at] === 0 &&
    hasMark(words, at, MARK.capital) &&
    !known.has('pronouns', words.folded[at] ?? '') &&
    !hasMark(words, at, BREAK) &&
    // "told CNN Berg's plan was late"
    !hasMark(words, at + 1, MARK.afterApostrophe)
  const isWithin = (at: number): boolean => at < unit.last && quoted[at] === 0
  let at = last + 1
  // "corporate Japan", "reporters": one small word, and names behind it.
  if (!isNamed(at) && isWithin(at) && isWithin(at + 1)) at++
  while (isNamed(at)) at++
  if (isWithin(at) && !hasMark(words, at, BREAK) && known.isPeople(words.folded[at] ?? '')) at++
  return charEnd(words, at - 1)
}
