import { hasCase, MARK } from '../../language/read-text.ts'
import { type Before, type ReadCue, SHORTEST_CLAIM } from './claim.ts'
import { readClaimAfter } from './claim-after.ts'
import { readClaimBefore, hasClaimBefore, isBeforeComma, isClosed } from './claim-before.ts'
import type { Cue } from './find-cues.ts'
import { speakerBefore, speakerAfter } from './find-speaker.ts'
import type { WordSpan } from './saying.ts'
import { readSource, readSourceAfter } from './read-source.ts'
import { trimClaim } from './trim-claim.ts'
import { readVerbFirst } from './verb-first.ts'
import { readVerbLast } from './verb-last.ts'
import type { SpeakerField } from './word-field.ts'

export function readCue(field: SpeakerField, cue: Cue, before: Before): ReadCue | null {
  if (cue.kind === 'source' || cue.kind === 'sourceApart' || cue.kind === 'sourceClosed')
    return readSource(field, cue, before)
  if (cue.kind === 'sourceBehind') return readSourceAfter(field, cue)
  if (field.known.verb === 'first') return readVerbFirst(field, cue, before)
  if (field.known.verb === 'last' || cue.kind === 'reported') return readVerbLast(field, cue, before)
  if (cue.kind !== 'past' && endsClause(field, cue) && isPassive(field, cue)) return null
  if (cue.kind === 'past' || (cue.kind === 'said' && endsClause(field, cue)))
    return readPast(field, cue, before) ?? (cue.kind === 'past' ? null : readSaid(field, cue, before))
  return readSaid(field, cue, before)
}

/**
 * Whether the cue ends its clause, as a German participle does ("hat … erklärt, dass"), which may look like
 * the verb of another clause.
 */
const endsClause = ({ known, has, unit }: SpeakerField, { last }: Cue): boolean =>
  known.capitalNouns && (last >= unit.last || has(last + 1, MARK.afterComma | MARK.afterBreak))

/** "die Methoden werden kritisiert" */
function isPassive({ is, isApart, unit }: SpeakerField, { first }: Cue): boolean {
  for (let at = first - 1; at >= unit.first; at--) {
    if (is(at, 'passive')) return true
    if (isApart(at)) return false
  }
  return false
}

function readSaid(field: SpeakerField, cue: Cue, before: Before): ReadCue | null {
  const { quoted } = field
  if (cue.first - 1 === field.unit.first && field.is(cue.first - 1, 'as'))
    return readSource(field, { ...cue, first: cue.first - 1, kind: 'source' }, before)
  const closesClaim =
    cue.kind === 'said' ||
    cue.kind === 'told' ||
    cue.kind === 'quoting' ||
    (cue.kind === 'thinks' && (quoted[cue.first - 1] === 1 || isLast(field, cue)))
  const hasClaim = closesClaim && hasClaimBefore(field, cue.first, before)
  if (!hasClaim && (opensWithPlace(field, before.from, cue.first) || isBeforePronoun(field, cue))) {
    const inverted = speakerAfter(field, cue.last)
    if (inverted !== null) return readClaimAfter(field, { ...cue, last: inverted.last }, inverted, before)
  }
  const speaker = speakerBefore(field, cue.first, before.from)
  if (cue.kind === 'saying' && isProgressive(field, cue))
    return speaker === null ? null : readClaimAfter(field, cue, speaker, before)
  // "Referring to the strikes, he said": its subject follows and has a saying of its own.
  if (cue.kind === 'saying' && cue.first === field.unit.first) return null
  if (cue.kind === 'saying') return readClaimAfter(field, cue, subjectOf(field, cue, before), before)
  if (speaker === null && closesClaim) {
    const inverted = speakerAfter(field, cue.last)
    const isWithin = inverted !== null && isBeforeComma(field, inverted.last)
    if (
      inverted !== null &&
      !hasAddressee(field, cue, inverted) &&
      !field.is(inverted.last + 1, 'that') &&
      (hasClaim || (isWithin && hasClaimBefore(field, cue.first, before, SHORTEST_OPENING)))
    )
      return readClaimBefore(field, { cue, speaker: inverted, edge: cue.first, last: inverted.last }, before)
  }
  if (
    speaker !== null &&
    closesClaim &&
    hasClaimBefore(
      field,
      speaker.first,
      before,
      isBeforeComma(field, cue.last) ? SHORTEST_OPENING : undefined,
    ) &&
    isClosed(field, cue, quoted[speaker.first - 1] === 1)
  )
    return readClaimBefore(field, { cue, speaker, edge: speaker.first, last: cue.last }, before)
  const own = speaker ?? joinedSubject(field, cue, before) ?? subjectAcross(field, cue, before)
  if (own !== null) return readClaimAfter(field, cue, own, before)
  const behindVerb = closesClaim && field.known.capitalNouns ? speakerAfter(field, cue.last) : null
  return behindVerb === null
    ? null
    : readClaimAfter(field, { ...cue, last: behindVerb.last }, behindVerb, before)
}

/** Whether the verb ends the sentence: "The race is close, a poll shows." */
const isLast = ({ isApart, unit }: SpeakerField, { last }: Cue): boolean =>
  last >= unit.last || isApart(last + 1)

/**
 * Whether the phrase after the verb is the addressee and not the speaker: "…, asks investors to do the same".
 */
