import { type Ask, ASKED_NOUNS, type AskedTime } from '../../language/asked.ts'
import { writtenSayings } from '../../analysis/sayings/saying-words.ts'
import { isMet } from '../../language/bridge/translate.ts'
import type { Meaning } from '../../language/meanings.ts'
import { askWords, commandWords, wordLists } from '../../language/parts.ts'
import { dayNames, monthNames } from '../../words/names.ts'
import { foldTerm } from '../name-index.ts'
import { nearest } from '../reading/names.ts'
import { plainVerbs } from './polite-verbs.ts'
import { formsOf, stemOf, type Word } from './sentence.ts'
import { spelledNumbers } from './spelled-numbers.ts'

/** What some words may mean in a sentence. */
export type Sign =
  | Meaning
  | `ask:${Ask}`
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
  /** Minutes that are said before an hour, or behind it: 30 of "half past". */
  | `minutes:${string}`
  | `minutes-behind:${string}`
  | (typeof OTHERS)[number]

const OTHERS = [
  'except-before',
  'except-behind',
  /** Before something of ours that something is taken out of. */
  'out-of',
  'between',
  'between-behind',
  'past',
  'current',
  'ago',
  'next',
  'begin',
  'end',
  /** Of a day of the week: each of them. */
  'every',
  /** Stands between words that belong together: "of", "with". */
  'joint',
  'condition',
  'condition-within',
  'addressed',
  'mine',
  'also',
  'again',
  'which',
  'not-before',
  'not-behind',
  'instead-before',
  'instead-behind',
] as const

export type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years'

interface Phrase {
  /** Folded. */
  readonly words: readonly string[]
  readonly signs: readonly Sign[]
  /** The last word may go on. */
  readonly isOpen: boolean
}

interface Lexicon {
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>
  /** Phrases of one word by its stem. */
  readonly byStem: ReadonlyMap<string, readonly Phrase[]>
  /** Phrases whose only word may go on. */
  readonly open: readonly Phrase[]
  /** Folded endings of verbs that make a condition. */
  readonly conditions: readonly string[]
}

/** The languages (ISO 639-1) in which sentences are understood. */
export const UNDERSTOOD = askWords.languages()

const lexicons = new Map<string, Lexicon>()

const lexiconOf = (language: string): Lexicon =>
  lexicons.getOrInsertComputed(language, () => compile(language))

function compile(language: string): Lexicon {
  const signs = new Map<string, Set<Sign>>()
  const add = (phrases: readonly string[] | undefined, ...meant: readonly Sign[]): void => {
    for (const phrase of phrases ?? []) {
      const key = `${foldTerm(phrase)}${phrase.endsWith('*') ? '*' : ''}`
      const there = signs.getOrInsertComputed(key, () => new Set())
      for (const sign of meant) there.add(sign)
    }
  }
  addCommandWords(language, add)
  addAskWords(language, add)
  addNames(language, add)
  add(wordLists.of(language)?.stop, 'filler')
  // "Did Macron announce", "what he said": who asks looks for what was said.
  const said = writtenSayings.of(language)?.lists.get('said') ?? []
  add(
    said.filter((verb) => verb.length >= SHORTEST_SAID && !signs.has(foldTerm(verb))),
    'filler',
  )
  const phrases = Array.from(signs, ([key, meant]): Phrase => {
    const isOpen = key.endsWith('*')
    return { words: (isOpen ? key.slice(0, -1) : key).split(' '), signs: [...meant], isOpen }
  })
  const single = phrases.filter(({ words }) => words.length === 1)
  return {
    byFirst: Map.groupBy(phrases, ({ words }) => words[0] ?? ''),
    byStem: Map.groupBy(
      single.filter(({ isOpen, signs }) => !isOpen && signs.some((sign) => sign !== 'filler')),
      ({ words }) => stemOf(words[0] ?? '', language) ?? words[0] ?? '',
    ),
    open: single.filter(({ isOpen }) => isOpen),
    conditions: askWords.of(language)?.condition.endings.map(foldTerm) ?? [],
  }
}

/** Letters; shorter ones are other words, too: Arabic "نفت" (denied) is Persian for oil. */
const SHORTEST_SAID = 4

type Add = (phrases: readonly string[] | undefined, ...meant: readonly Sign[]) => void

