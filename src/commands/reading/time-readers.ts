import type { Days } from '../../records/subscription.ts'
import { type Rhythm, toDays, weekdaysOf } from '../../subscriptions/days.ts'
import { say } from '../../words/say.ts'
import { eitherOf, listOf, type Mistake, quoted } from '../notice.ts'
import { foldTerm } from '../name-index.ts'
import { nearest } from './names.ts'
import { HOUR_OF, readPart } from './part-of-day.ts'
import { FARTHEST_DAYS, parseSince, parseUntil, troubleWithSince } from './read-moment.ts'
import { readRhythm } from './read-rhythm.ts'
import { readQuiet, readTime } from './read-time.ts'
import { cities, readZone, zonesCalled } from './read-zone.ts'
import { added, type ReadArguments, type Read, wrong } from './reader.ts'

/** One of the local times, `HH:MM`, in the order of the day. */
export function readTimeOfDay(typed: string, { draft }: ReadArguments): Read {
  const time = readTime(typed)
  return time === null
    ? wrong((language) => say('mistake.time', language, { typed: quoted(typed, language) }))
    : { change: { at: added(draft.at, time).toSorted() } }
}

/** IANA zone or offset. */
export function readTimeZone(typed: string, { context }: ReadArguments): Read {
  const zone = readZone(typed, context.nameIndex)
  return zone === null ? wrong(unknownZone(typed)) : { change: { zone } }
}

/** Quiet hours, or none. */
export function readSpan(typed: string): Read {
  const quiet = readQuiet(typed)
  return quiet === null
    ? wrong((language) => say('mistake.quiet', language, { typed: quoted(typed, language) }))
    : { change: { quiet } }
}

/** `since` and `until`, in the zone of the asker; a day counts with `until`, too. */
export function readMoment(typed: string, { option, context }: ReadArguments): Read {
  const read = option.name === 'until' ? parseUntil : parseSince
  const moment = read(typed, context.now, context.zone)
  if (moment === null)
    return wrong((language) => {
      const said = { typed: quoted(typed, language), option: option.name }
      const trouble = troubleWithSince(typed, context.now, context.zone)
      if (trouble === 'future') return say('mistake.future', language, said)
      return trouble === 'too-early'
        ? say('mistake.tooEarly', language, { ...said, days: FARTHEST_DAYS })
        : say('mistake.moment', language, said)
    })
  return { change: option.name === 'until' ? { until: moment } : { since: moment } }
}

function unknownZone(typed: string): Mistake {
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

/** Days of the week add up, one by one as forms give them; all else stands alone. "Every evening" is a time, too, unless others are given. */
export function readWhen(typed: string, { option, draft, given }: ReadArguments): Read {
  const when = readRhythm(typed)
  if (when === null)
    return wrong((language) => say('mistake.rhythm', language, { typed: quoted(typed, language) }))
  const before = draft.when
  if (before === null || before === when) {
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
  rhythm !== 'daily' && rhythm !== 'hourly' && rhythm !== 'alert'
