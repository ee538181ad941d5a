import { WEEK } from '../../subscriptions/days.ts'
import { LENGTHS } from '../../subscriptions/limits.ts'
import { foldTerm } from '../name-index.ts'
import { findOption } from '../options.ts'
import { LONGEST_PHRASE, meaningOf, means } from './grammar.ts'
import { isBackFromNow, isMoment } from './read-moment.ts'
import { readRhythm } from './read-rhythm.ts'
import { readQuiet } from './read-time.ts'
import { matchTimes, matchTimesADay, matchZone } from './match-times.ts'
import {
  type Cursor,
  has,
  longest,
  namesSomething,
  type OptionMatch,
  takesAnyWords,
  words,
} from './tokens.ts'

type Match = (cursor: Cursor) => OptionMatch | null

/**
 * What the words at a cursor may mean, tried in order. A matcher for one option is tried only for commands
 * that have the option.
 */
const MATCHERS: readonly (readonly [option: string | null, match: Match])[] = [
  ['to', matchChannel],
  [null, matchSince],
  [null, matchPostposed],
  ['at', matchTimesADay],
  ['at', matchTimes],
  ['zone', matchZone],
  ['quiet', matchQuiet],
  ['when', matchRhythm],
  ['when', matchUnknownRhythm],
  [null, matchNamed],
  ['since', matchMoment],
  ['since', matchLastMoment],
  [null, matchDestination],
  ['outlets', matchOutlets],
  ['length', matchLength],
  [null, matchPlease],
]

/** Returns the option that words without a colon give at a cursor; null where they give none. */
export function matchOption(cursor: Cursor): OptionMatch | null {
  for (const [option, match] of MATCHERS) {
    const found = option === null || has(cursor, option) ? match(cursor) : null
    if (found !== null) return found
  }
  return null
}

const matchOf = (
  option: string,
  found: { readonly text: string; readonly length: number } | null,
): OptionMatch | null => found && { option, values: [found.text], length: found.length }

/** Matches `to #desk`, `in #desk`, `<#C123|desk>`. A bare `#k4f2` after `edit` is an id. */
function matchChannel(cursor: Cursor): OptionMatch | null {
  const said = words(cursor, 0, 1)
  const joined = means(said, 'filler') || means(said, 'in') ? 1 : 0
  const channel = words(cursor, joined, 1)
  const isChannel =
    MENTION.test(channel) ||
    (HASH.test(channel) && (joined === 1 || cursor.command.positionalOption === 'what'))
  return isChannel ? { option: 'to', values: [channel], length: joined + 1 } : null
}

/** How Slack and Discord write a channel that was picked from their list. */
const MENTION = /^<#[^\s<>]{1,120}>$/u
const HASH = /^#[^\s#]{1,100}$/u

/** Matches `since yesterday`, `from 3 days ago`, `until friday`. */
function matchSince(cursor: Cursor): OptionMatch | null {
  const option = meaningOf(words(cursor, 0, 1), ['since', 'until'])
  if (option === null || !has(cursor, option)) return null
  const moment = longest(cursor, 1, LONGEST_MOMENT, (text) => isMoment(text, cursor.now) || null)
  if (moment !== null) return { option, values: [moment.text], length: 1 + moment.length }
  const next = cursor.tokens[cursor.at + 1]
  if (next?.key === null && next.quoted && isMoment(next.text, cursor.now))
    return { option, values: [next.text], length: 2 }
  if (takesAnyWords(cursor)) return null
  const value = words(cursor, 1, 1)
  if (value === '' || namesSomething(cursor, 1)) return { option: null, values: [], length: 1 }
  return { option, values: [value], length: 2 }
}

/**
 * Matches `dünden beri`, `cumaya kadar`: languages where the word for "since" or "until" follows the moment.
 */
function matchPostposed(cursor: Cursor): OptionMatch | null {
  const found = longest(cursor, 1, LONGEST_MOMENT - 1, (text) =>
    meaningOf(text.split(' ').at(-1) ?? '', ['since-behind', 'until-behind']),
  )
  if (found === null) return null
  const option = found.value === 'since-behind' ? 'since' : 'until'
  const typed = words(cursor, 0, 1 + found.length)
  return has(cursor, option) && typed !== '' && isMoment(typed, cursor.now)
    ? { option, values: [typed], length: 1 + found.length }
    : null
}

/** Words in `il y a 3 jours` or `last friday at 18:00`, plus one after them. */
const LONGEST_MOMENT = 6

/** Matches `quiet hours 22-7`, `quiet off`. */
function matchQuiet(cursor: Cursor): OptionMatch | null {
  if (words(cursor, 0, 1).toLowerCase() !== 'quiet') return null
  const skip = /^hours?:?$/iu.test(words(cursor, 1, 1)) ? 2 : 1
  const span = longest(cursor, skip, 4, readQuiet)
  if (span !== null) return { option: 'quiet', values: [span.text], length: skip + span.length }
  const value = words(cursor, skip, 1)
  return value === '' ? null : { option: 'quiet', values: [value], length: skip + 1 }
}

