import { z } from 'zod'
import { wordEndings, words } from '../language/parts.ts'
import { languagePart } from '../language/read-part.ts'
import { type PhraseTable, phraseTable } from './phrases.ts'
import type { Token } from './tokens.ts'

/** Words for numbers. */
export const numberWords = languagePart(
  'numbers',
  z.strictObject({
    /** Number words by value, in all their forms. */
    words: z.record(z.string().regex(/^\d+$/u), words),
    /** Words between the words of one number: "two hundred and six". */
    joins: words.default([]),
    /** What joins ones and tens that are written as one word: "einundzwanzig". */
    joint: z.string().optional(),
    /** Quantities without a number: "dozens". */
    vague: words.default([]),
    /** The vague quantities that imply a least number, by that number: "dozens", 24. */
    atLeast: z.record(z.string().regex(/^\d+$/u), words).default({}),
  }),
)

/** A number in a text. */
export interface Numeral {
  /** Token indices; `to` is exclusive. */
  readonly from: number
  readonly to: number
  /** Null for "dozens". */
  readonly value: number | null
  readonly isDigits: boolean
  /** The number as written, if it is in digits only: "2011", "20:30". */
  readonly digits: string | null
}

interface Reader {
  readonly table: PhraseTable<number | null>
  readonly joins: ReadonlySet<string>
  /** The decimal mark of the language. */
  readonly decimal: string
}

const readers = new Map<string, Reader>()

function readerOf(language: string): Reader {
  return readers.getOrInsertComputed(language, () => {
    const known = numberWords.of(language)
    const lists = Object.entries(known?.words ?? {}).map(
      ([value, forms]) => [Number(value) as number | null, forms] as const,
    )
    const compounds = known?.joint === undefined ? [] : compoundsOf(lists, known.joint)
    const parts = new Intl.NumberFormat(language).formatToParts(1.5)
    return {
      table: phraseTable(
        [...lists, ...compounds, [null, known?.vague ?? []]],
        language,
        wordEndings.of(language)?.heads,
      ),
      joins: new Set(known?.joins),
      decimal: parts.find(({ type }) => type === 'decimal')?.value ?? '.',
    }
  })
}

function compoundsOf(
  lists: readonly (readonly [number | null, readonly string[]])[],
  joint: string,
): (readonly [number, readonly string[]])[] {
  const below = (least: number, most: number) =>
    lists.flatMap(([value, forms]) =>
      value !== null && value >= least && value < most ? [{ value, forms }] : [],
    )
  return below(20, 100).flatMap((ten) => [
    [ten.value + 1, ten.forms.map((form) => `ein${joint}${form}`)] as const,
    ...below(2, 10).map(
      (one) =>
        [
          ten.value + one.value,
          ten.forms.flatMap((form) => one.forms.map((first) => first + joint + form)),
        ] as const,
    ),
  ])
}

/** Returns the numbers of a text, in order. */
export function readNumerals(tokens: readonly Token[], language: string): readonly Numeral[] {
  const reader = readerOf(language)
  const found: Numeral[] = []
  for (let at = 0; at < tokens.length;) {
    const numeral = numeralAt(tokens, at, reader, language)
    const before = found.at(-1)
    // "Some 1,300": a vague quantity before a number only qualifies it.
    if (before?.value === null && before.digits === null && numeral !== null && before.to === at) found.pop()
    if (numeral !== null) found.push(numeral)
    at = numeral?.to ?? at + 1
  }
  return found
}

