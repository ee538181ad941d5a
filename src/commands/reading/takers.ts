import type { Command } from '../../chat/command.ts'
import { WEEK } from '../../subscriptions/days.ts'
import { LENGTHS } from '../../subscriptions/length.ts'
import { isMoment } from '../parse-since.ts'
import { foldTerm, type Vocabulary } from '../vocabulary.ts'
import { findOption } from './check-input.ts'
import type { Token } from './cut-tokens.ts'
import { LONGEST_PHRASE, meaningOf, means } from './grammar.ts'
import { readQuiet } from './read-quiet.ts'
import { readRhythm } from './read-rhythm.ts'
import { readTime } from './read-time.ts'
import { termAt } from './read-wish.ts'
import { cities, readCountryZone, readOffset, readZone } from './read-zone.ts'
import { zonesCalled } from './zone-abbreviations.ts'

/** An option that words without a colon gave. */
export interface Taken {
  /** Null for words that only join others. */
  readonly option: string | null
  readonly values: readonly string[]
  /** Tokens it used. */
  readonly length: number
}

export interface Place {
  readonly tokens: readonly Token[]
  readonly at: number
  readonly command: Command
  readonly vocabulary: Vocabulary
  /** Milliseconds since 1970. */
  readonly now: number
  /** The option taken last. */
  readonly before: string | null
}

/** Tries, in order, what the words at a place may mean to a command; each looks only for options that the command has. */
export const TAKERS: readonly ((place: Place) => Taken | null)[] = [
  takeChannel,
  takeSince,
  takeTimesADay,
  takeTimes,
  takeZone,
  takeQuiet,
  takeRhythm,
  takeNamed,
  takeMoment,
  takeDestination,
  takeOutlets,
  takeLength,
  takePlease,
]

const has = ({ command }: Place, name: string): boolean =>
  command.options.some((option) => option.name === name)

/** Words from here on, as one text; the empty one where fewer are left, or one of them is quoted or has a key. */
function words({ tokens, at }: Place, skip: number, length: number): string {
  const run = tokens.slice(at + skip, at + skip + length)
  if (run.length < length || run.some((token) => token.key !== null || token.quoted)) return ''
  return run.map((token) => token.text).join(' ')
}

/** The longest run of words from `skip` on that `read` understands. */
function longest<T>(
  place: Place,
  skip: number,
  most: number,
  read: (text: string) => T | null,
): { readonly text: string; readonly value: T; readonly length: number } | null {
  for (let length = most; length > 0; length--) {
    const text = words(place, skip, length)
    const value = text === '' ? null : read(text)
    if (value !== null) return { text, value, length }
  }
  return null
}

const namesSomething = (place: Place, skip: number): boolean =>
  termAt(place.tokens, place.at + skip, place.vocabulary) !== null

/** `to #desk`, `in #desk`, `<#C123|desk>`. A bare `#k4f2` behind `edit` is an id. */
function takeChannel(place: Place): Taken | null {
  if (!has(place, 'to')) return null
  const said = words(place, 0, 1)
  const joined = means(said, 'filler') || means(said, 'in') ? 1 : 0
  const channel = words(place, joined, 1)
  const isChannel =
    MENTION.test(channel) || (HASH.test(channel) && (joined === 1 || place.command.bare === 'what'))
  return isChannel ? { option: 'to', values: [channel], length: joined + 1 } : null
}

/** How Slack and Discord write a channel that was picked from their list. */
const MENTION = /^<#[^\s<>]{1,120}>$/u
const HASH = /^#[^\s#]{1,100}$/u

/** `since yesterday`, `from 3 days ago`, `until friday`. */
function takeSince(place: Place): Taken | null {
  const option = meaningOf(words(place, 0, 1), ['since', 'until'])
  if (option === null || !has(place, option)) return null
  const moment = longest(place, 1, LONGEST_MOMENT, (text) => isMoment(text, place.now) || null)
  if (moment !== null) return { option, values: [moment.text], length: 1 + moment.length }
  if (takesWords(place)) return null
  const value = words(place, 1, 1)
  if (value === '' || namesSomething(place, 1)) return { option: null, values: [], length: 1 }
  return { option, values: [value], length: 2 }
}

