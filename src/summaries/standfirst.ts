import { anyOf } from '../language/any-of.ts'
import { wordLists, sentenceRules } from '../language/parts.ts'
import { contentOf, hashWord, readTerms } from '../language/terms.ts'
import { type SayingWords, sayingWordsOf } from '../analysis/sayings/saying-words.ts'
import { reportForms } from './report-form.ts'
import { CAPITALS } from '../tagging/names/name-signs.ts'
import { openSharedWeights } from '../tagging/names/name-weights.ts'

/**
 * Where a report begins behind a standfirst that ran into its first sentence without a full stop, "… talks fail after a year The firm has …": a UTF-16 offset into
 * `sentence`, the first of a teaser. Told by a word that its language writes small, with a capital behind an ordinary word, where the sentence says again what the
 * standfirst says; null where nothing shows it. `language` is ISO 639-1. Feeds that drop the border do so in all their
 * teasers: of 7,400 in English of 42 outlets it parts 171 of 701 of one and 4 of the others, where sentences of more than 42 words alone would leave half of them. By
 * the report's `title` another 22 of the one and one of the others, and of nine that it parts later eight rightly.
 */
export function findStandfirst(sentence: string, language: string, title = ''): number | null {
  const linked = behindLink(sentence, language)
  if (linked !== null) return linked
  const small = wordLists.of(language)?.stop ?? []
  const opens = sentenceRules.of(language)?.smallWithin
  if (opens === undefined) return null
  const subject = findSubject(sentence, language, title)
  if (subject?.isClear === true) return subject.at
  let best: { readonly at: number; readonly shared: number } | null = null
  for (const { index, 0: before, 1: word = '', 2: next = '', 3: behind = '' } of sentence.matchAll(BORDER)) {
    const isOpening = opens.includes(next)
    const isBehindName = /^\p{Lu}/u.test(word)
    const isSmall = isOpening || (language === 'en' && /^\p{Ll}/u.test(behind) && isWrittenSmall(next))
    if (small.includes(word.toLowerCase())) continue
    if (isBehindName && !isOpening && !(isSmall && isLedTo(sentence.slice(0, index + word.length), small)))
      continue
    const at = index + before.length
    const said = contentOf(sentence.slice(0, at), language)
    const shared = said.intersection(contentOf(sentence.slice(at), language)).size
    const least = isBehindName
      ? isOpening
        ? BEHIND_NAME
        : BEHIND_LED_NAME
      : isSmall
        ? SAID_AGAIN
        : NAMED_AGAIN
    if (shared < least || (best !== null && shared <= best.shared)) continue
    best = { at, shared }
  }
  return best?.at ?? null
}

/**
 * Where somebody or something with "has" or "was" behind it stands behind a dozen words of a teaser, from where on it has clearly more words of its report's title than before; null
 * where nobody does. `isClear`: it is of the title and the text begins there. Behind a name it may have begun some words before ("… in Oslo Kari ¦ Moen has left"): of 23 such teasers 18
 * were of the one outlet that runs the two together.
 */
export function findSubject(
  sentence: string,
  language: string,
  title: string,
): { readonly at: number; readonly isClear: boolean } | null {
  const known = sayingWordsOf(language)
  const small = wordLists.of(language)?.stop ?? []
  const titled = contentOf(title, language)
  if (known === null || titled.size < MORE_OF_TITLE) return null
  let clear: { readonly at: number; readonly place: number } | null = null
  let maybe: number | null = null
  for (const { index, 0: before, 1: lead = '', 2: word = '' } of sentence.matchAll(SUBJECT)) {
    const at = index + before.length
    const subject = subjectOf(sentence.slice(at), known)
    if (subject === null || small.includes(word.toLowerCase())) continue
    const more =
      partOf(sentence.slice(at), titled, language) - partOf(sentence.slice(0, at), titled, language)
    const [first = ''] = contentOf(subject.slice(0, 2).join(' '), language)
    const place = [...titled].indexOf(first)
    if (/^\p{Lu}/u.test(word)) {
      if (more > MORE_OF_TITLE) maybe ??= at
    } else if (more >= MORE_OF_TITLE && place >= 0 && place < (clear?.place ?? Infinity)) {
      // "dictator Kari Moen has", "that old Vik has"
      if (!known.isPeople(word) && !known.has('that', lead)) clear = { at, place }
    }
  }
  const at = clear?.at ?? maybe
  return at === null ? null : { at, isClear: clear !== null }
}

/** The words before "has" or "was" where they are few and no comma parts them. */
function subjectOf(text: string, known: SayingWords): readonly string[] | null {
  const words = text.split(' ', LONGEST_SUBJECT + 1)
  const verb = words.findIndex((word) => known.has('auxiliary', word) || known.has('passive', word))
  return verb > 0 && !words.slice(0, verb).some((word) => /[,;:]$/u.test(word)) ? words.slice(0, verb) : null
}

const partOf = (text: string, titled: ReadonlySet<string>, language: string): number =>
  contentOf(text, language).intersection(titled).size

/** Words more of the title than a standfirst has. */
const MORE_OF_TITLE = 3
/** Words. */
const LONGEST_SUBJECT = 5

/** A word, another or a number, and a capital or a number behind it, a dozen words in. */
const SUBJECT =
  /(?<=^(?:\S+\s){10,}(\S+)\s[“‘(]?)(\p{L}[\p{L}\p{Nd}’'-]*|\p{Nd}+)[’”)]?\s(?=(?:\p{Lu}|\p{Nd})\S*\s(?:\S+\s){3,})/gu

/** Does a small word lead to the name that a text ends in ("air from Scandinavia")? A name without one may begin the next sentence ("passports George Clooney"). */
function isLedTo(text: string, small: readonly string[]): boolean {
  const [, leading = ''] = /(\S+)\s(?:\p{Lu}[\p{L}’-]*\s)*\p{Lu}[\p{L}-]*$/u.exec(text) ?? []
  return small.includes(leading)
}

/** Behind the name of a live page that a teaser leads to, "Vik floods – latest updates Nine streets are …": of 41 in English teasers each stood there without its full stop. */
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
 * Words that both parts have: behind an ordinary word, behind a name, behind one that a small word leads to where no opening begins the second part, and where a name begins it.
 * Without the small word four of ten were names that go on ("George Clooney"), with two words 13 of 14; with it and three words none of five, all of one outlet.
 */
const SAID_AGAIN = 1
const BEHIND_NAME = 2
const BEHIND_LED_NAME = 3
const NAMED_AGAIN = 5

/** A word or a number, and one with a capital behind it, with enough before and behind for a sentence each. */
const WORD = String.raw`\p{Lu}[\p{L}’'-]{2,}|\p{Ll}[\p{Ll}’'-]{2,}|\p{Nd}+`
const BORDER = new RegExp(
  String.raw`(?<=^(?:\S+\s){3,}\S*)(?<![\p{L}’'-])(${WORD})[’”)]?\s(?=(\p{Lu}[\p{L}’']*)\s(\S+)\s(?:\S+\s){3,})`,
  'gu',
)

/** As English writes it within sentences; what is all capitals is a name. */
function isWrittenSmall(word: string): boolean {
  const [stem] = /\p{Ll}/u.test(word) ? readTerms(word, 'en').words : []
  return stem !== undefined && openSharedWeights().capitals.of(hashWord(stem)) === CAPITALS.small
}
