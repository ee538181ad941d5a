import { hasMark, MARK, type Words } from '../../language/read-text.ts'
import { type Before, LONGEST_ADVERBIAL, type ReadCue, SHORTEST_CLAUSE } from './claim.ts'
import { BREAK, charEnd } from './clause-marks.ts'
import type { Cue } from './find-cues.ts'
import type { SpeakerField, SpeakerSpan } from './find-speaker.ts'
import type { Span } from './saying.ts'
import { trimClaim } from './trim-claim.ts'

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
  // "After two aircraft crashed, analysts said …": the clause says when.
  if (quoted[at - 1] !== 1 && known.headLast && isSubordinate(words, known, unit, at)) return false
  let count = 0
  for (let word = at - 1; word >= unit.first && (words.start[word] ?? 0) >= taken; word--) count++
  return quoted[at - 1] === 1 ? isClaim(words, unit, start) : count >= least
}

/** Whether only one clause opened by "after" or "while" stands before a word. */
function isSubordinate(
  words: Words,
  known: SpeakerField['known'],
  unit: SpeakerField['unit'],
  at: number,
): boolean {
  const opens = words.folded[unit.first] ?? ''
  // "That will take a year, he said": "that" is no conjunction here.
  if (known.has('that', opens) || !known.has('borders', opens) || !known.has('adverbials', opens))
    return false
  for (let word = unit.first + 1; word < at; word++) if (hasMark(words, word, MARK.afterComma)) return false
  return true
}

/**
 * Whether the quotation that ends before a position is a claim, and not a title within a clause: On “Fox News
 * Sunday,” X said.
 */
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

/** In words. A shorter quotation that continues a clause is a title or a single expression. */
const SHORTEST_QUOTED = 5

/**
 * Whether a comma follows. "The museum, the president said, would …": a speaker between two commas says the
 * whole sentence, however little comes before.
 */
export const isBeforeComma = ({ words, unit }: SpeakerField, last: number): boolean =>
  last < unit.last && words.text[charEnd(words, last)] === ','

/**
 * Whether the verb is followed only by words for time and place, or by a comma after which the claim
 * continues.
 */
export function isClosed(field: SpeakerField, cue: Cue, isQuotedBefore: boolean): boolean {
  const { words, unit, known, quoted } = field
  const next = cue.last + 1
  if (next > unit.last) return true
  const opens = words.folded[unit.first] ?? ''
  // "On Monday, as it rained, the ministry said that …": the beginning says when and where, and the claim
  // follows the verb.
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
  const { words } = field
  const start = quotationBefore(field, edge) ?? claimStart(field, taken)
  const pieces = [trimClaim(words.text, { start, end: charEnd(words, edge - 1) + 4 }, words.start[edge] ?? 0)]
  const rest = restOf(field, last, cues, cue)
  if (rest !== null) pieces.push(rest)
  const whole = pieces.filter(({ start, end }) => end > start)
  return whole.length === 0 ? null : { speaker, pieces: whole, isBefore: true }
}

/**
 * Returns the start of the quotation that ends right before a word, if a colon or the end of another sentence
 * precedes it; else null.
 */
function quotationBefore({ words, unit, quoted }: SpeakerField, edge: number): number | null {
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
  // ", said Hoxha, a baker who …": a description of the speaker.
  if (last > cue.last && ASIDES.some((list) => known.has(list, words.folded[next] ?? ''))) return null
  const gap = words.text.slice(charEnd(words, last), words.start[next] ?? 0)
  if (!gap.startsWith(',') || unit.last - next < SHORTEST_CLAUSE) return null
  return trimClaim(words.text, { start: words.start[next] ?? 0, end })
}

const ASIDES = ['articles', 'relative'] as const

/**
 * Whether a quotation continues the claim, and is not a name: told a host on “Meet the Press with Lena
 * Hoxha”.
 */
const goesOnWith = ({ words, known }: SpeakerField, last: number, quotation: Span): boolean => {
  const { text, end, folded, start } = words
  if (/[,.:;!?—–-]/u.test(text.slice(end[last] ?? 0, quotation.start))) return true
  const before = folded[start.findIndex((at) => at >= quotation.start) - 1] ?? ''
  return (
    !known.has('adverbials', before) &&
    text.slice(quotation.start, quotation.end).split(/\s+/u).length >= SHORTEST_QUOTED
  )
}
