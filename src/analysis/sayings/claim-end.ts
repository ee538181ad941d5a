import { hasCase, MARK } from '../../language/read-text.ts'
import type { Cue } from './find-cues.ts'
import type { SpeakerField } from './word-field.ts'

/** Most words of a subject between "but" and its verb. */
const LONGEST_SUBJECT = 8

/**
 * Returns where a claim after its verb ends: at the end of its unit, or where the next saying of the same
 * speaker begins.
 */
export function claimEnd(field: SpeakerField, cue: Cue, cues: readonly Cue[]): number {
  const { known, is, has, isApart, wordAt, endOf, quoted, unit } = field
  // "While officials said it was safe, videos showed …"
  if (
    known.headLast &&
    is(unit.first, 'borders') &&
    is(unit.first, 'adverbials') &&
    cue.first - unit.first < LONGEST_SUBJECT
  )
    for (let at = cue.last + 2; at <= unit.last; at++)
      if (has(at, MARK.afterComma) && quoted[at] === 0 && quoted[at - 1] === 0) return endOf(at - 1)
  for (const next of cues) {
    let at = next.first
    if (next.kind === 'source' && has(at, MARK.afterComma)) return endOf(at - 1)
    while (at - 1 > cue.last && is(at - 1, 'between') && !isApart(at)) at--
    const isJoined = at - 1 > cue.last && is(at - 1, 'borders') && !is(at - 1, 'that')
    if (isJoined && at - 1 - cue.last > 2) return endOf(at - 2)
    if (next.kind === 'saying' && has(at, MARK.afterComma)) return endOf(at - 1)
    if (next.kind !== 'said') continue
    if (has(at, MARK.afterComma) && !hasCase(wordAt(at))) return endOf(at - 1)
    // ", but he said that": another saying, which does not belong to this claim.
    for (
      let border = next.first - 1;
      border > cue.last + 2 && border >= next.first - LONGEST_SUBJECT;
      border--
    ) {
      const isBorder = is(border, 'borders') && !is(border, 'that')
      if (isBorder && has(border, MARK.afterComma | MARK.afterBreak)) return endOf(border - 1)
      if (isApart(border)) break
    }
  }
  return Math.min(beforeTurn(field, cue), beforeSemicolon(field, cue))
}

/**
 * Returns where the outlet continues in its own words after a comma and such a word: "says it was safe, but
 * engineers found cracks".
 */
function beforeTurn({ is, isApart, endOf, quoted, unit }: SpeakerField, { last }: Cue): number {
  for (let at = last + 2; at <= unit.last; at++) {
    if (quoted[at] === 1 || !isApart(at) || !is(at, 'turns')) continue
    if (!is(at + 1, 'that')) return endOf(at - 1)
  }
  return unit.end
}

/** Returns the semicolon that ends the claim: "says they will come; an official said …". */
function beforeSemicolon({ words, endOf, unit }: SpeakerField, { last }: Cue): number {
  const from = endOf(last)
  const at = words.text.indexOf(';', from)
  const isQuoted = unit.quotations.some((one) => one.start < at && at < one.end)
  return at > from && at < unit.end && !isQuoted ? at : unit.end
}