/** "Off" is of options alone: "خاموشی" is also a blackout. Days of the week come from `addNames`: a list has them with the words round them. */
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
  for (const noun of ASKED_NOUNS) add(known.nouns[noun], `noun:${noun}`)
  // "Why this" holds another way to ask why, and what it asks of; "por qué" does not.
  const whys = known.asks.why ?? []
  const isOfThis = (why: string): boolean => whys.some((other) => why !== other && holds(why, other))
  add(whys.filter(isOfThis), 'noun:that')
  add(known.fillers, 'filler')
  add(known.joints, 'filler', 'joint')
  add(known.except.before, 'except-before')
  add(known.except.behind, 'except-behind')
  add(known.except.from, 'out-of')
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
  add(known.addressed, 'addressed', 'filler')
  add(known.mine, 'mine', 'filler')
  add(known.also, 'also', 'filler')
  add(known.again, 'again', 'filler')
  add(known.which, 'which', 'filler')
  add(known.notNamed.before, 'not-before', 'filler')
  add(known.notNamed.behind, 'not-behind', 'filler')
  add(known.instead.before, 'instead-before', 'filler')
  add(known.instead.behind, 'instead-behind', 'filler')
  add(known.destination.me, 'me')
  add(known.destination.here, 'here')
}

const holds = (phrase: string, other: string): boolean => ` ${phrase} `.includes(` ${other} `)

const isRound = (name: string): name is 'past' | 'current' | 'ago' | 'next' | 'begin' | 'end' => name !== ''
const isAsk = (name: string): name is Ask => name !== ''
const isTime = (name: string): name is AskedTime => name !== ''

