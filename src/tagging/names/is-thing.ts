import { NAME_BREAK, hasCase, hasMark, type Words } from '../../language/read-text.ts'
import type { KnownWord } from '../known-word.ts'
import { nameWords } from '../name-words.ts'
import { openCommonNames } from './common-names.ts'
import type { NameSpan } from './find-spans.ts'
import { GIVEN_NAMES, TITLE_WORDS } from './known-names.ts'
import { isFirstName } from './witness.ts'

/**
 * Whether a span that the weights take for a person is something else: a club named after a town; a village,
 * place or house by the word before or behind it; a film, ship or firm by quotation marks; or a verse with
 * its vowels written, since news writes no name so.
 */
export function isThing(
  words: Words,
  known: readonly KnownWord[],
  span: NameSpan,
  language: string,
): boolean {
  if (span.kind !== 'person') return false
  const { first, last } = span
  const { folded, text, start, end } = words
  const { roles = [], kindsBefore = [], kindsBehind = [], works = [] } = nameWords.of(language) ?? {}
  const wordAt = (at: number): string => folded[at] ?? ''
  const isOffice = (at: number): boolean => TITLE_WORDS.has(wordAt(at)) || roles.includes(wordAt(at))
  const isTown = known[first]?.places !== undefined && !GIVEN_NAMES.has(wordAt(first))
  const isClub =
    isTown && PLURAL.test(wordAt(last)) && !openCommonNames().isFamily(wordAt(last)) && !isOffice(first - 1)
  const isQuoted = OPENING.test(text.slice(0, start[first]).slice(-1))
  // Persian keeps Latin letters: "مدیرعامل شرکت John Bruce" is the head of the firm, and not its name.
  const isForeigner =
    hasCase(wordAt(first)) !== hasCase(wordAt(first - 1)) &&
    openCommonNames().isFirst(wordAt(first)) &&
    (openCommonNames().isFamily(wordAt(last)) || openCommonNames().isFirst(wordAt(last)))
  return (
    isClub ||
    kindsBefore.includes(wordAt(first)) ||
    (kindsBefore.includes(wordAt(first - 1)) && !hasMark(words, first, NAME_BREAK) && !isForeigner) ||
    (kindsBehind.includes(wordAt(last + 1)) && !hasMark(words, last + 1, NAME_BREAK)) ||
    (isQuoted && (works.includes(wordAt(first - 1)) || works.includes(wordAt(last + 1)))) ||
    (isQuoted && hasCase(wordAt(first)) && !isFirstName(words, known, span, language)) ||
    VOWEL_SIGNS.test(text.slice(start[first], end[last]))
  )
}

/** A plural, which behind a town is mostly a club: "Cleveland Cavaliers". */
const PLURAL = /[^su]s$/u
/** An opening quotation mark: films, ships and firms are quoted. */
const OPENING = /["«“„‘'»]$/u
/** Vowel signs of Arabic script, without the sign of doubling. */
const VOWEL_SIGNS = /[\u064b-\u0650\u0652]/u
