import { MARK, type Words } from '../../language/split-words.ts'
import { nameWordsOfAll } from '../name-words.ts'
import { GIVEN_NAMES, TITLE_WORDS } from './known-names.ts'

const APART = MARK.afterComma | MARK.afterBreak | MARK.sentenceStart | MARK.afterApostrophe
const PARTICLES = nameWordsOfAll('particles')
const NO_NAMES = nameWordsOfAll('never')
const LONGEST_NAME = 4

/**
 * People that no list has, by two sure signs: a first name known in English with a capital word after it, or an office before
 * two or more capital words. `taken` are words that are listed names or places already. Precision before recall: a single
 * capital word is never a person.
 */
export function findPeople(words: Words, taken: (at: number) => boolean): string[] {
  const found = new Map<string, string>()
  for (let at = 0; at + 1 < words.folded.length; at++) {
    if (!isNameWord(words, at, taken)) continue
    const end = endOfRun(words, at, taken)
    const length = end - at + 1
    const first = words.folded[at] ?? ''
    const titled = at > 0 && TITLE_WORDS.has(words.folded[at - 1] ?? '') && !((words.marks[at] ?? 0) & APART)
    if (
      length >= 2 &&
      length <= LONGEST_NAME &&
      (GIVEN_NAMES.has(first) || titled) &&
      !TITLE_WORDS.has(first)
    ) {
      const name = words.text.slice(words.start[at], words.end[end])
      const key = words.folded.slice(at, end + 1).join(' ')
      if (!found.has(key)) found.set(key, name.replace(/\s+/g, ' '))
    }
    at = end
  }
  return [...found.values()]
}

function endOfRun(words: Words, first: number, taken: (at: number) => boolean): number {
  let end = first
  for (let at = first + 1; at < words.folded.length && at - first < LONGEST_NAME + 2; at++) {
    if ((words.marks[at] ?? 0) & APART && !isInitial(words, at - 1)) break
    if (isNameWord(words, at, taken) || isInitial(words, at) || isJoined(words, at)) end = at
    else if (!PARTICLES.has(words.folded[at] ?? '')) break
  }
  return isInitial(words, end) && end > first ? end - 1 : end
}

function isNameWord(words: Words, at: number, taken: (at: number) => boolean): boolean {
  const marks = words.marks[at] ?? 0
  const folded = words.folded[at] ?? ''
  return (
    (marks & MARK.capital) !== 0 &&
    (marks & (MARK.allCapitals | MARK.digit | MARK.dotted)) === 0 &&
    folded.length > 1 &&
    !NO_NAMES.has(folded) &&
    !TITLE_WORDS.has(folded) &&
    !taken(at)
  )
}

/** The "Houthi" of "al-Houthi", whatever else the word is. */
function isJoined(words: Words, at: number): boolean {
  const marks = words.marks[at] ?? 0
  return (
    (marks & MARK.afterHyphen) !== 0 &&
    (marks & MARK.capital) !== 0 &&
    ARTICLES.has(words.folded[at - 1] ?? '')
  )
}

const ARTICLES = nameWordsOfAll('joining')

/** The "J." of "Edward J. Smith". */
function isInitial(words: Words, at: number): boolean {
  return (words.folded[at] ?? '').length === 1 && ((words.marks[at] ?? 0) & MARK.capital) !== 0
}
