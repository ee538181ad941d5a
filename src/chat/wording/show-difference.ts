import { harmless } from '../../words/harmless.ts'

/** Texts up to this many characters are shown whole: a headline is. */
const SHORT = 90

/** Equal words kept on each side of what differs, so that a reader finds the place. */
const CONTEXT = 4

/** Two versions of a text, cut to what differs when both are long. An ellipsis stands for what both have. */
export function showDifference(
  before: string,
  after: string,
): { readonly before: string; readonly after: string } {
  const [old, now] = [harmless(before).trim(), harmless(after).trim()]
  if (old.length <= SHORT || now.length <= SHORT) return { before: old, after: now }
  const [oldWords, newWords] = [old.split(' '), now.split(' ')]
  const shortest = Math.min(oldWords.length, newWords.length)
  let head = 0
  while (head < shortest && oldWords[head] === newWords[head]) head += 1
  let tail = 0
  while (tail < shortest - head && oldWords.at(-1 - tail) === newWords.at(-1 - tail)) tail += 1
  const cut = (words: readonly string[]) => {
    const from = Math.max(0, head - CONTEXT)
    const to = Math.min(words.length, words.length - tail + CONTEXT)
    return `${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`
  }
  return { before: cut(oldWords), after: cut(newWords) }
}
