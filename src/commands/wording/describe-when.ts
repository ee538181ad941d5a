import type { Subscription } from '../../subscriptions/subscription.ts'
import { say } from '../../words/say.ts'
import { listOf } from '../reading/list-of.ts'
import { WEEK } from '../reading/grammar.ts'

/** When a subscription speaks, in the words of a language (BCP 47): "on weekdays at 07:30 (Europe/Istanbul)". */
export function describeWhen(
  subscription: Pick<Subscription, 'kind' | 'at' | 'days' | 'zone' | 'quiet' | 'alert'>,
  language: string,
): string {
  const { quiet, zone } = subscription
  const when = rhythm(subscription, language)
  return quiet === null ? when : say('when.quiet', language, { when, from: quiet.from, to: quiet.to, zone })
}

function rhythm(
  { kind, at, days, zone, alert }: Pick<Subscription, 'kind' | 'at' | 'days' | 'zone' | 'alert'>,
  language: string,
): string {
  if (kind === 'hourly') return say('when.hourly', language)
  if (kind === 'alert')
    return say('when.alert', language, { outlets: alert?.outlets ?? 1, perHour: alert?.perHour ?? 1 })
  const times = listOf(at, language)
  if (days === 'daily' || days === 'weekdays' || days === 'weekends')
    return say(`when.${days}`, language, { times, zone })
  return say('when.weekly', language, { day: dayName(days, language), times, zone })
}

/** 5 January 1970 was a Monday. */
function dayName(days: string, language: string): string {
  const index = WEEK.findIndex((day) => days === `weekly:${day}`)
  const date = new Date(Date.UTC(1970, 0, 5 + Math.max(0, index)))
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(date)
}
