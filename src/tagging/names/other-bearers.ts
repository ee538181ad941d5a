import { wordLists } from '../../language/parts.ts'
import { hasCase, joinsName, type Words } from '../../language/read-text.ts'
import type { KnownWord } from '../known-word.ts'
import { openCommonNames } from './common-names.ts'
import type { NameMention } from './find-known-names.ts'
import type { FoundSpans, NameSpan } from './find-spans.ts'
import { isSmall } from './is-likely-person.ts'
import { ARABIC_GIVEN_NAMES, TITLE_WORDS } from './known-names.ts'

/**
 * Finds people who bear the family name of a listed person behind another first name, in letters without
 * capitals. The text names them so where it first has the family name. The first name is a known one that is
 * no ordinary word, or no dictionary of the bridge has it and the text repeats it: ordinary words before a
 * listed name repeat too ("دولت ترامپ", Trump's government), but the bridge knows them.
 */
export function otherBearers(
  words: Words,
  known: readonly KnownWord[],
  listed: readonly NameMention[],
  language: string,
  { englishAt }: Pick<FoundSpans, 'englishAt'>,
): NameSpan[] {
  const { folded } = words
  const mayBeFirst = (at: number): boolean => {
    const word = folded[at] ?? ''
    return (
      word !== '' &&
      !hasCase(word) &&
      known[at]?.isNoPerson === false &&
      known[at].places === undefined &&
      !TITLE_WORDS.has(word) &&
      wordLists.of(language)?.stop?.includes(word) !== true
    )
  }
  const pairs = listed.filter(
    ({ first, known: one }) => one.isSingleWord && joinsName(words, first) && mayBeFirst(first - 1),
  )
  const isFirstMention = ({ first, known: one }: NameMention): boolean =>
    listed.every((other) => other.known.name !== one.name || first <= other.first)
  return pairs
    .filter((pair) => {
      const before = pair.first - 1
      const alike = pairs.filter(
        ({ first, known: one }) => one.name === pair.known.name && folded[first - 1] === folded[before],
      )
      return (
        alike.some(isFirstMention) &&
        (englishAt(before) === 0
          ? alike.length > 1
          : isFirst(folded[before] ?? '') && !isSmall(englishAt(before)))
      )
    })
    .map(({ first, last }) => ({ first: first - 1, last, kind: 'person', chance: 1 }))
}

const isFirst = (word: string): boolean => ARABIC_GIVEN_NAMES.has(word) || openCommonNames().isFirst(word)