/** Days and months as CLDR has them; Iraq and the Levant have months of their own, Iran a calendar. */
function addNames(language: string, add: Add): void {
  const every = askWords.of(language)?.every.endings ?? []
  const listed = commandWords.of(language)?.phrases ?? {}
  for (const [index, name] of [...DAYS].entries()) {
    const sign: Sign = `weekday:${index + 1}`
    const [long = '', short = ''] = dayNames(index + 1, language)
    const others = (isMeaning(name) ? listed[name] : undefined)?.filter((phrase) => !/\s/u.test(phrase)) ?? []
    const own = [long, ...(language === 'ar' ? [long.replace(/^ال/u, '')] : []), short]
    add(own, sign)
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

/** The longest phrase that begins at a word, with all that it may mean. */
export interface Meant {
  readonly length: number
  readonly signs: ReadonlySet<Sign>
  /** Only its stem is that of the word. */
  readonly isFar: boolean
}

/** What the words from here on mean in a language; null where they are no phrase of it. As they are written before their other forms. */
export function meantAt(words: readonly Word[], at: number, language: string): Meant | null {
  const first = words[at]
  if (first === undefined || first.kind === 'quote') return null
  const { byFirst, byStem, open, conditions } = lexiconOf(language)
  const forms = formsOf(first.key, language)
  const found = [
    ...forms.flatMap((form, rank) =>
      (byFirst.get(form) ?? [])
        .filter((phrase) => goesOn(phrase, words, at, language))
        .map(({ words: own, signs }) => ({ length: own.length, rank: Math.min(rank, 1), signs })),
    ),
    ...plainVerbs(first, language, words[at + 1]?.key ?? '').flatMap((form) =>
      (byFirst.get(form) ?? [])
        .filter((phrase) => isAsking(phrase) && goesOn(phrase, words, at, language))
        .map(({ words: own, signs }) => ({ length: own.length, rank: 1, signs: signs.filter(isAskSign) })),
    ),
    ...partedVerb(words, at, language).map((signs) => ({ length: 1, rank: 1, signs })),
    ...open
      .filter((phrase) => first.key.startsWith(phrase.words[0] ?? ''))
      .map(({ signs }) => ({ length: 1, rank: 0, signs })),
  ]
  if (
    found.length === 0 &&
    conditions.some(
      (ending) => first.key.length >= ending.length + SHORTEST_VERB && first.key.endsWith(ending),
    )
  )
    found.push({ length: 1, rank: 0, signs: ['condition'] })
  const stemmed = found.length === 0 && first.kind === 'word' ? stemOf(first.key, language) : null
  if (stemmed !== null)
    for (const { signs } of byStem.get(stemmed) ?? []) {
      // Who tells of somebody that spoke does not want us to speak.
      // And the stem of "söylerse" is that of "söyler".
      const others = signs.filter(
        (sign) => sign === 'ask:briefing' || !(sign.startsWith('ask:') || sign === 'condition'),
      )
      if (others.length > 0) found.push({ length: 1, rank: 2, signs: others })
    }
  const longest = Math.max(0, ...found.map(({ length }) => length))
  const rank = Math.min(...found.filter(({ length }) => length === longest).map((one) => one.rank))
  const best = found.filter((one) => one.length === longest && one.rank === rank)
  if (best.length === 0) return null
  return { length: longest, signs: new Set(best.flatMap(({ signs }) => signs)), isFar: rank === 2 }
}

/** "Schalt die Warnungen ab": the end of the sentence has the other part of the verb. */
function partedVerb(words: readonly Word[], at: number, language: string): readonly (readonly Sign[])[] {
  const last = words.at(-1)
  if (language !== 'de' || last === undefined || at >= words.length - 2) return []
  const verbs = lexiconOf(language).byFirst.get(words[at]?.key ?? '') ?? []
  return verbs
    .filter((phrase) => isAsking(phrase) && phrase.words.length === 2 && phrase.words[1] === last.key)
    .map(({ signs }) => signs.filter(isAskSign))
}

const isAskSign = (sign: Sign): boolean => sign.startsWith('ask:')
const isAsking = ({ signs }: Phrase): boolean => signs.some(isAskSign)

/** Letters of a verb before its ending: "borsa" is no condition. */
const SHORTEST_VERB = 2

/** What a misspelt word was to mean: "happenning". */
export function nearMeaning({ key }: Word, language: string, isWord: boolean): Meant | null {
  const { byFirst } = lexiconOf(language)
  const [near] =
    key.length < (isWord ? SHORTEST_CLEAR : SHORTEST_MENDED) ? [] : nearest(key, [...byFirst.keys()])
  const phrases =
    near === undefined ? [] : (byFirst.get(near) ?? []).filter(({ words }) => words.length === 1)
  return phrases.length === 0
    ? null
    : { length: 1, signs: new Set(phrases.flatMap(({ signs }) => signs)), isFar: true }
}

/** Shorter words are near to too many others; those that are words of their own, to some. */
const SHORTEST_MENDED = 5
const SHORTEST_CLEAR = 9

function goesOn(
  { words: own, isOpen }: Phrase,
  words: readonly Word[],
  at: number,
  language: string,
): boolean {
  for (let step = 1; step < own.length; step++) {
    const before = words[at + step - 1]
    const word = words[at + step]
    const wanted = own[step] ?? ''
    if (word === undefined || word.kind === 'quote' || before?.closes === true) return false
    const isLast = step === own.length - 1
    const isThis =
      isLast && isOpen
        ? word.key.startsWith(wanted)
        : formsOf(word.key, language).includes(wanted) ||
          plainVerbs(word, language, words[at + step + 1]?.key ?? '').includes(wanted)
    if (!isThis) return false
  }
  return true
}

/** The language (ISO 639-1) of a sentence by its small words: each speaks for the languages that have it, the more the fewer they are. */
export function languageOf(words: readonly Word[]): string {
  const scores = new Map(UNDERSTOOD.map((language) => [language as string, 0]))
  for (const [at, word] of words.entries()) {
    if (word.kind !== 'word') continue
    const having = UNDERSTOOD.flatMap((language) => {
      const found =
        lexiconOf(language)
          .byFirst.get(word.key)
          ?.filter((phrase) => goesOn(phrase, words, at, language)) ?? []
      const longest = Math.max(0, ...found.map((phrase) => phrase.words.length))
      return longest === 0 ? [] : [{ language, longest }]
    })
    for (const { language, longest } of having)
      scores.set(
        language,
        (scores.get(language) ?? 0) + longest / having.length + word.key.length * TIE_BREAK,
      )
    if (having.length === 0) {
      const met = UNDERSTOOD.filter((language) => isMet(word.typed, language))
      // Names and loanwords are met in all, English ones most of all.
      const isShared = met.includes('en')
      for (const language of isShared ? ['en'] : met)
        scores.set(
          language,
          (scores.get(language) ?? 0) +
            (isShared ? 1 / UNDERSTOOD.length : 1 / met.length + word.key.length * TIE_BREAK),
        )
    }
    for (const language of ofLetters(word.typed)) scores.set(language, (scores.get(language) ?? 0) + 1 / 4)
  }
  const [best] = [...scores].sort(([, one], [, other]) => other - one)
  return best === undefined || best[1] === 0 ? 'en' : best[0]
}

/** For each letter: a long word is less often one of two languages by chance ("noticias de onu"). Less than any share of a vote. */
const TIE_BREAK = 0.001

/** Languages that alone among ours have the letters of a word. */
function ofLetters(typed: string): readonly string[] {
  if (/[پچژگکی\u200c]/u.test(typed)) return ['fa']
  if (/[يكةأإ]/u.test(typed)) return ['ar']
  if (/\p{Script=Arabic}/u.test(typed)) return ['ar', 'fa']
  if (/\p{Script=Cyrillic}/u.test(typed)) return ['ru']
  if (/[ışğİ]/u.test(typed)) return ['tr']
  if (/[ßä]/u.test(typed)) return ['de']
  if (/[ñ¿]/u.test(typed)) return ['es']
  return /[èêàœ]/u.test(typed) ? ['fr'] : []
}
