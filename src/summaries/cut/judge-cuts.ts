import { isDangling } from '../dangling.ts'
import { FORMS, GUARDS, type Guard } from './forms.ts'
import { type Cut, isWord, readCut } from './read-cut.ts'
import { readTokens } from './read-tokens.ts'
import { cutWords } from './word-classes.ts'
import type { Span } from '../../records/briefing.ts'

/** Why words may not be left out. A guard names the class of a word among them. */
export type CutRefusal =
  | Guard
  /** There are no word lists for this language. */
  | 'language'
  /**
   * The spans are out of order, out of the text, begin or end inside a word or hold no word, or the text is
   * too long to be a sentence.
   */
  | 'span'
  /** They stand in a quotation or contain a quotation mark. */
  | 'quotation'
  /** They are not one whole phrase of a kind in `FORMS`. */
  | 'phrase'
  /** Too little of the sentence would be left, or the rest would depend on another sentence: "he said". */
  | 'remainder'

/** UTF-16 units. Longer "sentences" are lists or attacks. */
const LONGEST_SENTENCE = 1_200
/** Minimum number of words that must be left. */
const LEAST_WORDS_LEFT = 3

/**
 * Checks whether all these spans (UTF-16 offsets) may be left out of a sentence without changing what it
 * says. Returns null if so, else the reason against it. The rules are few and refuse rather than guess: each
 * span must be one whole phrase that the sentence is complete without (see `FORMS`) and contain no word that
 * denies, doubts, limits, counts, contrasts, compares, dates, attributes, takes back or sets a condition,
 * except those that its form allows. `language` is ISO 639-1.
 */
export function judgeCuts(text: string, spans: readonly Span[], language: string): CutRefusal | null {
  const words = cutWords.of(language)
  if (words === null) return 'language'
  if (text.length > LONGEST_SENTENCE || !areInOrder(spans, text.length)) return 'span'
  const tokens = readTokens(text, language)
  for (const span of spans) {
    const cut = readCut(tokens, span, words)
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
  return left.length < LEAST_WORDS_LEFT || opensAnew ? 'remainder' : null
}

function judgeCut(cut: Cut): CutRefusal | null {
  const form = FORMS.find(({ fits }) => fits(cut))
  const guard = GUARDS.find((guard) => form?.mayHold?.includes(guard) !== true && holds(cut, guard))
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

/** Whether a span lies in a quotation or contains a quotation mark. Nobody's words are shortened. */
function isInQuotation(text: string, [start, end]: Span): boolean {
  return QUOTATION_MARK.test(text.slice(start, end)) || isOpenAt(text.slice(0, start))
}

const QUOTATION_MARK = /["“”„«»‹›‘‚]/u

function isOpenAt(before: string): boolean {
  const count = (mark: RegExp): number => before.match(mark)?.length ?? 0
  // In German the closing mark is the one that opens an English quotation.
  const closings = count(/[”»]/gu) + (before.includes('„') ? count(/“/gu) : 0)
  const openings = count(/[«„]/gu) + (before.includes('„') ? 0 : count(/“/gu))
  return openings > closings || count(/"/gu) % 2 === 1 || OPEN_SINGLE_QUOTATION.test(before)
}

/** A single opening mark without a closing one behind it. Inside a word it is an apostrophe. */
const OPEN_SINGLE_QUOTATION = /(?:‘|(?<=^|[\s(])')(?=\S)(?!.*\S['’](?:[\s,.;:!?)]|$))/su
