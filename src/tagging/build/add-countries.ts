import { createRequire } from 'node:module'
import type { PlaceTable } from './place-table.ts'

const require = createRequire(import.meta.url)

// Groups, outlying territories and placeholders that CLDR lists beside the countries of ISO 3166-1.
const NO_COUNTRIES = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ AQ BV HM TF UM GS IO'.split(' '))

interface Territories {
  readonly main: Readonly<
    Record<
      string,
      { readonly localeDisplayNames: { readonly territories: Readonly<Record<string, string>> } }
    >
  >
}
interface IsoCountries {
  readonly countries: Readonly<Record<string, string | readonly string[]>>
}

/**
 * Adds the names of countries in each language: those of CLDR with short and variant forms, and the official
 * ones of i18n-iso-countries. Languages of `more` have those of CLDR alone.
 */
export function addCountries(table: PlaceTable, languages: readonly string[], more: readonly string[]): void {
  for (const language of [...languages, ...more]) {
    const cldr: Territories = require(`cldr-localenames-full/main/${language}/territories.json`)
    for (const [id, name] of Object.entries(cldr.main[language]?.localeDisplayNames.territories ?? {}))
      addName(table, language, id.slice(0, 2), id, name)
    if (more.includes(language)) continue
    const iso: IsoCountries = require(`i18n-iso-countries/langs/${language}.json`)
    for (const [code, names] of Object.entries(iso.countries))
      for (const name of [names].flat()) addName(table, language, code, code, name)
  }
}

const TWO_OF_A_NAME = new Set(['CD', 'CG'])

function addName(table: PlaceTable, language: string, code: string, id: string, name: string): void {
  if (!/^[A-Z]{2}(-alt-.*)?$/.test(id) || NO_COUNTRIES.has(code)) return
  // "Myanmar (Burma)" is two names. "Hong Kong SAR China" is skipped, since CLDR also has its short form.
  if (/SAR|КНР|САР|ÖİB|RAE|R\.A\.S\./u.test(name)) return
  const [plain = '', bracketed] = name.replace(/[)）]/u, '').split(/[(（]/)
  // "Korea, Republic of" and "Virgin Islands, British" would leave a name that two countries have.
  if (!/,|،/.test(plain)) table.add(plain, 'n', code, language)
  // In "Congo (Republic)" the bracket tells two countries of one name apart.
  const isName = bracketed !== undefined && (!TWO_OF_A_NAME.has(code) || /^\p{Lu}{2,5}$|\s/u.test(bracketed))
  if (isName && bracketed.length > 1 && !bracketed.includes(',')) table.add(bracketed, 'n', code, language)
}
