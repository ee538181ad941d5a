import { foldTerm } from '../name-index.ts'
import { LONGEST_PHRASE, meaningOf, means } from './grammar.ts'
import { HOURS_OFTEN, type PartOfDay, readPart, readTime, splitPart } from './read-time.ts'
import { cities, readCountryZone, readOffset, readZone, zonesCalled } from './read-zone.ts'
import { type Cursor, longest, namesSomething, type OptionMatch, takesAnyWords, words } from './tokens.ts'

/**
 * Matches `at 8 and 18:30`, `07:30`, `8pm`, `every evening`, `abends um 8` (at 8 in the evening), and `9`
 * after a rhythm.
 */
export function matchTimes(cursor: Cursor): OptionMatch | null {
  const lead = longest(cursor, 0, LONGEST_PHRASE, readPart)
  const also = lead?.value.each === true ? { also: { option: 'when', values: ['daily'] } } : {}
  const from = lead?.length ?? 0
  const said = longest(cursor, from, LONGEST_PHRASE, (text) => means(text, 'at') || null)?.length ?? 0
  const part = lead?.value.part ?? null
  const first = timeAt(cursor, from + said, part)
  if (first === null && lead !== null) return { option: 'at', values: [lead.text], length: from, ...also }
  const unfit = partBehind(cursor, said + 1)
  if (first === null && unfit > 0 && readTime(words(cursor, said, 1)) !== null)
    return { option: 'at', values: [words(cursor, said, 1 + unfit)], length: said + 1 + unfit }
  if (first === null || (lead === null && said === 0 && !standsAlone(first.text, cursor))) {
    if (said === 0 || namesSomething(cursor, said)) return null
    const value = words(cursor, said, 1)
    return value === '' ? null : { option: 'at', values: [value], length: said + 1 }
  }
  const values = [first.value]
  let length = from + said + first.length
  if (part !== null) length += partBehind(cursor, length, part)
  for (let last = first.text; ;) {
    const joined = isJoint(words(cursor, length, 1)) ? 1 : 0
    const next = timeAt(cursor, length + joined, part)
    if (next === null || (joined === 0 && !/[:.]\d\d/u.test(next.text) && !last.endsWith(',')))
      return { option: 'at', values, length, ...also }
    values.push(next.value)
    length += joined + next.length
    last = next.text
  }
}

/**
 * Returns whether a time needs no "at" before it. A short number counts something else unless it follows a
 * rhythm, and `2026` is a year.
 */
const standsAlone = (text: string, { before }: Cursor): boolean =>
  ALONE_A_TIME.test(text) ||
  splitPart(withoutComma(text)) !== null ||
  (before === 'when' && /^\d{1,2}(?:['’]?[dt][ae])?,?$/u.test(text))

const ALONE_A_TIME =
  /[:.h]\d\d|\d\s?(?:h|uhr|heures?)|['’][dt][ae],?$|[ap]\.?m\.?,?$|^(?!19|20)\d{4},?$|^noon$|^midnight$/iu

/** Matches `twice a day`, `several times a day`. */
export function matchTimesADay(cursor: Cursor): OptionMatch | null {
  const found = longest(cursor, 0, LONGEST_PHRASE, (text) => meaningOf(text, ['twice-a-day', 'often-a-day']))
  return found === null ? null : { option: 'at', values: HOURS_OFTEN[found.value], length: found.length }
}

const withoutComma = (text: string): string => text.replace(/[,;]$/u, '')
const isJoint = (text: string): boolean => text !== '' && (/^[,;&+]$/u.test(text) || means(text, 'and'))

/** Reads a time in words, in the part of the day named before it. A number of outlets is no time. */
function timeAt(cursor: Cursor, skip: number, part: PartOfDay | null) {
  return longest(cursor, skip, LONGEST_TIME, (text) => {
    const time = withoutComma(text)
    const length = text.split(' ').length
    if (longest(cursor, skip + length, 2, (next) => meaningOf(next, ['outlets'])) !== null) return null
    // After "morning 8", another part of the day begins the next time.
    if (part === null ? partBehind(cursor, skip + length) > 0 : splitPart(time) !== null) return null
    const inPart = part === null ? null : `${part} ${time}`
    if (inPart !== null && readTime(inPart) !== null) return inPart
    return readTime(time) === null ? null : time
  })
}

/**
 * Returns how many tokens name a part of the day at a position; 0 for none. "20:00 in the morning" is no time
 * of day, and not two times.
 */
const partBehind = (cursor: Cursor, skip: number, only: PartOfDay | null = null): number =>
  longest(cursor, skip, LONGEST_PHRASE, (text) => {
    const found = readPart(text)
    return found?.each === false && (only === null || found.part === only) ? true : null
  })?.length ?? 0

/** Words in `8 o'clock in the evening`. */
const LONGEST_TIME = 5

/**
 * Matches `in istanbul`, `istanbul time`, `est` and `+3` after a time, and `Europe/Istanbul`, `UTC+3` and
 * `EST` anywhere. A place that can be part of a filter counts as one, unless it follows a time and all its
 * clocks agree: `at 8 in turkey`.
 */
export function matchZone(cursor: Cursor): OptionMatch | null {
  if (takesAnyWords(cursor)) return null
  const said = longest(cursor, 0, LONGEST_PHRASE, (text) => means(text, 'in') || null)?.length ?? 0
  const isBehindTime = cursor.before === 'at'
  const plain = isBehindTime ? clockAt(cursor, 0) : 0
  if (plain > 0) return { option: null, values: [], length: plain }
  const zone = zoneAt(cursor, said, isBehindTime)
  if (zone !== null)
    return {
      option: 'zone',
      values: [zone.value],
      length: said + zone.length + clockAt(cursor, said + zone.length),
    }
  if (namesSomething(cursor, said)) return null
  const value = words(cursor, said, 1)
  return isZoneName(value) || (isBehindTime && said > 0 && value !== '')
    ? { option: 'zone', values: [value], length: said + 1 + clockAt(cursor, said + 1) }
    : null
}

function zoneAt(cursor: Cursor, said: number, isBehindTime: boolean) {
  const called = !isBehindTime
    ? null
    : longest(cursor, said, 2, (text) =>
        zonesCalled(text).length > 0 || readOffset(text) !== null ? text : null,
      )
  if (called !== null) return called
  const named = longest(cursor, said, 3, (text) => {
    const isClock = said > 0 || clockAt(cursor, said + text.split(' ').length) > 0
    if (!isBehindTime || !isClock) return null
    // French: "heure d'Istanbul".
    const city = text.replace(/^d['’]/iu, '')
    return cities().has(foldTerm(city)) || readCountryZone(city, cursor.nameIndex) !== null ? city : null
  })
  if (named !== null || namesSomething(cursor, said)) return named
  return longest(cursor, said, 3, (text) =>
    (said > 0 || isZoneName(text) || cities().has(foldTerm(text))) && readZone(text) !== null ? text : null,
  )
}

/** Returns how many tokens mean "time" after the place whose clock is meant; 0 for none. */
const clockAt = (cursor: Cursor, skip: number): number =>
  longest(cursor, skip, LONGEST_PHRASE, (text) => means(text, 'clock') || null)?.length ?? 0

/** Lower-case letters may be a word: "est" is French for east. */
const isZoneName = (text: string): boolean =>
  /^(?:[a-z_-]{3,}\/[a-z_/-]{2,}|(?:utc|gmt)(?:\s?[+\u2212-]\d[\d:]*)?)$/iu.test(text) ||
  (/^[A-Z]{3,}$/u.test(text) && zonesCalled(text).length > 0)
