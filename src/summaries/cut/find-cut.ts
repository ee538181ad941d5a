import type { Span } from '../../records/briefing.ts'

/** Why words were not found in a sentence: they are absent, or occur more than once. */
export type NotFound = 'absent' | 'ambiguous'

/**
 * Finds words in a sentence. Returns their span (UTF-16 offsets) together with the commas, dashes or brackets
 * that separate them from the sentence. Words that begin or end inside a longer word are not found.
 */
export function findCut(sentence: string, words: string): Span | NotFound {
  const sought = words.trim()
  if (sought === '') return 'absent'
  const starts: number[] = []
  for (let at = sentence.indexOf(sought); at >= 0; at = sentence.indexOf(sought, at + 1))
    if (isWhole(sentence, at, at + sought.length)) starts.push(at)
  const [start] = starts
  if (start === undefined) return 'absent'
  return starts.length > 1 ? 'ambiguous' : withMarks(sentence, [start, start + sought.length])
}

function isWhole(sentence: string, start: number, end: number): boolean {
  return (
    !touches(sentence.charAt(start - 1), sentence.charAt(start)) &&
    !touches(sentence.charAt(end - 1), sentence.charAt(end))
  )
}

const touches = (one: string, other: string): boolean => LETTER.test(one) && LETTER.test(other)

const LETTER = /[\p{L}\p{M}\p{N}]/u

function withMarks(sentence: string, [start, end]: Span): Span {
  const before = sentence.slice(0, start)
  const after = sentence.slice(end)
  for (const { opens, closes } of ASIDE_MARKS) {
    const opening = opens.exec(before)
    const closing = closes.exec(after)
    if (opening !== null && closing !== null)
      return [start - opening[0].length, end + (closing[1]?.length ?? 0)]
  }
  return [start, end]
}

/**
 * Marks before and behind an aside. Behind it only the mark that closes it is included (group 1), not the end
 * of the sentence.
 */
const ASIDE_MARKS = [
  { opens: /\(\s*$/u, closes: /^(\s*\))/u },
  { opens: /[,،]\s*$/u, closes: /^(\s*[,،])/u },
  { opens: /\s[–—-]\s*$/u, closes: /^(\s*[–—-])\s/u },
  { opens: /(?:[,،]|\s[–—-])\s*$/u, closes: /^\s*[.!?؟۔]*\s*$/u },
  { opens: /^$/u, closes: /^(\s*[,،])/u },
] as const
