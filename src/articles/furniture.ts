import { hash } from 'node:crypto'
import { fold } from '../language/letters.ts'
import { type SentenceSpan, splitSentences } from '../language/sentences.ts'
import { contentOf } from '../language/terms.ts'
import type { PrintedLine } from '../records/source.ts'

/**
 * Under so many articles that have nothing to do with each other a line is page furniture. Chosen with
 * `RELATED_SHARE` on the lines of 37 outlets, a sentence of the newsroom lost as dear as five lines left
 * standing, and best whichever outlet is left out: 17 of the 18 lines that were learned are furniture, the
 * other one is the label of a series. Of two articles 63 of 97 were, of four 15 of 16.
 */
const UNRELATED_ARTICLES = 3

export type ReadLines = ReturnType<typeof readLines>

/**
 * Reads the first and last sentences of an article, where pages have their furniture: in order, each with the
 * hash of what it has in common with lines of other articles. `language` is ISO 639-1.
 */
export function readLines(title: string, text: string, language: string) {
  const sentences = splitSentences(text, language)
  const edges = sentences.filter((_, i) => i < FIRST_SENTENCES || i >= sentences.length - LAST_SENTENCES)
  const spans = edges.flatMap((span) => {
    const pattern = patternOf(text.slice(span.start, span.end))
    return pattern === null ? [] : [{ ...span, line: hashOf(pattern) }]
  })
  return { title, text, language, spans }
}

/** Sentences. More of them find a tenth more lines and cost as many rows as they are. */
const FIRST_SENTENCES = 3
const LAST_SENTENCES = 6

/**
 * Counts what new articles of a source print, on top of what is known of these lines; gives the lines that
 * changed. Several reports of one event share sentences, an update or a paragraph of background, that are no
 * furniture: an article counts only where its title and opening have little in common with those of the
 * articles counted before, and with the line. `at` in milliseconds since 1970.
 */
export function countLines(
  known: ReadonlyMap<string, PrintedLine>,
  articles: readonly ReadLines[],
  at: number,
): ReadonlyMap<string, PrintedLine> {
  const counted = new Map<string, PrintedLine>()
  for (const { title, text, language, spans } of articles) {
    const titled = contentOf(title, language)
    // What was printed before is perhaps furniture itself, which says nothing of the article.
    const isFresh = ({ line }: { readonly line: string }): boolean => !counted.has(line) && !known.has(line)
    const opening = spans.filter(isFresh).map(({ start, end }) => text.slice(start, end))
    const words = titled.union(contentOf(opening.join(' ').slice(0, OPENING_LENGTH), language))
    for (const { start, end, line } of spans) {
      const before = counted.get(line) ?? known.get(line)
      if (before === undefined || before.articles >= UNRELATED_ARTICLES) {
        if (before !== undefined) counted.set(line, { ...before, seenAt: at })
        // Most lines are met once only: what they say is looked at when they come back.
        else if (words.size >= LEAST_WORDS)
          counted.set(line, { line, articles: 1, about: [[...words]], seenAt: at })
        continue
      }
      const says = contentOf(text.slice(start, end), language)
      const about = words.difference(says)
      const isAnother =
        about.size >= LEAST_WORDS &&
        !isRelated(titled, says) &&
        !before.about.some((other) => isRelated(about, new Set(other)))
      counted.set(line, isAnother ? withArticle(before, about, at) : { ...before, seenAt: at })
    }
  }
  return counted
}

function withArticle(
  { line, articles, about }: PrintedLine,
  words: ReadonlySet<string>,
  seenAt: number,
): PrintedLine {
  const isFurniture = articles + 1 >= UNRELATED_ARTICLES
  return { line, articles: articles + 1, about: isFurniture ? [] : [...about, [...words]], seenAt }
}

/** Characters: two or three sentences tell what an article is about. */
const OPENING_LENGTH = 200
/** An article of fewer words could be about anything. */
const LEAST_WORDS = 4
/**
 * More than this part of the shorter one's words is shared by articles about one thing. Each outlet has some
 * words that stand in every other.
 */
const RELATED_SHARE = 0.1

const isRelated = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.intersection(other).size > RELATED_SHARE * Math.min(one.size, other.size)

/** Where furniture stands in an article, in order. */
export const furnitureIn = (
  { spans }: ReadLines,
  known: ReadonlyMap<string, PrintedLine>,
): readonly SentenceSpan[] =>
  spans.filter(({ line }) => (known.get(line)?.articles ?? 0) >= UNRELATED_ARTICLES)

/**
 * The text of an article without its furniture: a paragraph ends where some was, so that no sentence runs
 * across.
 */
export function withoutFurniture(read: ReadLines, known: ReadonlyMap<string, PrintedLine>): string {
  const found = furnitureIn(read, known)
  if (found.length === 0) return read.text
  return [0, ...found.map(({ end }) => end)]
    .map((end, i) => read.text.slice(end, found[i]?.start).trim())
    .filter((part) => part !== '')
    .join('\n\n')
}

const hashOf = (pattern: string): string => hash('sha256', pattern, 'base64url').slice(0, 12)

/**
 * What lines of one form have in common: folded, digits as one, names as one ("CNN's Kari Moen contributed to
 * this report"). Names are known by their capitals, in lines that have words enough beside them. Null for a
 * line of two words, which also ends sentences ("He was 63.").
 */
function patternOf(line: string): string | null {
  const plain = line.normalize('NFKC').replace(/\p{Nd}+/gu, '0')
  const isSentence = (plain.match(SMALL_WORD)?.length ?? 0) >= LEAST_SMALL_WORDS
  const pattern = fold((isSentence ? plain.replace(NAMES, NAME_MARK) : plain).toLowerCase())
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
  return (pattern.match(/\p{L}+/gu)?.length ?? 0) >= LEAST_LINE_WORDS || /\p{Lo}{6}/u.test(pattern)
    ? pattern
    : null
}

/** Words. */
const LEAST_LINE_WORDS = 3
const LEAST_SMALL_WORDS = 3
const SMALL_WORD = /(?<!\p{L})\p{Ll}{2,}/gu
/** A letter that no newsroom writes stands for a name. */
const NAME_MARK = 'ꜣ'
const NAMES =
  /(?<!\p{L})\p{Lu}[\p{L}’'.-]*(?:[\s,/&]+\p{Lu}[\p{L}’'.-]*)+|(?<=[\p{Ll},:;]\s)\p{Lu}[\p{L}’'-]*/gu
