import { MARK } from '../../language/read-text.ts'
import { type Before, type ReadCue, SHORTEST_CLAIM } from './claim.ts'
import { claimStart } from './claim-before.ts'
import type { Cue } from './find-cues.ts'
import { speakerAfter } from './find-speaker.ts'
import type { WordSpan } from './saying.ts'
import { trimClaim } from './trim-claim.ts'
import type { SpeakerField } from './word-field.ts'

/**
 * Reads "According to X, …", "…, according to X", "Nach Angaben von X …", and "Wie X mitteilte, …", where a
 * verb closes the phrase.
 */
export function readSource(field: SpeakerField, cue: Cue, { taken, cues }: Before): ReadCue | null {
  const { words, has, endOf, gapBefore, unit } = field
  const verb = cues[0]
  const speaker = speakerAfter(field, cue.last)
  if (speaker === null) return null
  if (cue.kind === 'sourceClosed' && (verb === undefined || verb.first > speaker.last + 3)) return null
  const isClosedByVerb = verb !== undefined && verb.first <= speaker.last + 3 && verb.kind === 'said'
  const last = isClosedByVerb ? verb.last : speaker.last
  const { text } = words
  const isLabelled = /:\s*$/u.test(gapBefore(cue.first))
  if (isLabelled || (cue.first - unit.first <= LONGEST_LEAD && !isAfterClaim(field, cue.first))) {
    const claim = trimClaim(text, { start: endOf(last), end: unit.end })
    return claim.end - claim.start < SHORTEST_CLAIM
      ? null
      : { speaker, pieces: [claim], isBefore: false, last }
  }
  const start = claimStart(field, taken)
  const before = trimClaim(text, { start, end: endOf(cue.first - 1) })
  const pieces = [before]
  // "The minister went, according to X, home": the claim continues afterwards.
  if (!isClosedByVerb && !has(cue.first, MARK.afterComma | MARK.afterBreak) && last < unit.last)
    pieces.push(trimClaim(text, { start: endOf(last), end: unit.end }))
  const whole = pieces.filter((piece) => piece.end - piece.start >= SHORTEST_CLAIM)
  return whole.length === 0 ? null : { speaker, pieces: whole, isBefore: true, last }
}

/** Most words before the phrase: "But according to". */
const LONGEST_LEAD = 2

const isAfterClaim = ({ has, quoted }: SpeakerField, at: number): boolean =>
  at > 0 && (quoted[at - 1] === 1 || has(at, MARK.afterComma))

/**
 * Reads "SPEAKER zufolge …", "SPEAKER'a göre …": the speaker precedes the cue, at the beginning of the
 * clause.
 */
export function readSourceAfter(field: SpeakerField, cue: Cue): ReadCue | null {
  const { words, has, endOf, quoted, unit } = field
  let first = field.known.capitalNouns ? nounsBefore(field, cue.first) : cue.first
  while (
    !field.known.capitalNouns &&
    first > unit.first &&
    cue.first - first < LONGEST_SOURCE &&
    !has(first, MARK.afterComma | MARK.afterBreak) &&
    quoted[first - 1] === 0
  )
    first--
  if (first === cue.first) return null
  const speaker: WordSpan = { first, last: cue.first - 1 }
  const before = trimClaim(words.text, {
    start: unit.start,
    end: first > unit.first ? endOf(first - 1) : unit.start,
  })
  const behind = trimClaim(words.text, { start: endOf(cue.last), end: unit.end })
  const claim = behind.end - behind.start >= SHORTEST_CLAIM ? behind : before
  if (claim.end - claim.start < SHORTEST_CLAIM) return null
  return { speaker, pieces: [claim], isBefore: claim === before, last: cue.last }
}

/**
 * Returns the first word of a noun phrase with its article and a genitive: "Angaben des Instituts", "einem
 * Bericht".
 */
function nounsBefore({ is, isCapital, unit }: SpeakerField, cue: number): number {
  let first = cue - 1
  while (first > unit.first && is(first - 1, 'articles')) {
    first--
    if (first > unit.first && isCapital(first - 1) && cue - first < LONGEST_SOURCE) first--
  }
  return first
}

/** Most words of a phrase that names a source. */
const LONGEST_SOURCE = 10
