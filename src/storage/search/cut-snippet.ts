import { analyse } from '../../text/words.ts'
import type { AnalysedTerm } from './analyse-terms.ts'

/**
 * A verbatim piece of `text` of about `SNIPPET_LENGTH` UTF-16 units, cut at word borders, where most of the terms stand
 * together; the beginning where none is found (they may stand in the title). `''` for an empty text.
 */
export function cutSnippet(text: string, language: string, terms: readonly AnalysedTerm[]): string {
  if (text.length <= SNIPPET_LENGTH) return text.trim()
  const found = findTerms(text.slice(0, SEARCHED_LENGTH), language, terms)
  let best = { start: 0, terms: 0 }
  for (const [index, first] of found.entries()) {
    const seen = new Set<number>()
    for (let i = index; i < found.length; i++) {
      const other = found[i]
      if (other === undefined || other.end > first.start - LEAD_IN + SNIPPET_LENGTH) break
      seen.add(other.term)
    }
    if (seen.size > best.terms) best = { start: Math.max(0, first.start - LEAD_IN), terms: seen.size }
  }
  const start = Math.min(best.start, text.length - SNIPPET_LENGTH)
  return text
    .slice(borderAfter(text, start, language), borderBefore(text, start + SNIPPET_LENGTH, language))
    .trim()
}

const SNIPPET_LENGTH = 240
const LEAD_IN = 60
/** News says it early; searching further costs more than it finds. UTF-16 units. */
const SEARCHED_LENGTH = 8_000
const MOST_FOUND = 50

interface Found {
  readonly start: number
  readonly end: number
  readonly term: number
}

function findTerms(text: string, language: string, terms: readonly AnalysedTerm[]): readonly Found[] {
  const wanted = new Map<string, number>()
  for (const [index, term] of terms.entries()) {
    if (term.excluded) continue
    for (const words of term.alternatives) for (const word of words) wanted.set(word, index)
  }
  const found: Found[] = []
  if (wanted.size === 0) return found
  for (const match of text.matchAll(SPACED_WORD)) {
    if (found.length === MOST_FOUND) break
    for (const word of analyse(match[0], language)) {
      const term = wanted.get(word)
      if (term === undefined) continue
      found.push({ start: match.index, end: match.index + match[0].length, term })
      break
    }
  }
  return found
}

/** Up to a space: the analyser cuts further. Scripts without spaces give pieces of 16 characters. */
const SPACED_WORD = /[^\s\p{P}]{1,16}(?:[^\s]{0,48}(?=\s|$))?/gu

/** First word border at or after `at`; `at` itself where no border is near. */
function borderAfter(text: string, at: number, language: string): number {
  if (at <= 0) return 0
  const from = wholeCharacter(text, Math.max(0, at - NEAR))
  for (const { index } of segmenterFor(language).segment(text.slice(from, at + NEAR))) {
    if (from + index >= at) return from + index
  }
  return wholeCharacter(text, at)
}

function borderBefore(text: string, at: number, language: string): number {
  if (at >= text.length) return text.length
  const from = wholeCharacter(text, Math.max(0, at - NEAR))
  let border = from
  for (const { index } of segmenterFor(language).segment(text.slice(from, at + NEAR))) {
    if (from + index > at) break
    border = from + index
  }
  return border > from ? border : wholeCharacter(text, at)
}

/** Looked at on either side of a cut; longer than almost all words. */
const NEAR = 40

/** Steps back from the middle of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? at - 1 : at
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language)
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' })
    segmenters.set(language, segmenter)
  }
  return segmenter
}
