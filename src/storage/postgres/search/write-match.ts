import { both, type Match } from '../../search/match.ts'
import { cutIndexed, quoteWord } from './words.ts'

/** Weights of the parts of an article in the index. Filters have none. */
export const WEIGHTS = { title: 'A', lead: 'B', body: 'C' } as const

type Part = Extract<Match, { kind: 'in' }>['part']

/**
 * Writes a match as input of `tsquery`:
 * https://www.postgresql.org/docs/15/datatype-textsearch.html#DATATYPE-TSQUERY
 */
export function writeMatch(match: Match, part?: Part): string {
  switch (match.kind) {
    case 'words':
      return writeWords(match, part)
    case 'and':
    case 'or':
      return `(${match.of.map((one) => writeMatch(one, part)).join(match.kind === 'and' ? ' & ' : ' | ')})`
    case 'but':
      return `(${[writeMatch(match.of, part), ...match.not.map((one) => `!${writeMatch(one, part)}`)].join(' & ')})`
    case 'in':
      return writeMatch(match.of, match.part)
    default:
      return match satisfies never
  }
}

/**
 * A wider match that the word index alone can answer: it knows the words of an article but not their
 * positions.
 */
export function candidatesOf(match: Match): Match {
  switch (match.kind) {
    case 'words': {
      const run = cutIndexed(match.words)
      const last = run.length - 1
      return run.length < 2
        ? match
        : both(
            run.map((words, at) => ({
              kind: 'words',
              words,
              isStart: at === last && match.isStart === true,
            })),
          )
    }
    case 'and':
    case 'or':
      return { kind: match.kind, of: match.of.map(candidatesOf) }
    case 'but':
    case 'in':
      return candidatesOf(match.of)
    default:
      return match satisfies never
  }
}

function writeWords({ words, isStart }: Extract<Match, { kind: 'words' }>, part: Part | undefined): string {
  const run = cutIndexed(words)
  if (run.length === 0) return NOTHING
  const last = run.length - 1
  const where = part === undefined ? '' : WEIGHTS[part]
  const written = run.map((word, at) => {
    const label = `${isStart === true && at === last ? '*' : ''}${where}`
    return `${quoteWord(word)}${label === '' ? '' : `:${label}`}`
  })
  return `(${written.join(' <-> ')})`
}

/** Matches nothing: it contains a space, as no word does. */
const NOTHING = "' '"
