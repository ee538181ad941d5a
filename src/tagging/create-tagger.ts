import { detectLanguage } from './detect-language.ts'
import { findMentions } from './places/find-mentions.ts'
import { openPlaceBook } from './places/place-book.ts'
import { resolveMentions } from './places/resolve-mentions.ts'
import { weighCountries } from './places/weigh-countries.ts'
import type { Tags } from './tags.ts'
import { MARK, splitWords, type Words } from './words/split-words.ts'

export interface TaggerInput {
  readonly title: string
  readonly text: string
  /** ISO 639-1, when it is known for sure; otherwise it is detected. */
  readonly language?: string
  /** Country of the outlet, ISO 3166-1 alpha-2: breaks ties between places of one name. */
  readonly sourceCountry?: string
  /** Language of the outlet, ISO 639-1: believed only when the text is too short to tell. */
  readonly sourceLanguage?: string
}

export interface Tagger {
  tag(input: TaggerInput): Tags
}

/** UTF-16 units read of title and text: what an article is about stands well before. */
const LONGEST_TITLE = 1_000
const LONGEST_TEXT = 20_000

/** A tagger: reads its data once (some 0.3 s), then tags without waiting for anything. */
export function createTagger(): Tagger {
  const book = openPlaceBook()
  return {
    tag(input) {
      const title = input.title.slice(0, LONGEST_TITLE)
      const full = `${title}\n${input.text.slice(0, LONGEST_TEXT)}`
      const language = input.language ?? detectLanguage(full.trimStart(), input.sourceLanguage)
      const words = splitWords(full)
      const titleWords = title === '' ? 0 : countUntil(words, title.length)
      const cased = hasBothCases(words)
      const mentions = findMentions(words, language, cased, book)
      resolveMentions(words, mentions, cased, input.sourceCountry)
      return {
        language,
        countries: weighCountries(mentions, titleWords),
        topics: [],
        people: [],
        organisations: [],
      }
    },
  }
}

function countUntil(words: Words, position: number): number {
  const count = words.start.findIndex((start) => start >= position)
  return count < 0 ? words.start.length : count
}

function hasBothCases(words: Words): boolean {
  let capitals = 0
  for (const marks of words.marks) if (marks & MARK.capital) capitals++
  return capitals > 0 && capitals < words.marks.length * 0.7
}
