/** The names of all countries in a language (ISO 639-1), as parts of a regular expression. From CLDR, as the engine has it. */
export function countryNames(language: string): string {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  return CODES.flatMap((code) => names.of(code) ?? []).join('|')
}

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
