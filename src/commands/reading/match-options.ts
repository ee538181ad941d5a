import { WEEK } from '../../subscriptions/days.ts'
import { LENGTHS } from '../../subscriptions/length.ts'
import { foldTerm } from '../name-index.ts'
import { findOption } from './parse-input.ts'
import { LONGEST_PHRASE, meaningOf, means } from './grammar.ts'
import { isBackFromNow, isMoment } from './read-moment.ts'
import { readRhythm } from './read-rhythm.ts'
import { readQuiet } from './read-time.ts'
import { takeTimes, takeTimesADay, takeZone } from './match-times.ts'
import { has, longest, namesSomething, type Place, type Taken, takesWords, words } from './tokens.ts'

/** Tries, in order, what the words at a place may mean to a command; each looks only for options that the command has. */
export const TAKERS: readonly ((place: Place) => Taken | null)[] = [
  takeChannel,
  takeSince,
  takeBehind,
  takeTimesADay,
  takeTimes,
  takeZone,
  takeQuiet,
  takeRhythm,
  takeUnknownRhythm,
  takeNamed,
  takeMoment,
  takeLastMoment,

  takeDestination,
  takeOutlets,
  takeLength,
  takePlease,
]

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
  const next = place.tokens[place.at + 1]
  if (next?.key === null && next.quoted && isMoment(next.text, place.now))
    return { option, values: [next.text], length: 2 }
  if (takesWords(place)) return null
  const value = words(place, 1, 1)
  if (value === '' || namesSomething(place, 1)) return { option: null, values: [], length: 1 }
  return { option, values: [value], length: 2 }
}

/** `dünden beri`, `cumaya kadar`: the word stands behind the moment. */
function takeBehind(place: Place): Taken | null {
  const found = longest(place, 1, LONGEST_MOMENT - 1, (text) =>
    meaningOf(text.split(' ').at(-1) ?? '', ['since-behind', 'until-behind']),
  )
  if (found === null) return null
  const option = found.value === 'since-behind' ? 'since' : 'until'
  const typed = words(place, 0, 1 + found.length)
  return has(place, option) && typed !== '' && isMoment(typed, place.now)
    ? { option, values: [typed], length: 1 + found.length }
    : null
}

/** `il y a 3 jours`, `last friday at 18:00`, with a word behind. */
const LONGEST_MOMENT = 6

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

/** `every two hours`, `jeden zweiten Tag`: told as what it is, with what there is. */
function takeUnknownRhythm(place: Place): Taken | null {
  if (!has(place, 'when')) return null
  const found = longest(place, 0, LONGEST_PHRASE, (text) => {
    const pieces = text.split(' ')
    const isUnit = meaningOf(pieces.at(-1) ?? '', ['minutes', 'hours', 'days', 'weeks', ...WEEK]) !== null
    const isEach = [1, 2].some((length) => means(pieces.slice(0, length).join(' '), 'each'))
    return (isUnit && isEach) || null
  })
  return found === null ? null : { option: 'when', values: [found.text], length: found.length }
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

/** `search syria yesterday`: at the end of what is looked for, and counted back from now, so that it is no word of a headline. */
function takeLastMoment(place: Place): Taken | null {
  if (!has(place, 'since') || !takesWords(place) || place.at === 0) return null
  const left = place.tokens.slice(place.at).filter(({ key }) => key === null).length
  const text = words(place, 0, left)
  return left <= LONGEST_MOMENT && isBackFromNow(text)
    ? { option: 'since', values: [text], length: left }
    : null
}

/** `here`, `to me`, `in a direct message`; `all`. */
function takeDestination(place: Place): Taken | null {
  const found = longest(place, 0, LONGEST_PHRASE, (text) => meaningOf(text, ['me', 'here', 'all']))
  if (found === null) return null
  if (found.value !== 'all')
    return has(place, 'to') ? { option: 'to', values: [found.value], length: found.length } : null
  const option = (['scope', 'which'] as const).find((name) => has(place, name))
  return option === undefined ? null : { option, values: ['all'], length: found.length }
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
