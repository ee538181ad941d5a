import { hasCase, hasMark, MARK, type Words } from '../../language/read-text.ts'
import type { Cue } from './find-cues.ts'
import type { SpeakerField } from './find-speaker.ts'
import { BREAK, charEnd } from './clause-marks.ts'

/** Most words of a subject between "but" and its verb. */
const LONGEST_SUBJECT = 8

/**
 * Returns where a claim after its verb ends: at the end of its unit, or where the next saying of the same
 * speaker begins.
 */
export function claimEnd(
  { words, unit, known, quoted }: SpeakerField,
  cue: Cue,
  cues: readonly Cue[],
): number {
  // "While officials said it was safe, videos showed …"
  if (
    known.headLast &&
    known.has('borders', words.folded[unit.first] ?? '') &&
    known.has('adverbials', words.folded[unit.first] ?? '') &&
    cue.first - unit.first < LONGEST_SUBJECT
  )
    for (let at = cue.last + 2; at <= unit.last; at++)
      if (hasMark(words, at, MARK.afterComma) && quoted[at] === 0 && quoted[at - 1] === 0)
        return charEnd(words, at - 1)
  for (const next of cues) {
    let at = next.first
    if (next.kind === 'source' && hasMark(words, at, MARK.afterComma)) return charEnd(words, at - 1)
    while (
      at - 1 > cue.last &&
      known.has('between', words.folded[at - 1] ?? '') &&
      !hasMark(words, at, BREAK)
    )
      at--
    const isJoined =
      at - 1 > cue.last &&
      known.has('borders', words.folded[at - 1] ?? '') &&
      !known.has('that', words.folded[at - 1] ?? '')
    if (isJoined && at - 1 - cue.last > 2) return charEnd(words, at - 2)
    if (next.kind === 'saying' && hasMark(words, at, MARK.afterComma)) return charEnd(words, at - 1)
    if (next.kind !== 'said') continue
    if (hasMark(words, at, MARK.afterComma) && !hasCase(words.folded[at] ?? '')) return charEnd(words, at - 1)
    // ", but he said that": another saying, which does not belong to this claim.
    for (
      let border = next.first - 1;
      border > cue.last + 2 && border >= next.first - LONGEST_SUBJECT;
      border--
    ) {
      const isBorder =
        known.has('borders', words.folded[border] ?? '') && !known.has('that', words.folded[border] ?? '')
      if (isBorder && hasMark(words, border, MARK.afterComma | MARK.afterBreak))
        return charEnd(words, border - 1)
      if (hasMark(words, border, BREAK)) break
    }
  }
  return Math.min(beforeTurn({ words, unit, known, quoted }, cue), beforeSemicolon(words, cue, unit))
}

/**
 * Returns where the outlet continues in its own words after a comma and such a word: "says it was safe, but
 * engineers found cracks".
 */
function beforeTurn(
  { words, unit, known, quoted }: Pick<SpeakerField, 'words' | 'unit' | 'known' | 'quoted'>,
  { last }: Cue,
): number {
  for (let at = last + 2; at <= unit.last; at++) {
    if (quoted[at] === 1 || !hasMark(words, at, BREAK) || !known.has('turns', words.folded[at] ?? ''))
      continue
    if (!known.has('that', words.folded[at + 1] ?? '')) return charEnd(words, at - 1)
  }
  return unit.end
}

/** Returns the semicolon that ends the claim: "says they will come; an official said …". */
function beforeSemicolon({ text, end }: Words, { last }: Cue, unit: SpeakerField['unit']): number {
  const from = end[last] ?? 0
  const at = text.indexOf(';', from)
  const isQuoted = unit.quotations.some((one) => one.start < at && at < one.end)
  return at > from && at < unit.end && !isQuoted ? at : unit.end
}
