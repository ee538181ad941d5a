import { hasMark, MARK } from '../../language/read-text.ts'
import { type Before, type ReadCue, SHORTEST_CLAIM } from './claim.ts'
import { claimStart } from './claim-before.ts'
import { charEnd } from './clause-marks.ts'
import type { Cue } from './find-cues.ts'
import { type SpeakerField, type SpeakerSpan, speakerAfter } from './find-speaker.ts'
import { trimClaim } from './trim-claim.ts'

/**
 * Reads "According to X, …", "…, according to X", "Nach Angaben von X …", and "Wie X mitteilte, …", where a
 * verb closes the phrase.
 */
export function readSource(field: SpeakerField, cue: Cue, { taken, cues }: Before): ReadCue | null {
  const { words, unit } = field
  const verb = cues[0]
  const speaker = speakerAfter(field, cue.last)
  if (speaker === null) return null
  if (cue.kind === 'sourceClosed' && (verb === undefined || verb.first > speaker.last + 3)) return null
  const isClosedByVerb = verb !== undefined && verb.first <= speaker.last + 3 && verb.kind === 'said'
  const last = isClosedByVerb ? verb.last : speaker.last
  const { text } = words
  const isLabelled = /:\s*$/u.test(text.slice(charEnd(words, cue.first - 1), words.start[cue.first] ?? 0))
  if (isLabelled || (cue.first - unit.first <= LONGEST_LEAD && !isAfterClaim(field, cue.first))) {
    const claim = trimClaim(text, { start: charEnd(words, last), end: unit.end })
    return claim.end - claim.start < SHORTEST_CLAIM
      ? null
      : { speaker, pieces: [claim], isBefore: false, last }
  }
  const start = claimStart(field, taken)
  const before = trimClaim(text, { start, end: charEnd(words, cue.first - 1) })
  const pieces = [before]
  // "The minister went, according to X, home": the claim continues afterwards.
  if (!isClosedByVerb && !hasMark(words, cue.first, MARK.afterComma | MARK.afterBreak) && last < unit.last)
    pieces.push(trimClaim(text, { start: charEnd(words, last), end: unit.end }))
  const whole = pieces.filter((piece) => piece.end - piece.start >= SHORTEST_CLAIM)
  return whole.length === 0 ? null : { speaker, pieces: whole, isBefore: true, last }
}

/** Most words before the phrase: "But according to". */
const LONGEST_LEAD = 2

const isAfterClaim = ({ words, quoted }: SpeakerField, at: number): boolean =>
  at > 0 && (quoted[at - 1] === 1 || hasMark(words, at, MARK.afterComma))

/**
 * Reads "SPEAKER zufolge …", "SPEAKER'a göre …": the speaker precedes the cue, at the beginning of the
 * clause.
 */
export function readSourceAfter(field: SpeakerField, cue: Cue): ReadCue | null {
  const { words, unit, quoted } = field
  let first = field.known.capitalNouns ? nounsBefore(field, cue.first) : cue.first
  while (
    !field.known.capitalNouns &&
    first > unit.first &&
    cue.first - first < LONGEST_SOURCE &&
    !hasMark(words, first, MARK.afterComma | MARK.afterBreak) &&
    quoted[first - 1] === 0
  )
    first--
  if (first === cue.first) return null
  const speaker: SpeakerSpan = { first, last: cue.first - 1 }
  const before = trimClaim(words.text, {
    start: unit.start,
    end: first > unit.first ? charEnd(words, first - 1) : unit.start,
  })
  const behind = trimClaim(words.text, { start: charEnd(words, cue.last), end: unit.end })
  const claim = behind.end - behind.start >= SHORTEST_CLAIM ? behind : before
  if (claim.end - claim.start < SHORTEST_CLAIM) return null
  return { speaker, pieces: [claim], isBefore: claim === before, last: cue.last }
}

/**
 * Returns the first word of a noun phrase with its article and a genitive: "Angaben des Instituts", "einem
 * Bericht".
 */
function nounsBefore({ words, known, unit }: SpeakerField, cue: number): number {
  let first = cue - 1
  while (first > unit.first && known.has('articles', words.folded[first - 1] ?? '')) {
    first--
    if (first > unit.first && hasMark(words, first - 1, MARK.capital) && cue - first < LONGEST_SOURCE) first--
  }
  return first
}

/** Most words of a phrase that names a source. */
const LONGEST_SOURCE = 10
