import type { Word } from './read-words.ts'

/** Does a new part of the sentence begin with this word: behind a comma, with "and", with a joined "و"? In nine languages. */
export const opensClause = (word: Word | undefined): boolean =>
  word !== undefined &&
  (/[,;:()—–]/u.test(word.gap) ||
    CONNECTIVE.test(word.lower) ||
    (/^و\p{L}{3}/u.test(word.lower) && !word.key.startsWith('و')))

const CONNECTIVE =
  /^(?:and|but|while|et|mais|tandis|y|e|pero|mientras|und|aber|während|и|а|но|і|й|та|але|ve|ama|و)$/u
