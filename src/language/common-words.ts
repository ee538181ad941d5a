import { wordLists } from './parts.ts'
import { splitWords } from './split-words.ts'

/** The languages that the tagger reads in Latin letters: those of whose headlines something is known. */
export const OWN_LANGUAGES: readonly string[] = wordLists
  .languages()
  .filter((language) => wordLists.of(language)?.headline !== undefined)

/** Common words of each language that has a list of them, folded as `splitWords` does; some are in several. */
export function readCommonWords(): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    wordLists.languages().flatMap((language) => {
      const { stop, headline = [] } = wordLists.of(language) ?? {}
      return stop === undefined
        ? []
        : [[language, new Set(splitWords([...stop, ...headline].join(' ')).folded)] as const]
    }),
  )
}
