import { hasMark, MARK, type Words } from '../../language/read-text.ts'

/**
 * Languages whose ideographs `readText` returns one by one, while their bridge (like the search index) knows
 * pairs.
 */
export const PAIRED: ReadonlySet<string> = new Set(['ja', 'zh'])

/**
 * Replaces ideographs by the overlapping pairs of neighbours; other words stay. An ideograph without a
 * neighbour behind it yields no pair.
 */
export function pairIdeographs(words: Words): Words {
  const paired: Words = { text: words.text, folded: [], start: [], end: [], marks: [] }
  for (let at = 0; at < words.folded.length; at++) {
    const isIdeograph = hasMark(words, at, MARK.ideograph)
    const goesOn = hasMark(words, at + 1, MARK.ideograph) && words.end[at] === words.start[at + 1]
    if (isIdeograph && !goesOn) continue
    paired.folded.push((words.folded[at] ?? '') + (isIdeograph ? (words.folded[at + 1] ?? '') : ''))
    paired.start.push(words.start[at] ?? 0)
    paired.end.push(words.end[isIdeograph ? at + 1 : at] ?? 0)
    paired.marks.push(words.marks[at] ?? 0)
  }
  return paired
}
