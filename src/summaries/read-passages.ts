import { isSpoiled } from '../text/mojibake.ts'
import { type SentenceSpan, splitSentences } from '../language/sentences.ts'
import { contentWords, readTerms } from '../language/terms.ts'
import { isBoilerplate } from './boilerplate.ts'
import { isPictureCredit } from './caption.ts'
import { isDangling } from './dangling.ts'
import { skipDateline } from './dateline.ts'
import type { Passage } from './passage.ts'

/** No summary reaches deeper into an article: news tells the main thing first, and the work per article stays bounded. */
const MAX_PASSAGES = 60
/** Words. Shorter ones are headings and exclamations, longer ones lists and tables. */
const SHORTEST = 4
const LONGEST = 90

/** The sentences of one article's text that may be quoted, in order. Boilerplate and what cannot be read is left out, a dateline cut off. */
export function readPassages(article: number, text: string, language: string): Passage[] {
  const passages: Passage[] = []
  const hasCapitals = /\p{Lu}/u.test(text)
  const spans = splitSentences(text, language)
  for (const [ordinal, { start: begin, end }] of spans.entries()) {
    if (passages.length >= MAX_PASSAGES) break
    const start = skipDateline(text, begin, end)
    const sentence = text.slice(start, end)
    const length = countWords(sentence)
    if (length < SHORTEST || length > LONGEST) continue
    if (hasCapitals && FRAGMENT.test(sentence)) continue
    if (isSpoiled(sentence) || isCredited(text, end, spans[ordinal + 1])) continue
    if (isBoilerplate(sentence) || (start > begin && isBoilerplate(text.slice(begin, end)))) continue
    const terms = readTerms(sentence, language)
    passages.push({
      article,
      start,
      end,
      text: sentence,
      words: terms.words,
      content: contentWords(terms),
      position: passages.length,
      ordinal,
      length,
      dangling: isDangling(sentence, language),
      complete: COMPLETE.test(sentence) && !BROKEN.test(sentence) && closesQuotations(sentence),
    })
  }
  return passages
}

/** A picture's credit behind it in the same paragraph makes the sentence that picture's caption. */
function isCredited(text: string, end: number, next: SentenceSpan | undefined): boolean {
  return (
    next !== undefined &&
    !text.slice(end, next.start).includes('\n') &&
    isPictureCredit(text.slice(next.start, next.end))
  )
}

/** The tail of something, or an item of a list: it begins with a small letter (not "iPhone"), a comma, "2/". */
const FRAGMENT = /^(?:\p{Ll}(?!\p{Lu})|[,;:.)\]}%]|\p{Nd}{1,2}[/)]\s)/u
/** An ellipsis is where a feed cut its text. */
const COMPLETE = /(?:(?<!\.\.)[.!?。！？؟۔।]|[.!?]\s?)["”’'»)\]」]*$/u

/** "… his third at .": a page whose links were lost. */
const BROKEN = /\s(?:at|of|in|by|for|with|from|to|the|an?|and)\s[.,]$/u

/** Parts of a quotation that runs over several sentences have lost their speaker. */
function closesQuotations(sentence: string): boolean {
  if (!/["“”„«»]/u.test(sentence)) return true
  const count = (mark: RegExp): number => sentence.match(mark)?.length ?? 0
  return count(/"/gu) % 2 === 0 && count(/[“„«]/gu) === count(/[”»]|(?<=„[^“]*)“/gu)
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
