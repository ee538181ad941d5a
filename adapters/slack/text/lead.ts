import type { Span } from '../../../src/chat/wording/span.ts'
import { startsRightToLeft } from '../../../src/words/direction.ts'
import { plain } from './plain.ts'

const LEFT_TO_RIGHT_MARK = '\u200e'
const RIGHT_TO_LEFT_MARK = '\u200f'

/**
 * A line of ours with a mark that gives it the reader's direction: Slack orders a line by its first letter, and that may be the
 * name of an outlet. A line that begins with words of others is left to them.
 */
export function lead(spans: readonly Span[], rightToLeft: boolean): readonly Span[] {
  const text = plain(spans, rightToLeft)
  if (spans[0]?.quoted === true || !HAS_LETTERS.test(text) || startsRightToLeft(text) === rightToLeft)
    return spans
  return [{ text: rightToLeft ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK }, ...spans]
}

const HAS_LETTERS = /\p{L}/u
