import { wishedNames } from '../../briefings/wished-names.ts'
import type { SubscriptionCard } from '../../records/message.ts'
import type { Subscription } from '../../records/subscription.ts'
import { nameRhythm } from '../../chat/wording/name-rhythm.ts'
import { type Rhythm, rhythmOf, weekdaysOf } from '../../subscriptions/days.ts'
import { wishesOf } from '../../subscriptions/wishes.ts'
import { languageName } from '../../words/names.ts'
import type { NewsroomView } from '../newsroom-view.ts'

/** What a subscription was made of, as the options that would make it again, with names in a language (BCP 47). */
export function madeOf(
  subscription: Subscription,
  settings: NewsroomView['settings'],
  language: string,
): NonNullable<SubscriptionCard['made']> {
  const wishes = wishesOf(subscription)
  const { regions, countries, topics, sources, people, languages, expression } = wishes
  const names = wishedNames(wishes, settings, language)
  const rhythms = singly(rhythmOf(subscription))
  return {
    region: named(regions, names.places),
    country: named(countries, names.places.slice(regions.length)),
    topic: named(topics, names.topics),
    source: named(sources, names.sources),
    person: named(people),
    language: named(
      languages,
      languages.map((code) => languageName(code, language)),
    ),
    keywords: named(expression === null ? [] : [expression]),
    when: named(
      rhythms,
      rhythms.map((rhythm) => nameRhythm(rhythm, language)),
    ),
    at: named(subscription.kind === 'briefing' ? subscription.at : []),
    zone: named([subscription.zone]),
  }
}

const named = (values: readonly string[], labels: readonly string[] = values) =>
  values.map((value, index) => ({ label: labels[index] ?? value, value }))

/** Several days of the week one by one, as forms list them. */
function singly(rhythm: Rhythm): readonly Rhythm[] {
  if (rhythm === 'hourly' || rhythm === 'alert' || !rhythm.startsWith('weekly:')) return [rhythm]
  return weekdaysOf(rhythm).map((day): Rhythm => `weekly:${day}`)
}
