import { both, type Match } from '../../search/match.ts'
import { cutIndexed, quoteWord } from './words.ts'

/** Weights of the parts of an article in the index; the rest of its text has C, and filters have none. */
export const WEIGHTS = { title: 'A', lead: 'B', body: 'C' } as const

type Part = Extract<Match, { kind: 'in' }>['part']

/** As the input of `tsquery`: https://www.postgresql.org/docs/15/datatype-textsearch.html#DATATYPE-TSQUERY */
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

/** What every article says that matches, as far as the index of words knows: it knows words, and not where they stand. */
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

/** No word of an article: it has a space. */
const NOTHING = "' '"
