import { z } from 'zod'
import { anyOf } from '../language/any-of.ts'
import { words } from '../language/parts.ts'
import { languagePart } from '../language/read-part.ts'
import { joiningOpening, leaningOpening } from '../language/leaning-openings.ts'

/**
 * Whether a sentence depends on the one before it: "He said …", "Bu karar …", "Об этом …", or a quotation
 * whose speaker is only "she". Such a sentence may follow its neighbour but cannot stand alone. `language` is
 * ISO 639-1.
 */
export function isDangling(sentence: string, language: string): boolean {
  const [base = 'en'] = language.split('-', 1)
  const { opening, spoken, judged } = formsByLanguage.getOrInsertComputed(base, readForms)
  return (
    QUOTATION_ONLY.test(sentence) ||
    opening?.test(withPersianLetters(sentence.slice(0, OPENING_LENGTH), base)) === true ||
    spoken?.test(sentence) === true ||
    (judged !== null && POINTS_BACK.test(sentence) && judged.test(sentence))
  )
}

/**
 * Whether a sentence begins with a word that joins it to another one, even if a name follows. `language` is
 * ISO 639-1.
 */
export function joinsPrevious(sentence: string, language: string): boolean {
  const [base = 'en'] = language.split('-', 1)
  const { joins } = formsByLanguage.getOrInsertComputed(base, readForms)
  return joins?.test(sentence.slice(0, OPENING_LENGTH)) === true
}

/** A cheap test before the costly expression with the verbs: most sentences have none of these words. */
const POINTS_BACK = / (?:it|them|him)\b/i

/** Persian is often typed with Arabic letters. */
const withPersianLetters = (opening: string, language: string): string =>
  language === 'fa' ? opening.replaceAll('ي', 'ی').replaceAll('ك', 'ک') : opening

/** UTF-16 units. A leaning sentence shows it in its first words. */
const OPENING_LENGTH = 60

/** Words that show that a sentence quotes or judges somebody or something named in an earlier one. */
export const speech = languagePart(
  'speech',
  z.strictObject({
    /** Verbs of saying behind a quotation. Without a name or pronoun they suffice in Spanish and Turkish. */
    said: words.default([]),
    /** Prepositions of place that may follow such a verb: "… dijo en Oslo". */
    beforePlace: words.default([]),
    /** Pronouns that stand for the speaker: "she". */
    pronouns: words.default([]),
    /** Verbs of judging: "called" in "Tehran called it a deliberate attack". */
    judged: words.default([]),
  }),
)

/**
 * Returns an expression for a quotation whose speaker is named in an earlier sentence: `"…," she said`, or "…
 * dijo en Oslo" in languages whose verb needs no pronoun. Null for languages without such words.
 */
function spokenByPronoun(language: string): RegExp | null {
  if (language === 'fr')
    return /[»"”]\s*,?\s*(?:\p{L}+-t-(?:il|elle|on)|\p{L}+[td]-(?:ils?|elles?))(?!\p{L})/iu
  const own = speech.of(language)
  if (own === null) return null
  const [said, place, pronoun] = [own.said, own.beforePlace, own.pronouns].map(anyOf)
  switch (language) {
    case 'en':
      return new RegExp(String.raw`[,.?!]["”’']+\s*${pronoun}\s+\p{L}`, 'iu')
    case 'es':
      return new RegExp(String.raw`[»"”],?\s*${said}(?=[.,]|$| ${place})`, 'iu')
    case 'de':
      return new RegExp(String.raw`["“”«»],?\s*${said} ${pronoun}`, 'iu')
    case 'tr':
      return new RegExp(String.raw`^["“«][^"”»]*["”»],? ?${said}\.?$`, 'iu')
    default:
      return new RegExp(String.raw`[»"”],?\s*[—–-]\s*(?:\p{Ll}+ ){1,2}${pronoun}`, 'iu')
  }
}

/**
 * Returns an expression for "Tehran called it a deliberate attack": an earlier sentence says what "it" is.
 */
const judgesIt = (): RegExp =>
  new RegExp(
    String.raw`^(?:the\s+)?(?:[\p{L}.’'-]+\s+){1,4}${anyOf(speech.of('en')?.judged ?? [])}\s+(?:it|them|him)\b`,
    'iu',
  )

const readForms = (language: string) => ({
  opening: leaningOpening(language) ?? leaningOpening('en'),
  joins: joiningOpening(language),
  spoken: spokenByPronoun(language),
  judged: language === 'en' ? judgesIt() : null,
})

/** Expressions by language, created at first use. Unknown languages use the English openings. */
const formsByLanguage = new Map<string, ReturnType<typeof readForms>>()

/** A sentence that is only a quotation and names no speaker. */
const QUOTATION_ONLY = /^(?:"[^"]*"|“[^”]*”|«[^»]*»|„[^“”]*[“”])[.!?]?$/u
