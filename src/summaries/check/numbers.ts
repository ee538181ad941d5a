import { type Meant, type NumberWords, type Scale, valueOf, wordsOf } from './number-words.ts'

/** A word as it is written, with what stands before it. */
export interface Token {
  /** Lower case; `lower` without an English possessive and without full stops. */
  readonly small: string
  readonly lower: string
  readonly gap: string
}

/** A number over one word or more: "1,500", "seventy-nine", "5 million", "deux cents". */
export interface ReadNumber {
  /** Its value in one spelling: "1,500" and "1 500" are "1500", "seven" is "7", "5 million" is "5000000". */
  readonly number: string
  /** What it may mean as well: "5" in "5 to 7 million", "5m" in metres. */
  readonly also: readonly string[]
  /** In words. */
  readonly length: number
}

/**
 * The number that begins at a word, if one does. Spelled numbers are read in the language's own words (`number-words.json`); "one" and
 * a "hundred" without "a" say too often something else.
 */
export function readNumber(tokens: readonly Token[], at: number, language: string): ReadNumber | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  const words = wordsOf(language)
  if (isFigure(token.lower)) return readDigits(tokens, at, words)
  return words && valueOf(token.lower, words, language) && readSpelled(tokens, at, words, language)
}

const isFigure = (word: string): boolean =>
  word.charCodeAt(0) < 128 ? word >= '0' && word < ':' : /^\p{Nd}/u.test(word)

/** Between the words of one number. */
const JOINT = /^(?:[\s\u200c]|[-‑])?$/u

function readDigits(tokens: readonly Token[], at: number, words: NumberWords | undefined): ReadNumber {
  const plain = digitsValue(tokens[at]?.small ?? '')
  const alone = { number: plain, also: [], length: 1 }
  if (words === undefined) return alone
  const scaled = scaleOf(tokens, at + 1, words)
  if (scaled !== undefined)
    return {
      number: times(plain, scaled.value),
      also: scaled.isSure ? [] : [plain],
      length: 1 + scaled.length,
    }
  const end = rangeEnd(tokens, at + 1, words)
  const shared = end === undefined ? undefined : scaleOf(tokens, end + 1, words)
  return shared === undefined ? alone : { ...alone, also: [times(plain, shared.value)] }
}

/** "million", "mil millones", "bn" behind a figure. "5m" may be metres. */
function scaleOf(
  tokens: readonly Token[],
  at: number,
  { words, short }: NumberWords,
): { readonly value: number; readonly length: number; readonly isSure: boolean } | undefined {
  const next = tokens[at]
  if (next === undefined || !JOINT.test(next.gap)) return undefined
  const first = words.get(next.lower)?.scale?.value ?? short.get(next.lower)
  if (first === undefined) return undefined
  const second = tokens[at + 1]
  const more = second && /^\s$/u.test(second.gap) ? words.get(second.lower)?.scale?.value : undefined
  return more !== undefined && more > first
    ? { value: first * more, length: 2, isSure: true }
    : { value: first, length: 1, isSure: next.lower.length > 1 }
}

/** The figure at the other end of "5 to 7", "5–7". */
function rangeEnd(tokens: readonly Token[], at: number, { to }: NumberWords): number | undefined {
  const next = tokens[at]
  if (next === undefined) return undefined
  if (/^\s?[-–—]\s?$/u.test(next.gap) && isFigure(next.lower)) return at
  return to.has(next.lower) && next.gap === ' ' && isFigure(tokens[at + 1]?.lower ?? '') ? at + 1 : undefined
}

function readSpelled(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
  language: string,
): ReadNumber | undefined {
  const first = valueOf(tokens[at]?.lower ?? '', words, language)
  if (first === undefined) return undefined
  if (first.scale && !standsAlone(tokens, at, first.scale, words)) return undefined
  let sum: Sum = { total: 0, current: undefined, last: Infinity }
  let end = at
  for (let i = at; i < Math.min(tokens.length, at + MOST_WORDS); i++) {
    const token = tokens[i]
    if (token === undefined || (i > at && !JOINT.test(token.gap))) break
    if (token.lower === words.and && end === i && i > at) continue
    const hasAnd = end < i || (language === 'ar' && token.lower.startsWith('و'))
    const meant = valueOf(token.lower, words, language)
    const next = meant && add(sum, meant, hasAnd, language)
    if (next === undefined) break
    sum = next
    end = i + 1
  }
  const number = sum.total + (sum.current ?? 0)
  return number < 2 || (end === at + 1 && NOT_ALONE.has(tokens[at]?.lower ?? ''))
    ? undefined
    : { number: String(number), also: [], length: end - at }
}

