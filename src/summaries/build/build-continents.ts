// Writes ../check/continents.json, the countries (ISO 3166-1 alpha-2) of each continent or group of islands that CLDR calls by one English word:
// `npm run build:continents`. NOTICE names the licence. The same inputs give the same bytes.
import { createRequire } from 'node:module'
import { writeFileSync } from 'node:fs'

interface Containment {
  readonly supplemental: {
    readonly territoryContainment: Readonly<Record<string, { readonly _contains: readonly string[] }>>
  }
}
interface Territories {
  readonly main: {
    readonly en: {
      readonly localeDisplayNames: { readonly territories: Readonly<Record<string, string>> }
    }
  }
}

const require = createRequire(import.meta.url)
const containment: Containment = require('cldr-core/supplemental/territoryContainment.json')
const names: Territories = require('cldr-localenames-full/main/en/territories.json')
const { territoryContainment } = containment.supplemental
const { territories } = names.main.en.localeDisplayNames

const WORLD = '001'

const countriesOf = (code: string): readonly string[] =>
  /^[A-Z]{2}$/.test(code) ? [code] : (territoryContainment[code]?._contains ?? []).flatMap(countriesOf)

const continents = Object.keys(territoryContainment)
  .filter((code) => /^\d{3}$/.test(code) && code !== WORLD)
  .map((code): [string, string] => [
    (territories[code] ?? '').toLowerCase(),
    [...new Set(countriesOf(code))].sort().join(' '),
  ])
  // "American" tells of the United States.
  .filter(([name]) => /^\p{L}+$/u.test(name) && name !== 'americas')
  .sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(
  new URL('../check/continents.json', import.meta.url),
  `${JSON.stringify(Object.fromEntries(continents), null, 2)}\n`,
)
