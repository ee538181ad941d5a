import { hasCase, hasMark, MARK } from '../../language/read-text.ts'
import { type Before, type ReadCue, SHORTEST_CLAIM } from './claim.ts'
import { readClaimAfter } from './claim-after.ts'
import { readClaimBefore, hasClaimBefore, isBeforeComma, isClosed } from './claim-before.ts'
import { BREAK, charEnd } from './clause-marks.ts'
import type { Cue } from './find-cues.ts'
import { type SpeakerField, type SpeakerSpan, speakerBefore, speakerAfter } from './find-speaker.ts'
import { readSource, readSourceAfter } from './read-source.ts'
import { trimClaim } from './trim-claim.ts'
import { readVerbFirst } from './verb-first.ts'
import { readVerbLast } from './verb-last.ts'

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
const endsClause = ({ words, unit, known }: SpeakerField, { last }: Cue): boolean =>
  known.capitalNouns && (last >= unit.last || hasMark(words, last + 1, MARK.afterComma | MARK.afterBreak))

/** "die Methoden werden kritisiert" */
function isPassive({ words, known, unit }: SpeakerField, { first }: Cue): boolean {
  for (let at = first - 1; at >= unit.first; at--) {
    if (known.has('passive', words.folded[at] ?? '')) return true
    if (hasMark(words, at, BREAK)) return false
  }
  return false
}

