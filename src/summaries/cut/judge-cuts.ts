import { isDangling } from '../dangling.ts'
import { FORMS, GUARDS, type Guard } from './forms.ts'
import { type Cut, isWord, lookAtCut } from './look-at-cut.ts'
import { readTokens } from './read-tokens.ts'
import { cutWords } from './word-classes.ts'
import type { Span } from '../../records/briefing.ts'

/** Why words may not be left out: a guarded word among them, or … */
export type CutRefusal =
  | Guard
  /** Nobody wrote down the words of this language. */
  | 'language'
  /** Spans out of order, out of the text, in a text too long to be a sentence, or beginning or ending inside a word. */
  | 'span'
  /** They stand in a quotation, or hold a mark of one. */
  | 'quotation'
  /** They are no whole phrase of a kind that a sentence can spare. */
  | 'phrase'
  /** Too little of the sentence would be left, or what is left leans on another: "he said". */
  | 'remainder'

/** UTF-16 units: longer "sentences" are lists or attacks. */
const LONGEST = 1_200
/** Words that a sentence has at the least. */
const LEAST_LEFT = 3

/**
 * Whether these words may be left out of a sentence without changing what it says: null, or the reason against it. All of them or none. Few rules,
 * each of which refuses rather than guesses: what is left out must be the whole of a phrase that says something beside the sentence
 * (see `FORMS`) and hold no word that denies, doubts, limits, counts, compares, dates or attributes. `language` is ISO 639-1.
 */
export function judgeCuts(text: string, spans: readonly Span[], language: string): CutRefusal | null {
  const words = cutWords.of(language)
  if (words === null) return 'language'
  if (text.length > LONGEST || !areInOrder(spans, text.length)) return 'span'
  const tokens = readTokens(text, language)
  for (const span of spans) {
    const cut = lookAtCut(tokens, span, words)
    if (cut === null) return 'span'
    if (isInQuotation(text, span)) return 'quotation'
    const refusal = judgeCut(cut)
    if (refusal !== null) return refusal
  }
  const left = tokens.filter(
    (token) => isWord(token) && !spans.some(([start, end]) => token.start >= start && token.end <= end),
  )
  const [first] = spans
  const opensAnew = first?.[0] === 0 && isDangling(capitalised(text.slice(first[1]).trimStart()), language)
  return left.length < LEAST_LEFT || opensAnew ? 'remainder' : null
}

function judgeCut(cut: Cut): CutRefusal | null {
  const form = FORMS.find(({ fits }) => fits(cut))
  const guard = GUARDS.find((guard) => form?.bears?.includes(guard) !== true && holds(cut, guard))
  return guard ?? (form === undefined ? 'phrase' : null)
}

const holds = ({ inside, words }: Cut, guard: Guard): boolean =>
  words[guard].isIn(inside) || (guard === 'time' && inside.some(isYear))

const isYear = ({ kind, word }: { readonly kind: string; readonly word: string }): boolean =>
  kind === 'number' && /^(?:1\d|20)\d\d(?!\d)/u.test(word)

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function areInOrder(spans: readonly Span[], length: number): boolean {
  let from = 0
  for (const [start, end] of spans) {
    if (start < from || end <= start || end > length) return false
    from = end
  }
  return spans.length > 0
}

/** Whether a span of a sentence touches a quotation: nobody's words are shortened, and no mark of theirs is left out. */
function isInQuotation(text: string, [start, end]: Span): boolean {
  return MARKS.test(text.slice(start, end)) || isOpenAt(text.slice(0, start))
}

const MARKS = /["“”„«»‹›‘‚]/u

function isOpenAt(before: string): boolean {
  const count = (mark: RegExp): number => before.match(mark)?.length ?? 0
  // German closes with the mark that opens an English quotation.
  const closings = count(/[”»]/gu) + (before.includes('„') ? count(/“/gu) : 0)
  const openings = count(/[«„]/gu) + (before.includes('„') ? 0 : count(/“/gu))
  return openings > closings || count(/"/gu) % 2 === 1 || OPEN_SINGLE.test(before)
}

/** A single mark that opens and none behind it that closes; inside a word it is an apostrophe. */
const OPEN_SINGLE = /(?:‘|(?<=^|[\s(])')(?=\S)(?!.*\S['’](?:[\s,.;:!?)]|$))/su
