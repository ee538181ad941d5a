import { hasRightToLeft, startsRightToLeft } from './direction.ts'

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_DIRECTIONAL_ISOLATE = '\u2069'
const LEFT_TO_RIGHT_MARK = '\u200e'
const RIGHT_TO_LEFT_MARK = '\u200f'

/**
 * Text in first-strong isolation (FSI … PDI), so that its direction cannot reorder what stands round it. Text that
 * runs left to right in a line that does too is given back as it is: copied lines stay clean.
 */
export function isolate(text: string, lineIsRightToLeft: boolean): string {
  if (!lineIsRightToLeft && !hasRightToLeft(text)) return text
  return FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE
}

/** A later line of a wrapped text: terminals order each line by itself, so a mark repeats the direction of the whole. */
export function isolateContinued(text: string, whole: string, lineIsRightToLeft: boolean): string {
  if (!lineIsRightToLeft && !hasRightToLeft(whole)) return text
  const mark = startsRightToLeft(whole) ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK
  return FIRST_STRONG_ISOLATE + mark + text + POP_DIRECTIONAL_ISOLATE
}
