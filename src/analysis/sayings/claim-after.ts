import { MARK } from '../../language/read-text.ts'
import { type Before, LONGEST_ADVERBIAL, type ReadCue, SHORTEST_CLAIM, SHORTEST_CLAUSE } from './claim.ts'
import { claimEnd } from './claim-end.ts'
import type { Cue } from './find-cues.ts'
import type { Span, WordSpan } from './saying.ts'
import { trimClaim } from './trim-claim.ts'
import type { SpeakerField } from './word-field.ts'

/** Reads the claim that follows its verb; null if there is none. */
export function readClaimAfter(
  field: SpeakerField,
  cue: Cue,
  speaker: WordSpan | null,
  before: Before,
): ReadCue | null {
  const { words, known, endOf, unit } = field
  if (cue.last >= unit.last) return null
  const end = claimEnd(field, cue, before.cues)
  let start = endOf(cue.last)
  if (cue.kind !== 'does' && cue.kind !== 'acts') {
    const that = thatAfter(field, cue, end)
    if (that !== null) start = endOf(that)
    else if (known.capitalNouns) {
      const opened = afterComma(field, cue, end)
      if (opened === null) return null
      start = opened
    } else if (cue.kind === 'told') start = afterAddressee(field, cue.last)
    // "said in a statement", "revealed for visas": a phrase of time, place or subject, and no claim.
    else if (cue.kind === 'said' && isAdverbialAlone(field, cue.last + 1, end)) return null
  }
  const quotation = unit.quotations.find((one) => one.start >= start && one.start - start <= 4)
  if (
    quotation !== undefined &&
    isUtterance(words.text, quotation) &&
    !continuesAfterQuotation(field, quotation, end)
  ) {
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

/** In words: the longest phrase that only says when or where. */
const LONGEST_PHRASE = 5

/** Whether only a phrase with a preposition stands there. */
function isAdverbialAlone({ words, is, has, quoted }: SpeakerField, first: number, end: number): boolean {
  if (quoted[first] === 1 || !is(first, 'adverbials')) return false
  let at = first
  for (; (words.end[at] ?? Infinity) <= end; at++)
    if (quoted[at] === 1 || is(at, 'pronouns') || has(at, MARK.afterComma)) return false
  return at - first <= LONGEST_PHRASE
}

/**
 * Whether the claim continues in the outlet's words, without a comma, after its last quotation: "… said 'the
 * trend' makes 'less likely' that it leaves".
 */
function continuesAfterQuotation({ words, unit }: SpeakerField, { start }: Span, end: number): boolean {
  const last = unit.quotations.findLast((one) => one.start >= start && one.end <= end + 2)
  if (last === undefined || /[.!?,…][^\p{L}\p{N}]*$/u.test(words.text.slice(start, last.end))) return false
  const rest = words.text.slice(last.end, end)
  return /^\s+\p{Ll}/u.test(rest) && rest.trim().split(/\s+/u).length >= SHORTEST_CLAUSE
}

const isUtterance = (text: string, { start, end }: Span): boolean =>
  /[.!?,…][”"»“'’]*$/u.test(text.slice(start, end)) || text.slice(start, end).split(/\s+/u).length >= 6

/** Returns where a German claim starts: after a comma, a colon or at a quotation. Null if there is none. */
function afterComma(field: SpeakerField, cue: Cue, end: number): number | null {
  const { words, endOf, quoted, unit, isCue } = field
  for (let at = cue.last + 1; at <= unit.last && at <= cue.last + LONGEST_ADVERBIAL; at++) {
    const start = words.start[at] ?? 0
    if (start >= end) return null
    const gap = words.text.slice(endOf(at - 1), start)
    if (/^\s*[,:]/u.test(gap)) return start - (quoted[at] === 1 ? 1 : 0)
    if (quoted[at] === 1) return endOf(at - 1)
    if (isCue(at)) return null
  }
  return null
}

/** Returns the word that opens the claim: "said on Tuesday that". */
function thatAfter(field: SpeakerField, cue: Cue, end: number): number | null {
  const { words, known, is, isApart, quoted, isCue } = field
  for (let at = cue.last + 1; at <= cue.last + LONGEST_ADVERBIAL; at++) {
    if ((words.start[at] ?? Infinity) >= end || quoted[at] === 1 || isCue(at)) return null
    if (is(at, 'that')) return at
    // "said there are two ways that lead out": the claim has begun, and "that" belongs to one of its words.
    if (!known.capitalNouns && is(at, 'passive', 'auxiliary')) return null
    if (isApart(at) && at > cue.last + 1) return null
  }
  return null
}

function afterAddressee(field: SpeakerField, last: number): number {
  const { is, has, isCapital, isPeople, isApart, endOf, quoted, unit } = field
  const isNamed = (at: number): boolean =>
    at <= unit.last &&
    quoted[at] === 0 &&
    isCapital(at) &&
    !is(at, 'pronouns') &&
    !isApart(at) &&
    // "told CNN Berg's plan was late"
    !has(at + 1, MARK.afterApostrophe)
  const isWithin = (at: number): boolean => at < unit.last && quoted[at] === 0
  let at = last + 1
  // "corporate Japan", "reporters": one lower-case word, and names after it.
  if (!isNamed(at) && isWithin(at) && isWithin(at + 1)) at++
  while (isNamed(at)) at++
  if (isWithin(at) && !isApart(at) && isPeople(at)) at++
  return endOf(at - 1)
}
