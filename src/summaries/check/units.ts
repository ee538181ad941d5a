import { analyse } from '../../text/words.ts'
import currencies from './currencies.json' with { type: 'json' }
import type { Word } from './read-words.ts'

/** What a number measures, where the word or sign beside it says so: "kilometer", "$", "%". `language` is ISO 639-1; the names are ICU's. */
export function unitOf(
  { index, gap, text }: Word,
  words: readonly Word[],
  language: string,
): string | undefined {
  const next = words[index + 1]
  const sign = BEFORE.exec(gap)?.[1] ?? BEHIND.exec(next?.gap ?? '')?.[1]
  if (sign !== undefined) return sign === '٪' ? '%' : sign
  if (language === 'tr' && /^yüzde$/u.test(words[index - 1]?.lower ?? '')) return '%'
  const joint = ABBREVIATED.test(text) ? next?.gap.replace('.', '') : next?.gap
  if (next === undefined || !/^(?:\s|[-\u200c])$/u.test(joint ?? '')) return undefined
  const second = words[index + 2]
  const name = `${next.lower} ${second?.lower ?? ''}`
  if (POINTS.test(name)) return 'point'
  if (PERCENT.test(name)) return '%'
  const units = unitsOf(language)
  const named = nameOf(next, units)
  // "5 US dollars", "5 square miles", "5 millions de dollars".
  return named ?? (second?.gap === ' ' && BETWEEN.test(next.lower) ? nameOf(second, units) : undefined)
}

const nameOf = ({ lower, key }: Word, units: ReadonlyMap<string, string>): string | undefined =>
  units.get(lower.replace(/^d'/u, '').replace(/\p{M}/gu, '')) ?? units.get(`${STEM}${key}`)

/** Before the stems of names, which are no words. */
const STEM = '~'
const INFLECTS: ReadonlySet<string> = new Set(['ru', 'uk', 'tr'])

/** "2 Mio." */
const ABBREVIATED = /^\p{Nd}.*\p{L}$/u
const BEFORE = /([$€£₽₺₴¥])\s?$/u
const BEHIND = /^\s?([$€£₽₺₴¥%٪])/u
const BETWEEN = /^(?:us|american|square|cubic|de)$/u
const PERCENT =
  /^(?:percent|pct|per cent|pour cent|por ciento|prozent|процент\p{L}*|відсот\p{L}+|في المئة|في المائة|بالمئة|بالمائة|درصد) ?/u
const POINTS =
  /^(?:(?:percentage|percent) points?|points? de|prozentpunkt\p{L}*|puntos? porcentual\p{L}*|процентн\p{L}+ пункт\p{L}*|відсотков\p{L}+ пункт\p{L}*|نقطة مئوية|نقاط مئوية|واحد درصد)/u

/** Those of ECMA-402 that news measure in. */
const UNITS =
  'kilometer mile meter foot inch kilogram gram acre hectare liter gallon year month week day hour minute'.split(
    ' ',
  )

function unitsOf(language: string): ReadonlyMap<string, string> {
  const before = read.get(language)
  if (before !== undefined) return before
  const units = new Map<string, string>()
  const learn = (name: string, unit: string): void => {
    units.set(name, unit)
    if (INFLECTS.has(language)) units.set(`${STEM}${analyse(name, language)[0] ?? name}`, unit)
  }
  for (const [sign, names] of Object.entries(currencies))
    for (const name of names.split(' ')) learn(name, sign)
  const known = Intl.NumberFormat.supportedLocalesOf(language).length > 0
  for (const unit of known ? UNITS : [])
    for (const unitDisplay of ['long', 'short'] as const)
      for (const amount of AMOUNTS) {
        const parts = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay }).formatToParts(
          amount,
        )
        const name =
          parts
            .find(({ type }) => type === 'unit')
            ?.value.toLowerCase()
            .replace(/\.|\p{M}/gu, '') ?? ''
        if (/^\p{L}{2,}$/u.test(name)) learn(name, unit)
      }
  read.set(language, units)
  return units
}

/** One for each plural of the nine languages. */
const AMOUNTS = [1, 2, 5, 11, 100, 1.5]
const read = new Map<string, ReadonlyMap<string, string>>()
