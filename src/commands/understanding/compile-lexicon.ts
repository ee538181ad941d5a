import { writtenSayings } from '../../analysis/sayings/saying-words.ts'
import { type Ask, ASKED_NOUNS, type AskedTime } from '../../language/asked.ts'
import type { Meaning } from '../../language/meanings.ts'
import { wordLists } from '../../language/parts.ts'
import { askWords, commandWords } from '../../language/typed-words.ts'
import { dayNames, monthNames } from '../../words/names.ts'
import { foldTerm } from '../name-index.ts'
import { stemOf } from './sentence.ts'
import { spelledNumbers } from './spelled-numbers.ts'

/** What words may mean in a sentence. */
export type Sign =
  | Meaning
  | `ask:${Ask}`
  /** A verb in a form that addresses nobody: "paused", "приостановить" (to suspend); see `settleIndirect`. */
  | `indirect:${Ask}`
  | `noun:${(typeof ASKED_NOUNS)[number]}`
  | `time:${AskedTime}`
  | `number:${string}`
  | `ordinal:${string}`
  | `unit:${Unit}`
  | `two:${Unit | 'outlets'}`
  | `weekday:${number}`
  | `month:${number}`
  | `persian:${number}`
  | `clock:${'oclock' | 'before'}`
  /** Minutes named before or after an hour: 30 in "half past". */
  | `minutes:${string}`
  | `minutes-behind:${string}`
  | (typeof OTHERS)[number]

const OTHERS = [
  'except-before',
  'except-behind',
  /** Stands before the subscription that something is taken out of. */
  'out-of',
  'between',
  'between-behind',
  'past',
  'current',
  'ago',
  'next',
  'begin',
  'end',
  /** With a day of the week: each of them. */
  'every',
  /** Stands between words that belong together: "of", "with". */
  'joint',
  'condition',
  'condition-within',
  'addressed',
  'mine',
  'also',
  'only',
  'verbal',
  'again',
  'which',
  'not-before',
  'not-behind',
  'instead-before',
  'instead-behind',
  'except-days',
  /** A reply to a question of ours. */
  'yes',
  'no',
  'lasting',
  'lasting-behind',
  'starting',
  'starting-behind',
  /** Turns a request into its opposite. */
  'negation',
  'how',
  'whether',
] as const

export type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years'

/** A phrase of a language that means something to us. */
export interface Phrase {
  /** Folded. */
  readonly words: readonly string[]
  /** How its last word ends in the list, before folding. */
  readonly lastLetter: string
  readonly signs: readonly Sign[]
  /** The last word may be longer than listed. */
  readonly isOpen: boolean
}

/** All phrases of a language. */
export interface Lexicon {
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>
  /** Phrases of one word, by stem. */
  readonly byStem: ReadonlyMap<string, readonly Phrase[]>
  /** Phrases of one word that may be longer than listed. */
  readonly open: readonly Phrase[]
  /** The first words of all phrases as listed, in lower case. */
  readonly written: ReadonlySet<string>
  /** Folded endings that make a verb a condition. */
  readonly conditions: readonly string[]
}