/** `last friday at 18:00`. */
const LONGEST_MOMENT = 4

/** In a search every word may be looked for. */
const takesWords = ({ command }: Place): boolean => command.bare === 'words'

/** `at 8 and 18:30`, `07:30`, `8pm`. */
function takeTimes(place: Place): Taken | null {
  if (!has(place, 'at')) return null
  const said = means(words(place, 0, 1), 'at') ? 1 : 0
  const first = timeAt(place, said)
  if (first === null || (said === 0 && !ALONE_A_TIME.test(first.text))) {
    if (said === 0 || namesSomething(place, 1)) return null
    const value = words(place, 1, 1)
    return value === '' ? null : { option: 'at', values: [value], length: 2 }
  }
  const values = [first.text]
  let length = said + first.length
  for (;;) {
    const joined = isJoint(words(place, length, 1)) ? 1 : 0
    const next = timeAt(place, length + joined)
    if (
      next === null ||
      (joined === 0 && !/[:.]\d\d/u.test(next.text) && !(values.at(-1) ?? '').endsWith(','))
    )
      return { option: 'at', values: values.map(withoutComma), length }
    values.push(next.text)
    length += joined + next.length
  }
}

/** What needs no "at" before it; a short number counts something else, and `2026` is a year. */
const ALONE_A_TIME = /[:.h]\d\d|[ap]\.?m\.?,?$|^(?!19|20)\d{4},?$|^noon$|^midnight$/iu

/** `twice a day`, `several times a day`: the answer names the hours, and `edit` changes them. */
function takeTimesADay(place: Place): Taken | null {
  if (!has(place, 'at')) return null
  const found = longest(place, 0, LONGEST_PHRASE, (text) => meaningOf(text, ['twice-a-day', 'often-a-day']))
  return found === null ? null : { option: 'at', values: HOURS[found.value], length: found.length }
}

const HOURS = { 'twice-a-day': ['08:00', '18:00'], 'often-a-day': ['08:00', '13:00', '18:00'] } as const

const withoutComma = (text: string): string => text.replace(/[,;]$/u, '')
const isJoint = (text: string): boolean => text !== '' && (/^[,;&+]$/u.test(text) || means(text, 'and'))

function timeAt(place: Place, skip: number) {
  return longest(place, skip, 2, (text) => readTime(withoutComma(text)))
}

/** `in istanbul`, `est` and `+3` behind a time, `Europe/Istanbul`, `UTC+3` and `EST` anywhere. A place that can be wished for is one, unless a time stands before, and it goes by one clock: `at 8 in turkey`. */
function takeZone(place: Place): Taken | null {
  if (!has(place, 'zone') || takesWords(place)) return null
  const said = means(words(place, 0, 1), 'in') ? 1 : 0
  const isBehindTime = place.before === 'at'
  const afterTime = isBehindTime && said === 1
  if (isBehindTime) {
    const called = longest(place, said, 2, (text) =>
      zonesCalled(text).length > 0 || readOffset(text) !== null ? text : null,
    )
    if (called !== null) return { option: 'zone', values: [called.text], length: said + called.length }
  }
  if (afterTime) {
    const named = longest(
      place,
      1,
      3,
      (text) => cities().get(foldTerm(text)) ?? readCountryZone(text, place.vocabulary),
    )
    if (named !== null) return { option: 'zone', values: [named.text], length: 1 + named.length }
  }
  if (namesSomething(place, said)) return null
  const zone = longest(place, said, 3, (text) =>
    said === 1 || isZoneName(text) || cities().has(foldTerm(text)) ? readZone(text) : null,
  )
  if (zone !== null) return { option: 'zone', values: [zone.text], length: said + zone.length }
  const value = words(place, said, 1)
  return isZoneName(value) || (afterTime && value !== '')
    ? { option: 'zone', values: [value], length: said + 1 }
    : null
}

