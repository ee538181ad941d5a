import { z } from 'zod'
import { monthNamePart } from '../../feeds/month-of.ts'
import { wordEndings, wordLists, words } from '../../language/parts.ts'
import { languagePart } from '../../language/read-part.ts'
import { dayNames, monthNames } from '../../words/names.ts'
import { type PhraseTable, phraseTable } from '../phrases.ts'

/** Units of time. */
const UNITS = [
  ...(['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'decade', 'century'] as const),
  'weekend' as const,
]

const unitWords = z.partialRecord(z.enum(UNITS), words)
const byValue = z.record(z.string(), words)

/** How a language says when. Names of months and weekdays, "yesterday" and "tomorrow" are added from CLDR. */
export const timeWords = languagePart(
  'times',
  z.strictObject({
    units: unitWords,
    /** Names of days, by their distance from today. */
    days: byValue,
    /** Names for a part of such a day: `-1 NI` is last night. */
    named: byValue.default({}),
    /** Years with a name of their own. */
    whole: z.partialRecord(z.enum(['last year', 'this year']), words).default({}),
    /** Parts of a day, by TIMEX3 code. */
    parts: byValue,
    seasons: byValue,
    /** Forms of weekdays that neither CLDR nor `endings.json` yields, by number from 1 for Monday. */
    weekdays: byValue.default({}),
    past: words,
    next: words,
    this: words,
    /** Words after and before a duration: "3 days ago", "vor 3 Tagen". */
    ago: words.default([]),
    agoBefore: words.default([]),
    later: words.default([]),
    /** Words before a duration in the future. */
    in: words.default([]),
    /** Indefinite times: PAST_REF, PRESENT_REF, FUTURE_REF. */
    refs: byValue,
    edges: words,
    every: words,
    /** Frequencies, by TIMEX3 value. */
    sets: byValue,
    glue: words,
    article: words.default([]),
    /** Words after a clock time, and before it. */
    clock: words,
    ofClock: words.default([]),
    /** Words after years before the common era. */
    bc: words.default([]),
    /** Words between two days of a month: "10 and 11 February". */
    joins: words,
    /** Spellings of months that CLDR does not have, by number. */
    months: byValue.default({}),
    half: words,
    /**
     * Words after a weekday that make it every such day, by TIMEX3 code for a part of a day or "day":
     * "Saturday nights".
     */
    each: byValue.default({}),
    ordinals: byValue,
    few: words,
    /** After these words four digits are a year. */
    year: words.default([]),
    /** A duration beside one of these is an age. */
    age: words,
    /**
     * Words for the future: phrases, endings and beginnings of verbs, and exceptions that only look like
     * them.
     */
    ahead: words.default([]),
    aheadEndings: words.default([]),
    aheadHeads: words.default([]),
    aheadExcept: words.default([]),
    /** Words for the past. */
    behind: words.default([]),
    behindEndings: words.default([]),
  }),
)

/** What a word says about time: a kind, and for some kinds a value after a colon. */
export type TimeSign = string

export interface TimeWords {
  readonly table: PhraseTable<TimeSign>
}

const known = new Map<string, TimeWords | null>()

/** Returns null for a language without `times.json`. */
export const timeWordsOf = (language: string): TimeWords | null =>
  known.getOrInsertComputed(language, () => build(language))

function build(language: string): TimeWords | null {
  const own = timeWords.of(language)
  if (own === null) return null
  const lists: [TimeSign, readonly string[]][] = []
  const add = (kind: string, values: Readonly<Record<string, readonly string[] | undefined>>) => {
    for (const [value, phrases] of Object.entries(values)) lists.push([`${kind}:${value}`, phrases ?? []])
  }
  add('unit', own.units)
  add('day', own.days)
  add('named', own.named)
  add('whole', own.whole)
  add('part', own.parts)
  add('season', own.seasons)
  add('weekday', own.weekdays)
  add('ref', own.refs)
  add('set', own.sets)
  add('each', own.each)
  add('ordinal', own.ordinals)
  add('month', own.months)
  for (const kind of PLAIN) lists.push([kind, own[kind]])
  lists.push(
    ...weekdaysOf(language),
    ...monthsOf(language),
    ...daysOf(language),
    ...pluralsOf(own.units, language),
  )
  lists.push(...daypartsOf(own.parts, language))
  return { table: phraseTable(lists, language, language === 'ar' ? wordEndings.of('ar')?.heads : []) }
}

const PLAIN = [
  ...([
    'past',
    'next',
    'this',
    'ago',
    'agoBefore',
    'later',
    'in',
    'edges',
    'every',
    'glue',
    'article',
  ] as const),
  ...(['clock', 'ofClock', 'half', 'few', 'year', 'age', 'bc', 'joins'] as const),
]

/** Returns the forms of a name in all cases, by applying the rules of `endings.json` in reverse. */
function casesOf(name: string, language: string): readonly string[] {
  const lower = name.toLowerCase()
  const forms = (wordEndings.of(language)?.cases ?? []).flatMap(([ending, ...bases]) =>
    bases.flatMap((base) =>
      lower.endsWith(base ?? '') ? [lower.slice(0, lower.length - (base ?? '').length) + ending] : [],
    ),
  )
  const stop = new Set(wordLists.of(language)?.stop)
  return [lower, ...forms.filter((form) => !stop.has(form))]
}

/** Languages that decline the names of days and months, with cases in `endings.json`. */
const DECLINED: ReadonlySet<string> = new Set(['ru', 'uk', 'tr'])

const formsOf = (name: string, language: string): readonly string[] =>
  DECLINED.has(language) ? casesOf(name, language) : [name]

function* weekdaysOf(language: string): Generator<[TimeSign, readonly string[]]> {
  for (let day = 1; day <= 7; day++) {
    const [long = '', short = ''] = dayNames(day, language)
    const spaced = long.replaceAll('\u200c', ' ')
    const plain = long.replaceAll('\u200c', '')
    const names = [...formsOf(long, language), spaced, plain]
    // A short name has too many other meanings: "sun", "mar".
    yield [`weekday:${day}`, [...new Set(short.endsWith('.') ? [...names, short.slice(0, -1)] : names)]]
  }
}

/**
 * Locales with other CLDR names of Gregorian months, for languages with several sets: Austrian, Levantine and
 * Maghrebi ones.
 */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  de: ['de', 'de-AT'],
  ar: ['ar', 'ar-SY', 'ar-DZ', 'ar-MA'],
}
const CALENDARS: readonly (readonly [kind: string, calendar: string])[] = [
  ['persian', 'persian'],
  ['islamic', 'islamic-umalqura'],
]

function* monthsOf(language: string): Generator<[TimeSign, readonly string[]]> {
  for (const [name, month] of monthNames(VARIANTS[language] ?? [language], ['long', 'short'])) {
    const bare = name.replace(/\.$/u, '')
    if (/\p{L}{2}/u.test(bare)) yield [`month:${month}`, formsOf(bare, language)]
  }
  const lists = [...(monthNamePart.of(language)?.entries() ?? [])]
  for (const [index, [, names]] of lists.entries()) yield [`month:${index + 1}`, names]
  if (!SPEAKS_OTHER_CALENDARS.has(language)) return
  for (const [kind, calendar] of CALENDARS)
    for (let month = 1; month <= 12; month++) {
      const date = Temporal.PlainDate.from({ calendar, year: 1400, month, day: 1 })
      const options = { calendar, month: 'long', timeZone: 'UTC' } as const
      const at = date.withCalendar('iso8601').toZonedDateTime('UTC').epochMilliseconds
      const locales = language === 'ar' || language === 'fa' ? [language] : [language, 'en']
      yield [
        `${kind}:${month}`,
        locales
          .map((locale) => new Intl.DateTimeFormat(locale, options).format(at))
          .filter((name) => name !== ''),
      ]
    }
}

/** Languages whose news name days of the Iranian and Islamic calendars by the names of their months. */
const SPEAKS_OTHER_CALENDARS: ReadonlySet<string> = new Set(['ar', 'fa', 'en', 'tr', 'fr', 'de'])

/** "Mittwochabend": a weekday and a part of it in one word, in languages that write nouns so. */
function* daypartsOf(
  parts: Readonly<Record<string, readonly string[]>>,
  language: string,
): Generator<[TimeSign, readonly string[]]> {
  if (wordLists.of(language)?.capitalNouns !== true) return
  for (let day = 1; day <= 7; day++)
    for (const [part, names] of Object.entries({ ...parts, MO: [...(parts['MO'] ?? []), 'morgen'] })) {
      const [weekday = ''] = dayNames(day, language)
      yield [`daypart:${day} ${part}`, names.map((name) => `${weekday}${name}`)]
    }
}

/** Yields the plural forms of units: those that CLDR uses with two and five but not with one. */
function* pluralsOf(
  units: Readonly<Partial<Record<string, readonly string[]>>>,
  language: string,
): Generator<[TimeSign, readonly string[]]> {
  for (const unit of COUNTED_BY_CLDR) {
    const written = (count: number): string =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' })
        .format(count)
        .toLowerCase()
    const [one, two, five] = [written(1), written(2), written(5)].map((text) => text.split(' ').at(-1) ?? '')
    const many = [two, five].filter((form) => form !== undefined && form !== one)
    const forms = (units[unit] ?? []).filter((form) =>
      many.some((other) => form === other || form === `${other}n`),
    )
    if (forms.length > 0) yield ['plural', forms]
  }
}

const COUNTED_BY_CLDR = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const

/** Yields the CLDR names for the days around today. */
function* daysOf(language: string): Generator<[TimeSign, readonly string[]]> {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  for (const day of [-2, -1, 0, 1, 2]) {
    const name = format.format(day, 'day')
    if (!/\d|\p{Nd}/u.test(name)) yield [`day:${day}`, [name]]
  }
}