/** Builds the lexicon of a language (ISO 639-1) from its lists. */
export function compileLexicon(language: string): Lexicon {
  const signs = new Map<string, Set<Sign>>()
  const written = new Set<string>()
  const lastLetters = new Map<string, string>()
  const add = (phrases: readonly string[] | undefined, ...meant: readonly Sign[]): void => {
    for (const phrase of phrases ?? []) {
      const key = `${foldTerm(phrase)}${phrase.endsWith('*') ? '*' : ''}`
      written.add(phrase.split(/[\s’'-]/u, 1)[0]?.toLowerCase() ?? '')
      if (lastLetters.get(key) !== 'ة') lastLetters.set(key, phrase.at(-1) ?? '')
      const there = signs.getOrInsertComputed(key, () => new Set())
      for (const sign of meant) there.add(sign)
    }
  }
  addCommandWords(language, add)
  addAskWords(language, add)
  addNames(language, add)
  add(wordLists.of(language)?.stop, 'filler')
  // "Did Macron announce", "what he said": verbs of saying only ask what was said.
  const said = writtenSayings.of(language)?.lists.get('said') ?? []
  add(
    said.filter((verb) => verb.length >= SHORTEST_SAID && !signs.has(foldTerm(verb))),
    'filler',
  )
  const phrases = Array.from(signs, ([key, meant]): Phrase => {
    const isOpen = key.endsWith('*')
    const words = (isOpen ? key.slice(0, -1) : key).split(' ')
    return { words, lastLetter: lastLetters.get(key) ?? '', signs: [...meant], isOpen }
  })
  const single = phrases.filter(({ words }) => words.length === 1)
  return {
    byFirst: Map.groupBy(phrases, ({ words }) => words[0] ?? ''),
    byStem: Map.groupBy(
      single.filter(({ isOpen, signs }) => !isOpen && signs.some((sign) => sign !== 'filler')),
      ({ words }) => stemOf(words[0] ?? '', language) ?? words[0] ?? '',
    ),
    written,
    open: single.filter(({ isOpen }) => isOpen),
    conditions: askWords.of(language)?.condition.endings.map(foldTerm) ?? [],
  }
}

/** In letters. Shorter verbs are other words, too: Arabic "نفت" (denied) is Persian for oil. */
const SHORTEST_SAID = 4

type Add = (phrases: readonly string[] | undefined, ...meant: readonly Sign[]) => void

/**
 * Days of the week come from `addNames`, since the list also has them with words around them. Left out as
 * well: "off", which is for options only, as "خاموشی" also means a blackout.
 */
const DAYS: ReadonlySet<string> = new Set(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])
const UNITS = ['minutes', 'hours', 'days', 'weeks'] as const

function addCommandWords(language: string, add: Add): void {
  const { phrases = {}, last } = commandWords.of(language) ?? {}
  for (const [meaning, list] of Object.entries(phrases))
    if (isMeaning(meaning) && !DAYS.has(meaning) && meaning !== 'off') add(list, meaning)

  for (const unit of UNITS) add(phrases[unit], `unit:${unit}`)
  add(last?.before, 'past')
  add(last?.behind, 'past')
}

const isMeaning = (name: string): name is Meaning => name !== ''

function addAskWords(language: string, add: Add): void {
  const known = askWords.of(language)
  if (known === null) return
  for (const [ask, list] of Object.entries(known.asks)) if (isAsk(ask)) add(list, `ask:${ask}`)
  add(known.asks.move, 'ask:edit')
  for (const noun of ASKED_NOUNS) add(known.nouns[noun], `noun:${noun}`)
  // "Why this" contains another way to ask why, and names what it asks about; "por qué" does not.
  const whys = known.asks.why ?? []
  const isOfThis = (why: string): boolean => whys.some((other) => why !== other && holds(why, other))
  add(whys.filter(isOfThis), 'noun:that')
  add(known.fillers, 'filler')
  add(known.joints, 'filler', 'joint')
  add(known.except.before, 'except-before')
  add(known.except.behind, 'except-behind')
  add(known.except.from, 'out-of')
  add(known.except.days, 'except-days', 'filler')
  for (const [number, list] of Object.entries(known.numbers)) add(list, `number:${number}`)
  for (const [number, list] of spelledNumbers(language)) add(list, `number:${number}`)
  for (const [number, list] of Object.entries(known.ordinals)) add(list, `ordinal:${number}`)
  for (const [time, list] of Object.entries(known.times)) if (isTime(time)) add(list, `time:${time}`)
  for (const [where, list] of Object.entries(known.round)) if (isRound(where)) add(list, where)
  add(known.every.before, 'every')
  add(known.units.months, 'unit:months')
  add(known.units.years, 'unit:years')
  for (const unit of ['hours', 'days', 'weeks', 'months', 'outlets'] as const)
    add(known.units.two[unit], `two:${unit}`)
  for (const part of ['oclock', 'before'] as const) add(known.clock[part], `clock:${part}`)
  const { before, behind } = known.clock.minutes
  for (const [minutes, list] of Object.entries(before)) add(list, `minutes:${minutes}`)
  for (const [minutes, list] of Object.entries(behind)) add(list, `minutes-behind:${minutes}`)
  add(known.between.before, 'between')
  add(known.between.behind, 'between-behind')
  add(known.condition.words, 'condition', 'filler')
  add(known.condition.within, 'condition-within', 'filler')
  for (const list of ['addressed', 'mine', 'also', 'only', 'again', 'which'] as const)
    add(known[list], list, 'filler')
  add(known.verbal, 'verbal')
  add(known.polite, 'please', 'filler')
  add(known.notNamed.before, 'not-before', 'filler')
  add(known.notNamed.behind, 'not-behind', 'filler')
  add(known.instead.before, 'instead-before', 'filler')
  add(known.instead.behind, 'instead-behind', 'filler')
  for (const part of ['lasting', 'starting'] as const) {
    add(known[part].before, part, 'filler')
    add(known[part].behind, `${part}-behind`, 'filler')
  }
  for (const reply of ['yes', 'no'] as const) add(known.replies[reply], reply)
  add(known.negated, 'negation', 'filler')
  for (const list of ['how', 'whether'] as const) add(known[list], list, 'filler')
  add(known.destination.me, 'me')
  add(known.destination.here, 'here')
}

const holds = (phrase: string, other: string): boolean => ` ${phrase} `.includes(` ${other} `)

const isRound = (name: string): name is 'past' | 'current' | 'ago' | 'next' | 'begin' | 'end' => name !== ''
const isAsk = (name: string): name is Ask => name !== ''
const isTime = (name: string): name is AskedTime => name !== ''

/** Adds days and months as CLDR has them. Iraq and the Levant have months of their own, Iran a calendar. */
function addNames(language: string, add: Add): void {
  const every = askWords.of(language)?.every.endings ?? []
  const listed = commandWords.of(language)?.phrases ?? {}
  for (const [index, name] of [...DAYS].entries()) {
    const sign: Sign = `weekday:${index + 1}`
    const [long = '', short = ''] = dayNames(index + 1, language)
    const others = (isMeaning(name) ? listed[name] : undefined)?.filter((phrase) => !/\s/u.test(phrase)) ?? []
    const own = [long, ...(language === 'ar' ? [long.replace(/^ال/u, '')] : []), short]
    add(own, sign)
    for (const noun of askWords.of(language)?.dayNouns ?? []) add([`${long} ${noun}`], sign)
    for (const other of others) {
      const isPlural =
        every.some((ending) => other.endsWith(ending)) &&
        !own.some((day) => foldTerm(day) === foldTerm(other))
      add([other], sign, ...(isPlural ? (['every'] as const) : []))
    }
    const isOwnPlural = every.some((ending) => long.endsWith(ending))
    if (!isOwnPlural)
      add(
        every.map((ending) => `${long}${ending}`),
        sign,
        'every',
      )
  }
  const locales = language === 'ar' ? ['ar', 'ar-IQ', 'ar-EG'] : [language]
  for (const [name, month] of monthNames(locales, ['long', 'short']))
    if (/^\p{L}{3,}/u.test(name)) add([name], `month:${month}`)
  if (language !== 'fa') return
  const format = new Intl.DateTimeFormat('fa-u-ca-persian', { month: 'long', timeZone: 'UTC' })
  for (let month = 1; month <= 12; month++)
    add(
      [
        format.format(
          Temporal.PlainDate.from({ calendar: 'persian', year: 1404, month, day: 15 }).toZonedDateTime('UTC')
            .epochMilliseconds,
        ),
      ],
      `persian:${month}`,
    )
}
