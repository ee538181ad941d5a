import { WEEK, weekdaysOf } from '../../subscriptions/days.ts'
import type { Subscription } from '../../records/subscription.ts'
import { dayName } from '../../words/day-name.ts'
import { say } from '../../words/say.ts'
import { writeClock } from '../../words/write-clock.ts'
import { listOf } from '../reading/list-of.ts'

/** When a subscription speaks, in the words of a language (BCP 47): "Monday to Friday at 07:30 (Europe/Istanbul)". */
export function describeWhen(
  subscription: Pick<Subscription, 'kind' | 'at' | 'days' | 'zone' | 'quiet' | 'alert'>,
  language: string,
): string {
  const { quiet, zone } = subscription
  const when = rhythm(subscription, language)
  if (quiet === null || quiet === 'off') return when
  const [from, to] = [writeClock(quiet.from, language), writeClock(quiet.to, language)]
  return say('when.quiet', language, { when, from, to, zone: quiet.zone ?? zone })
}

function rhythm(
  { kind, at, days, zone, alert }: Pick<Subscription, 'kind' | 'at' | 'days' | 'zone' | 'alert'>,
  language: string,
): string {
  if (kind === 'hourly') return say('when.hourly', language, { zone })
  if (kind === 'alert')
    return say('when.alert', language, { outlets: alert?.outlets ?? 1, perHour: alert?.perHour ?? 1 })
  const times = listOf(
    at.map((time) => writeClock(time, language)),
    language,
  )
  if (days === 'daily' || days === 'weekdays' || days === 'weekends')
    return say(`when.${days}`, language, { times, zone })
  const names = weekdaysOf(days).map((day) => dayName(WEEK.indexOf(day) + 1, language))
  const [only = ''] = names
  return names.length === 1
    ? say('when.weekly', language, { day: only, times, zone })
    : say('when.days', language, { days: listOf(names, language), times, zone })
}
