import { findQuotations } from '../analysis/sayings/quotations.ts'
import { isSpoiled } from '../text/mojibake.ts'
import { endsInAbbreviation, type SentenceSpan, splitSentences } from '../language/sentences.ts'
import { sentenceRules, wordLists } from '../language/parts.ts'
import { rememberReadings } from '../language/remember-readings.ts'
import { contentWords, readTerms } from '../language/terms.ts'
import { isFurniture, isPictureCredit } from './furniture.ts'
import { goesOn, isDangling } from './dangling.ts'
import { skipDateline } from '../language/dateline.ts'
import { findStandfirst, findSubject } from './standfirst.ts'

/** A sentence that could stand in a summary, with what choosing looks at. */
export interface Passage {
  /** Index into the articles that were given. */
  readonly article: number
  /** UTF-16 offsets into the article's text. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Analysed words, in order (see `readTerms`). */
  readonly words: readonly string[]
  /** Those of them that say something: no stop words. */
  readonly content: ReadonlySet<string>
  /** How many sentences of the article's own prose stand before it. */
  readonly position: number
  /** Which sentence of the whole text it is, furniture counted: the neighbour of a sentence has a number one higher. */
  readonly ordinal: number
  /** Words as a reader counts them: runs without white space. */
  readonly length: number
  /** It leans on the sentence before it ("He said …", "Bu …"). */
  readonly dangling: boolean
  /** It goes on from something ("But Iran said …"): no text begins with it. */
  readonly goesOn: boolean
  /** It ends as a sentence does and closes its quotations; cut feed texts, headings and parts of long quotations do not. */
  readonly complete: boolean
  /** It breaks off, or a heading and a sentence stand in it without a mark between: no part of it may stand alone. */
  readonly torn: boolean
}

/** No summary reaches deeper into an article: news tells the main thing first, and the work per article stays bounded. */
const MAX_PASSAGES = 32
/** Words. Shorter ones are headings and exclamations, longer ones lists and tables. */
const SHORTEST = 4
const LONGEST = 90

/**
 * The sentences of one article's text that may be quoted, in order, without boilerplate and unreadable text. A
 * dateline is cut off, and so is a standfirst that the `title` shows to have run into the first sentence.
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
    const isTeaser = text.length <= TEASER
    const said = skipDateline(text, begin, end)
    const standfirst =
      isTeaser && ordinal === 0 ? findStandfirst(text.slice(said, end), language, title) : null
    const start = said + (standfirst ?? 0)
    const sentence = text.slice(start, end)
    const length = countWords(sentence)
    if (length < SHORTEST || length > LONGEST) continue
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
      goesOn: goesOn(sentence, language),
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

/** A picture's credit behind it in the same paragraph makes the sentence that picture's caption. */
function isCredited(text: string, end: number, next: SentenceSpan | undefined): boolean {
  return (
    next !== undefined &&
    !text.slice(end, next.start).includes('\n') &&
    isPictureCredit(text.slice(next.start, next.end))
  )
}

/** The tail of something, or an item of a list: it begins with a small letter (not "iPhone"), also behind a mark of quotation, a comma, "2/". */
const FRAGMENT = /^(?:["'“‘„«]?\p{Ll}(?!\p{Lu})|[,;:.)\]}%]|\p{Nd}{1,2}[/)]\s)/u
/** An ellipsis is where a feed cut its text. */
const COMPLETE = /(?<!\.\.)(?:[.!?。！？؟۔।]|[.!?]\s)["”’'»)\]」]*$/u
/** What a feed leaves out behind "on Dec." */
const CUT_BEHIND = /^\s*[[(]?(?:\.\.|…)/u
const CUT = /(?:\.\.|…)["”’'»)\]」]*$/u

/** "… his third at .": a page whose links were lost. */
const BROKEN = /\s(?:at|of|in|by|for|with|from|to|the|an?|and)\s[.,]$/u

/** Several headlines in one line: "15 hurt in explosion * Strike kills five", "Strike kills five; Dam bursts above Vik; Minister …". */
const LISTED = /\s[*•▪■]\s|;\s\p{Lu}\S*\s[^;]{12,};\s\p{Lu}/u
const MARK_OF_LIST = /[*•▪■;]/

/** UTF-16 units. Whole articles keep their standfirst apart, and open at length. */
const TEASER = 1500
/** Words of the longest opening that a newsroom writes: of 41 outlets' first sentences one in fifty is longer, of one that prints its standfirst before it two in five. */
const LONGEST_OPENING = 42
/** Words from which a capital behind a small word, which no small word leads to, is taken for the beginning of another sentence. */
const MAYBE_TWO = 32

/** A standfirst without its full stop, and the sentence that it stood over: "… after years of talks The firm has …". */
function runsTogether(sentence: string, length: number, language: string): boolean {
  if (length <= MAYBE_TWO) return false
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

/** With words enough before and behind for a sentence each. */
const SMALL_THEN_CAPITAL =
  /(?<=^(?:\S+\s){4,}\S*)(?<![\p{L}’'-])(\p{Ll}[\p{Ll}’'-]{2,})[’”)]?\s(?=(\p{Lu}\p{L}*)\s(?:\S+\s){7,})/gu

/** Weekdays and months as a language writes them: "the crash Friday after …" is no border. */
const namesOfTimes = (language: string): ReadonlySet<string> =>
  TIMES.getOrInsertComputed(language, () => {
    const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
    const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
    const days = Array.from({ length: 366 }, (_, day) => day * DAY_MS)
    return new Set(days.flatMap((day) => [weekday.format(day), month.format(day)]))
  })

const TIMES = new Map<string, ReadonlySet<string>>()
const DAY_MS = 24 * 3_600_000

/** Parts of a quotation that runs over several sentences have lost their speaker. */
function closesQuotations(sentence: string): boolean {
  if (!/["“”„«»]/u.test(sentence)) return true
  const count = (mark: RegExp): number => sentence.match(mark)?.length ?? 0
  return count(/"/gu) % 2 === 0 && count(/[“„«]/gu) === count(/[”»]|(?<=„[^“]*)“/gu)
}

/** Whether a sentence stands within a quotation that began before it and goes on behind: its speaker is not named in it. */
function readsInQuotations(text: string): (start: number, end: number) => boolean {
  const quotations = findQuotations(text)
  return (start, end) => quotations.some((one) => one.start < start && end < one.end)
}

/** Words as a reader counts them; of scripts without spaces, two characters are one. */
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

// Asked of each character: most are letters of ASCII, and of the rest the expression knows.
const isWhiteSpace = (unit: number): boolean =>
  unit < 0x80 ? unit === 32 || (unit >= 9 && unit <= 13) : /\s/u.test(String.fromCharCode(unit))

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu
