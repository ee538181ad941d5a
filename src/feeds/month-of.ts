import { EVERY_LANGUAGE } from '../language/languages.ts'
import { languagePart, wordListsOf } from '../language/read-part.ts'
import { monthNames } from '../words/names.ts'

/**
 * Which month (1 to 12) a name or abbreviation means, in the languages that feeds are written in. Null for what is no month, or is one month in one
 * language and another elsewhere (Croatian and Polish “listopad”): undated is better than invented.
 */
export function monthOf(name: string): number | null {
  const word = name.toLowerCase()
  const begun = MONTHS.get(word.slice(0, 4)) ?? MONTHS.get(word.slice(0, 3)) ?? null
  if (word.length <= LONGEST_ABBREVIATION || ENGLISH.some((month) => month === word)) return begun
  // The whole word first: Finnish November begins like March.
  const whole = wholeNames().get(word)
  // What is no whole name may be an odd spelling: “Febuary”.
  return whole === undefined ? begun : whole
}

const LONGEST_ABBREVIATION = 4

/** By far the most dates have these: they need not wait for the names in all other languages. */
const ENGLISH = [
  ...(['january', 'february', 'march', 'april', 'may', 'june'] as const),
  ...(['july', 'august', 'september', 'october', 'november', 'december'] as const),
]

/** How names of months begin in each language, abbreviations too: three or four letters. */
export const dates = languagePart('dates', wordListsOf(ENGLISH))

const MONTHS: ReadonlyMap<string, number> = new Map(
  [...dates.languages(), EVERY_LANGUAGE].flatMap((language) =>
    ENGLISH.flatMap((month, index) =>
      (dates.of(language)?.get(month) ?? []).map((name): [string, number] => [name, index + 1]),
    ),
  ),
)

/** The languages that feeds are written in, of countries with other names for months too (BCP 47). */
const LANGUAGES = (
  'ar ar-DZ ar-MA ar-SY az bg bs ca cs da de el en es et eu fa fi fr he hr hu id is it lt lv mk nb nl pl pt ro ' +
  'ru sk sl sq sr sr-Latn sv tr uk'
).split(' ')

let names: ReadonlyMap<string, number | null> | null = null

/** Whole names; null where languages disagree. */
function wholeNames(): ReadonlyMap<string, number | null> {
  if (names !== null) return names
  const found = new Map<string, number | null>()
  for (const [name, month] of monthNames(LANGUAGES, ['long'])) {
    const word = name.toLowerCase()
    const known = found.get(word)
    found.set(word, known === undefined || known === month ? month : null)
  }
  names = found
  return found
}
