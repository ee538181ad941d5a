import { say } from '../words/say.ts'
import { MOST_ARTICLES } from './find-stories.ts'
import { means } from './reading/grammar.ts'

/** What was looked for, and what came of it. */
interface Searched {
  readonly words: string
  readonly page: number
  readonly found: number
  /** Not all that there may be was looked through. */
  readonly isCut: boolean
}

/** What whoever looked for something should know of the answer, in a language (BCP 47); null where it speaks for itself. */
export function noteOnSearch({ words, page, found, isCut }: Searched, language: string): string | null {
  if (isCut) return say('search.cut', language, { count: MOST_ARTICLES })
  if (found > 0) return null
  if (page > 1) return say('search.noPage', language, { page })
  const address = /^https?:\/\/\S+$/iu.exec(words.trim())?.[0]
  if (address !== undefined) return say('search.address', language, { address })
  if (words.split('(').length !== words.split(')').length)
    return `${say('search.none', language)} ${say('keywords.bracket', language)}`
  const capitals = inCapitals(words)
  return capitals === words ? null : say('search.capitals', language, { example: `search ${capitals}` })
}

/** Words with their small operators as an expression has them; quotes stay. */
function inCapitals(words: string): string {
  return words
    .split(/("[^"]*"?|[\s()]+)/u)
    .map((word) =>
      means(word, 'or') ? 'OR' : means(word, 'and') ? 'AND' : means(word, 'not') ? 'NOT' : word,
    )
    .join('')
}
