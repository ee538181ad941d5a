import { MARK } from '../../language/read-text.ts'
import { type Before, type ReadCue, SHORTEST_CLAIM } from './claim.ts'
import type { Cue } from './find-cues.ts'
import type { WordSpan } from './saying.ts'
import { trimClaim } from './trim-claim.ts'
import { PEOPLE } from './saying-words.ts'
import type { SpeakerField } from './word-field.ts'

/** Most words of a speaker before a comma or before the claim. */
const LONGEST_SPEAKER = 10

/**
 * Reads a Turkish saying, or a Persian one with a preposition before the claim: the speaker, the claim, then
 * the verb.
 */
export function readVerbLast(field: SpeakerField, cue: Cue, before: Before): ReadCue | null {
  const { words, is, isApart, unit } = field
  const from = Math.max(before.from, unit.first)
  if (cue.first <= from) return null
  let edge = cue.first
  while (edge - 1 > from && is(edge - 1, 'between') && !isApart(edge)) edge--
  if (cue.kind === 'saidBy') return readParticiple(field, cue, from, edge)
  const speaker = speakerAtStart(field, from, edge)
  const own = speaker ?? (cue.kind === 'saying' || from > unit.first ? before.subject : null)
  const start = speaker === null ? (words.start[from] ?? unit.start) : claimAfter(field, speaker, edge)
  const claim = claimOf(field, start, edge)
  if (claim === null) return null
  // Without a speaker a passive only says that somebody said it.
  if (own === null && !claim.isQuoted) return null
  if (!claim.isQuoted && !isReported(field, edge - 1)) return null
  return { speaker: own, pieces: [claim], isBefore: true }
}

/** Reads "… olduğunu belirten Büyükelçi Barrack, …": the claim, a participle, then the speaker. */
function readParticiple(field: SpeakerField, cue: Cue, from: number, edge: number): ReadCue | null {
  const { words, isCapital, isApart, quoted, unit } = field
  const first = cue.last + 1
  let last = cue.last
  for (let at = first; at <= unit.last && at < first + LONGEST_SPEAKER; at++) {
    if (quoted[at] === 1 || (at > first && isApart(at))) break
    if (!isCapital(at) && !isPerson(field, at) && !leadsToName(field, at)) break
    last = at
  }
  if (last < first) return null
  const claim = claimOf(field, words.start[from] ?? 0, edge)
  if (claim === null || (!claim.isQuoted && !isReported(field, edge - 1))) return null
  return { speaker: { first, last }, pieces: [claim], isBefore: true }
}

/** Whether a word is an office before a name: "yönetmen Hale Murat". */
function leadsToName({ has, isCapital, isApart, quoted, unit }: SpeakerField, at: number): boolean {
  for (let next = at + 1; next <= unit.last && next <= at + LONGEST_OFFICE; next++) {
    if (quoted[next] === 1 || isApart(next)) return false
    if (isCapital(next)) return !has(next, MARK.afterApostrophe)
  }
  return false
}

/** Most words of an office. */
const LONGEST_OFFICE = 3

const isPerson = ({ is }: SpeakerField, at: number): boolean => is(at, 'pronouns', ...PEOPLE)

/** Returns the speaker at the beginning of a clause: up to a comma, or as far as names and offices go. */
function speakerAtStart(field: SpeakerField, from: number, edge: number): WordSpan | null {
  const { is, has, isCapital, isApart, quoted } = field
  let first = from
  while (first < edge && is(first, 'adverbials')) first++
  let end = -1
  for (let at = first; at < edge && at < first + LONGEST_SPEAKER; at++) {
    if (at > first && isApart(at)) {
      if (end === at - 1 || isSubject(field, first, at - 1)) return { first, last: at - 1 }
      break
    }
    if (quoted[at] === 1) break
    if (is(at, 'opens')) {
      if (at > first) return { first, last: at - 1 }
      break
    }
    if (isCapital(at) || isPerson(field, at)) end = at === first || end === at - 1 ? at : end
  }
  if (quoted[first] === 1 || end < first) return null
  // A name in the genitive or the locative belongs to something else: "Türkiye'nin kararı".
  return has(end + 1, MARK.afterApostrophe) ? null : { first, last: end }
}

/** Whether a phrase before a comma may be a speaker: it contains a name or a word for people. */
function isSubject(field: SpeakerField, first: number, last: number): boolean {
  if (isPerson(field, last)) return true
  const { known, has, isCapital, wordAt } = field
  if (known.reportedEndings.some((ending) => wordAt(last).endsWith(ending))) return false
  return isCapital(last) && !has(last, MARK.afterApostrophe) && last >= first
}

/**
 * Returns where the claim starts, after the speaker and phrases that say where it was said: "…, yazılı
 * açıklamasında, …".
 */
function claimAfter(field: SpeakerField, { last }: WordSpan, edge: number): number {
  const { words, known, is, has, wordAt } = field
  let start = last + 1
  if (is(start, 'opens')) start++
  for (let at = start; at < edge; at++) {
    if (at === start || !has(at, MARK.afterComma)) continue
    const word = wordAt(at - 1)
    if (!is(at - 1, 'where') && !known.whereEndings.some((ending) => word.endsWith(ending))) break
    start = at
  }
  return words.start[start] ?? 0
}

interface Claim {
  readonly start: number
  readonly end: number
  readonly isQuoted: boolean
}

/** Returns what is quoted right before the verb, or else everything before it. */
function claimOf({ words, endOf, unit }: SpeakerField, start: number, edge: number): Claim | null {
  const end = endOf(edge - 1)
  const close = words.start[edge] ?? end
  // The claim may begin with the first word inside its quotation mark.
  const quotations = unit.quotations.filter((one) => one.start >= start - 2 && one.end <= close + 1)
  const last = quotations.at(-1)
  const [first] = quotations
  if (first !== undefined && last !== undefined && close - last.end <= LONGEST_GAP) {
    const isWhole = first.start - start <= LONGEST_GAP
    if (isWhole) return { ...trimClaim(words.text, { start: first.start, end: last.end }), isQuoted: true }
  }
  const claim = trimClaim(words.text, { start, end })
  return claim.end - claim.start < SHORTEST_CLAIM * 2 ? null : { ...claim, isQuoted: false }
}

/** UTF-16 units between a quotation and its verb: a comma and a blank, "diye". */
const LONGEST_GAP = 8

/**
 * Whether a word has the ending of the verb in a reported clause. True if the language has no such endings.
 */
function isReported({ known, wordAt }: SpeakerField, at: number): boolean {
  const word = wordAt(at)
  return known.reportedEndings.length === 0 || known.reportedEndings.some((ending) => word.endsWith(ending))
}
