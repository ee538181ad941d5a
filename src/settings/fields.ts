import { z } from 'zod'
import { isWebAddress } from '../feeds/resolve-url.ts'
import { SPOKEN } from '../language/languages.ts'
import type { Days } from '../records/subscription.ts'
import { toDays, WEEK } from '../subscriptions/days.ts'
import { parseExpression } from '../subscriptions/expression/parse-expression.ts'
import { isZone } from '../words/times.ts'
import { foldSpelling, type Spellings, suggest } from './diagnostics.ts'

/*
 * The kinds of values in our files. A message for a missing value or a wrong type is a noun phrase, which
 * `explainIssue` (diagnostics.ts) puts after "'feed' is missing:" or "'feed' must be"; every other message is
 * a whole sentence.
 */

export function text(what: string) {
  return z
    .string({ error: what })
    .trim()
    .min(1, { error: what, abort: true })
    .max(200, { error: `${what}, at most 200 letters` })
}

export function slug(what: string) {
  return text(what).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, {
    error: ({ input }) =>
      `${quote(input)} is not an id; use small letters, digits and hyphens, such as '${toSlug(input) || 'daily-news'}'`,
  })
}

export function oneOf<const T extends string>(what: string, values: readonly T[]) {
  const words = new Map(values.map((value) => [foldSpelling(value), value]))
  const choice = `one of ${values.join(', ')}`
  const explain = unknown(what, () => words, `use ${choice}`)
  return z.enum(values, { error: ({ input }) => (input == null ? choice : explain({ input })) })
}

/**
 * The id of something defined in another file. If `words` is null, that file could not be read and every id
 * is accepted.
 */
export const known = (what: string, words: Spellings | null, file: string) =>
  text(`the id of a ${what} from ${file}`).refine(
    (id) => words === null || words.get(foldSpelling(id)) === id,
    { error: unknown(what, () => words ?? new Map(), `see ${file}`) },
  )

/** Creates the message for an unknown word, with the probable meaning. */
const unknown =
  (what: string, spellings: () => Spellings, otherwise: string) =>
  ({ input }: { readonly input?: unknown }): string => {
    const meant = suggest(written(input), spellings())
    return `unknown ${what} ${quote(input)}; ${meant === null ? otherwise : `did you mean '${meant}'?`}`
  }

/** http or https, without a password. */
export function address(what: string) {
  return text(what)
    .max(2000)
    .refine((value) => isWebAddress(value) && !SPACE_OR_LOGIN.test(value), {
      error: ({ input }) =>
        `${quote(input)} is no web address; it starts with https:// and holds no spaces or passwords`,
    })
}

const SPACE_OR_LOGIN = /\s|^\w+:\/\/[^/?#]*@/u

/** ISO 3166-1 alpha-2 and the reserved codes EU and UN, as CLDR (in Intl) knows them. */
export const country = () =>
  text('a two-letter country code, such as TR').refine(isCountry, {
    error: unknown('country', countrySpellings, 'use two capitals, as in TR'),
  })

const aLanguage = (spellings: () => Spellings, otherwise: string) =>
  text('a two-letter language code, such as tr').refine(isLanguage, {
    error: unknown('language', spellings, otherwise),
  })

/** ISO 639-1. */
export const language = () =>
  aLanguage(() => spellingsFor(pairs.filter(isLanguage)), 'use two letters, as in tr')

/** The language for our own words. In a language that we do not speak, they are English. */
export const ownLanguage = () => aLanguage(() => spellingsFor(SPOKEN), `use one of ${SPOKEN.join(', ')}`)

/** Keywords with AND, OR, NOT, "phrases" and brackets. */
export const expression = () =>
  text('keywords, such as grain AND (corridor OR deal)').refine(
    (typed) => parseExpression(typed).status === 'parsed',
    {
      error: ({ input }) =>
        `${quote(input)} are no keywords; write words with AND, OR, NOT, "phrases" and brackets, as in grain AND (corridor OR deal)`,
    },
  )

/** A name of the IANA time zone database. */
export const zone = () =>
  // Offsets such as +03:00 are zones, too, but have no daylight saving time.
  text('a time zone, such as Europe/Istanbul').refine((name) => /^[A-Za-z]/u.test(name) && isZone(name), {
    error: unknown('time zone', zoneSpellings, 'use one as in Europe/Istanbul'),
  })

/** A word for the days, or a list of days of the week. */
export function days() {
  const words: readonly Days[] = ['daily', 'weekdays', 'weekends', ...WEEK.map((day) => toDays([day]))]
  const wanted = `daily, weekdays, weekends, or days as in [${WEEK.join(', ')}]`
  const explain = unknown('days', () => new Map(words.map((word) => [word, word])), `use ${wanted}`)
  return z
    .union([z.enum(words), z.array(z.enum(WEEK)).min(1)], {
      error: ({ input }) => (input === null ? wanted : explain({ input })),
    })
    .transform((said) => (typeof said === 'string' ? said : toDays(said)))
}

export function timeOfDay() {
  return text('a time, such as "08:00"').regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/u, {
    error: ({ input }) =>
      `${quote(input)} is no time of day; write hours and minutes as in "08:00" or "17:30"`,
  })
}

export function count(what: string, most: number) {
  const error = `${what}, a whole number from 1 to ${most}`
  return z.int({ error }).min(1, { error }).max(most, { error })
}

export function listOf<T extends z.ZodType>(what: string, item: T) {
  return z.array(item, { error: what }).min(1, { error: what })
}

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** Codes that CLDR replaces by others (UK, SU) are not current. ZZ and private codes are no countries. */
function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/u.test(code) || /^(ZZ|XA|XB|EZ)$/u.test(code)) return false
  return new Intl.Locale('und', { region: code }).region === code && countryNames.of(code) !== undefined
}

function isLanguage(code: string): boolean {
  return (
    /^[a-z]{2}$/u.test(code) &&
    Intl.getCanonicalLocales(code)[0] === code &&
    languageNames.of(code) !== undefined
  )
}

const letters = Array.from('abcdefghijklmnopqrstuvwxyz')
const pairs = letters.flatMap((first) => letters.map((second) => first + second))

function countrySpellings(): Spellings {
  const codes = pairs.map((pair) => pair.toUpperCase()).filter(isCountry)
  const names = codes.map((code) => [foldSpelling(countryNames.of(code) ?? code), code] as const)
  return new Map([...names, ...codes.map((code) => [code.toLowerCase(), code] as const), ['uk', 'GB']])
}

function spellingsFor(codes: readonly string[]): Spellings {
  return new Map(
    codes.flatMap((code) => [
      [foldSpelling(languageNames.of(code) ?? code), code] as const,
      [code, code] as const,
    ]),
  )
}

function zoneSpellings(): Spellings {
  const zones = Intl.supportedValuesOf('timeZone')
  const cities = zones.map((zone) => [foldSpelling(zone.split('/').at(-1) ?? zone), zone] as const)
  return new Map([...cities, ...zones.map((zone) => [foldSpelling(zone), zone] as const)])
}

function toSlug(input: unknown): string {
  return foldSpelling(written(input))
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
}

/** Quotes input so that it is safe to print on one line. */
function quote(input: unknown): string {
  const shown = written(input).replace(/[\p{C}\p{Z}]+/gu, ' ')
  return `'${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}'`
}

function written(input: unknown): string {
  return typeof input === 'string' ? input : (JSON.stringify(input) ?? 'nothing')
}
