import { NAME_BREAK, hasMark, MARK, type Words } from '../../language/read-text.ts'
import { nameWordsOfAll } from '../name-words.ts'
import { GIVEN_NAMES, TITLE_WORDS } from './known-names.ts'
import type { Named } from './named.ts'

const PARTED = NAME_BREAK | MARK.afterApostrophe
const PARTICLES = nameWordsOfAll('particles')
const NO_NAMES = nameWordsOfAll('never')
const LONGEST_NAME = 4

/**
 * Finds people that no list has, by two sure signs: a first name of `GIVEN_NAMES` with a capitalised word
 * behind it, or an office before two or more capitalised words. `taken` tells words that are already part of
 * listed names or places. Precision matters more than recall: a single capitalised word is never a person.
 */
export function findPeople(words: Words, taken: (at: number) => boolean): Named[] {
  const found: Named[] = []
  for (let at = 0; at + 1 < words.folded.length; at++) {
    if (!isNameWord(words, at, taken)) continue
    const end = endOfRun(words, at, taken)
    const length = end - at + 1
    const first = words.folded[at] ?? ''
    const titled = at > 0 && TITLE_WORDS.has(words.folded[at - 1] ?? '') && !hasMark(words, at, PARTED)
    if (
      length >= 2 &&
      length <= LONGEST_NAME &&
      (GIVEN_NAMES.has(first) || titled) &&
      !TITLE_WORDS.has(first)
    ) {
      const name = words.text.slice(words.start[at], words.end[end]).replace(/\s+/g, ' ')
      found.push({ kind: 'person', first: at, last: end, name })
    }
    at = end
  }
  return found
}

function endOfRun(words: Words, first: number, taken: (at: number) => boolean): number {
  let end = first
  for (let at = first + 1; at < words.folded.length && at - first < LONGEST_NAME + 2; at++) {
    if (hasMark(words, at, PARTED) && !isInitial(words, at - 1)) break
    if (isNameWord(words, at, taken) || isInitial(words, at) || isJoined(words, at)) end = at
    else if (!PARTICLES.has(words.folded[at] ?? '')) break
  }
  return isInitial(words, end) && end > first ? end - 1 : end
}

/**
 * Whether a word may be part of a person's name: capitalised, no abbreviation or initial, no title, none of
 * the words that are in no name, and not taken.
 */
export function isNameWord(words: Words, at: number, taken: (at: number) => boolean): boolean {
  const folded = words.folded[at] ?? ''
  return (
    hasMark(words, at, MARK.capital) &&
    !hasMark(words, at, MARK.allCapitals | MARK.digit | MARK.dotted) &&
    folded.length > 1 &&
    !NO_NAMES.has(folded) &&
    !TITLE_WORDS.has(folded) &&
    !taken(at)
  )
}

/**
 * Whether an article and a hyphen join a capitalised word to the name before it, like the "Houthi" of
 * "al-Houthi".
 */
export const isJoined = (words: Words, at: number): boolean =>
  hasMark(words, at, MARK.afterHyphen) &&
  hasMark(words, at, MARK.capital) &&
  ARTICLES.has(words.folded[at - 1] ?? '')

const ARTICLES = nameWordsOfAll('joining')

/** Whether a word is an initial, like the "J." of "Edward J. Smith". */
const isInitial = (words: Words, at: number): boolean =>
  (words.folded[at] ?? '').length === 1 && hasMark(words, at, MARK.capital)
