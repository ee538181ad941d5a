import { hasMark, MARK } from '../../language/read-text.ts'
import { type Before, type ReadCue, SHORTEST_CLAIM } from './claim.ts'
import { BREAK, charEnd } from './clause-marks.ts'
import type { Cue } from './find-cues.ts'
import { type SpeakerField, type SpeakerSpan, speakerBefore } from './find-speaker.ts'
import { trimClaim } from './trim-claim.ts'

/**
 * Most words between the verb and what opens the claim: the speaker, and where, when and to whom it was said.
 */
const LONGEST_LEAD = 30

/** Reads an Arabic saying: the verb, the speaker, then "that", a colon or a quotation, and the claim. */
export function readVerbFirst(field: SpeakerField, cue: Cue, before: Before): ReadCue | null {
  const { words, unit, known } = field
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
  if (speaker === null && next <= unit.last && known.has('that', words.folded[next] ?? '')) {
    // "والجيش الإسرائيلي يقول إنه": the speaker may also precede the verb.
    const speakerBeforeVerb = cue.joined ? null : speakerBefore(field, cue.first, before.from)
    return readClaim(field, cue, speakerBeforeVerb ?? (cue.joined ? before.subject : null), before)
  }
  return readClaim(field, cue, speaker, before)
}

/** Returns the speaker between the preposition and "his saying": "نقلت الإذاعة عن مسؤول قوله إن". */
function relayedSpeaker(
  { words, known, quoted }: SpeakerField,
  cue: Cue,
  before: Before,
): SpeakerSpan | null {
  for (let at = cue.first - 2; at >= before.from; at--) {
    if (quoted[at] === 1) return null
    if (known.has('opens', words.folded[at] ?? '')) return { first: at + 1, last: cue.first - 1 }
  }
  return null
}

function speakerAfterVerb({ words, unit, known, quoted, isCue }: SpeakerField, cue: Cue): SpeakerSpan | null {
  const first = cue.last + 1
  let last = cue.last
  for (let at = first; at <= unit.last; at++) {
    const word = words.folded[at] ?? ''
    if (quoted[at] === 1 || isCue(at) || known.has('that', word) || known.has('borders', word)) break
    if (hasMark(words, at, BREAK) && !hasMark(words, at, MARK.afterHyphen)) break
    if (known.has('opens', word)) break
    last = at
  }
  if (last < first || known.has('never', words.folded[first] ?? '')) return null
  return { first, last }
}

function readClaim(
  field: SpeakerField,
  cue: Cue,
  speaker: SpeakerSpan | null,
  { cues }: Before,
): ReadCue | null {
  const { words, unit } = field
  const from = Math.max(cue.last, speaker !== null && speaker.first > cue.last ? speaker.last : cue.last)
  const start = claimOpens(field, from)
  if (start === null) return null
  const next = cues.find(
    ({ first, joined, kind }) =>
      (words.start[first] ?? 0) > start && (joined || kind === 'saying' || kind === 'source'),
  )
  const end = next === undefined ? unit.end : charEnd(words, next.first - 1)
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
function claimOpens({ words, unit, known, quoted, isCue }: SpeakerField, last: number): number | null {
  for (let at = last + 1; at <= unit.last && at <= last + LONGEST_LEAD; at++) {
    const gap = words.text.slice(charEnd(words, at - 1), words.start[at] ?? 0)
    if (quoted[at] === 1) return charEnd(words, at - 1) + (/[^\s]/u.exec(gap)?.index ?? 0)
    if (gap.includes(':')) return words.start[at] ?? null
    const word = words.folded[at] ?? ''
    if (isCue(at)) return null
    // "that he" is one word, whose ending belongs to the claim.
    if (known.has('that', word)) return word.length > 3 ? (words.start[at] ?? null) : charEnd(words, at)
    if (at === last + 1 && known.has('opens', word)) return charEnd(words, at)
  }
  return null
}
