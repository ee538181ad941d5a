import { anyOf } from '../language/any-of.ts'
import { wordLists, sentenceRules } from '../language/parts.ts'
import { contentOf, hashWord, readTerms } from '../language/terms.ts'
import { sayingWordsOf } from '../analysis/sayings/saying-words.ts'
import { reportForms } from './report-form.ts'
import { CAPITALS } from '../tagging/names/name-signs.ts'
import { openSharedWeights } from '../tagging/names/name-weights.ts'

/**
 * Where a report begins behind a standfirst that ran into its first sentence without a full stop, "… talks fail after a year The firm has …": a UTF-16 offset into
 * `sentence`, the first of a teaser. Told by a word that its language writes small, with a capital behind an ordinary word, where the sentence says again what the
 * standfirst says; null where nothing shows it. `language` is ISO 639-1. Feeds that drop the border do so in all their
 * teasers: of 7,400 in English of 42 outlets it parts 171 of 701 of one and 4 of the others, where sentences of more than 42 words alone would leave half of them. With
 * the report's `title` another 20 of the one and one of the others, and of nine that it parts later eight rightly.
 */
export function findStandfirst(sentence: string, language: string, title = ''): number | null {
  const linked = behindLink(sentence, language)
  if (linked !== null) return linked
  const small = wordLists.of(language)?.stop ?? []
  const opens = sentenceRules.of(language)?.smallWithin
  if (opens === undefined) return null
  const titled = contentOf(title, language)
  let best: { readonly at: number; readonly shared: number } | null = null
  let subject: { readonly at: number; readonly place: number } | null = null
  for (const { index, 0: before, 1: word = '', 2: next = '', 3: behind = '' } of sentence.matchAll(BORDER)) {
    const isOpening = opens.includes(next)
    const isBehindName = /^\p{Lu}/u.test(word)
    const isSmall = isOpening || (language === 'en' && /^\p{Ll}/u.test(behind) && isWrittenSmall(next))
    if (small.includes(word.toLowerCase())) continue
    if (isBehindName && !isOpening && !(isSmall && isLedTo(sentence.slice(0, index + word.length), small)))
      continue
    const at = index + before.length
    const said = contentOf(sentence.slice(0, at), language)
    const says = contentOf(sentence.slice(at), language)
    const more = says.intersection(titled).size - said.intersection(titled).size
    const place = isBehindName || more < MORE_OF_TITLE ? -1 : subjectOf(titled, sentence, at, language)
    if (place >= 0 && place < (subject?.place ?? Infinity)) subject = { at, place }
    const shared = said.intersection(says).size
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
  return subject?.at ?? best?.at ?? null
}

/**
 * Which word of the title stands at a place of a sentence, as somebody or something that "has" or "was" stands behind: its number, or -1. A dozen words stand before, the last of which
 * names nobody ("dictator Kari Moen") and is not of the clause that "that" opens.
 */
function subjectOf(titled: ReadonlySet<string>, sentence: string, at: number, language: string): number {
  const known = sayingWordsOf(language)
  const before = sentence.slice(0, at).trim().split(' ')
  const words = sentence.slice(at).split(' ', SUBJECT + 1)
  const verb = words.findIndex(
    (word) => known?.has('auxiliary', word) === true || known?.has('passive', word) === true,
  )
  const subject = words.slice(0, Math.max(0, verb))
  if (before.length < STANDFIRST || subject.some((word) => /[,;:]$/u.test(word))) return -1
  if (known?.isPeople(before.at(-1) ?? '') === true || known?.has('that', before.at(-2) ?? '') === true)
    return -1
  const [first = ''] = contentOf(subject.slice(0, 2).join(' '), language)
  return [...titled].indexOf(first)
}

/** Words more of the title than a standfirst has. */
const MORE_OF_TITLE = 3
/** Words at most, and at least. */
const SUBJECT = 5
const STANDFIRST = 12

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
