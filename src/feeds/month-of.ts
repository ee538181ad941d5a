/**
 * Which month (1 to 12) a name or abbreviation means, in the languages that feeds are written in. Null for what is no month, or is one month in one
 * language and another elsewhere (Croatian and Polish “listopad”): undated is better than invented.
 */
export function monthOf(name: string): number | null {
  const word = name.toLowerCase()
  const begun = MONTHS.get(word.slice(0, 3)) ?? MONTHS.get(word.slice(0, 4)) ?? null
  if (word.length <= LONGEST_ABBREVIATION || ENGLISH.has(word)) return begun
  // The whole word first: Finnish November begins like March.
  const whole = wholeNames().get(word)
  // What is no whole name may be an odd spelling: “Febuary”.
  return whole === undefined ? begun : whole
}

const LONGEST_ABBREVIATION = 4

/** How names of months begin, in abbreviations too. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['jan', 'ene', 'янв', 'ιαν', 'oca'],
    ['feb', 'fév', 'fev', 'фев', 'φεβ', 'şub'],
    ['mar', 'mär', 'mrt', 'мар', 'μαρ', 'μάρ'],
    ['apr', 'avr', 'abr', 'апр', 'απρ', 'nis', 'ápr'],
    ['may', 'mai', 'mei', 'мая', 'май', 'μαϊ', 'μάι', 'maj', 'máj', 'mag'],
    ['jun', 'juin', 'июн', 'ιού', 'ιουν', 'ιούν', 'haz', 'jún', 'giu'],
    ['jul', 'juil', 'июл', 'ιουλ', 'ιούλ', 'tem', 'júl', 'lug'],
    ['aug', 'aoû', 'ago', 'авг', 'αυγ', 'αύγ', 'ağu'],
    ['sep', 'sept', 'set', 'сен', 'σεπ', 'eyl', 'sze'],
    ['oct', 'okt', 'out', 'ott', 'окт', 'οκτ', 'eki'],
    ['nov', 'ноя', 'νοέ', 'νοε', 'kas'],
    ['dec', 'déc', 'dez', 'dic', 'дек', 'δεκ', 'ara'],
  ].flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
)

/** By far the most dates: they need not wait for all other names. */
const ENGLISH: ReadonlySet<string> = new Set([
  'january',
  'february',
  'march',
  'april',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
])

const LANGUAGES =
  'ar ar-DZ ar-MA ar-SY az bg bs ca cs da de el en es et eu fa fi fr he hr hu id is it lt lv mk nb nl pl pt ro ru sk sl sq sr sr-Latn sv tr uk'.split(
    ' ',
  )

let names: ReadonlyMap<string, number | null> | null = null

/** Names of the Gregorian months as CLDR has them, alone and behind a day; null where languages disagree. */
function wholeNames(): ReadonlyMap<string, number | null> {
  if (names !== null) return names
  const found = new Map<string, number | null>()
  for (const language of LANGUAGES) {
    for (const options of [{ month: 'long' }, { month: 'long', day: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(language, { ...options, calendar: 'gregory', timeZone: 'UTC' })
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2026, month - 1, 15))
        const word = parts.find(({ type }) => type === 'month')?.value.toLowerCase() ?? ''
        const known = found.get(word)
        found.set(word, known === undefined || known === month ? month : null)
      }
    }
  }
  names = found
  return found
}