/** Small letters may be a word: "est" is east to a French reader. */
const isZoneName = (text: string): boolean =>
  /^(?:[a-z_-]{3,}\/[a-z_/-]{2,}|(?:utc|gmt)(?:\s?[+\u2212-]\d[\d:]*)?)$/iu.test(text) ||
  (/^[A-Z]{3,}$/u.test(text) && zonesCalled(text).length > 0)

/** `quiet hours 22-7`, `quiet off`. */
function takeQuiet(place: Place): Taken | null {
  if (!has(place, 'quiet') || words(place, 0, 1).toLowerCase() !== 'quiet') return null
  const skip = /^hours?:?$/iu.test(words(place, 1, 1)) ? 2 : 1
  const span = longest(place, skip, 4, readQuiet)
  if (span !== null) return { option: 'quiet', values: [span.text], length: skip + span.length }
  const value = words(place, skip, 1)
  return value === '' ? null : { option: 'quiet', values: [value], length: skip + 1 }
}

/** `weekdays`, `every morning`, `weekly on friday`, `monday, wednesday and friday`. */
function takeRhythm(place: Place): Taken | null {
  if (!has(place, 'when')) return null
  const rhythm = longest(place, 0, LONGEST_RHYTHM, readRhythm)
  return rhythm === null ? null : { option: 'when', values: [rhythm.text], length: rhythm.length }
}

/** Seven days, each with a word before it and one behind: "every monday and every tuesday". */
const LONGEST_RHYTHM = 3 * WEEK.length

/** `zone Europe/Istanbul`, `topic conflict`: the name of an option without its colon. */
function takeNamed(place: Place): Taken | null {
  if (takesWords(place) && !/^page \p{Nd}/iu.test(words(place, 0, 2))) return null
  const option = findOption(place.command, words(place, 0, 1))
  const value = place.tokens[place.at + 1]
  if (option === null || option.kind === 'wish' || value === undefined || value.key !== null) return null
  if (means(words(place, 0, 1), 'filler')) return null
  const name = longest(place, 1, place.vocabulary.longest, (text) =>
    (place.vocabulary.terms.get(foldTerm(text)) ?? []).some((term) => term.kind === option.kind)
      ? text
      : null,
  )
  return name === null
    ? { option: option.name, values: [value.text], length: 2 }
    : { option: option.name, values: [name.text], length: 1 + name.length }
}

/** `yesterday`, `24h`, `friday` alone, where a command asks for a beginning and for no days. */
function takeMoment(place: Place): Taken | null {
  if (!has(place, 'since') || has(place, 'when') || takesWords(place) || namesSomething(place, 0)) return null
  const moment = longest(place, 0, LONGEST_MOMENT, (text) => isMoment(text, place.now) || null)
  return moment === null ? null : { option: 'since', values: [moment.text], length: moment.length }
}

/** `here`, `to me`, `in a direct message`; `all`. */
function takeDestination(place: Place): Taken | null {
  const found = longest(place, 0, LONGEST_PHRASE, (text) => meaningOf(text, ['me', 'here', 'all']))
  if (found === null) return null
  if (found.value !== 'all')
    return has(place, 'to') ? { option: 'to', values: [found.value], length: found.length } : null
  return has(place, 'scope') ? { option: 'scope', values: ['all'], length: found.length } : null
}

/** `2 outlets`, `5 independent outlets`. */
function takeOutlets(place: Place): Taken | null {
  const count = words(place, 0, 1)
  if (!has(place, 'outlets') || !/^\d{1,2}$/u.test(count)) return null
  const found = longest(place, 1, 2, (text) => meaningOf(text, ['outlets']))
  return found === null ? null : { option: 'outlets', values: [count], length: 1 + found.length }
}

function takeLength(place: Place): Taken | null {
  const word = words(place, 0, 1).toLowerCase()
  const isLength = LENGTHS.some((length) => length === word)
  return isLength && has(place, 'length') ? { option: 'length', values: [word], length: 1 } : null
}

function takePlease(place: Place): Taken | null {
  if (takesWords(place)) return null
  const found = longest(place, 0, LONGEST_PHRASE, (text) => meaningOf(text, ['please']))
  return found === null ? null : { option: null, values: [], length: found.length }
}