/** Matches `weekdays`, `every morning`, `weekly on friday`, `monday, wednesday and friday`. */
function matchRhythm(cursor: Cursor): OptionMatch | null {
  return matchOf('when', longest(cursor, 0, LONGEST_RHYTHM, readRhythm))
}

/**
 * Matches `every two hours`, `jeden zweiten Tag` (every other day): the answer says that this is no rhythm,
 * and which ones there are.
 */
function matchUnknownRhythm(cursor: Cursor): OptionMatch | null {
  const found = longest(cursor, 0, LONGEST_PHRASE, (text) => {
    const pieces = text.split(' ')
    const isUnit = meaningOf(pieces.at(-1) ?? '', ['minutes', 'hours', 'days', 'weeks', ...WEEK]) !== null
    const isEach = [1, 2].some((length) => means(pieces.slice(0, length).join(' '), 'each'))
    return (isUnit && isEach) || null
  })
  return matchOf('when', found)
}

/** Seven days, each with a word before and one after it: "every monday and every tuesday". */
const LONGEST_RHYTHM = 3 * WEEK.length

/** Matches `zone Europe/Istanbul`, `topic conflict`: the name of an option without its colon. */
function matchNamed(cursor: Cursor): OptionMatch | null {
  if (takesAnyWords(cursor) && !/^page \p{Nd}/iu.test(words(cursor, 0, 2))) return null
  const option = findOption(cursor.command, words(cursor, 0, 1))
  const value = cursor.tokens[cursor.at + 1]
  if (option === null || option.kind === 'filter' || value === undefined || value.key !== null) return null
  if (means(words(cursor, 0, 1), 'filler')) return null
  const name = longest(cursor, 1, cursor.nameIndex.longest, (text) =>
    (cursor.nameIndex.terms.get(foldTerm(text)) ?? []).some((term) => term.kind === option.kind)
      ? text
      : null,
  )
  return name === null
    ? { option: option.name, values: [value.text], length: 2 }
    : { option: option.name, values: [name.text], length: 1 + name.length }
}

/** Matches a lone `yesterday`, `24h` or `friday`, for commands that take a start time and no days. */
function matchMoment(cursor: Cursor): OptionMatch | null {
  if (has(cursor, 'when') || takesAnyWords(cursor) || namesSomething(cursor, 0)) return null
  return matchOf(
    'since',
    longest(cursor, 0, LONGEST_MOMENT, (text) => isMoment(text, cursor.now) || null),
  )
}

/**
 * Matches `search syria yesterday`: only at the end of the searched words and only a time counted back from
 * now, since other times may be words of a headline.
 */
function matchLastMoment(cursor: Cursor): OptionMatch | null {
  if (!takesAnyWords(cursor) || cursor.at === 0) return null
  const left = cursor.tokens.slice(cursor.at).filter(({ key }) => key === null).length
  const text = words(cursor, 0, left)
  return left <= LONGEST_MOMENT && isBackFromNow(text)
    ? { option: 'since', values: [text], length: left }
    : null
}

/** Matches `here`, `to me`, `in a direct message`, and `all`. */
function matchDestination(cursor: Cursor): OptionMatch | null {
  const found = longest(cursor, 0, LONGEST_PHRASE, (text) => meaningOf(text, ['me', 'here', 'all']))
  if (found === null) return null
  if (found.value !== 'all')
    return has(cursor, 'to') ? { option: 'to', values: [found.value], length: found.length } : null
  const option = (['scope', 'which'] as const).find((name) => has(cursor, name))
  return option === undefined ? null : { option, values: ['all'], length: found.length }
}

/** Matches `2 outlets`, `5 independent outlets`. */
function matchOutlets(cursor: Cursor): OptionMatch | null {
  const count = words(cursor, 0, 1)
  if (!/^\d{1,2}$/u.test(count)) return null
  const found = longest(cursor, 1, 2, (text) => meaningOf(text, ['outlets']))
  return found === null ? null : { option: 'outlets', values: [count], length: 1 + found.length }
}

function matchLength(cursor: Cursor): OptionMatch | null {
  const word = words(cursor, 0, 1).toLowerCase()
  const isLength = LENGTHS.some((length) => length === word)
  return isLength ? { option: 'length', values: [word], length: 1 } : null
}

function matchPlease(cursor: Cursor): OptionMatch | null {
  if (takesAnyWords(cursor)) return null
  const found = longest(cursor, 0, LONGEST_PHRASE, (text) => meaningOf(text, ['please']))
  return found === null ? null : { option: null, values: [], length: found.length }
}
