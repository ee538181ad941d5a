import { inOneText, LONGEST_HEADLINE, LONGEST_OPENING } from '../articles/article-terms.ts'
import { englishTerms } from '../language/bridge/bridge.ts'
import { cutWords } from '../language/cut-words.ts'
import { fold } from '../language/letters.ts'
import { NUMBERS_PER_PIECE, readPieces } from '../language/read-text.ts'
import { TermKind, termsOf } from '../language/terms.ts'

/** The words by which stories compare an article, as the article writes them. */
export interface SaidWords {
  readonly language: string
  /** By the hash of their term (see `Terms`), without words that say nothing. */
  readonly own: ReadonlyMap<number, SaidWord>
  /** By the hash of an English stem. */
  readonly english: ReadonlyMap<number, SaidWord>
}

interface SaidWord {
  readonly word: string
  /** How often the word occurs; occurrences in the title count more. */
  readonly emphasis: number
}

/** A word that two articles share. */
export interface SharedWord {
  /** As the first article writes it. */
  readonly word: string
  /** As the other article writes it, in another language; null if both write it alike. */
  readonly as: string | null
}

const TITLE_EMPHASIS = 3

export function readSaidWords(article: {
  readonly title: string
  readonly text: string
  readonly language: string
}): SaidWords {
  const { language } = article
  const title = article.title.slice(0, LONGEST_HEADLINE)
  const reading = readPieces(inOneText(title, article.text.slice(0, LONGEST_OPENING)))
  const own = new Map<number, SaidWord>()
  const english = new Map<number, SaidWord>()
  for (let piece = 0; piece < reading.pieces.length; piece += NUMBERS_PER_PIECE) {
    const [start = 0, end = 0] = reading.pieces.slice(piece, piece + 2)
    const terms = termsOf(reading, language, start, end)
    const written = reading.text.slice(start, end)
    const cut = cutWords(written, language)
    const wordOf = (at: number): string => {
      const word = cut[at] ?? ''
      const lies = written.toLowerCase().indexOf(word)
      return lies < 0 ? word : written.slice(lies, lies + word.length)
    }
    const emphasis = start < title.length ? TITLE_EMPHASIS : 1
    const count = (words: Map<number, SaidWord>, hash: number, at: number, share: number): void => {
      const before = words.get(hash)
      words.set(hash, {
        word: before?.word ?? wordOf(at),
        emphasis: (before?.emphasis ?? 0) + emphasis * share,
      })
    }
    terms.hashes.forEach((hash, at) => {
      if (((terms.kinds[at] ?? 0) & SAYS_NOTHING) === 0) count(own, hash, at, 1)
    })
    englishTerms(terms, language, (stem, weight, at) => count(english, stem, at, weight))
  }
  return { language, own, english }
}

const SAYS_NOTHING = TermKind.stop | TermKind.single

/**
 * Returns the words that an article shares with others, most telling first: emphasised in it, in many of the
 * others, and rare elsewhere. Articles in other languages are compared by English stems. `rarityOf` takes the
 * hash of a term or stem and returns more than 0 if it tells anything.
 */
export function sharedWords(
  one: SaidWords,
  others: readonly SaidWords[],
  rarityOf: (hash: number) => number,
): readonly SharedWord[] {
  const scores = new Map<string, { score: number; shared: SharedWord }>()
  for (const other of others) {
    const isSame = other.language === one.language
    for (const [hash, { word, emphasis }] of isSame ? one.own : one.english) {
      const match = (isSame ? other.own : other.english).get(hash)
      if (match === undefined) continue
      const key = word.toLowerCase()
      const before = scores.get(key)
      scores.set(key, {
        score: (before?.score ?? 0) + Math.log1p(emphasis) * Math.log1p(match.emphasis) * rarityOf(hash) ** 2,
        shared: before?.shared ?? {
          word,
          as: isSame || fold(match.word.toLowerCase()) === fold(key) ? null : match.word,
        },
      })
    }
  }
  return [...scores.values()].sort((a, b) => b.score - a.score).map(({ shared }) => shared)
}
