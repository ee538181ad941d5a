import { createRequire } from 'node:module'
import type { PlaceTable } from './place-table.ts'

const require = createRequire(import.meta.url)

// Groups, outlying bits and placeholders that CLDR lists beside the countries of ISO 3166-1.
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

/** Country names in each language: CLDR with its short and variant forms, and the official names of i18n-iso-countries; `more` languages by CLDR alone. */
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

function addName(table: PlaceTable, language: string, code: string, id: string, name: string): void {
  if (!/^[A-Z]{2}(-alt-.*)?$/.test(id) || NO_COUNTRIES.has(code)) return
  // "Myanmar (Burma)" is two names; "Hong Kong SAR China" is told by its short form.
  if (/SAR|КНР|САР|ÖİB|RAE|R\.A\.S\./u.test(name)) return
  const [plain = '', bracketed] = name.replace(/[)）]/u, '').split(/[(（]/)
  // "Korea, Republic of" and "Virgin Islands, British" would leave a name that two countries have.
  if (!/,|،/.test(plain)) table.add(plain, 'n', code, language)
  // "Congo (Republic)" brackets a kind of state, not a name.
  if (
    bracketed !== undefined &&
    bracketed.length > 1 &&
    !/,|^Rep|^Demo|جمهوری|^共和|^República$/u.test(bracketed)
  )
    table.add(bracketed, 'n', code, language)
}

interface Subdivisions {
  readonly subdivisions: {
    readonly localeDisplayNames: { readonly subdivisions: Readonly<Record<string, string>> }
  }
}

// Countries whose first-level divisions readers know by name. Elsewhere (municipalities of Slovenia, councils of Malta) the
// names are those of small towns, and count as such.
const KNOWN = new Set(
  'US CA AU IN CN BR MX RU UA DE FR ES IT GB TR IR IQ SY PK AF NG ET SD YE SA EG LY JP KR ID PH MM ZA AR CO VE PL NL BE AT CH SO CD KE PS IL LB'.split(
    ' ',
  ),
)

/** First-level divisions (ISO 3166-2) by their English CLDR names. */
export function addSubdivisions(table: PlaceTable): void {
  const cldr: Subdivisions = require('cldr-subdivisions-full/subdivisions/en/en.json')
  for (const [id, name] of Object.entries(cldr.subdivisions.localeDisplayNames.subdivisions)) {
    const country = id.slice(0, 2).toUpperCase()
    if (/&|,/.test(name) || name.length < 4) continue
    // Counties and boroughs of Great Britain stand beside its four nations; they are no bigger than towns here.
    const large =
      KNOWN.has(country) && !(country === 'GB' && !/^(England|Scotland|Wales|Northern Ireland)$/.test(name))
    table.add(name, 'r', `${country}.${id.slice(2).toUpperCase()}`, '', large ? 2000 : 40)
  }
}
