import { isStopWord } from '../language/stop-words.ts'
import { analyse } from '../language/words.ts'

/** The analysed words of a text that say something. */
export const contentOf = (text: string, language: string): ReadonlySet<string> =>
  new Set(analyse(text, language).filter((word) => !isStopWord(word, language)))
