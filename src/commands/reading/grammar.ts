import { LANGUAGES } from '../../language/languages.ts'
import { type Meaning, MEANINGS } from '../../language/meanings.ts'
import { commandWords } from '../../language/typed-words.ts'
import { foldTerm } from '../name-index.ts'

const meanings = new Map<string, Set<Meaning>>()
const commands = new Map<string, string>()
for (const language of LANGUAGES) {
  const { phrases = {}, aliases = {} } = commandWords.of(language) ?? {}
  for (const meaning of MEANINGS)
    for (const key of (phrases[meaning] ?? []).map(foldTerm))
      meanings.set(key, (meanings.get(key) ?? new Set()).add(meaning))
  for (const [command, words] of Object.entries(aliases))
    for (const key of words.map(foldTerm)) commands.set(key, command)
}

/**
 * Returns the name of the command that a word or phrase stands for, in any of our languages. `key` is folded,
 * see `foldTerm`.
 */
export const commandCalled = (key: string): string | undefined => commands.get(key)

const mostWords = (keys: Iterable<string>): number =>
  Math.max(...Array.from(keys, (key) => key.split(' ').length))

export const LONGEST_PHRASE = mostWords(meanings.keys())

/** Most words in an alternative name of a command. */
export const LONGEST_CALL = mostWords(commands.keys())

/** Returns whether a word occurs in any of our phrases, so that it is no misspelt name. */
export function isSmallWord(word: string): boolean {
  smallWords ??= new Set([...meanings.keys()].flatMap((key) => key.split(' ')))
  return smallWords.has(foldTerm(word))
}

let smallWords: ReadonlySet<string> | undefined

/** Returns whether words may have this meaning. */
export function means(words: string, meaning: Meaning): boolean {
  return meanings.get(foldTerm(words))?.has(meaning) ?? false
}

/** Returns which of these meanings the words may have; null for none. */
export function meaningOf<Wanted extends Meaning>(words: string, wanted: readonly Wanted[]): Wanted | null {
  const found = meanings.get(foldTerm(words))
  return found === undefined ? null : (wanted.find((meaning) => found.has(meaning)) ?? null)
}