const hasAddressee = ({ known, isApart, unit }: SpeakerField, { kind }: Cue, { last }: WordSpan): boolean =>
  kind === 'told' && !known.capitalNouns && last < unit.last && !isApart(last + 1)

/** Least words of a claim before a speaker between commas: "The pier, she said, would …". */
const SHORTEST_OPENING = 2

/**
 * Reads "Der Minister hat … gefordert": the auxiliary follows the speaker, or precedes it if the clause
 * begins with something else.
 */
function readPast(field: SpeakerField, cue: Cue, before: Before): ReadCue | null {
  const { words, is, has, isApart, endOf, unit } = field
  let helper = cue.first - 1
  while (helper > before.from && !is(helper, 'helping') && !isApart(helper + 1)) helper--
  if (!is(helper, 'helping')) return null
  const isInverted = opensWithPlace(field, before.from, helper)
  const left = isInverted ? null : speakerBefore(field, helper, before.from)
  const speaker = left ?? speakerAfter(field, helper)
  if (speaker === null) return null
  if (cue.last < unit.last && has(cue.last + 1, MARK.afterComma | MARK.afterBreak))
    return readClaimAfter(field, cue, speaker, before)
  const start = endOf(Math.max(helper, speaker.last))
  const claim = trimClaim(words.text, { start, end: endOf(cue.first - 1) })
  return claim.end - claim.start < SHORTEST_CLAIM ? null : { speaker, pieces: [claim], isBefore: true }
}

/** Whether a German pronoun directly follows its verb: "… sagte er". */
const isBeforePronoun = ({ known, is, isApart, unit }: SpeakerField, { last }: Cue): boolean =>
  known.capitalNouns && last < unit.last && !isApart(last + 1) && is(last + 1, 'pronouns')

/**
 * Whether a German clause begins with a time or place, so that the speaker follows the verb: "Im gleichen
 * Interview sagte der Minister".
 */
function opensWithPlace({ known, is, isApart, wordAt }: SpeakerField, from: number, verb: number): boolean {
  if (!known.capitalNouns) return false
  let first = verb - 1
  if (first < from || isApart(verb)) return false
  while (first > from && !isApart(first) && !is(first - 1, 'borders')) first--
  const word = wordAt(first)
  return is(first, 'adverbials') || (first === verb - 1 && known.isStop(word) && !is(first, 'pronouns'))
}

/** Whether the cue is a finite verb with an auxiliary: "is calling for", "was also saying". */
function isProgressive({ is, unit }: SpeakerField, cue: Cue): boolean {
  for (let at = cue.first - 1; at >= unit.first && at >= cue.first - 3; at--) {
    if (is(at, 'passive')) return true
    if (!is(at, 'between')) return false
  }
  return false
}

/** Returns the subject of "… and said", which is that of the clause before. */
function joinedSubject(field: SpeakerField, cue: Cue, { subject, from }: Before): WordSpan | null {
  const { is, quoted, unit } = field
  let at = cue.first - 1
  while (at >= unit.first && is(at, 'between')) at--
  if (at < unit.first || !is(at, 'borders')) return null
  if (quoted[at] === 1) return null
  return subject ?? firstSubject(field, Math.max(unit.first, Math.min(from, at)), at)
}

const subjectOf = (field: SpeakerField, cue: Cue, { subject, from }: Before): WordSpan | null =>
  besideSubject(field, cue, from) ??
  subject ??
  (isCased(field, cue)
    ? firstSubject(field, field.unit.first, cue.first)
    : speakerBefore(field, cue.first, from))

/** Returns the subject after a comma and a preposition: "…, with royal experts noting". */
function besideSubject(field: SpeakerField, cue: Cue, from: number): WordSpan | null {
  const { is, has, isApart } = field
  if (!isCased(field, cue) || isApart(cue.first)) return null
  let at = cue.first - 1
  while (at > from && !isApart(at)) at--
  return at < cue.first - 1 && has(at, MARK.afterComma) && is(at, 'adverbials')
    ? speakerBefore(field, cue.first, at)
    : null
}

const isCased = ({ wordAt }: SpeakerField, { first }: Cue): boolean => hasCase(wordAt(first))

/** Persian "SPEAKER با بیان اینکه …، گفت": the verb after the comma has the same speaker. */
const subjectAcross = (field: SpeakerField, cue: Cue, { subject }: Before): WordSpan | null =>
  !isCased(field, cue) && field.has(cue.first, MARK.afterComma) ? subject : null

/**
 * Most words before the name at the beginning of a clause: "On Monday the minister". Labelled sets gain a
 * tenth of a point without this limit, but in unlabelled news months would become speakers.
 */
const LONGEST_OPENING = 4

/** Returns the pronoun or the name that a clause begins with. */
function firstSubject(field: SpeakerField, from: number, to: number): WordSpan | null {
  const { is, isCapital, isPeople, isApart, quoted } = field
  for (let at = from; at < to && at < from + LONGEST_OPENING; at++) {
    if (quoted[at] === 1) return null
    if (is(at, 'pronouns')) return { first: at, last: at }
    if (!isCapital(at) || is(at, 'adverbials')) continue
    if (is(at, 'articles', 'borders')) continue
    let last = at
    while (last + 1 < to && !isApart(last + 1) && (isCapital(last + 1) || isPeople(last + 1))) last++
    return { first: at, last }
  }
  return null
}
