import { titleOf } from '../briefings/title-of.ts'
import type { Command } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
import type { Addition, Subscription } from '../records/subscription.ts'
import { MOST_PER_CHANNEL, MOST_PER_OWNER } from '../subscriptions/limits.ts'
import { newId } from '../subscriptions/new-id.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './define-command.ts'
import { firstTelling } from './first-telling.ts'
import { inTheirPlaces } from './in-their-places.ts'
import { makeSubscription } from './make-subscription.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { notice } from './notice.ts'
import type { OptionName } from './options.ts'
import { placeNamed } from './place-named.ts'
import { askerFor, preferencesAt } from './with-preferences.ts'
import { cardOf } from './wording/card-of.ts'

/** What a subscription is made of. */
export const SUBSCRIPTION_OPTIONS: readonly OptionName[] = [
  'what',
  'when',
  'at',
  'zone',
  'to',
  'region',
  'country',
  'topic',
  'source',
  'person',
  'language',
  'keywords',
  'quiet',
  'length',
  'speak',
  'model',
  'outlets',
  'title',
]

/** Follows something: at local times, every hour, or as an alert; here or in a direct message. The first briefing comes as the answer. */
export function subscribeCommand(newsroom: NewsroomView, random: () => number): Command {
  return defineCommand({
    name: 'subscribe',
    options: SUBSCRIPTION_OPTIONS,
    bare: 'what',
    answer: 'public',
    help: 'command.subscribe',
    usage:
      'subscribe WHAT [daily, weekdays, weekends, monday…, hourly, alert] [at 07:30] [in ZONE or CITY] [to me, #channel]',
    examples: [
      'subscribe syria weekdays at 07:30 Europe/Istanbul',
      'subscribe to conflict in sudan daily at 8 and 18:00 in khartoum to me',
      'subscribe keywords:"grain AND (corridor OR deal)" alert',
    ],
    async run(input, asker) {
      const { subscriptions, settings } = newsroom
      const place = await placeNamed(input.to ?? 'here', asker)
      if (place.status === 'mistake') return notice('warning', place.mistake(asker.language), asker)
      const to = place.destination
      const id = newId(random)
      const preferences = await preferencesAt(to, asker, subscriptions)
      const made = makeSubscription(input, {
        asker: askerFor(to, asker),
        to,
        preferences,
        now: newsroom.now(),
        id,
      })
      if (made.status === 'mistakes') {
        const texts = made.mistakes.map((mistake) => mistake(asker.language))
        return notice('warning', texts.join('\n'), asker)
      }
      const { subscription, addition } = await addUnderFreeId(made.subscription, newsroom, random)
      // Whoever asks for news there wants it to arrive: if it still cannot, they are told anew.
      if (addition.status === 'twin' || addition.status === 'kept') await subscriptions.resumeDestination(to)
      if (addition.status === 'twin')
        return {
          ...notice('info', tellTwin(addition.twin, settings, asker.language), asker),
          actions: changeActions(addition.twin.id),
        }
      if (addition.status !== 'kept')
        return notice('warning', tellLimit(addition.status, asker.language), asker)
      const [placed = subscription] = await inTheirPlaces([subscription], subscriptions)
      return {
        kind: 'subscription',
        change: 'made',
        subscription: cardOf(placed, newsroom, asker, place.channel),
        ...(await firstTelling(placed, newsroom, asker)),
        actions: changeActions(subscription.id),
        zone: asker.zone,
        language: asker.language,
      }
    },
  })
}

/** That something is followed already, in a language (BCP 47). */
export const tellTwin = (twin: Subscription, settings: NewsroomView['settings'], language: string): string =>
  say('subscribe.twin', language, { id: twin.id, title: titleOf(twin, settings, language) })

/** What is done next with a subscription that was just made or changed. */
export function changeActions(id: string): NonNullable<Message['actions']> {
  return [
    { label: 'action.test', command: `test ${id}` },
    { label: 'action.unsubscribe', command: `unsubscribe ${id}` },
  ]
}

const tellLimit = (full: 'channel-full' | 'owner-full', language: string): string =>
  full === 'channel-full'
    ? say('subscribe.channelFull', language, { most: MOST_PER_CHANNEL })
    : say('subscribe.ownerFull', language, { most: MOST_PER_OWNER })

/** Ids that were ever given stay with theirs: what was told is remembered under them. */
async function addUnderFreeId(
  made: Subscription,
  { subscriptions, settings }: NewsroomView,
  random: () => number,
): Promise<{ subscription: Subscription; addition: Exclude<Addition, { readonly status: 'taken' }> }> {
  for (let subscription = made; ; subscription = { ...made, id: newId(random) }) {
    if (settings.briefings.some(({ id }) => id === subscription.id)) continue
    const addition = await subscriptions.addSubscription(subscription)
    if (addition.status !== 'taken') return { subscription, addition }
  }
}