/** "No" and "face" as well. */
const NOT_ALONE: ReadonlySet<string> = new Set(['نه', 'yüz'])

/** A number as far as it is read: what the last scale closed, what stands behind it, and that scale. */
interface Sum {
  readonly total: number
  readonly current: number | undefined
  readonly last: number
}

/** With one word more; nothing where that word begins another number. */
function add(
  { total, current, last }: Sum,
  { value, scale }: Meant,
  hasAnd: boolean,
  language: string,
): Sum | undefined {
  if (current === undefined) {
    if (total === 0)
      return scale && value > 100 ? { total: value, current, last: value } : { total, current: value, last }
    if (scale && value > last) return hasAnd ? undefined : { total: total * value, current, last: value }
    const isNext = value < last && (!hasAnd || 'ar fa'.includes(language) || (last === 1000 && value < 100))
    return isNext ? { total, current: value, last } : undefined
  }
  if (scale && value <= 100) return current < 13 ? { total, current: current * value, last } : undefined
  if (scale)
    return value < last
      ? { total: total + current * value, current: undefined, last: value }
      : { total: (total + current) * value, current: undefined, last: value }
  if (isAddable(current, value, hasAnd, language)) return { total, current: current + value, last }
  // "quatre-vingts": four times twenty.
  return language === 'fr' && current % 100 === 4 && value === 20
    ? { total, current: current + 76, last }
    : undefined
}

/** Longer runs of number words are lists or attacks. */
const MOST_WORDS = 16

/** "a million", "миллион"; not "half a million" and "چند میلیون". */
function standsAlone(tokens: readonly Token[], at: number, { bare }: Scale, words: NumberWords): boolean {
  const before = tokens[at - 1]?.lower ?? ''
  if (bare === 'never' || VAGUE.test(before) || VAGUE.test(tokens[at - 2]?.lower ?? '')) return false
  return bare === 'always' || words.articles.has(before)
}

/** Before a scale: "half a", "several"; before "cent" and "ciento": a percentage. */
const VAGUE =
  /^(?:half|pour|por|demi|medio|halbe[nr]?|yarım|birkaç|çok|چند|چندین|نیم|عدة|بضعة|نصف|несколько|много|пол|кілька|багато|пів)$/u

/** May a smaller number follow: "seventy nine", "two hundred and five", "soixante et onze", "ثلاثة وعشرون"? */
function isAddable(before: number, value: number, hasAnd: boolean, language: string): boolean {
  const rest = before % 100
  if (rest === 0) return value < (ROOMS.find((room) => before % room === 0) ?? 0)
  if (language === 'ar') {
    if (rest < 10 && value === 10) return !hasAnd
    return hasAnd && rest < 10 && value >= 20 && value < 100 && value % 10 === 0
  }
  if (language === 'fr' && (rest === 60 || rest === 80)) return value < 20
  if (language === 'fr' && (rest === 10 || rest === 70 || rest === 90)) return value >= 7 && value < 10
  if (language === 'tr' && rest === 10) return value < 10
  if (hasAnd && (language === 'en' || language === 'de')) return false
  return rest >= 20 && rest % 10 === 0 && value < 10
}

const ROOMS = [1e9, 1e6, 1000, 100]

function digitsValue(small: string): string {
  const plain = small.replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) & 15))
  return plain
    .replace(/(?<=\d)[,.\u00a0\u202f ] ?(?=\d{3}(?!\d))/gu, '')
    .replace(/[.,]0+$/u, '')
    .replace(',', '.')
}

/** "1.1" of a thousand million, without the dust of binary fractions. */
function times(plain: string, scale: number): string {
  const product = Number(plain) * scale
  return Number.isFinite(product) ? String(Number(product.toPrecision(12))) : plain
}
