import type { Numeral } from '../numbers.ts'
import type { Token } from '../tokens.ts'
import type { TimeSign, TimeWords } from './time-words.ts'

/** Tokens that say one thing about a time; they may have several readings. */
export interface TimeItem {
  readonly from: number
  /** Index after the last token. */
  readonly to: number
  readonly signs: ReadonlyMap<Letter, string>
  /** The keys of `signs`, joined. */
  readonly letters: string
  readonly value: number | null
}

/**
 * A letter for each role in the patterns of `time-patterns.ts`. Units: U any, u years, q quarters, o months,
 * d days. Months: M alone, m only beside a day or a year. Clock times: K with a colon, k with a full stop,
 * which is as often a price.
 */
type Letter = string

const KINDS: Readonly<Record<string, Letter>> = {
  unit: 'U',
  day: 'T',
  named: 'E',
  whole: 'w',
  part: 'H',
  season: 'Z',
  weekday: 'W',
  ref: 'R',
  set: 'J',
  ordinal: 'O',
  month: 'M',
  persian: 'm',
  islamic: 'm',
  past: 'P',
  next: 'X',
  this: 'S',
  ago: 'A',
  agoBefore: 'B',
  later: 'L',
  in: 'I',
  edges: 'D',
  every: 'V',
  each: 'r',
  glue: 'G',
  article: 'n',
  clock: 'C',
  ofClock: 'c',
  half: 'h',
  few: 'Q',
  year: 'y',
  age: 'a',
  bc: 'b',
  joins: '&',
  daypart: 'p',
  plural: 'l',
}
const UNIT_LETTERS: Readonly<Record<string, Letter>> = {
  year: 'u',
  quarter: 'q',
  month: 'o',
  day: 'd',
  weekend: 'e',
}

/** Yields the letters of a sign, each with its value. */
function* lettersOf(sign: TimeSign): Generator<[Letter, string]> {
  const colon = sign.indexOf(':')
  const kind = colon < 0 ? sign : sign.slice(0, colon)
  const value = colon < 0 ? '' : sign.slice(colon + 1)
  const letter = KINDS[kind]
  if (letter === undefined) return
  yield [letter, letter === 'm' ? sign : value]
  if (letter === 'M') yield ['m', `gregorian:${value}`]
  const unit = letter === 'U' ? UNIT_LETTERS[value] : undefined
  if (unit !== undefined) yield [unit, value]
}

/**
 * Returns the items of a text: words of time, numbers, commas and dashes, with null for everything that ends
 * a time.
 */
export function readItems(
  tokens: readonly Token[],
  numerals: readonly Numeral[],
  { table }: TimeWords,
  language: string,
): readonly (TimeItem | null)[] {
  const items: (TimeItem | null)[] = []
  let next = 0
  for (let at = 0; at < tokens.length;) {
    while ((numerals[next]?.from ?? Number.POSITIVE_INFINITY) < at) next++
    const numeral = numerals[next]?.from === at ? (numerals[next] ?? null) : null
    const item = itemAt({ tokens, table, language }, at, numeral)
    items.push(item)
    at = item?.to ?? at + 1
  }
  return items
}

