import { type CitedText } from './cited-text.ts'
import { coverage } from './find-evidence.ts'
import { isKnownName, isName } from './names.ts'
import { readWords, type Word } from './read-words.ts'

/** A sentence that is checked, read against the text it cites. */
export interface Claim {
  readonly text: string
  readonly words: readonly Word[]
  /** The words that say something. */
  readonly content: readonly Word[]
  /** Names in it, each with whether the cited text has it. */
  readonly names: readonly { readonly word: Word; readonly known: boolean }[]
  /** How much of it each cited sentence carries, 0..1. */
  readonly evidence: readonly number[]
}

export function readClaim(text: string, cited: CitedText, language: string): Claim {
  const words = readWords(text, language)
  const content = words.filter(({ empty }) => !empty)
  return {
    text,
    words,
    content,
    names: words
      .filter((word, i) => isName(word, words[i + 1], cited))
      .map((word) => ({ word, known: isKnownName(word, cited) })),
    evidence: coverage(content, cited),
  }
}
