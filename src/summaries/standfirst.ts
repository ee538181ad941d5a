import { anyOf } from '../language/any-of.ts'
import { wordLists, sentenceRules } from '../language/parts.ts'
import { contentOf, hashWord, readTerms } from '../language/terms.ts'
import { type SayingWords, sayingWordsOf } from '../analysis/sayings/saying-words.ts'
import { reportForms } from './report-form.ts'
import { CAPITALS } from '../tagging/names/name-signs.ts'
import { openSharedWeights } from '../tagging/names/name-weights.ts'

/**
 * Finds where a teaser's report begins after a standfirst that ran into its first sentence without a full
 * stop: "… talks fail after a year The firm has …". `sentence` is the first one of a teaser, `language` is
 * ISO 639-1. Returns a UTF-16 offset into it, or null if nothing shows a border.
 *
 * The border is a word that its language writes in lower case but that has a capital here, behind an ordinary
 * word, where the second part repeats words of the first. Feeds that drop the border do so in all teasers: of
 * 7,400 English ones from 42 outlets this splits 171 of 701 from one outlet and 4 from the others. Leaving
 * out sentences of more than 42 words would miss half of them.
 *
 * The report's `title` shows the border, too (`findSubject`): in 22 more teasers of that outlet and in one of
 * the others. It moves nine borders to a later word, eight of them rightly.
 */
export function findStandfirst(sentence: string, language: string, title = ''): number | null {
  const linked = behindLink(sentence, language)
  if (linked !== null) return linked
  const stopWords = wordLists.of(language)?.stop ?? []
  const opens = sentenceRules.of(language)?.smallWithin
  if (opens === undefined) return null
  const subject = findSubject(sentence, language, title)
  if (subject?.isClear === true) return subject.at
  let best: { readonly at: number; readonly shared: number } | null = null
  for (const { index, 0: before, 1: word = '', 2: next = '', 3: behind = '' } of sentence.matchAll(BORDER)) {
    const isOpening = opens.includes(next)
    const isBehindName = /^\p{Lu}/u.test(word)
    const isSmall = isOpening || (language === 'en' && /^\p{Ll}/u.test(behind) && isWrittenSmall(next))
    if (stopWords.includes(word.toLowerCase())) continue
    if (
      isBehindName &&
      !isOpening &&
      !(isSmall && isLedTo(sentence.slice(0, index + word.length), stopWords))
    )
      continue
    const at = index + before.length
    const first = contentOf(sentence.slice(0, at), language)
    const shared = first.intersection(contentOf(sentence.slice(at), language)).size
    const least = isBehindName
      ? isOpening
        ? SHARED_BEHIND_NAME
        : SHARED_BEHIND_LED_NAME
      : isSmall
        ? SHARED_BEHIND_WORD
        : SHARED_BEFORE_NAME
    if (shared < least || (best !== null && shared <= best.shared)) continue
    best = { at, shared }
  }
  return best?.at ?? null
}

/**
 * Finds a subject with "has" or "was" behind a dozen words of a teaser, if the text from there on has clearly
 * more words of the report's `title` than the text before. Returns its UTF-16 offset, or null if there is
 * none.
 *
 * `isClear`: the title names the subject, and the text begins there. Otherwise the subject stands behind a
 * name, so the text may begin some words earlier ("… in Oslo Kari ¦ Moen has left"). Of 23 such teasers 18
 * were from the one outlet that runs standfirst and text together.
 */
export function findSubject(
  sentence: string,
  language: string,
  title: string,
): { readonly at: number; readonly isClear: boolean } | null {
  const known = sayingWordsOf(language)
  const stopWords = wordLists.of(language)?.stop ?? []
  const titleWords = contentOf(title, language)
  if (known === null || titleWords.size < LEAST_MORE_OF_TITLE) return null
  let clear: { readonly at: number; readonly place: number } | null = null
  let maybe: number | null = null
  for (const { index, 0: before, 1: lead = '', 2: word = '' } of sentence.matchAll(SUBJECT)) {
    const at = index + before.length
    const subject = subjectOf(sentence.slice(at), known)
    if (subject === null || stopWords.includes(word.toLowerCase())) continue
    const more =
      sharedWithTitle(sentence.slice(at), titleWords, language) -
      sharedWithTitle(sentence.slice(0, at), titleWords, language)
    const [first = ''] = contentOf(subject.slice(0, 2).join(' '), language)
    const place = [...titleWords].indexOf(first)
    if (/^\p{Lu}/u.test(word)) {
      if (more > LEAST_MORE_OF_TITLE) maybe ??= at
    } else if (more >= LEAST_MORE_OF_TITLE && place >= 0 && place < (clear?.place ?? Infinity)) {
      // "dictator Kari Moen has", "that old Vik has"
      if (!known.isPeople(word) && !known.has('that', lead)) clear = { at, place }
    }
  }
  const at = clear?.at ?? maybe
  return at === null ? null : { at, isClear: clear !== null }
}

