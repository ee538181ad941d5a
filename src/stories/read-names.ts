import { readTerms, TermKind } from '../language/terms.ts'

/**
 * Words that are written with a capital and never without, mostly names, and how often. Where a sentence begins the capital says nothing,
 * but a headline begins with who acts.
 */
export function readNames(title: string, text: string, language: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const part of [title, text])
    for (const { 0: word, index } of part.matchAll(WITH_CAPITAL))
      if (word.length > 1 && (part === title || !beginsSentence(part, index)))
        times.set(word, (times.get(word) ?? 0) + 1)

  for (const word of times.keys()) {
    const small = word.toLowerCase()
    const { kinds } = readTerms(word, language)
    const says = kinds.length > 0 && ((kinds[0] ?? 0) & TermKind.stop) === 0
    if (!says || small === word || holdsWord(title, small) || holdsWord(text, small)) times.delete(word)
  }
  return times
}

const WITH_CAPITAL = /(?<![\p{L}\p{M}])[\p{L}\p{M}]*?[\p{Lu}\p{Lt}][\p{L}\p{M}]*/gu
const LETTER = /[\p{L}\p{M}]/u
const SENTENCE_START = /[.!?…:;\n«"„“”]/u

/** By what stands between the word before and this one. */
function beginsSentence(text: string, at: number): boolean {
  let from = at
  while (from > 0 && !LETTER.test(text.charAt(from - 1))) from--
  return at === 0 || SENTENCE_START.test(text.slice(from, at))
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + word.length))) return true
  return false
}
