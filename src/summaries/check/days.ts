import { analyse } from '../../text/words.ts'
import type { Word } from './read-words.ts'

/** A weekday, a month, or a day told from today, wherever it stands. */
export interface Day {
  readonly kind: 'weekday' | 'month' | 'relative'
  /** The same for all forms of one day. */
  readonly id: string
  /** Another word of the language is written so. */
  readonly isAmbiguous: boolean
}

/** The day that a word names, if it does. `language` is ISO 639-1; the names are ICU's. */
export function dayOf(
  { lower, key, capital, index }: Word,
  words: readonly Word[],
  language: string,
): Day | undefined {
  const names = namesOf(language)
  if (names === undefined || (CAPITALS.has(language) && !capital && !names.relative.has(lower)))
    return undefined
  const plain = plainly(lower)
  const before = words[index - 1]
  // "سه شنبه" in two words is Tuesday, "شنبه" alone Saturday.
  if (plain === 'شنبه' && before?.gap !== undefined && /^[\s\u200c]$/u.test(words[index]?.gap ?? '')) {
    const joined = names.days.get(`${before.lower}${plain}`)
    if (joined !== undefined) return joined
  }
  const day =
    names.days.get(plain) ??
    (language === 'ar' ? names.days.get(plain.replace(/^[وبل](?=..)/u, '')) : undefined)
  if (day !== undefined || !INFLECTS.has(language)) return day
  const form = names.stems.get(lower.includes("'") ? stemOf(lower, language) : key)
  return form !== undefined && form.name.slice(0, 3) === bare(lower).slice(0, 3) ? form.day : undefined
}

/** These write weekdays and months with a capital: "may" is no month. */
const CAPITALS: ReadonlySet<string> = new Set(['en', 'de'])
const INFLECTS: ReadonlySet<string> = new Set(['ru', 'uk', 'tr'])

/** Environment, market, hearth, planting; bullet, love, avalanche; morning; the two, the day. */
const AMBIGUOUS: ReadonlySet<string> = new Set(
  'среда среду среды среде pazar ocak ekim تیر مهر دی بهمن mañana الاثنين اليوم'.split(' '),
)

interface DayNames {
  readonly days: ReadonlyMap<string, Day>
  readonly relative: ReadonlySet<string>
  readonly stems: ReadonlyMap<string, { readonly name: string; readonly day: Day }>
}

/** Arabic has three sets of months, Persian two calendars. */
const LOCALES: Readonly<Record<string, readonly string[]>> = {
  en: ['en'],
  fr: ['fr'],
  es: ['es'],
  de: ['de'],
  ru: ['ru'],
  uk: ['uk'],
  tr: ['tr'],
  ar: ['ar-u-ca-gregory', 'ar-SY-u-ca-gregory', 'ar-DZ-u-ca-gregory'],
  fa: ['fa-u-ca-gregory', 'fa-u-ca-persian'],
}

function namesOf(language: string): DayNames | undefined {
  const before = read.get(language)
  if (before !== undefined || !Object.hasOwn(LOCALES, language)) return before
  const days = new Map<string, Day>()
  const stems = new Map<string, { name: string; day: Day }>()
  const relative = new Set<string>()
  const learn = (written: string, kind: Day['kind'], number: number | string): void => {
    const name = plainly(written.toLocaleLowerCase(language))
    if (name.includes(' ')) return
    const day = { kind, id: `${kind} ${number}`, isAmbiguous: AMBIGUOUS.has(name) }
    days.set(name, day)
    if (kind === 'relative') relative.add(name)
    // "понеділок", "понеділка".
    for (const form of [name, name.replace(/ок$/u, 'ка')])
      stems.set(stemOf(form, language), { name: bare(name), day })
  }
  for (const locale of LOCALES[language] ?? []) {
    const calendar = locale.endsWith('persian') ? 'persian ' : ''
    const partOf = (options: Intl.DateTimeFormatOptions, part: 'weekday' | 'month', date: Date): string =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
        .formatToParts(date)
        .find(({ type }) => type === part)?.value ?? ''
    for (let i = 0; i < 12; i++) {
      const date = new Date(Date.UTC(2024, i, 10 + i))
      const number = calendar + String(i)
      learn(partOf({ month: 'long' }, 'month', date), 'month', number)
      learn(partOf({ month: 'long', day: 'numeric' }, 'month', date), 'month', number)
      if (i < 7) learn(partOf({ weekday: 'long' }, 'weekday', new Date(Date.UTC(2024, 0, i))), 'weekday', i)
    }
    const told = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
    for (const day of [-1, 0, 1]) learn(told.format(day, 'day'), 'relative', day)
  }
  const names = { days, relative, stems }
  read.set(language, names)
  return names
}

const read = new Map<string, DayNames>()

const bare = (word: string): string => word.replace(/['’ʼ]/gu, '')
const stemOf = (word: string, language: string): string => analyse(bare(word), language)[0] ?? word

/** Without the marks that writers leave out. */
const plainly = (word: string): string => word.replaceAll('’', "'").replace(/\u200c|\u064b|\u0654|ʼ/gu, '')
