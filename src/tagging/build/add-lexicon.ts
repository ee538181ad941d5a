import type { placeWords } from '../../language/parts.ts'
import { inflectedForms } from './inflected-forms.ts'
import type { PlaceTable } from './place-table.ts'

/** Adds what a language calls the countries and their people; `language` is '' for every one with Latin letters. */
export function addLexicon(
  table: PlaceTable,
  language: string,
  countries: NonNullable<ReturnType<typeof placeWords.of>>,
): void {
  for (const [code, { adjectives, names, standsFor }] of Object.entries(countries)) {
    const forms = adjectives.flatMap((word) => inflectedForms(language, word))
    for (const form of forms) table.add(form, 'a', code, language)
    for (const name of names) table.add(name, 'n', code, language)
    for (const name of standsFor) table.add(name, 'm', code, language)
  }
}
