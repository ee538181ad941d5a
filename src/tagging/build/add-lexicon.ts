import { type placeWords, wordEndings } from '../../language/parts.ts'
import type { PlaceTable } from './place-table.ts'

/**
 * Adds a language's own words for countries and their people. `language` is '' for words of every language
 * with Latin letters.
 */
export function addLexicon(
  table: PlaceTable,
  language: string,
  countries: NonNullable<ReturnType<typeof placeWords.of>>,
): void {
  for (const [code, { adjectives, names, standsFor }] of Object.entries(countries)) {
    const forms = adjectives.flatMap((word) => inflectedForms(language, word))
    for (const form of forms) table.add(form, 'a', code, language)
    for (const name of names) table.add(name, 'n', code, language)
    for (const name of standsFor) table.add(name, 'm', code, isKeptAbroad(name, language) ? '' : language)
  }
}

/**
 * Whether other languages with Latin letters keep an English name: "Worcestershire", "Silicon Valley".
 * Abbreviations and short words mean something else in them.
 */
const isKeptAbroad = (name: string, language: string): boolean =>
  language === 'en' && /^\p{Lu}/u.test(name) && /\p{Ll}/u.test(name) && name.length >= SHORTEST_ABROAD

const SHORTEST_ABROAD = 6

/** The forms of a nationality, except those that the tagger leads back to the word when it reads. */
function inflectedForms(language: string, word: string): readonly string[] {
  const rule = wordEndings.of(language)?.nationalities.find(([ending = '']) => word.endsWith(ending))
  if (rule === undefined) return [word]
  const stem = word.slice(0, word.length - (rule[0] ?? '').length)
  return rule.slice(1).map((ending) => stem + ending)
}
