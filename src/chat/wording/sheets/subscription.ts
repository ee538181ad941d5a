import { joinNames } from '../../../words/join-names.ts'
import { say } from '../../../words/say.ts'
import type { Message, SubscriptionCard } from '../../../records/message.ts'
import { phrase } from '../../../words/say.ts'
import { dotted, own, quote, spans } from '../pieces.ts'
import type { Sheet, TellInstant } from './sheet.ts'
import type { Span } from '../span.ts'

/** What became of one subscription, what it tells, when, and how to change it. */
export function subscriptionSheet(
  message: Extract<Message, { readonly kind: 'subscription' }>,
  instant: TellInstant,
): Sheet {
  const { change, subscription, language } = message
  const { id, title } = subscription
  const how = change === 'ended' ? null : change === 'paused' ? 'subscription.again' : 'subscription.id'
  return {
    title: spans(phrase(`subscription.${change}`, language, { title: quote(title, 'title') }), 'title'),
    lines: [
      ...(change === 'ended' ? [] : tell(subscription, language, instant)),
      ...(how === null ? [] : [[own(say(how, language, { id }), 'quiet')]]),
      ...(message.first === null ? [] : [[own(say('subscription.first', language))]]),
      ...(message.instead === undefined ? [] : [[own(say(INSTEAD[message.instead], language))]]),
    ],
    parts: [],
  }
}

const INSTEAD = { 'sent-there': 'subscription.firstSent', 'nothing-yet': 'subscription.nothingYet' } as const

/** What is followed here and by the reader elsewhere. */
export function subscriptionsSheet(
  message: Extract<Message, { readonly kind: 'subscriptions' }>,
  instant: TellInstant,
): Sheet {
  const { subscriptions, language } = message
  return {
    title: [own(say('subscriptions.title', language, { count: subscriptions.length }), 'title')],
    lines: subscriptions.length === 0 ? [[own(say('subscriptions.empty', language), 'quiet')]] : [],
    parts: subscriptions.map((subscription) => ({
      heading: dotted([
        [own(subscription.id, 'mark')],
        [quote(subscription.title, 'headline')],
        ...(subscription.state === 'paused'
          ? [[own(say('subscription.isPaused', language), 'updated')]]
          : []),
      ]),
      lines: tell(subscription, language, instant),
    })),
  }
}

function tell(
  { id, wish, when, form = [], to, channel, zone, nextAt, unreachableSince }: SubscriptionCard,
  language: string,
  instant: TellInstant,
): readonly (readonly Span[])[] {
  const place =
    to === 'direct'
      ? [[own(say('subscription.direct', language), 'quiet')]]
      : to === 'elsewhere'
        ? [[own(elsewhere(channel, language), 'quiet')]]
        : []
  const next =
    nextAt === null
      ? []
      : [[own(say('subscription.next', language, { time: instant(nextAt, zone) }), 'quiet')]]
  const unreachable =
    unreachableSince === undefined
      ? []
      : [
          [
            own(
              say('subscription.unreachable', language, { time: instant(unreachableSince, zone), id }),
              'updated',
            ),
          ],
        ]
  return [
    spans(phrase('subscription.tells', language, { wish: quote(wish) })),
    dotted([[own(say('subscription.speaks', language, { when }))], ...place, ...next], 'quiet'),
    ...(form.length === 0
      ? []
      : [[own(say('subscription.form', language, { form: joinNames(form, language).join('') }))]]),
    ...unreachable,
  ]
}

const elsewhere = (channel: string | undefined, language: string): string =>
  channel === undefined
    ? say('subscription.elsewhere', language)
    : say('subscription.inChannel', language, { channel })
