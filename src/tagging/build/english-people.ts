import { hasMark, joinsName, MARK, type Reading } from '../../language/read-text.ts'
import type { KnownWord } from '../known-word.ts'
import { openCommonNames } from '../names/common-names.ts'
import { findKnownNames } from '../names/find-known-names.ts'
import { findPeople, isNameWord } from '../names/find-people.ts'
import type { NameBook } from '../names/name-book.ts'
import { otherCapitals, type EnglishNames } from './project-names.ts'

const LONGEST_NAME = 4

/**
 * The people of an English sentence by fixed rules, without trained weights: listed names, and first names or
 * offices before capitalised words.
 */
export function englishPeople(words: Reading, known: readonly KnownWord[], book: NameBook): EnglishNames {
  const listed = findKnownNames(words, known, 'en', { areTelling: true, titleCaseWords: 0 }, book)
  const taken = new Set<number>()
  const take = ({ first, last }: { readonly first: number; readonly last: number }): void => {
    for (let at = first; at <= last; at++) taken.add(at)
  }
  listed.forEach(take)
  const found = findPeople(words, (at) => taken.has(at))
  found.forEach(take)
  const isPlace = (at: number): boolean => known[at]?.places?.plain !== undefined
  const byFirstName = findByFirstName(words, (at) => taken.has(at) || isPlace(at))
  const people = [...listed.filter((mention) => mention.known.kind === 'person'), ...found, ...byFirstName]
  const spans = people.map(({ first, last }) => [first, last] as const)
  return { people: spans, others: otherCapitals(words, spans, isPlace) }
}

function findByFirstName(words: Reading, taken: (at: number) => boolean): { first: number; last: number }[] {
  const names = openCommonNames()
  const isCapital = (at: number): boolean => isNameWord(words, at, taken)
  const found: { first: number; last: number }[] = []
  for (let first = 0; first < words.folded.length; first++) {
    if (!isCapital(first) || !names.isFirst(words.folded[first] ?? '')) continue
    let last = first
    while (
      last - first < LONGEST_NAME - 1 &&
      isCapital(last + 1) &&
      joinsName(words, last + 1) &&
      !hasMark(words, last + 1, MARK.afterApostrophe)
    )
      last++
    if (last > first) found.push({ first, last })
    first = last
  }
  return found
}
