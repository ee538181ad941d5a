import type { placeWords } from '../../language/parts.ts'
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

/** Endings that replace the first to give a nationality word's other forms. */
const ENDINGS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  en: [
    ['ese', 'ese'],
    ['ish', 'ish'],
    ['ch', 'ch'],
    ['ss', 'ss'],
    ['men', 'men'],
    ['man', 'man', 'mans'],
    ['s', 's'],
    ['', '', 's'],
  ],
  fr: [
    ['ais', 'ais', 'aise', 'aises'],
    ['ois', 'ois', 'oise', 'oises'],
    ['ien', 'ien', 'ienne', 'iens', 'iennes'],
    ['éen', 'éen', 'éenne', 'éens', 'éennes'],
    ['on', 'on', 'onne', 'ons', 'onnes'],
    ['e', 'e', 'es'],
    ['', '', 'e', 's', 'es'],
  ],
  es: [
    ['és', 'és', 'esa', 'eses', 'esas'],
    ['án', 'án', 'ana', 'anes', 'anas'],
    ['ín', 'ín', 'ina', 'ines', 'inas'],
    ['ón', 'ón', 'ona', 'ones', 'onas'],
    ['o', 'o', 'a', 'os', 'as'],
    ['án', 'án', 'ana'],
    ['í', 'í', 'íes', 'ís'],
    ['e', 'e', 'es'],
    ['a', 'a', 'as'],
    ['', '', 's'],
  ],
  de: [
    ['isch', 'isch', 'ische', 'ischen', 'ischer', 'isches', 'ischem'],
    ['deutsch', 'deutsch', 'deutsche', 'deutschen', 'deutscher', 'deutsches', 'deutschem'],
    ['in', 'in', 'innen'],
    ['er', 'er', 'ers', 'ern', 'erin', 'erinnen'],
    ['e', 'e', 'en'],
    ['ar', 'ar', 'arn'],
    ['', ''],
  ],
  it: [
    ['ese', 'ese', 'esi'],
    ['no', 'no', 'na', 'ni', 'ne'],
    ['co', 'co', 'ca', 'ci', 'che'],
    ['o', 'o', 'a', 'i', 'e'],
    ['e', 'e', 'i'],
    ['a', 'a', 'i', 'e'],
    ['', ''],
  ],
  pt: [
    ['ês', 'ês', 'esa', 'eses', 'esas'],
    ['ão', 'ão', 'ã', 'ães', 'ãos'],
    ['no', 'no', 'na', 'nos', 'nas'],
    ['o', 'o', 'a', 'os', 'as'],
    ['', '', 's'],
  ],
}

/** A nationality word in the forms that the language makes of it, as far as the tagger does not undo them when reading. */
function inflectedForms(language: string, word: string): readonly string[] {
  const rule = ENDINGS[language]?.find(([ending = '']) => word.endsWith(ending))
  if (rule === undefined) return [word]
  const stem = word.slice(0, word.length - (rule[0] ?? '').length)
  return rule.slice(1).map((ending) => stem + ending)
}
