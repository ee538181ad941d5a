import { englishTerms } from '../language/bridge/bridge.ts'
import { type Pieces, readPieces } from '../language/read-text.ts'
import { type Terms, termsOf } from '../language/terms.ts'
import type { Article, ArticleTerms, EnglishTerms, OpeningTerms } from '../records/article.ts'

/** What stories compare of an article: the news is in its first paragraphs; beyond, other stories are recalled. UTF-16 units. */
export const LONGEST_HEADLINE = 500
export const LONGEST_OPENING = 4_000

/** A title and its text as they are read: one above the other. */
export const inOneText = (title: string, text: string): string => `${title}\n${text}`

/** The terms of an article, `reading` that of `inOneText`. `language` as for `termsOf`. */
export function articleTerms(
  { title, text }: Pick<Article, 'title' | 'text'>,
  language: string,
  reading: Pieces = readPieces(inOneText(title, text)),
): ArticleTerms {
  const from = title.length + 1
  const border = from + leadLength(text)
  const joined = (start: number, end?: number): string =>
    termsOf(reading, language, start, end).words.join(' ')
  return {
    search: { title: joined(0, title.length), lead: joined(from, border), body: joined(border) },
    opening: openingOf(reading, title.length, language),
  }
}

/** Of an article that is not read as a whole. */
export const openingTerms = (title: string, text: string, language: string): OpeningTerms => {
  const headline = title.slice(0, LONGEST_HEADLINE)
  return openingOf(readPieces(inOneText(headline, text.slice(0, LONGEST_OPENING))), headline.length, language)
}

function openingOf(reading: Pieces, titleLength: number, language: string): OpeningTerms {
  const from = titleLength + 1
  const title = termsOf(reading, language, 0, Math.min(titleLength, LONGEST_HEADLINE))
  const start = termsOf(reading, language, from, from + LONGEST_OPENING)
  const isEnglish = language === 'en'
  return {
    title: { hashes: title.hashes, kinds: title.kinds },
    start: { hashes: start.hashes, kinds: start.kinds },
    english: isEnglish ? null : { title: inEnglish(title, language), start: inEnglish(start, language) },
  }
}

function inEnglish(terms: Terms, language: string): EnglishTerms {
  const [hashes, weights, places]: [number[], number[], number[]] = [[], [], []]
  englishTerms(terms, language, (stem, weight, place) => {
    hashes.push(stem)
    weights.push(weight)
    places.push(place)
  })
  return {
    hashes: Int32Array.from(hashes),
    weights: Float32Array.from(weights),
    places: Uint16Array.from(places),
  }
}

/**
 * News says the main thing first, so words of the opening weigh more in a search. The opening ends with a paragraph: a phrase never
 * stands across two.
 */
function leadLength(text: string): number {
  const end = text.indexOf('\n\n', SHORTEST_LEAD)
  return end === -1 ? text.length : end
}

/** Some texts begin with a place and a date alone. UTF-16 units. */
const SHORTEST_LEAD = 200
