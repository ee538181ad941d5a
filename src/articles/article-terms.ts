import { englishTerms } from '../language/bridge/bridge.ts'
import { type Pieces, readPieces } from '../language/read-text.ts'
import { type Terms, termsOf } from '../language/terms.ts'
import type { Article, ArticleTerms, EnglishTerms, OpeningTerms } from '../records/article.ts'

/**
 * How much of an article stories compare, in UTF-16 units. The news is in its first paragraphs; further down,
 * older stories are recalled.
 */
export const LONGEST_HEADLINE = 500
export const LONGEST_OPENING = 4_000

/** Title and text as one string: the title above the text. */
export const inOneText = (title: string, text: string): string => `${title}\n${text}`

/** Terms of an article. `reading` is that of `inOneText`; `language` as in `termsOf`. */
export function articleTerms(
  { title, text }: Pick<Article, 'title' | 'text'>,
  language: string,
  reading: Pieces = readPieces(inOneText(title, text)),
): ArticleTerms {
  const border = title.length + 1 + leadLength(text)
  const headline = termsOf(reading, language, 0, title.length)
  const lead = termsOf(reading, language, title.length + 1, border)
  const body = termsOf(reading, language, border)
  const isWhole = title.length <= LONGEST_HEADLINE && text.length <= LONGEST_OPENING
  return {
    search: { title: headline.words.join(' '), lead: lead.words.join(' '), body: body.words.join(' ') },
    opening: isWhole
      ? inBothLanguages(headline, joinTerms(lead, body), language)
      : openingOf(reading, title.length, language),
  }
}

/** Joins the terms of two pieces of a text. */
function joinTerms(one: Terms, other: Terms): Terms {
  const length = one.words.length + other.words.length
  const [hashes, kinds] = [new Int32Array(length), new Uint8Array(length)]
  for (const [terms, at] of [[one, 0] as const, [other, one.words.length] as const]) {
    hashes.set(terms.hashes, at)
    kinds.set(terms.kinds, at)
  }
  return { words: [...one.words, ...other.words], hashes, kinds }
}

/** Terms of the beginning only, for an article that is not read as a whole. */
export const openingTerms = (title: string, text: string, language: string): OpeningTerms => {
  const headline = title.slice(0, LONGEST_HEADLINE)
  return openingOf(readPieces(inOneText(headline, text.slice(0, LONGEST_OPENING))), headline.length, language)
}

function openingOf(reading: Pieces, titleLength: number, language: string): OpeningTerms {
  const from = titleLength + 1
  const title = termsOf(reading, language, 0, Math.min(titleLength, LONGEST_HEADLINE))
  return inBothLanguages(title, termsOf(reading, language, from, from + LONGEST_OPENING), language)
}

function inBothLanguages(title: Terms, start: Terms, language: string): OpeningTerms {
  const isEnglish = language === 'en'
  return {
    title: { hashes: title.hashes, kinds: title.kinds },
    start: { hashes: start.hashes, kinds: start.kinds },
    english: isEnglish ? null : { title: inEnglish(title, language), start: inEnglish(start, language) },
  }
}

function inEnglish(terms: Terms, language: string): EnglishTerms {
  let count = 0
  englishTerms(terms, language, (stem, weight, place) => {
    if (count === told.hashes.length) told = roomFor(count * 2, told)
    told.hashes[count] = stem
    told.weights[count] = weight
    told.places[count++] = place
  })
  return {
    hashes: told.hashes.slice(0, count),
    weights: told.weights.slice(0, count),
    places: told.places.slice(0, count),
  }
}

function roomFor(stems: number, before?: EnglishTerms) {
  const room = {
    hashes: new Int32Array(stems),
    weights: new Float32Array(stems),
    places: new Uint16Array(stems),
  }
  if (before !== undefined) {
    room.hashes.set(before.hashes)
    room.weights.set(before.weights)
    room.places.set(before.places)
  }
  return room
}

/** Buffer for the stems of a text before their number is known. */
let told = roomFor(1 << 12)

/**
 * Length of the lead. News says the main thing first, so words of the lead weigh more in a search. The lead
 * ends with a paragraph, because no phrase crosses two.
 */
function leadLength(text: string): number {
  const end = text.indexOf('\n\n', SHORTEST_LEAD)
  return end === -1 ? text.length : end
}

/** UTF-16 units. Some texts begin with a line of place and date only. */
const SHORTEST_LEAD = 200
