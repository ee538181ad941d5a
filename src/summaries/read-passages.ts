import { findQuotations } from '../analysis/sayings/quotations.ts'
import { isSpoiled } from '../text/mojibake.ts'
import { endsInAbbreviation, type SentenceSpan, splitSentences } from '../language/sentences.ts'
import { sentenceRules, wordLists } from '../language/parts.ts'
import { rememberReadings } from '../language/remember-readings.ts'
import { contentWords, readTerms } from '../language/terms.ts'
import { isFurniture, isPictureCredit } from './furniture.ts'
import { joinsPrevious, isDangling } from './dangling.ts'
import { skipDateline } from '../language/dateline.ts'
import { findStandfirst, findSubject } from './standfirst.ts'

/** A sentence that may be used in a summary, with the features by which it is chosen. */
export interface Passage {
  /** Index into the articles of the request. */
  readonly article: number
  /** UTF-16 offsets into the article's text. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Analysed words in order (see `readTerms`). */
  readonly words: readonly string[]
  /** The content words among them, without stop words. */
  readonly content: ReadonlySet<string>
  /** Number of usable sentences before it in the article. */
  readonly position: number
  /**
   * Number of the sentence in the whole text, page furniture included. Neighbours have consecutive numbers.
   */
  readonly ordinal: number
  /** Number of words as a reader counts them: runs without white space. */
  readonly length: number
  /** Whether it depends on the sentence before it ("He said …", "Bu …"). */
  readonly dangling: boolean
  /** Whether it continues something ("But Iran said …"): no text begins with it. */
  readonly goesOn: boolean
  /**
   * Whether it ends as a sentence does and closes its quotations. Cut feed texts, headings and parts of long
   * quotations do not.
   */
  readonly complete: boolean
  /**
   * Whether it breaks off, is part of a longer quotation, or consists of texts that ran together (several
   * headlines, or a heading and a sentence). No part of it may stand alone.
   */
  readonly torn: boolean
}

/**
 * Maximum number for one article. No summary needs more, because news tells the main thing first, and the
 * work stays bounded.
 */
const MAX_PASSAGES = 32
/** In words. Shorter ones are headings and exclamations, longer ones lists and tables. */
const LEAST_WORDS = 4
const MOST_WORDS = 90
/** Two words of letters, or letters without spaces between words. A day with its hour ("3 May 2025 09:48") has one. */
const SAYS_SOMETHING = /\p{L}[^\p{L}\s]*\s.*\p{L}{2}|\p{Lo}{4}/su

/**
 * Returns the sentences of an article's text that may be quoted, in order. Page furniture and unreadable text
 * are left out; datelines and, with the help of `title`, standfirsts are cut off. `article` is its index,
 * `language` is ISO 639-1.
 */
export const readPassages = (
  article: number,
  text: string,
  language: string,
  title = '',
): readonly Passage[] => passagesOf(text, language, title).map((passage) => ({ article, ...passage }))

const passagesOf = rememberReadings((text, language, title) => {
  const passages: Omit<Passage, 'article'>[] = []
  const hasCapitals = /\p{Lu}/u.test(text)
  const spans = splitSentences(text, language)
  const isQuoted = readsInQuotations(text)
  for (const [ordinal, { start: begin, end }] of spans.entries()) {
    if (passages.length >= MAX_PASSAGES) break
    const isTeaser = text.length <= LONGEST_TEASER
    const behindDateline = skipDateline(text, begin, end)
    const standfirst =
      isTeaser && ordinal === 0 ? findStandfirst(text.slice(behindDateline, end), language, title) : null
    const start = behindDateline + (standfirst ?? 0)
    const sentence = text.slice(start, end)
    const length = countWords(sentence)
    if (length < LEAST_WORDS || length > MOST_WORDS || !SAYS_SOMETHING.test(sentence)) continue
    if (hasCapitals && FRAGMENT.test(sentence)) continue
    if (isSpoiled(sentence) || isCredited(text, end, spans[ordinal + 1])) continue
    if (isFurniture(sentence) || (start > begin && isFurniture(text.slice(begin, end)))) continue
    const terms = readTerms(sentence, language)
    const isCut = CUT_BEHIND.test(text.slice(end, end + 10)) && endsInAbbreviation(sentence, language)
    passages.push({
      start,
      end,
      text: sentence,
      words: terms.words,
      content: contentWords(terms),
      position: passages.length,
      ordinal,
      length,
      dangling: isDangling(sentence, language),
      goesOn: joinsPrevious(sentence, language),
      torn:
        isCut ||
        CUT.test(sentence) ||
        BROKEN.test(sentence) ||
        (MARK_OF_LIST.test(sentence) && LISTED.test(sentence)) ||
        !closesQuotations(sentence) ||
        isQuoted(start, end) ||
        (isTeaser && runsTogether(sentence, length, language)) ||
        (isTeaser && ordinal === 0 && standfirst === null && findSubject(sentence, language, title) !== null),
      complete: !isCut && COMPLETE.test(sentence) && !BROKEN.test(sentence) && closesQuotations(sentence),
    })
  }
  return passages
})

