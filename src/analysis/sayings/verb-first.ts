import { MARK } from '../../language/read-text.ts'
import { type Before, type ReadCue, SHORTEST_CLAIM } from './claim.ts'
import type { Cue } from './find-cues.ts'
import { speakerBefore } from './find-speaker.ts'
import type { WordSpan } from './saying.ts'
import { trimClaim } from './trim-claim.ts'
import type { SpeakerField } from './word-field.ts'

/**
 * Most words between the verb and what opens the claim: the speaker, and where, when and to whom it was said.
 */
const LONGEST_LEAD = 30

/** Reads an Arabic saying: the verb, the speaker, then "that", a colon or a quotation, and the claim. */
export function readVerbFirst(field: SpeakerField, cue: Cue, before: Before): ReadCue | null {
  const { is, unit } = field
  if (cue.kind === 'saying')
    return before.subject === null ? null : readClaim(field, cue, before.subject, before)
  if (cue.kind === 'saidBy') {
    const relayed = relayedSpeaker(field, cue, before)
    return relayed === null ? null : readClaim(field, cue, relayed, before)
  }
  // Whoever relays a saying says nothing themselves.
  if (before.next?.kind === 'saidBy') return null
  const speaker = speakerAfterVerb(field, cue)
  const next = cue.last + 1
  if (speaker === null && next <= unit.last && is(next, 'that')) {
    // "والجيش الإسرائيلي يقول إنه": the speaker may also precede the verb.
    const speakerBeforeVerb = cue.joined ? null : speakerBefore(field, cue.first, before.from)
    return readClaim(field, cue, speakerBeforeVerb ?? (cue.joined ? before.subject : null), before)
  }
  return readClaim(field, cue, speaker, before)
}

/** Returns the speaker between the preposition and "his saying": "نقلت الإذاعة عن مسؤول قوله إن". */
function relayedSpeaker(field: SpeakerField, cue: Cue, before: Before): WordSpan | null {
  const { is, quoted } = field
  for (let at = cue.first - 2; at >= before.from; at--) {
    if (quoted[at] === 1) return null
    if (is(at, 'opens')) return { first: at + 1, last: cue.first - 1 }
  }
  return null
}

function speakerAfterVerb(field: SpeakerField, cue: Cue): WordSpan | null {
  const { is, has, isApart, quoted, unit, isCue } = field
  const first = cue.last + 1
  let last = cue.last
  for (let at = first; at <= unit.last; at++) {
    if (quoted[at] === 1 || isCue(at) || is(at, 'that', 'borders')) break
    if (isApart(at) && !has(at, MARK.afterHyphen)) break
    if (is(at, 'opens')) break
    last = at
  }
  if (last < first || is(first, 'never')) return null
  return { first, last }
}

function readClaim(
  field: SpeakerField,
  cue: Cue,
  speaker: WordSpan | null,
  { cues }: Before,
): ReadCue | null {
  const { words, endOf, unit } = field
  const from = Math.max(cue.last, speaker !== null && speaker.first > cue.last ? speaker.last : cue.last)
  const start = claimOpens(field, from)
  if (start === null) return null
  const next = cues.find(
    ({ first, joined, kind }) =>
      (words.start[first] ?? 0) > start && (joined || kind === 'saying' || kind === 'source'),
  )
  const end = next === undefined ? unit.end : endOf(next.first - 1)
  const quotation = unit.quotations.find((one) => one.start >= start - 1 && one.start - start <= 3)
  if (
    quotation !== undefined &&
    /[:"«“]\s*$/u.test(words.text.slice(Math.max(0, start - 2), quotation.start + 1)) &&
    quotation.end <= end + 2 &&
    end - quotation.end < SHORT_TAIL
  )
    return { speaker, pieces: [trimClaim(words.text, quotation)], isBefore: false }
  const claim = trimClaim(words.text, { start, end })
  return claim.end - claim.start < SHORTEST_CLAIM * 2 ? null : { speaker, pieces: [claim], isBefore: false }
}

/** In UTF-16 units: what follows a quotation and only says when and where. */
const SHORT_TAIL = 40

/**
 * Returns where the claim begins: after "that" or a colon, with a quotation, or with the preposition that the
 * verb takes ("أعلنت عن"). Null if nothing opens it.
 */
function claimOpens(field: SpeakerField, last: number): number | null {
  const { words, is, wordAt, endOf, gapBefore, quoted, unit, isCue } = field
  for (let at = last + 1; at <= unit.last && at <= last + LONGEST_LEAD; at++) {
    const gap = gapBefore(at)
    if (quoted[at] === 1) return endOf(at - 1) + (/[^\s]/u.exec(gap)?.index ?? 0)
    if (gap.includes(':')) return words.start[at] ?? null
    const word = wordAt(at)
    if (isCue(at)) return null
    // "that he" is one word, whose ending belongs to the claim.
    if (is(at, 'that')) return word.length > 3 ? (words.start[at] ?? null) : endOf(at)
    if (at === last + 1 && is(at, 'opens')) return endOf(at)
  }
  return null
}
