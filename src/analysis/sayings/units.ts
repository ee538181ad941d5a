import { hasCase, hasMark, MARK, type Words } from '../../language/read-text.ts'
import { splitSentences } from '../../language/sentences.ts'
import { behindDateline } from '../behind-dateline.ts'
import { findQuotations, type Quotation } from './quotations.ts'
import type { Span, WordSpan } from './saying.ts'
import { type SayingWords, sayingWordsOf } from './saying-words.ts'

/** A sentence, with all sentences that are quoted in it. */
export interface Unit extends Span, WordSpan {
  /** Number of its paragraph; the title is the first. */
  readonly paragraph: number
  readonly quotations: readonly Quotation[]
}

export interface UnitText {
  readonly words: Words
  readonly units: readonly Unit[]
  /** 1 for each quoted word. */
  readonly quoted: Uint8Array
}

/** Splits a text into units. `language` is ISO 639-1. */
export function cutUnits(words: Words, language: string): UnitText {
  const { text } = words
  const quotations = findQuotations(text)
  const quoted = new Uint8Array(words.folded.length)
  markQuoted(words, quotations, quoted)
  const known = sayingWordsOf(language)
  const units: Unit[] = []
  let word = 0
  let quotation = 0
  let paragraph = 0
  let at = 0
  const sentences = splitSentences(text, language).flatMap((sentence) =>
    partRunTogether(words, sentence, known),
  )
  for (const { start: opens, end } of joinQuoted(sentences, quotations)) {
    const start = behindDateline(text, opens, end)
    for (; at < start; at++) if (text.charCodeAt(at) === NEW_LINE) paragraph++
    while (word < words.start.length && (words.start[word] ?? 0) < start) word++
    const first = word
    while (word < words.start.length && (words.start[word] ?? 0) < end) word++
    if (word === first) continue
    while (quotation < quotations.length && (quotations[quotation]?.start ?? 0) < start) quotation++
    const from = quotation
    while (quotation < quotations.length && (quotations[quotation]?.start ?? 0) < end) quotation++
    units.push({
      start,
      end,
      first,
      last: word - 1,
      paragraph,
      quotations: quotations.slice(from, quotation),
    })
  }
  return { words, units, quoted }
}

const NEW_LINE = 10

function markQuoted({ start }: Words, quotations: readonly Quotation[], quoted: Uint8Array): void {
  let word = 0
  for (const quotation of quotations) {
    while (word < start.length && (start[word] ?? 0) < quotation.start) word++
    for (; word < start.length && (start[word] ?? 0) < quotation.end; word++) quoted[word] = 1
  }
}

/**
 * Splits a sentence where an outlet ran a teaser together with the text above it, without a mark: "… and
 * livelihoods The FBI said …". A capitalised function word opens a new sentence if the word before it has a
 * meaning of its own and is none that titles of films or papers follow. Not in German, which writes "Sie"
 * with a capital.
 */
function partRunTogether(words: Words, sentence: Span, known: SayingWords | null): Span[] {
  if (known === null || known.capitalNouns || known.verb !== 'between') return [sentence]
  const parts: Span[] = []
  let { start } = sentence
  const line = words.text.indexOf('\n')
  for (
    let at = words.start.findIndex((from) => from > start);
    at > 0 && (words.start[at] ?? Infinity) < sentence.end;
    at++
  ) {
    const [before = '', word = ''] = [words.folded[at - 1], words.folded[at]]
    const from = words.start[at] ?? 0
    if (
      from < line ||
      !hasMark(words, at, MARK.capital) ||
      hasMark(words, at - 1, MARK.capital) ||
      !hasCase(word)
    )
      continue
    if (
      !opensSentence(known, word) ||
      known.isStop(before) ||
      known.cues.has(before) ||
      known.has('borders', before) ||
      known.has('between', before)
    )
      continue
    if (words.text.slice(words.end[at - 1], from) !== ' ') continue
    parts.push({ start, end: from - 1 })
    start = from
  }
  return [...parts, { start, end: sentence.end }]
}

/**
 * Whether this is an article, a pronoun or a preposition. `between` excludes days of the week, which are
 * listed with the prepositions and always have a capital.
 */
const opensSentence = (known: SayingWords, word: string): boolean =>
  known.has('articles', word) ||
  known.has('pronouns', word) ||
  (known.has('adverbials', word) && !known.has('between', word))

/** Joins sentences whose border is within a quotation. */
function joinQuoted(sentences: readonly Span[], quotations: readonly Quotation[]): Span[] {
  const joined: Span[] = []
  let quotation = 0
  for (const sentence of sentences) {
    while (quotation < quotations.length && (quotations[quotation]?.end ?? 0) <= sentence.start) quotation++
    const open = quotations[quotation]
    const before = joined.at(-1)
    if (before !== undefined && open !== undefined && open.start < before.end && open.end > before.end)
      joined[joined.length - 1] = { start: before.start, end: sentence.end }
    else joined.push(sentence)
  }
  return joined
}
