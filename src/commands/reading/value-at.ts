import type { CommandOption } from '../../chat/command.ts'
import { isMoment } from '../parse-since.ts'
import { foldTerm, type Vocabulary } from '../vocabulary.ts'
import type { Token } from './cut-tokens.ts'
import { expressionAt } from './expression-at.ts'
import { LONGEST_PHRASE } from './grammar.ts'
import { readQuiet } from './read-quiet.ts'
import { readRhythm } from './read-rhythm.ts'
import { readTime } from './read-time.ts'
import { readZone } from './read-zone.ts'

/** The value of an option, and of how many tokens it is. */
export interface ValueAt {
  readonly text: string
  readonly length: number
}

/**
 * The value that begins behind the colon of a token: `region:middle east` reads on to the longest value that the option knows,
 * keywords to the end of their expression. Quotes end where they end.
 */
export function valueAt(
  tokens: readonly Token[],
  at: number,
  option: CommandOption | null,
  around: { readonly vocabulary: Vocabulary; readonly now: number },
): ValueAt {
  const first = tokens[at]
  const alone = { text: first?.text ?? '', length: 1 }
  if (first === undefined || option === null || first.text === '') return alone
  if (option.kind === 'keywords') return expressionAt(tokens, at)
  if (first.quoted) return alone
  for (let length = Math.min(LONGEST_VALUE, tokens.length - at); length > 1; length--) {
    const further = tokens.slice(at + 1, at + length)
    if (further.some(({ key, quoted }) => key !== null || quoted)) continue
    const text = [first, ...further].map((token) => token.text).join(' ')
    if (isKnown(text, option, around)) return { text, length }
  }
  return alone
}

/** Tokens of a value without quotes. */
const LONGEST_VALUE = Math.max(LONGEST_PHRASE, 8)

/** Whether a value as a whole is one that the option knows, commas and all. */
export function isKnown(
  text: string,
  { kind }: CommandOption,
  { vocabulary, now }: { readonly vocabulary: Vocabulary; readonly now: number },
): boolean {
  switch (kind) {
    case 'region':
    case 'country':
    case 'topic':
    case 'source':
    case 'person':
      return (vocabulary.terms.get(foldTerm(text)) ?? []).some((term) => term.kind === kind)
    case 'language':
      return vocabulary.languages.has(foldTerm(text))
    case 'moment':
      return isMoment(text, now)
    case 'rhythm':
      return readRhythm(text) !== null
    case 'times':
      return readTime(text) !== null
    case 'zone':
      return readZone(text, vocabulary) !== null
    case 'span':
      return readQuiet(text) !== null
    default:
      return false
  }
}
