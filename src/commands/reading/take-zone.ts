import { foldTerm } from '../vocabulary.ts'
import { LONGEST_PHRASE, means } from './grammar.ts'
import { has, longest, namesSomething, takesWords, words, type Place, type Taken } from './place.ts'
import { cities, readCountryZone, readOffset, readZone } from './read-zone.ts'
import { zonesCalled } from './zone-abbreviations.ts'

/** `in istanbul`, `istanbul time`, `est` and `+3` behind a time, `Europe/Istanbul`, `UTC+3` and `EST` anywhere. A place that can be wished for is one, unless a time stands before, and it goes by one clock: `at 8 in turkey`. */
export function takeZone(place: Place): Taken | null {
  if (!has(place, 'zone') || takesWords(place)) return null
  const said = longest(place, 0, LONGEST_PHRASE, (text) => means(text, 'in') || null)?.length ?? 0
  const isBehindTime = place.before === 'at'
  const plain = isBehindTime ? clockAt(place, 0) : 0
  if (plain > 0) return { option: null, values: [], length: plain }
  const zone = zoneAt(place, said, isBehindTime)
  if (zone !== null)
    return {
      option: 'zone',
      values: [zone.value],
      length: said + zone.length + clockAt(place, said + zone.length),
    }
  if (namesSomething(place, said)) return null
  const value = words(place, said, 1)
  return isZoneName(value) || (isBehindTime && said > 0 && value !== '')
    ? { option: 'zone', values: [value], length: said + 1 + clockAt(place, said + 1) }
    : null
}

function zoneAt(place: Place, said: number, isBehindTime: boolean) {
  const called = !isBehindTime
    ? null
    : longest(place, said, 2, (text) =>
        zonesCalled(text).length > 0 || readOffset(text) !== null ? text : null,
      )
  if (called !== null) return called
  const named = longest(place, said, 3, (text) => {
    const isClock = said > 0 || clockAt(place, said + text.split(' ').length) > 0
    if (!isBehindTime || !isClock) return null
    // French: "heure d'Istanbul".
    const city = text.replace(/^d['’]/iu, '')
    return cities().has(foldTerm(city)) || readCountryZone(city, place.vocabulary) !== null ? city : null
  })
  if (named !== null || namesSomething(place, said)) return named
  return longest(place, said, 3, (text) =>
    (said > 0 || isZoneName(text) || cities().has(foldTerm(text))) && readZone(text) !== null ? text : null,
  )
}

/** Tokens of "time" behind the place whose clock is meant. */
const clockAt = (place: Place, skip: number): number =>
  longest(place, skip, LONGEST_PHRASE, (text) => means(text, 'clock') || null)?.length ?? 0

/** Small letters may be a word: "est" is east to a French reader. */
const isZoneName = (text: string): boolean =>
  /^(?:[a-z_-]{3,}\/[a-z_/-]{2,}|(?:utc|gmt)(?:\s?[+\u2212-]\d[\d:]*)?)$/iu.test(text) ||
  (/^[A-Z]{3,}$/u.test(text) && zonesCalled(text).length > 0)
