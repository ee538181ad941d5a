import { EVERY_LANGUAGE } from '../language/languages.ts'
import { languagePart, wordListsOf } from '../language/read-part.ts'
import { monthNames } from '../words/names.ts'

/**
 * Returns the month (1 to 12) for a name or abbreviation in the languages that feeds are written in. Returns
 * null if the word is no month, or means different months in two languages (Croatian and Polish “listopad”):
 * no date is better than an invented one.
 */
export function monthOf(name: string): number | null {
  const word = name.toLowerCase()
  const begun = monthByBeginning.get(word.slice(0, 4)) ?? monthByBeginning.get(word.slice(0, 3)) ?? null
  if (word.length <= LONGEST_ABBREVIATION || ENGLISH.some((month) => month === word)) return begun
  // The whole word is tried first: Finnish November begins like March.
  const whole = wholeNames().get(word)
  // A word that is no full name may be a misspelling: “Febuary”.
  return whole === undefined ? begun : whole
}

const LONGEST_ABBREVIATION = 4

/** Most dates use these, so they are matched without loading the names of all other languages. */
const ENGLISH = [
  ...(['january', 'february', 'march', 'april', 'may', 'june'] as const),
  ...(['july', 'august', 'september', 'october', 'november', 'december'] as const),
]

/** How the names of months begin in each language, three or four letters, including abbreviations. */
export const monthNamePart = languagePart('dates', wordListsOf(ENGLISH))

const monthByBeginning: ReadonlyMap<string, number> = new Map(
  [...monthNamePart.languages(), EVERY_LANGUAGE].flatMap((language) =>
    ENGLISH.flatMap((month, index) =>
      (monthNamePart.of(language)?.get(month) ?? []).map((name): [string, number] => [name, index + 1]),
    ),
  ),
)

/** The languages that feeds are written in (BCP 47), including countries that have other month names. */
const LANGUAGES = (
  'ar ar-DZ ar-MA ar-SY az bg bs ca cs da de el en es et eu fa fi fr he hr hu id is it lt lv mk nb nl pl pt ro ' +
  'ru sk sl sq sr sr-Latn sv tr uk'
).split(' ')

let names: ReadonlyMap<string, number | null> | null = null

/** Full names by month; null if languages disagree. */
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
