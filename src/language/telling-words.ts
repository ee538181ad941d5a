import { wordLists } from './parts.ts'
import { splitWords } from './split-words.ts'

/** Single Latin letters are initials and units, the Russian "и" is a word. */
const LAST_ASCII = 0x7f

/** Words that the stop words of one language alone have, folded as `splitWords` does, with that language: "the" is English, "de" nobody's. */
export function readTellingWords(): ReadonlyMap<string, string> {
  const owners = new Map<string, Set<string>>()
  for (const language of wordLists.languages())
    for (const word of splitWords((wordLists.of(language)?.stop ?? []).join(' ')).folded)
      if (word.length > 1 || word.charCodeAt(0) > LAST_ASCII)
        owners.set(word, (owners.get(word) ?? new Set()).add(language))
  return new Map(
    [...owners].flatMap(([word, [first, second]]): [string, string][] =>
      first === undefined || second !== undefined ? [] : [[word, first]],
    ),
  )
}
