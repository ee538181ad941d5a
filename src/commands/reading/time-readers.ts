import { nameRhythm } from '../../chat/wording/name-rhythm.ts'
import type { Days } from '../../records/subscription.ts'
import { dayOfMonth, isOfDays, type Rhythm, RHYTHMS, toDays, weekdaysOf } from '../../subscriptions/days.ts'
import { say } from '../../words/say.ts'
import { eitherOf, listOf, type Mistake, quoted } from '../notice.ts'
import { foldTerm } from '../name-index.ts'
import { nearest } from './names.ts'
import { FARTHEST_DAYS, isMoment, readSince, readUntil } from './read-moment.ts'
import { readRhythm } from './read-rhythm.ts'
import { HOUR_OF, readPart, readQuiet, readTime } from './read-time.ts'
import { cities, readZone, zonesCalled } from './read-zone.ts'
import { added, asTyped, suggestionsFrom, misread, type Read, type ReadArguments } from './reader.ts'
import { type ValueReader, wrong } from './reader.ts'

/** Reads one of the local times, `HH:MM`; keeps them sorted. */
export const TIMES: ValueReader = {
  kind: 'times',
  read(typed, { draft }) {
    const time = readTime(typed)
    if (time === null) return misread('mistake.time', typed)
    return { change: { at: added(draft.at, time).toSorted() } }
  },
  knows: (text) => readTime(text) !== null,
  suggest(typed) {
    const exact = typed === '' ? null : readTime(typed)
    const hours = Array.from({ length: 24 }, (_, hour) => `${String((hour + 6) % 24).padStart(2, '0')}:00`)
    return asTyped([...(exact === null ? [] : [exact]), ...hours.filter((time) => time.startsWith(typed))])
  },
}

export const ZONE: ValueReader = {
  kind: 'zone',
  read(typed, { context }) {
    const zone = readZone(typed, context.nameIndex)
    return zone === null ? wrong(unknownZone(typed)) : { change: { zone } }
  },
  knows: (text, { nameIndex }) => readZone(text, nameIndex) !== null,
  suggest(typed, { zone }) {
    const key = foldTerm(typed)
    if (key === '') return asTyped(new Set([zone, 'UTC', ...COMMON_ZONES]))
    const found = [...cities()]
      .filter(([city, zone]) => city.startsWith(key) || foldTerm(zone).includes(key))
      .sort(([one], [other]) => Number(other.startsWith(key)) - Number(one.startsWith(key)))
      .map(([, zone]) => zone)
    return asTyped(new Set(found))
  },
}

/** One zone for each range of clocks where most people live. */
const COMMON_ZONES = [
  'Europe/London',
  'Europe/Berlin',
  'Europe/Istanbul',
  'Africa/Cairo',
  'Asia/Tehran',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Singapore',
  'Asia/Tokyo',
  'America/New_York',
  'America/Los_Angeles',
]

/** Explains that a text names no time zone, with those that it may mean. */
export function unknownZone(typed: string): Mistake {
  return (language) => {
    const several = zonesCalled(typed)
    if (several.length > 0)
      return say('mistake.zoneSeveral', language, {
        typed: quoted(typed, language),
        names: listOf(several, language, 'disjunction'),
      })
    const known = cities()
    const city = foldTerm(typed.split('/').at(-1) ?? typed)
    const near = new Set(nearest(city, [...known.keys()]).flatMap((name) => known.get(name) ?? []))
    const said = { typed: quoted(typed, language), names: eitherOf([...near].slice(0, 3), language) }
    return say(near.size === 0 ? 'mistake.zone' : 'mistake.zoneNear', language, said)
  }
}

export const QUIET: ValueReader = {
  kind: 'quiet',
  read(typed) {
    const quiet = readQuiet(typed)
    return quiet === null ? misread('mistake.quiet', typed) : { change: { quiet } }
  },
  knows: (text) => readQuiet(text) !== null,
  suggest: (typed) => suggestionsFrom(['22:00-07:00', '23:00-06:00', '20:00-08:00', 'off'], typed),
}

/** Reads a moment in the past, in the asker's zone. For `until` a day alone means its end. */
export const moment = (name: 'since' | 'until'): ValueReader => ({
  kind: 'moment',
  read(typed, { context: { now, zone } }) {
    const moment = (name === 'until' ? readUntil : readSince)(typed, now, zone)
    if (moment.status === 'read')
      return { change: name === 'until' ? { until: moment.at } : { since: moment.at } }
    return wrong((language) => {
      const said = { typed: quoted(typed, language), option: name }
      if (moment.status === 'future') return say('mistake.future', language, said)
      return moment.status === 'too-early'
        ? say('mistake.tooEarly', language, { ...said, days: FARTHEST_DAYS })
        : say('mistake.moment', language, said)
    })
  },
  knows: (text, { now }) => isMoment(text, now),
  suggest: (typed) => suggestionsFrom(['24h', '3d', 'yesterday', 'monday', 'friday', 'last week'], typed),
})

export const RHYTHM: ValueReader = {
  kind: 'rhythm',
  read: readWhen,
  knows: (text) => readRhythm(text) !== null,
  /** What is typed, if it is understood, then the matching presets. */
  suggest(typed, { language }) {
    const exact = readRhythm(typed)
    const key = foldTerm(typed)
    const begun = RHYTHMS.filter((rhythm) =>
      [rhythm.replace('weekly:', ''), nameRhythm(rhythm, language)].some((name) =>
        foldTerm(name).includes(key),
      ),
    )
    return [...new Set([...(exact === null ? [] : [exact]), ...begun])].map((rhythm) => ({
      label: nameRhythm(rhythm, language),
      value: rhythm,
    }))
  },
}

/**
 * Adds up days of the week, which forms give one by one; any other rhythm stands alone. "Every evening" also
 * sets a time, unless times are given.
 */
function readWhen(typed: string, { option, draft, given }: ReadArguments): Read {
  const when = readRhythm(typed)
  if (when === null) return misread('mistake.rhythm', typed)
  const before = draft.when
  if (before === undefined || before === when) {
    const part = readPart(typed)?.part
    const isOwnTime = part === undefined || (given.get('at') ?? []).length > 0
    return { change: { when, ...(!isOwnTime && { at: added(draft.at, HOUR_OF[part]) }) } }
  }
  if (isOfWeek(before) && isOfWeek(when))
    return { change: { when: toDays([...weekdaysOf(before), ...weekdaysOf(when)]) } }
  return wrong((language) =>
    say('mistake.twice', language, {
      option: option.name,
      values: listOf([quoted(before, language), quoted(when, language)], language),
      example: `${option.name}:${before}`,
    }),
  )
}

const isOfWeek = (rhythm: Rhythm): rhythm is Exclude<Days, 'daily'> =>
  rhythm !== 'daily' && isOfDays(rhythm) && dayOfMonth(rhythm) === null
