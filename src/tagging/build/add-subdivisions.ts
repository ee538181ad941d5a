import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { PlaceTable } from './place-table.ts'

const require = createRequire(import.meta.url)

interface Subdivisions {
  readonly subdivisions: {
    readonly localeDisplayNames: { readonly subdivisions: Readonly<Record<string, string>> }
  }
}

// Countries whose first-level divisions are known by name. Elsewhere (municipalities of Slovenia, councils of
// Malta) the names are those of small towns, and count as such.
const KNOWN = new Set(
  (
    'US CA AU IN CN BR MX RU UA DE FR ES IT GB TR IR IQ SY PK AF NG ET SD YE SA EG LY JP KR ID PH MM ZA ' +
    'AR CO VE PL NL BE AT CH SO CD KE PS IL LB'
  ).split(' '),
)

const FOLDER = dirname(require.resolve('cldr-subdivisions-full/package.json'))

const namesIn = (language: string): Readonly<Record<string, string>> => {
  const cldr: Subdivisions = require(`${FOLDER}/subdivisions/${language}/${language}.json`)
  return cldr.subdivisions.localeDisplayNames.subdivisions
}

/**
 * Adds first-level divisions (ISO 3166-2) by their English names in CLDR. The nations of Great Britain, which
 * CLDR has in each language, are added by those names too.
 */
export function addSubdivisions(table: PlaceTable, languages: readonly string[]): void {
  for (const language of languages.filter((one) => one !== 'en'))
    for (const [id, name] of Object.entries(namesIn(language)))
      if (id.startsWith('gb')) table.add(name, 'r', `GB.${id.slice(2).toUpperCase()}`, language, LARGE)
  for (const [id, name] of Object.entries(namesIn('en'))) {
    const country = id.slice(0, 2).toUpperCase()
    if (/&|,/.test(name) || name.length < 4 || isDirection(name)) continue
    // Counties and boroughs of Great Britain, beside its four nations, count like towns.
    const large =
      KNOWN.has(country) && !(country === 'GB' && !/^(England|Scotland|Wales|Northern Ireland)$/.test(name))
    table.add(name, 'r', `${country}.${id.slice(2).toUpperCase()}`, '', large ? LARGE : 40)
  }
}

/** Thousands of inhabitants given to a division that is known by name. */
const LARGE = 2000

/**
 * Whether a name says only where a division lies or that it has the seat of government: "Southern District",
 * "Western", "National Capital".
 */
export const isDirection = (englishName: string): boolean =>
  englishName
    .toLowerCase()
    .replace(KIND_OF_DIVISION, '')
    .split(/[ -]/)
    .every((word) => DIRECTION.test(word))

const KIND_OF_DIVISION = /[ -](?:district|division|region|province)$/
const DIRECTION = /^(?:(?:(?:north|south)?(?:north|south|east|west|central)(?:ern)?)+|far|national|capital)$/