function readSaid(field: SpeakerField, cue: Cue, before: Before): ReadCue | null {
  const { quoted } = field
  if (cue.first - 1 === field.unit.first && field.known.has('as', field.words.folded[cue.first - 1] ?? ''))
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
      !field.known.has('that', field.words.folded[inverted.last + 1] ?? '') &&
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
const isLast = ({ words, unit }: SpeakerField, { last }: Cue): boolean =>
  last >= unit.last || hasMark(words, last + 1, BREAK)

/**
 * Whether the phrase after the verb is the addressee and not the speaker: "…, asks investors to do the same".
 */
const hasAddressee = ({ words, unit, known }: SpeakerField, { kind }: Cue, { last }: SpeakerSpan): boolean =>
  kind === 'told' && !known.capitalNouns && last < unit.last && !hasMark(words, last + 1, BREAK)

/** Least words of a claim before a speaker between commas: "The pier, she said, would …". */
const SHORTEST_OPENING = 2

/**
 * Reads "Der Minister hat … gefordert": the auxiliary follows the speaker, or precedes it if the clause
 * begins with something else.
 */
function readPast(field: SpeakerField, cue: Cue, before: Before): ReadCue | null {
  const { words, known, unit } = field
  let helper = cue.first - 1
  while (
    helper > before.from &&
    !known.has('helping', words.folded[helper] ?? '') &&
    !hasMark(words, helper + 1, BREAK)
  )
    helper--
  if (!known.has('helping', words.folded[helper] ?? '')) return null
  const isInverted = opensWithPlace(field, before.from, helper)
  const left = isInverted ? null : speakerBefore(field, helper, before.from)
  const speaker = left ?? speakerAfter(field, helper)
  if (speaker === null) return null
  if (cue.last < unit.last && hasMark(words, cue.last + 1, MARK.afterComma | MARK.afterBreak))
    return readClaimAfter(field, cue, speaker, before)
  const start = charEnd(words, Math.max(helper, speaker.last))
  const claim = trimClaim(words.text, { start, end: charEnd(words, cue.first - 1) })
  return claim.end - claim.start < SHORTEST_CLAIM ? null : { speaker, pieces: [claim], isBefore: true }
}

/** Whether a German pronoun directly follows its verb: "… sagte er". */
const isBeforePronoun = ({ words, known, unit }: SpeakerField, { last }: Cue): boolean =>
  known.capitalNouns &&
  last < unit.last &&
  !hasMark(words, last + 1, BREAK) &&
  known.has('pronouns', words.folded[last + 1] ?? '')

/**
 * Whether a German clause begins with a time or place, so that the speaker follows the verb: "Im gleichen
 * Interview sagte der Minister".
 */
function opensWithPlace({ words, known }: SpeakerField, from: number, verb: number): boolean {
  if (!known.capitalNouns) return false
  let first = verb - 1
  if (first < from || hasMark(words, verb, BREAK)) return false
  while (
    first > from &&
    !hasMark(words, first, BREAK) &&
    !known.has('borders', words.folded[first - 1] ?? '')
  )
    first--
  const word = words.folded[first] ?? ''
  return (
    known.has('adverbials', word) ||
    (first === verb - 1 && known.isStop(word) && !known.has('pronouns', word))
  )
}

/** Whether the cue is a finite verb with an auxiliary: "is calling for", "was also saying". */
function isProgressive({ words, unit, known }: SpeakerField, cue: Cue): boolean {
  for (let at = cue.first - 1; at >= unit.first && at >= cue.first - 3; at--) {
    const word = words.folded[at] ?? ''
    if (known.has('passive', word)) return true
    if (!known.has('between', word)) return false
  }
  return false
}

/** Returns the subject of "… and said", which is that of the clause before. */
function joinedSubject(field: SpeakerField, cue: Cue, { subject, from }: Before): SpeakerSpan | null {
  const { words, known, unit, quoted } = field
  let at = cue.first - 1
  while (at >= unit.first && known.has('between', words.folded[at] ?? '')) at--
  if (at < unit.first || !known.has('borders', words.folded[at] ?? '')) return null
  if (quoted[at] === 1) return null
  return subject ?? firstSubject(field, Math.max(unit.first, Math.min(from, at)), at)
}

const subjectOf = (field: SpeakerField, cue: Cue, { subject, from }: Before): SpeakerSpan | null =>
  besideSubject(field, cue, from) ??
  subject ??
  (isCased(field, cue)
    ? firstSubject(field, field.unit.first, cue.first)
    : speakerBefore(field, cue.first, from))

/** Returns the subject after a comma and a preposition: "…, with royal experts noting". */
function besideSubject(field: SpeakerField, cue: Cue, from: number): SpeakerSpan | null {
  const { words, known } = field
  if (!isCased(field, cue) || hasMark(words, cue.first, BREAK)) return null
  let at = cue.first - 1
  while (at > from && !hasMark(words, at, BREAK)) at--
  return at < cue.first - 1 &&
    hasMark(words, at, MARK.afterComma) &&
    known.has('adverbials', words.folded[at] ?? '')
    ? speakerBefore(field, cue.first, at)
    : null
}

const isCased = ({ words }: SpeakerField, { first }: Cue): boolean => hasCase(words.folded[first] ?? '')

/** Persian "SPEAKER با بیان اینکه …، گفت": the verb after the comma has the same speaker. */
const subjectAcross = (field: SpeakerField, cue: Cue, { subject }: Before): SpeakerSpan | null =>
  !isCased(field, cue) && hasMark(field.words, cue.first, MARK.afterComma) ? subject : null

/**
 * Most words before the name at the beginning of a clause: "On Monday the minister". Labelled sets gain a
 * tenth of a point without this limit, but in unlabelled news months would become speakers.
 */
const LONGEST_OPENING = 4

/** Returns the pronoun or the name that a clause begins with. */
function firstSubject({ words, known, quoted }: SpeakerField, from: number, to: number): SpeakerSpan | null {
  for (let at = from; at < to && at < from + LONGEST_OPENING; at++) {
    if (quoted[at] === 1) return null
    if (known.has('pronouns', words.folded[at] ?? '')) return { first: at, last: at }
    if (!hasMark(words, at, MARK.capital) || known.has('adverbials', words.folded[at] ?? '')) continue
    if (known.has('articles', words.folded[at] ?? '') || known.has('borders', words.folded[at] ?? ''))
      continue
    let last = at
    while (
      last + 1 < to &&
      !hasMark(words, last + 1, BREAK) &&
      (hasMark(words, last + 1, MARK.capital) || known.isPeople(words.folded[last + 1] ?? ''))
    )
      last++
    return { first: at, last }
  }
  return null
}
