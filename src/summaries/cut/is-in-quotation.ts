import type { Span } from '../../records/briefing.ts'

/** Whether a span of a sentence touches a quotation: nobody's words are shortened, and no mark of theirs is left out. */
export function isInQuotation(text: string, [start, end]: Span): boolean {
  return MARKS.test(text.slice(start, end)) || isOpenAt(text.slice(0, start))
}

const MARKS = /["“”„«»‹›‘‚]/u

function isOpenAt(before: string): boolean {
  const count = (mark: RegExp): number => before.match(mark)?.length ?? 0
  // German closes with the mark that opens an English quotation.
  const closings = count(/[”»]/gu) + (before.includes('„') ? count(/“/gu) : 0)
  const openings = count(/[«„]/gu) + (before.includes('„') ? 0 : count(/“/gu))
  return openings > closings || count(/"/gu) % 2 === 1 || OPEN_SINGLE.test(before)
}

/** A single mark that opens and none behind it that closes; inside a word it is an apostrophe. */
const OPEN_SINGLE = /(?:‘|(?<=^|[\s(])')(?=\S)(?!.*\S['’](?:[\s,.;:!?)]|$))/su
