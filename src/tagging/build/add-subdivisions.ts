import { createRequire } from 'node:module'
import type { PlaceTable } from './place-table.ts'

const require = createRequire(import.meta.url)

interface Subdivisions {
  readonly subdivisions: {
    readonly localeDisplayNames: { readonly subdivisions: Readonly<Record<string, string>> }
  }
}

// Countries whose first-level divisions readers know by name. Elsewhere (municipalities of Slovenia, councils of Malta) the
// names are those of small towns, and count as such.
const KNOWN = new Set(
  (
    'US CA AU IN CN BR MX RU UA DE FR ES IT GB TR IR IQ SY PK AF NG ET SD YE SA EG LY JP KR ID PH MM ZA ' +
    'AR CO VE PL NL BE AT CH SO CD KE PS IL LB'
  ).split(' '),
)

/** First-level divisions (ISO 3166-2) by their English CLDR names. */
export function addSubdivisions(table: PlaceTable): void {
  const cldr: Subdivisions = require('cldr-subdivisions-full/subdivisions/en/en.json')
  for (const [id, name] of Object.entries(cldr.subdivisions.localeDisplayNames.subdivisions)) {
    const country = id.slice(0, 2).toUpperCase()
    if (/&|,/.test(name) || name.length < 4 || isDirection(name)) continue
    // Counties and boroughs of Great Britain stand beside its four nations; they are no bigger than towns here.
    const large =
      KNOWN.has(country) && !(country === 'GB' && !/^(England|Scotland|Wales|Northern Ireland)$/.test(name))
    table.add(name, 'r', `${country}.${id.slice(2).toUpperCase()}`, '', large ? 2000 : 40)
  }
}

/** "Southern District", "Western": names that say nothing but where in their country a division lies. */
export const isDirection = (englishName: string): boolean =>
  /^(?:(?:north|south)?(?:north|south|east|west|central)(?:ern)?[ -]?)+(?:district|division|region|province)?$/i.test(
    englishName,
  )
