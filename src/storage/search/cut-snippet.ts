import { readTerms } from '../../language/terms.ts'
import type { AnalysedTerm } from './analyse-terms.ts'
import type { TranslatedTerm } from './translate-terms.ts'

/**
 * Cuts a verbatim piece out of a text, where most of the words found stand together. `…` marks where the text
 * continues.
 */
export type CutSnippet = (text: string, language: string) => string

/**
 * Returns a function that cuts snippets for one search. A snippet has about `SNIPPET_LENGTH` UTF-16 units and
 * is cut at word boundaries. It is the beginning of the text if that contains no word of the search (the
 * title may). `''` for an empty text.
 */
export function snippetsFor(terms: readonly (AnalysedTerm | TranslatedTerm)[]): CutSnippet {
  const wanted = new Map<string, number>()
  for (const [index, term] of terms.entries()) {
    if (term.excluded) continue
    for (const words of term.alternatives) for (const word of words) wanted.set(word, index)
    const elsewhere = 'elsewhere' in term ? term.elsewhere : []
    for (const { terms: words } of elsewhere) for (const word of words) wanted.set(word, index)
  }
  const known = new Map<string, Map<string, number | null>>()
  return (text, language) => {
    if (text.length <= SNIPPET_LENGTH) return text.trim()
    if (wanted.size === 0) return cutPiece(text, 0, language)
    const words = known.getOrInsertComputed(language, () => new Map())
    const start = densestStart(text.slice(0, SEARCHED_LENGTH), language, wanted, words)
    return cutPiece(text, start, language)
  }
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

/**
 * Start of the piece that shows the most different terms; the earliest of several. `known` caches what a word
 * is across the texts of one search: words repeat, and analysing is the most expensive step here.
 */
function densestStart(
  text: string,
  language: string,
  wanted: ReadonlyMap<string, number>,
  known: Map<string, number | null>,
): number {
  const most = new Set(wanted.values()).size
  const seen = new Set<number>()
  const found: Found[] = []
  for (const match of text.matchAll(SPACED_WORD)) {
    const [word] = match
    let term = known.get(word)
    if (term === undefined) {
      term = null
      for (const part of readTerms(word, language).words) term ??= wanted.get(part) ?? null
      known.set(word, term)
    }
    if (term === null) continue
    found.push({ start: match.index, end: match.index + word.length, term })
    seen.add(term)
    if (found.length === MOST_FOUND) break
    if (seen.size < most) continue
    // Later pieces cannot show more terms.
    const densest = densestOf(found)
    if (densest.terms === most) return densest.start
  }
  return densestOf(found).start
}

function densestOf(found: readonly Found[]): { readonly start: number; readonly terms: number } {
  let best = { start: 0, terms: 0 }
  for (const [index, first] of found.entries()) {
    const start = Math.max(0, first.start - LEAD_IN)
    const seen = new Set<number>()
    for (let i = index; i < found.length; i++) {
      const other = found[i]
      if (other === undefined || other.end > start + SNIPPET_LENGTH) break
      seen.add(other.term)
    }
    if (seen.size > best.terms) best = { start, terms: seen.size }
  }
  return best
}

function cutPiece(text: string, from: number, language: string): string {
  const start = Math.min(from, text.length - SNIPPET_LENGTH)
  const end = border(text, start + SNIPPET_LENGTH, language, 'before')
  const begin = border(text, start, language, 'after')
  const before = text.slice(0, begin).trim() === '' ? '' : '… '
  const after = text.slice(end).trim() === '' ? '' : ' …'
  const piece = text.slice(begin, end).trim()
  // Punctuation left from a sentence that is not shown.
  return `${before}${before === '' ? piece : piece.replace(CLOSING, '')}${after}`
}

const CLOSING = /^[.,;:!?)\]»”…،؛؟。、]+\s+/u

/** Up to a space; the analyser cuts further. Scripts without spaces give pieces of 16 characters. */
const SPACED_WORD = /[^\s\p{P}]{1,16}(?:[^\s]{0,48}(?=\s|$))?/gu

/** The nearest word boundary before or after a position; the position itself if none is near. */
function border(text: string, at: number, language: string, side: 'before' | 'after'): number {
  if (at <= 0 || at >= text.length) return at
  const from = wholeCharacter(text, Math.max(0, at - BORDER_SEARCH_LENGTH))
  const near = segmenterFor(language).segment(text.slice(from, at + BORDER_SEARCH_LENGTH))
  const { index, segment } = near.containing(at - from) ?? { index: 0, segment: '' }
  const [start, end] = [from + index, from + index + segment.length]
  if (start === at) return at
  const found = side === 'before' ? start : end
  const isNear = side === 'before' ? index > 0 : end < Math.min(at + BORDER_SEARCH_LENGTH, text.length)
  return isNear ? found : wholeCharacter(text, at)
}

/** UTF-16 units searched on each side of a cut; longer than almost all words. */
const BORDER_SEARCH_LENGTH = 40

/** Steps back from the middle of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? at - 1 : at
}

const segmenters = new Map<string, Intl.Segmenter>()

const segmenterFor = (language: string): Intl.Segmenter =>
  segmenters.getOrInsertComputed(language, () => new Intl.Segmenter(language, { granularity: 'word' }))
