import { MARK } from '../../language/read-text.ts'
import { type Before, LONGEST_ADVERBIAL, type ReadCue, SHORTEST_CLAUSE } from './claim.ts'
import type { Cue } from './find-cues.ts'
import type { Span, WordSpan } from './saying.ts'
import { trimClaim } from './trim-claim.ts'
import type { SpeakerField } from './word-field.ts'

/** Whether a clause or a quotation ends right before a word. */
export function hasClaimBefore(
  field: SpeakerField,
  at: number,
  { taken }: Before,
  least = SHORTEST_CLAUSE,
): boolean {
  const { words, known, gapBefore, quoted, unit } = field
  if (at <= unit.first) return false
  if (quoted[at - 1] === 1) return /["”»“'’›]/u.test(gapBefore(at)) && isClaim(field, words.start[at] ?? 0)
  if (!/[,،—–-]\s*$/u.test(gapBefore(at))) return false
  // "After two aircraft crashed, analysts said …": the clause says when.
  if (known.headLast && isSubordinate(field, at)) return false
  let count = 0
  for (let word = at - 1; word >= unit.first && (words.start[word] ?? 0) >= taken; word--) count++
  return count >= least
}

/** Whether only one clause opened by "after" or "while" stands before a word. */
function isSubordinate({ is, has, unit }: SpeakerField, at: number): boolean {
  // "That will take a year, he said": "that" is no conjunction here.
  if (is(unit.first, 'that') || !is(unit.first, 'borders') || !is(unit.first, 'adverbials')) return false
  for (let word = unit.first + 1; word < at; word++) if (has(word, MARK.afterComma)) return false
  return true
}

/**
 * Whether the quotation that ends before a position is a claim, and not a title within a clause: On “Fox News
 * Sunday,” X said.
 */
function isClaim({ words: { text }, unit }: SpeakerField, before: number): boolean {
  const quotation = unit.quotations.findLast(({ end }) => end <= before)
  if (quotation === undefined) return false
  const isOpening = /^[^\p{L}\p{N}]*$|[:.!?]\s*$/u.test(text.slice(unit.start, quotation.start))
  const quoted = text.slice(quotation.start, quotation.end)
  // “makes me smart,” he said: a title has a capital, and no comma of its own.
  const isPiece = /^\P{L}*\p{Ll}.*,[^\p{L}\p{N}]*$/su.test(quoted)
  return isOpening || isPiece || quoted.split(/\s+/u).length >= SHORTEST_QUOTED
}

/** In words. A shorter quotation that continues a clause is a title or a single expression. */
const SHORTEST_QUOTED = 5

/**
 * Whether a comma follows. "The museum, the president said, would …": a speaker between two commas says the
 * whole sentence, however little comes before.
 */
export const isBeforeComma = ({ words, endOf, unit }: SpeakerField, last: number): boolean =>
  last < unit.last && words.text[endOf(last)] === ','

/**
 * Whether the verb is followed only by words for time and place, or by a comma after which the claim
 * continues.
 */
export function isClosed(field: SpeakerField, cue: Cue, isQuotedBefore: boolean): boolean {
  const { known, is, has, isCapital, isApart, gapBefore, quoted, unit } = field
  const next = cue.last + 1
  if (next > unit.last) return true
  // "On Monday, as it rained, the ministry said that …": the beginning says when and where, and the claim
  // follows the verb.
  if (
    known.headLast &&
    !isQuotedBefore &&
    !isApart(next) &&
    is(unit.first, 'adverbials') &&
    !is(unit.first, 'that')
  )
    return false
  const gap = gapBefore(next)
  if (/^\s*:/u.test(gap)) return false
  if (!isQuotedBefore && quoted[next] === 1 && gap.startsWith(',') && isCapital(next)) return false
  if (isQuotedBefore && quoted[next] === 0) return !is(next, 'that')
  if (/^[,;.—–]|^\s[—–]/u.test(gap)) return !is(next, 'that')
  if (quoted[next] === 1 || is(next, 'that')) return false
  if (cue.kind === 'said' && !is(next, 'adverbials')) return false
  for (let at = next; at <= unit.last; at++) {
    if (is(at, 'that', 'pronouns')) return false
    if (has(at, MARK.afterComma)) return true
    if (quoted[at] === 1) return at > next && has(at, MARK.sentenceStart)
    if (at - next > LONGEST_ADVERBIAL) return false
  }
  return true
}

interface Closing {
  readonly cue: Cue
  readonly speaker: WordSpan
  /** The first word after the claim. */
  readonly edge: number
  /** The last word of speaker and verb. */
  readonly last: number
}

/** Reads a claim that ends before its speaker and may continue after: "…", said X, "…". */
export function readClaimBefore(
  field: SpeakerField,
  { speaker, edge, last, cue }: Closing,
  { taken, cues }: Before,
): ReadCue | null {
  const { words, endOf } = field
  const start = quotationBefore(field, edge) ?? claimStart(field, taken)
  const pieces = [trimClaim(words.text, { start, end: endOf(edge - 1) + 4 }, words.start[edge] ?? 0)]
  const rest = restOf(field, last, cues, cue)
  if (rest !== null) pieces.push(rest)
  const whole = pieces.filter(({ start, end }) => end > start)
  return whole.length === 0 ? null : { speaker, pieces: whole, isBefore: true }
}

/**
 * Returns the start of the quotation that ends right before a word, if a colon or the end of another sentence
 * precedes it; else null.
 */
function quotationBefore({ words, quoted, unit }: SpeakerField, edge: number): number | null {
  if (quoted[edge - 1] !== 1) return null
  const close = words.start[edge] ?? 0
  const quotation = unit.quotations.findLast(({ end }) => end <= close)
  if (quotation === undefined) return null
  return /[:.!?]\s*$/u.test(words.text.slice(unit.start, quotation.start)) ? quotation.start : null
}

/**
 * Returns where a claim before its speaker begins: at the start of the unit, or after what belongs to other
 * sayings.
 */
export function claimStart({ words, unit }: SpeakerField, taken: number): number {
  if (taken <= unit.start) return unit.start
  for (let at = unit.first; at <= unit.last; at++)
    if ((words.start[at] ?? 0) >= taken) return words.start[at] ?? taken
  return taken
}

/** Returns the rest of a claim after speaker and verb: a quotation, or the clause after a comma. */
function restOf(field: SpeakerField, last: number, cues: readonly Cue[], cue: Cue): Span | null {
  const { words, is, endOf, gapBefore, quoted, unit } = field
  const next = last + 1
  if (next > unit.last) return null
  const end = Math.min(unit.end, cues[0] === undefined ? unit.end : endOf(cues[0].first - 1))
  const later = unit.quotations.find(
    (one) => one.start >= endOf(last) && one.start < end && goesOnWith(field, last, one),
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
  // ", said Hoxha, a baker who …": a description of the speaker.
  if (last > cue.last && is(next, 'articles', 'relative')) return null
  const gap = gapBefore(next)
  if (!gap.startsWith(',') || unit.last - next < SHORTEST_CLAUSE) return null
  return trimClaim(words.text, { start: words.start[next] ?? 0, end })
}

/**
 * Whether a quotation continues the claim, and is not a name: told a host on “Meet the Press with Lena
 * Hoxha”.
 */
const goesOnWith = ({ words, is, endOf }: SpeakerField, last: number, quotation: Span): boolean => {
  const { text, start } = words
  if (/[,.:;!?—–-]/u.test(text.slice(endOf(last), quotation.start))) return true
  return (
    !is(start.findIndex((at) => at >= quotation.start) - 1, 'adverbials') &&
    text.slice(quotation.start, quotation.end).split(/\s+/u).length >= SHORTEST_QUOTED
  )
}
