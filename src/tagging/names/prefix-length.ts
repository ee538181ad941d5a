import { baseForms } from '../../language/endings.ts'
import { hasCase, type Words } from '../../language/read-text.ts'
import { soundKey } from '../../language/sound-key.ts'
import { nameWords } from '../name-words.ts'
import { openCommonNames } from './common-names.ts'

/**
 * Number of letters of a prefix written together with the first word of a name ("and", "to"): the word
 * without it stands elsewhere in the text, or is a known first name while the whole word sounds like none.
 * Behind another person (`isListed`), an "and" is removed in any case. 0 if there is none.
 */
export function prefixLength(words: Words, at: number, language: string, isListed: boolean): number {
  const word = words.folded[at] ?? ''
  const names = openCommonNames()
  const isPlain = word.length === (words.end[at] ?? 0) - (words.start[at] ?? 0)
  if (hasCase(word) || !isPlain || names.isFirst(word)) return 0
  const ands = isListed ? (nameWords.of(language)?.and ?? []) : []
  const bare = baseForms(language, word).find(
    (form) =>
      word.endsWith(form) &&
      ((names.isFirst(form) && !soundsLikeFirst(word, language)) ||
        words.folded.includes(form) ||
        ands.some((and) => word === and + form)),
  )
  return bare === undefined ? 0 : word.length - bare.length
}

/** Whether a word sounds like a first name in Latin letters as it stands: "كارين" is Karin, not “like Arin”. */
const soundsLikeFirst = (word: string, language: string): boolean => {
  const key = soundKey(word, language)
  return key !== null && openCommonNames().isFirstSound(key)
}