function itemAt(
  {
    tokens,
    table,
    language,
  }: Pick<TimeWords, 'table'> & { readonly tokens: readonly Token[]; readonly language: string },
  at: number,
  numeral: Numeral | null,
): TimeItem | null {
  const token = tokens[at]
  const found = table.at(tokens, at)
  if (token === undefined) return null
  const signs = new Map<Letter, string>()
  let to = at + 1
  let value: number | null = null
  if (found !== null && found.length >= (numeral === null ? 0 : numeral.to - numeral.from)) {
    for (const sign of found.signs)
      for (const [letter, own] of lettersOf(sign)) if (!signs.has(letter)) signs.set(letter, own)
    to = at + found.length
    weaken(signs, token, tokens[to - 1] ?? token, language)
    // "Mar-a-Lago"
    if (tokens[to]?.isJoined === true && token.key.length <= SHORT_MONTH_LETTERS) signs.delete('m')
    // "أبريل/نيسان": one month with two names.
    const twin = tokens[to]?.key === '/' ? table.at(tokens, to + 1) : null
    if (signs.has('m') && twin?.signs.some((sign) => found.signs.includes(sign)) === true)
      to += 1 + twin.length
    // "Sept. 16"
    const stop = tokens[to]
    if (
      signs.has('m') &&
      stop?.key === '.' &&
      stop.start === tokens[to - 1]?.end &&
      tokens[to + 1]?.kind === 'digits'
    )
      to++
  }
  if (numeral !== null && (found === null || numeral.to - numeral.from >= found.length)) {
    to = numeral.to
    value = numeral.value
    for (const [letter, own] of numeralLetters(numeral)) signs.set(letter, own)
    const ending = ordinalEnding(tokens, to, numeral, language)
    if (ending > 0 && signs.has('N')) {
      to += ending
      signs.set('O', String(value))
    }
    if (signs.has('Y') && DECADE.test(tokens[to]?.key ?? '') && tokens[to]?.start === tokens[to - 1]?.end) {
      signs.clear()
      signs.set('t', String(value))
      to++
    }
  }
  if (token.kind === 'mark') {
    if (token.key === ',' || token.key === '،') signs.set(',', '')
    if (/^[-‐–—]$/u.test(token.key)) signs.set('-', '')
  }
  if (signs.size === 0) return null
  const letters = [...signs.keys()].join('')
  return { from: at, to, signs, letters, value }
}

/** "1990s", "1990er". */
const DECADE = /^(?:s|er|х|ті|х)$/u

function* numeralLetters({ value, digits }: Numeral): Generator<[Letter, string]> {
  if (digits !== null && /^\d{1,2}[.:]\d{2}$/u.test(digits) && isClock(digits))
    yield [digits.includes(':') ? 'K' : 'k', digits]
  if (digits !== null && /^\d{4}-\d|^\d{1,2}[./]\d{1,2}[./]\d/u.test(digits)) yield ['F', digits]
  if (value === null) {
    if (digits === null) yield ['Q', '']
    return
  }
  if (!Number.isInteger(value) || value < 0) return
  if (value < 100_000) yield ['N', String(value)]
  if (value >= 1000 && value < 2200 && (digits === null ? false : /^\d{4}$/u.test(digits)))
    yield ['Y', String(value)]
}

const isClock = (digits: string): boolean => {
  const [hour, minute] = digits.split(/[.:]/u).map(Number)
  return (hour ?? 24) < 24 && (minute ?? 60) < 60
}

/** Returns how many tokens after digits turn them into an ordinal: "3rd", "3.", "3-го". */
function ordinalEnding(tokens: readonly Token[], at: number, { digits }: Numeral, language: string): number {
  if (digits === null || !/^\d{1,3}$/u.test(digits)) return 0
  const [last, token, behind] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (last === undefined || token === undefined || token.start - last.end > 1) return 0
  if (token.kind === 'word' && ORDINAL.test(token.key)) return 1
  // A full stop that ends a sentence is followed by a capital; in German a month has one too.
  const isStop = token.key === '.' && token.start === last.end && behind?.kind === 'word'
  return isStop && ORDINALS_WITH_STOP.has(language) ? 1 : 0
}

const ORDINAL = /^(?:st|nd|rd|th|er|re|e|eme|го|е|й|ой|я|о)$/u
const ORDINALS_WITH_STOP: ReadonlySet<string> = new Set(['de', 'tr'])

/**
 * Removes the sign for a month standing alone if its name is also another word: short names, months of other
 * calendars, and names in lower case where months have capitals.
 */
function weaken(signs: Map<Letter, string>, token: Token, last: Token, language: string): void {
  if (!signs.has('M')) return
  const needsCapital = MONTHS_WITH_CAPITAL.has(language)
  if (needsCapital && !token.isCapital) {
    signs.delete('M')
    signs.delete('m')
  } else if (
    last.key.length <= SHORT_MONTH_LETTERS ||
    (needsCapital && (token.key === 'may' || token.key === 'march'))
  )
    signs.delete('M')
}

const SHORT_MONTH_LETTERS = 3

const MONTHS_WITH_CAPITAL: ReadonlySet<string> = new Set(['en', 'de'])
