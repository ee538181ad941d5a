import type { Cut } from '../look-at-cut.ts'

/** Whether the word before the cut is a name; a first word has its capital for nothing. Scripts without capitals name nobody: there the answer is yes. */
export function followsName({ before, words }: Cut): boolean {
  const last = before.at(-1)
  if (last?.kind !== 'word') return false
  if (!/\p{Ll}|\p{Lu}/u.test(last.word)) return true
  return last.capital && (before.length > 1 || words.nouns === 'capital')
}