/** The words before "has" or "was" where they are few and no comma parts them. */
function subjectOf(text: string, known: SayingWords): readonly string[] | null {
  const words = text.split(' ', MOST_SUBJECT_WORDS + 1)
  const verb = words.findIndex((word) => known.has('auxiliary', word) || known.has('passive', word))
  return verb > 0 && !words.slice(0, verb).some((word) => /[,;:]$/u.test(word)) ? words.slice(0, verb) : null
}

const sharedWithTitle = (text: string, titleWords: ReadonlySet<string>, language: string): number =>
  contentOf(text, language).intersection(titleWords).size

/** Words more of the title than a standfirst has. */
const LEAST_MORE_OF_TITLE = 3
const MOST_SUBJECT_WORDS = 5

/** A word, another or a number, and a capital or a number behind it, a dozen words in. */
const SUBJECT =
  /(?<=^(?:\S+\s){10,}(\S+)\s[“‘(]?)(\p{L}[\p{L}\p{Nd}’'-]*|\p{Nd}+)[’”)]?\s(?=(?:\p{Lu}|\p{Nd})\S*\s(?:\S+\s){3,})/gu

/**
 * Whether a stop word leads to the name at the end of a text ("air from Scandinavia"). A name without one may
 * begin the next sentence ("passports George Clooney").
 */
function isLedTo(text: string, stopWords: readonly string[]): boolean {
  const [, leading = ''] = /(\S+)\s(?:\p{Lu}[\p{L}’-]*\s)*\p{Lu}[\p{L}-]*$/u.exec(text) ?? []
  return stopWords.includes(leading)
}

/**
 * Returns the offset behind the name of a live page that a teaser links to, "Vik floods – latest updates Nine
 * streets are …", or null. All 41 in English teasers lacked their full stop.
 */
function behindLink(sentence: string, language: string): number | null {
  const last = [...sentence.matchAll(linkOf(language))].at(-1)
  return last === undefined ? null : last.index + last[0].length
}

const links = new Map<string, RegExp>()

const linkOf = (language: string): RegExp =>
  links.getOrInsertComputed(language, () => {
    const labels = (reportForms.of(language)?.live?.labels ?? []).filter((label) => label.includes(' '))
    const written = labels.flatMap((label) => [label, label.charAt(0).toUpperCase() + label.slice(1)])
    return new RegExp(
      String.raw`(?<=\p{L}\S*\s?[:–—-]\s)${anyOf(written)}\s+(?=["“‘]?\p{Lu}\S*\s(?:\S+\s){3,})`,
      'gu',
    )
  })

/**
 * Content words that both parts must share. `SHARED_BEHIND_WORD`: behind an ordinary word.
 * `SHARED_BEHIND_NAME`: behind a name. `SHARED_BEHIND_LED_NAME`: behind a name that a stop word leads to, if
 * no known opening begins the second part. Without that stop word four of ten finds were names that go on
 * ("George Clooney"), with two shared words 13 of 14; with it and three words none of five, all from one
 * outlet. `SHARED_BEFORE_NAME`: if a name begins the second part.
 */
const SHARED_BEHIND_WORD = 1
const SHARED_BEHIND_NAME = 2
const SHARED_BEHIND_LED_NAME = 3
const SHARED_BEFORE_NAME = 5

/**
 * A word or number with a capitalised word behind it, and enough words before and behind for a sentence each.
 */
const WORD = String.raw`\p{Lu}[\p{L}’'-]{2,}|\p{Ll}[\p{Ll}’'-]{2,}|\p{Nd}+`
const BORDER = new RegExp(
  String.raw`(?<=^(?:\S+\s){3,}\S*)(?<![\p{L}’'-])(${WORD})[’”)]?\s(?=(\p{Lu}[\p{L}’']*)\s(\S+)\s(?:\S+\s){3,})`,
  'gu',
)

/** Whether English writes a word in lower case within sentences. A word in capitals counts as a name. */
function isWrittenSmall(word: string): boolean {
  const [stem] = /\p{Ll}/u.test(word) ? readTerms(word, 'en').words : []
  return stem !== undefined && openSharedWeights().capitals.of(hashWord(stem)) === CAPITALS.small
}