function numeralAt(tokens: readonly Token[], from: number, reader: Reader, language: string): Numeral | null {
  let total = 0
  let group: number | null = null
  let last = Number.POSITIVE_INFINITY
  let at = from
  let digits: string | null = null
  let words = 0
  let sawDigits = false
  while (at < tokens.length) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.kind === 'digits') {
      // "2 thousand and 700"; two adjacent numbers are separate.
      if (group !== null || (words > 0 && total < 1000)) break
      const value = valueOf(token.key, reader.decimal, isMultiplier(reader, tokens, at + 1), language)
      if (value === null) {
        if (at === from) return { from, to: at + 1, value: null, isDigits: true, digits: token.key }
        break
      }
      if (words > 0 && value >= last) break
      digits = words === 0 ? token.key : null
      sawDigits = true
      group = value
      at++
      continue
    }
    const found = token.kind === 'word' ? reader.table.at(tokens, at) : null
    const [value] = found?.signs ?? []
    if (found === null || value === undefined) {
      const isJoin = (group !== null || total > 0) && reader.joins.has(token.key) && !sawSmall(group)
      const next = isJoin ? numberAfter(tokens, at + 1, reader) : null
      if (next === null || next >= (group ?? last)) break
      at++
      continue
    }
    if (value === null) {
      if (at === from) return { from, to: at + found.length, value: null, isDigits: false, digits: null }
      break
    }
    if (value >= 100) {
      const isHundred = value < 1000
      if (value >= 1000 && value !== 1000 && value % 1000 !== 0) break
      if (isHundred && group !== null && (group >= 10 || sawDigits)) break
      if (isHundred) group = value === 100 ? (group ?? 1) * 100 : (group ?? 0) + value
      else if (value >= last && total > 0) {
        // "five hundred thousand million": multiplies everything before it.
        total = (total + (group ?? 0)) * value
        group = null
        last = value
      } else {
        const isPair = value % 2000 === 0 && String(value).startsWith('2')
        total += isPair ? value : (group ?? 1) * value
        last = isPair ? value / 2 : value
        group = null
      }
      digits = null
    } else {
      if (sawDigits && group !== null) break
      if (group !== null && !fits(group, value, language)) break
      group = (group ?? 0) + value
    }
    words++
    at += found.length
  }
  if (at === from) return null
  // A multiplier alone is no number: "millions", "thousand".
  if (
    words === 1 &&
    group === null &&
    !sawDigits &&
    total < 10_000_000_000_000 &&
    isBare(tokens, from, at, reader)
  )
    return null
  return { from, to: at, value: total + (group ?? 0), isDigits: sawDigits, digits }
}

const sawSmall = (group: number | null): boolean => group !== null && group % 10 !== 0 && group < 20

const isBare = (tokens: readonly Token[], from: number, to: number, reader: Reader): boolean =>
  to - from === 1 && (reader.table.at(tokens, from)?.signs[0] ?? 0) !== 2000

/** Whether ones may follow a group: "twenty four"; in Arabic ones come first: "أربعة وعشرون". */
function fits(group: number, value: number, language: string): boolean {
  const rest = group % 100
  if (language === 'ar') return rest === 0 || (rest < 10 && value >= 10)
  if (rest === 0) return group >= 100
  return rest >= 20 && rest % 10 === 0 && (value < 10 || (language === 'fr' && value < 20))
}

const numberAfter = (tokens: readonly Token[], at: number, reader: Reader): number | null => {
  const token = tokens[at]
  if (token?.kind === 'digits') return valueOf(token.key, reader.decimal, false, '')
  return reader.table.at(tokens, at)?.signs[0] ?? null
}

const isMultiplier = (reader: Reader, tokens: readonly Token[], at: number): boolean =>
  (reader.table.at(tokens, at)?.signs[0] ?? 0) >= 1000

/** Returns the value of digits; null for clock times, dates and versions. */
function valueOf(key: string, decimal: string, beforeMultiplier: boolean, language: string): number | null {
  if (/^\d+$/u.test(key)) return Number(key)
  if (/^\d{1,3}( \d{3})+$/u.test(key)) return Number(key.replaceAll(' ', ''))
  if (/^\d{1,3}(?:([.,'’])\d{3})(?:\1\d{3})+$/u.test(key)) return Number(key.replaceAll(/\D/gu, ''))
  const one = /^(\d+)([.,])(\d+)$/u.exec(key)
  if (one !== null) {
    const [, whole = '', mark = '', rest = ''] = one
    const isGroup =
      rest.length === 3 &&
      whole.length <= 3 &&
      whole !== '0' &&
      !beforeMultiplier &&
      (mark !== decimal || EITHER_MARK_LANGUAGES.has(language))
    return isGroup ? Number(whole + rest) : Number(`${whole}.${rest}`)
  }
  const both = /^(\d{1,3}(?:([.,'’])\d{3})+)[.,](\d+)$/u.exec(key)
  if (both !== null) return Number(`${(both[1] ?? '').replaceAll(/\D/gu, '')}.${both[3] ?? ''}`)
  return null
}

/** Languages whose outlets use either mark between thousands, whatever CLDR says. */
const EITHER_MARK_LANGUAGES: ReadonlySet<string> = new Set(['ar', 'fa'])
