import { foldTerm, type Vocabulary } from '../vocabulary.ts'
import { CITY_NAMES } from './city-names.ts'

/** Parts of the world that names of zones begin with (https://data.iana.org/time-zones/theory.html). */
const AREAS = ['Europe', 'Asia', 'Africa', 'America', 'Australia', 'Pacific', 'Atlantic', 'Indian'] as const

/**
 * The IANA zone that somebody means: its name in any case, the city in it (`istanbul`, `kyiv`), or a country that has one
 * zone. Null where none is meant. Offsets are none: they do not know when clocks change.
 */
export function readZone(typed: string, vocabulary?: Vocabulary): string | null {
  const words = typed.trim()
  const key = foldTerm(words)
  if (key === 'utc' || key === 'gmt') return 'UTC'
  if (words.includes('/')) return known(words.replaceAll(' ', '_'))
  const city =
    cities().get(key) ??
    AREAS.map((area) => known(`${area}/${words.replaceAll(/[\s-]+/gu, '_')}`)).find((zone) => zone !== null)
  if (city !== undefined) return city
  const country = vocabulary?.terms.get(key)?.find((term) => term.kind === 'country')
  const zones = country === undefined ? [] : (new Intl.Locale(`und-${country.id}`).getTimeZones() ?? [])
  return zones.length === 1 ? (zones[0] ?? null) : null
}

/** Every zone by the folded names of its city, and of others that people name for its clock. */
export function cities(): ReadonlyMap<string, string> {
  byCity ??= new Map([
    ...Object.entries(CITY_NAMES).flatMap(([zone, names]) =>
      names.split(',').map((name): [string, string] => [foldTerm(name), zone]),
    ),
    ...Intl.supportedValuesOf('timeZone').map((zone): [string, string] => [
      foldTerm((zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')),
      zone,
    ]),
  ])
  return byCity
}

let byCity: ReadonlyMap<string, string> | undefined

/** As it is written; the engine knows renamed ones by their new name, too. */
function known(name: string): string | null {
  if (!/^[a-z_]+\/[a-z_/+-]+\d{0,2}$/iu.test(name)) return null
  try {
    const zone = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
    const typedSo = Intl.supportedValuesOf('timeZone').find(
      (other) => other.toLowerCase() === name.toLowerCase(),
    )
    return typedSo ?? zone
  } catch {
    return null
  }
}
