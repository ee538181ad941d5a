import { LANGUAGES } from '../../language/languages.ts'
import { commandWords } from '../../language/typed-words.ts'
import { foldTerm, type NameIndex } from '../name-index.ts'
import abbreviations from './zone-abbreviations.json' with { type: 'json' }

/** Parts of the world with which names of zones begin (https://data.iana.org/time-zones/theory.html). */
const AREAS = ['Europe', 'Asia', 'Africa', 'America', 'Australia', 'Pacific', 'Atlantic', 'Indian'] as const

/**
 * Reads a zone: its IANA name in any case, the city in it (`istanbul`, `kyiv`), a country whose clocks all
 * agree, initials that stand for one zone only (`MSK`), or an offset (`UTC+3` as `+03:00`), whose clock never
 * changes. Null for anything else.
 */
export function readZone(typed: string, nameIndex?: NameIndex): string | null {
  const words = typed.trim()
  const key = foldTerm(words)
  if (key === 'utc' || key === 'gmt') return 'UTC'
  const offset = readOffset(words)
  if (offset !== null) return offset
  if (words.includes('/')) return known(words.replaceAll(' ', '_'))
  const city =
    cities().get(key) ??
    AREAS.map((area) => known(`${area}/${words.replaceAll(/[\s-]+/gu, '_')}`)).find((zone) => zone !== null)
  if (city !== undefined) return city
  const [called, other] = zonesCalled(words)
  if (called !== undefined && other === undefined) return called
  return nameIndex === undefined ? null : readCountryZone(words, nameIndex)
}

/** Returns the zone of a country whose clocks all agree; null for others. */
export function readCountryZone(typed: string, { terms }: Pick<NameIndex, 'terms'>): string | null {
  const country = terms.get(foldTerm(typed))?.find((term) => term.kind === 'country')
  const [zone, ...others] =
    country === undefined ? [] : (new Intl.Locale(`und-${country.id}`).getTimeZones() ?? [])
  return zone !== undefined && others.every((other) => isSameClock(zone, other)) ? zone : null
}

/**
 * Compares the offsets in winter and summer. Büsingen, for example, has a zone of its own only because its
 * clocks differed from Berlin's long ago.
 */
const isSameClock = (one: string, other: string): boolean =>
  ['2026-01-01T00:00Z', '2026-07-01T00:00Z'].every((at) => {
    const instant = Temporal.Instant.from(at)
    const [here, there] = [one, other].map((zone) => instant.toZonedDateTimeISO(zone).offsetNanoseconds)
    return here === there
  })

/**
 * Reads `UTC+3`, `GMT-03:30`, `+0530`; plus is east of UTC. Null for anything else, or where no clock is so
 * far off.
 */
export function readOffset(typed: string): string | null {
  const [, sign, hours, minutes = '00'] =
    /^(?:utc|gmt)?\s?([+\u2212-])(\d{1,2})(?::?([0-5]\d))?$/iu.exec(typed.trim()) ?? []
  if (sign === undefined || hours === undefined) return null
  const total = Number(hours) * 60 + Number(minutes)
  if (total === 0) return 'UTC'
  if (total > (sign === '+' ? FARTHEST_EAST : FARTHEST_WEST)) return null
  return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`
}

/** In minutes from UTC: Kiritimati, and Baker Island (https://www.iana.org/time-zones). */
const FARTHEST_EAST = 14 * 60
const FARTHEST_WEST = 12 * 60

/**
 * Returns every zone by the folded names of its city, and of other cities that people name for the same
 * clock.
 */
export function cities(): ReadonlyMap<string, string> {
  byCity ??= new Map([
    ...LANGUAGES.flatMap((language) => Object.entries(commandWords.of(language)?.cities ?? {})).flatMap(
      ([zone, names]) => names.map((name): [string, string] => [foldTerm(name), zone]),
    ),
    ...Intl.supportedValuesOf('timeZone').map((zone): [string, string] => [
      foldTerm((zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')),
      zone,
    ]),
  ])
  return byCity
}

let byCity: ReadonlyMap<string, string> | undefined

/**
 * Returns a zone by its full name; null for an unknown one. The name is kept as typed, since the engine would
 * replace renamed zones by their new name.
 */
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

/**
 * Returns the IANA zones that people mean by initials, in any case, the likeliest first; empty where we do
 * not know them. Where there are several, only the person knows which is meant, and some of them change their
 * clocks while others do not.
 */
export const zonesCalled = (typed: string): readonly string[] =>
  byAbbreviation.get(typed.trim().toUpperCase()) ?? []

const byAbbreviation: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(abbreviations))