/** Whether a picture credit follows in the same paragraph; then the sentence is that picture's caption. */
function isCredited(text: string, end: number, next: SentenceSpan | undefined): boolean {
  return (
    next !== undefined &&
    !text.slice(end, next.start).includes('\n') &&
    isPictureCredit(text.slice(next.start, next.end))
  )
}

/**
 * A fragment or a list item: it begins with a lower-case letter (not "iPhone"), also behind a quotation mark,
 * or with a mark such as a comma, or "2/".
 */
const FRAGMENT = /^(?:["'“‘„«]?\p{Ll}(?!\p{Lu})|[,;:.)\]}%]|\p{Nd}{1,2}[/)]\s)/u
/** How a complete sentence ends. An ellipsis marks where a feed cut its text. */
const COMPLETE = /(?<!\.\.)(?:[.!?。！？؟۔।]|[.!?]\s)["”’'»)\]」]*$/u
/** The ellipsis behind a cut such as "on Dec." */
const CUT_BEHIND = /^\s*[[(]?(?:\.\.|…)/u
const CUT = /(?:\.\.|…)["”’'»)\]」]*$/u

/** A page whose links were lost: "… his third at ." */
const BROKEN = /\s(?:at|of|in|by|for|with|from|to|the|an?|and)\s[.,]$/u

/**
 * Several headlines in one line: "15 hurt in explosion * Strike kills five", "Strike kills five; Dam bursts
 * above Vik; Minister …".
 */
const LISTED = /\s[*•▪■]\s|;\s\p{Lu}\S*\s[^;]{12,};\s\p{Lu}/u
const MARK_OF_LIST = /[*•▪■;]/

/** UTF-16 units. Longer texts are whole articles, which separate their standfirst and have long openings. */
const LONGEST_TEASER = 1500
/**
 * In words, the longest opening that newsrooms write. Of 41 outlets' first sentences one in fifty is longer;
 * of an outlet that puts its standfirst before it, two in five.
 */
const LONGEST_OPENING = 42
/**
 * In words. In a longer sentence a capital behind an ordinary lower-case word counts as the beginning of
 * another sentence.
 */
const LONGEST_SURE_SENTENCE = 32

/**
 * Whether a standfirst without its full stop ran into the sentence below it: "… after years of talks The firm
 * has …".
 */
function runsTogether(sentence: string, length: number, language: string): boolean {
  if (length <= LONGEST_SURE_SENTENCE) return false
  if (length > LONGEST_OPENING) return true
  const small = wordLists.of(language)?.stop ?? []
  const endings = sentenceRules.of(language)?.beforeNames
  return (
    endings !== undefined &&
    [...sentence.matchAll(SMALL_THEN_CAPITAL)].some(
      ([, word = '', next = '']) =>
        !small.includes(word) &&
        !endings.some((ending) => word.endsWith(ending)) &&
        !namesOfTimes(language).has(next),
    )
  )
}

/** With enough words before and behind for a sentence each. */
const SMALL_THEN_CAPITAL =
  /(?<=^(?:\S+\s){4,}\S*)(?<![\p{L}’'-])(\p{Ll}[\p{Ll}’'-]{2,})[’”)]?\s(?=(\p{Lu}\p{L}*)\s(?:\S+\s){7,})/gu

/** Returns weekdays and months as a language writes them: "the crash Friday after …" is no border. */
const namesOfTimes = (language: string): ReadonlySet<string> =>
  NAMES_OF_TIMES.getOrInsertComputed(language, () => {
    const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
    const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
    const days = Array.from({ length: 366 }, (_, day) => day * DAY_MS)
    return new Set(days.flatMap((day) => [weekday.format(day), month.format(day)]))
  })

const NAMES_OF_TIMES = new Map<string, ReadonlySet<string>>()
const DAY_MS = 24 * 3_600_000

/**
 * Whether all quotations are closed. Parts of a quotation that spans several sentences have lost their
 * speaker.
 */
function closesQuotations(sentence: string): boolean {
  if (!/["“”„«»]/u.test(sentence)) return true
  const count = (mark: RegExp): number => sentence.match(mark)?.length ?? 0
  return count(/"/gu) % 2 === 0 && count(/[“„«]/gu) === count(/[”»]|(?<=„[^“]*)“/gu)
}

/**
 * Returns a function that tells whether a sentence lies within a quotation that began before it and continues
 * after it. Such a sentence does not name its speaker.
 */
function readsInQuotations(text: string): (start: number, end: number) => boolean {
  const quotations = findQuotations(text)
  return (start, end) => quotations.some((one) => one.start < start && end < one.end)
}

/** Counts words as a reader does. In scripts without spaces two characters count as one word. */
function countWords(text: string): number {
  let words = 0
  let isBehindSpace = true
  for (let i = 0; i < text.length; i++) {
    const isSpace = isWhiteSpace(text.charCodeAt(i))
    if (isBehindSpace && !isSpace) words++
    isBehindSpace = isSpace
  }
  return words + Math.ceil((text.match(UNSPACED)?.length ?? 0) / 2)
}

// Called for each character: most are ASCII letters; the regular expression is for the rest.
const isWhiteSpace = (unit: number): boolean =>
  unit < 0x80 ? unit === 32 || (unit >= 9 && unit <= 13) : /\s/u.test(String.fromCharCode(unit))

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu
