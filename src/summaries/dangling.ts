import { z } from 'zod'
import { anyOf } from '../language/any-of.ts'
import { words } from '../language/parts.ts'
import { languagePart } from '../language/read-part.ts'
import { joiningOpening, leaningOpening } from '../language/leaning-openings.ts'

/**
 * Does this sentence lean on the one before it: "He said …", "Bu karar …", "Об этом …", a quotation of somebody called
 * only "she"? Such a sentence may follow its neighbour but says nothing alone. `language` is ISO 639-1.
 */
export function isDangling(sentence: string, language: string): boolean {
  const [base = 'en'] = language.split('-', 1)
  const { opening, spoken, judged } = known.getOrInsertComputed(base, readForms)
  return (
    QUOTATION_ONLY.test(sentence) ||
    opening?.test(withPersianLetters(sentence.slice(0, LOOKED_AT), base)) === true ||
    spoken?.test(sentence) === true ||
    (judged !== null && POINTS_BACK.test(sentence) && judged.test(sentence))
  )
}

/** Does it begin with a word that joins it to another sentence, whoever is named behind? `language` is ISO 639-1. */
export function goesOn(sentence: string, language: string): boolean {
  const [base = 'en'] = language.split('-', 1)
  const { joins } = known.getOrInsertComputed(base, readForms)
  return joins?.test(sentence.slice(0, LOOKED_AT)) === true
}

/** Asked of each sentence before the words that judge: most hold none. */
const POINTS_BACK = / (?:it|them|him)\b/i

/** Persian is often typed with Arabic letters. */
const withPersianLetters = (opening: string, language: string): string =>
  language === 'fa' ? opening.replaceAll('ي', 'ی').replaceAll('ك', 'ک') : opening

/** UTF-16 units; what leans does so in its first words. */
const LOOKED_AT = 60

/** By what a sentence is known to quote or judge somebody or something that an earlier one names. */
export const speech = languagePart(
  'speech',
  z.strictObject({
    /** What says that somebody said it, where the verb alone says no name follows. */
    said: words.default([]),
    /** Behind such a verb, at the end or before a place: "… dijo en Oslo". */
    beforePlace: words.default([]),
    /** Who said it without a name: "she". */
    pronouns: words.default([]),
    /** Verbs that judge: "called", of "Tehran called it a deliberate attack". */
    judged: words.default([]),
  }),
)

/** `"…," she said`, or "… dijo en Oslo" where the verb says it: the name stands in an earlier sentence. */
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

/** "Tehran called it a deliberate attack": what was judged stands in an earlier sentence. */
const judgedIt = (): RegExp =>
  new RegExp(
    String.raw`^(?:the\s+)?(?:[\p{L}.’'-]+\s+){1,4}${anyOf(speech.of('en')?.judged ?? [])}\s+(?:it|them|him)\b`,
    'iu',
  )

const readForms = (language: string) => ({
  opening: leaningOpening(language) ?? leaningOpening('en'),
  joins: joiningOpening(language),
  spoken: spokenByPronoun(language),
  judged: language === 'en' ? judgedIt() : null,
})

/** Made when their language is first met; how English opens stands for languages unknown here. */
const known = new Map<string, ReturnType<typeof readForms>>()

/** Words of somebody who is not named in the sentence. */
const QUOTATION_ONLY = /^(?:"[^"]*"|“[^”]*”|«[^»]*»|„[^“”]*[“”])[.!?]?$/u
