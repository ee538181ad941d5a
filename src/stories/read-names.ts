import { isStopWord } from '../text/stop-words.ts'
import { analyse } from '../text/words.ts'

/**
 * Words that are written with a capital and never without, mostly names, and how often. Where a sentence begins the capital says nothing,
 * but a headline begins with who acts.
 */
export function readNames(title: string, text: string, language: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  const lower = new Set<string>()
  for (const part of [title, text]) {
    let end = 0
    for (const match of part.matchAll(/[\p{L}\p{M}]+/gu)) {
      const word = match[0]
      const plain = word.toLowerCase()
      if (word === plain) lower.add(word)
      else if (
        word.length > 1 &&
        (part === title || !SENTENCE_START.test(part.slice(end, match.index) || '\n'))
      ) {
        times.set(word, (times.get(word) ?? 0) + 1)
      }
      end = match.index + word.length
    }
  }
  for (const word of times.keys()) {
    const [analysed] = analyse(word, language)
    if (lower.has(word.toLowerCase()) || analysed === undefined || isStopWord(analysed, language))
      times.delete(word)
  }
  return times
}

const SENTENCE_START = /[.!?…:;\n«"„“”]/u
