import type { Message, SubscriptionCard, Trace } from '../../records/message.ts'
import type { Quiet } from '../../records/subscription.ts'
import { readsOf } from '../../subscriptions/reads-of.ts'
import { joinNames, languageName } from '../../words/names.ts'
import { localeOf } from '../../words/locale.ts'
import { phrase, say } from '../../words/say.ts'
import { timesIn } from '../../words/times.ts'
import { webAddress } from '../../words/web-address.ts'
import { writeClock } from '../../words/write-numbers.ts'
import { dotted, type Line, type Look, own, quote, spans, tellFact } from './span.ts'
import { nameArticle, nameStory } from './story.ts'

/**
 * A document of facts: a title, lines, and parts with lines of their own. Every platform draws it in the same
 * way.
 */
interface Sheet {
  readonly title: Line
  readonly lines: readonly Line[]
  readonly parts: readonly {
    readonly heading: Line
    readonly lines: readonly Line[]
    /** The subscription that the part is about. */
    readonly card?: SubscriptionCard
  }[]
}

/** Messages that hold facts about what somebody follows, has set or asks about. */
export type SheetMessage = Extract<
  Message,
  { readonly kind: 'subscription' | 'subscriptions' | 'trial' | 'trace' | 'settings' }
>

/** Writes an instant (ms since 1970) for somebody in a zone (IANA). */
type TellInstant = (at: number, zone: string) => string

/**
 * Turns a message of facts into a title and lines, in the reader's language. A platform that knows the
 * reader's clock may pass its own `instant`.
 */
export function sheetOf(
  message: SheetMessage,
  instant: TellInstant = (at, zone) => timesIn(zone, message.language).instant(at),
): Sheet {
  switch (message.kind) {
    case 'subscription':
      return subscriptionSheet(message, instant)
    case 'subscriptions':
      return subscriptionsSheet(message, instant)
    case 'trial':
      return trialSheet(message, instant)
    case 'trace':
      return traceSheet(message)
    case 'settings':
      return settingsSheet(message)
    default:
      return message satisfies never
  }
}

/** What is set for a channel or a person, and how to change it. */
export function settingsSheet({
  settings,
  zone: zoneInUse,
  language,
}: Extract<Message, { readonly kind: 'settings' }>): Sheet {
  const { of, zone, speaks, reads, quiet, changed } = settings
  const unset = (value: string): string => say('settings.unset', language, { value })
  const fact = (name: 'zone' | 'language' | 'reads' | 'quiet', text: string): Line =>
    tellFact(say(`settings.${name}`, language), own(text), language)
  const names = (reads ?? readsOf({ language })).map((code) => languageName(code, language))
  const told = joinNames(names, language).join('')
  const spoken = languageName(speaks ?? localeOf(language).language, language)
  return {
    title: [own(say(`settings.${of}`, language), 'title')],
    lines: [
      ...note(changed && say('settings.changed', language), 'new'),
      fact('zone', zone ?? unset(zoneInUse)),
      fact('language', speaks === null ? unset(spoken) : spoken),
      fact('reads', reads === null ? unset(told) : told),
      fact(
        'quiet',
        quiet === null ? say('settings.none', language) : hours(quiet, zone ?? zoneInUse, language),
      ),
      [own(say('settings.how', language), 'quiet')],
    ],
    parts: [],
  }
}

function hours(quiet: Quiet, zoneInUse: string, language: string): string {
  const span = { from: writeClock(quiet.from, language), to: writeClock(quiet.to, language) }
  return quiet.zone === undefined || quiet.zone === zoneInUse
    ? say('settings.hours', language, span)
    : say('settings.hoursIn', language, { ...span, zone: quiet.zone })
}

/** What happened to one subscription, what it tells, when, and how to change it. */
function subscriptionSheet(
  message: Extract<Message, { readonly kind: 'subscription' }>,
  instant: TellInstant,
): Sheet {
  const { change, subscription, beside, language } = message
  const { id, title } = subscription
  const also = beside && { id: beside.id, when: beside.when }
  const isPaused = change === 'paused' || subscription.state === 'paused'
  const how = change === 'ended' ? null : isPaused ? 'subscription.again' : 'subscription.id'
  return {
    title: spans(phrase(`subscription.${change}`, language, { title: quote(title, 'title') }), 'title'),
    lines: [
      ...(change === 'ended' ? [] : tell(subscription, language, instant)),
      ...note(how !== null && say(how, language, { id })),
      ...note(also !== undefined && say('subscription.beside', language, also), 'updated'),
      ...(message.first === null ? [] : [[own(say('subscription.first', language))]]),
      ...(message.instead === undefined ? [] : [[own(say(INSTEAD[message.instead], language))]]),
    ],
    parts: [],
  }
}

const INSTEAD = { 'sent-there': 'subscription.firstSent', 'nothing-yet': 'subscription.nothingYet' } as const

/** What is followed here, and what the reader follows elsewhere. */
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
        ...note(subscription.state === 'paused' && say('subscription.isPaused', language), 'updated'),
      ]),
      lines: tell(subscription, language, instant),
      card: subscription,
    })),
  }
}

function tell(
  { id, filter, when, form = [], to, channel, zone, nextAt, resumesAt, unreachableSince }: SubscriptionCard,
  language: string,
  instant: TellInstant,
): readonly Line[] {
  const elsewhere: Line =
    channel === undefined
      ? [own(say('subscription.elsewhere', language), 'quiet')]
      : spans(
          phrase('subscription.inChannel', language, {
            channel: channel.startsWith('#') ? own(channel, 'quiet') : { text: channel, channel },
          }),
          'quiet',
        )
  const unreachable =
    unreachableSince !== undefined &&
    say('subscription.unreachable', language, { time: instant(unreachableSince, zone), id })
  return [
    spans(phrase('subscription.tells', language, { filter: quote(filter) })),
    dotted(
      [
        [own(say('subscription.speaks', language, { when }))],
        ...note(to === 'direct' && say('subscription.direct', language)),
        ...(to === 'elsewhere' ? [elsewhere] : []),
        ...note(
          resumesAt !== undefined && say('subscription.rests', language, { time: instant(resumesAt, zone) }),
        ),
        ...note(nextAt !== null && say('subscription.next', language, { time: instant(nextAt, zone) })),
      ],
      'quiet',
    ),
    ...(form.length === 0
      ? []
      : [[own(say('subscription.form', language, { form: joinNames(form, language).join('') }))]]),
    ...note(unreachable, 'updated'),
  ]
}

/** One line of our own words, or none where `text` is false. */
const note = (text: string | false, look: Look = 'quiet'): readonly Line[] =>
  text === false ? [] : [[own(text, look)]]

/**
 * Why an article was told here or not: its way through the pipeline, then the verdict of each subscription.
 */
function traceSheet({ trace, language }: Extract<Message, { readonly kind: 'trace' }>): Sheet {
  const here = tellVerdicts(trace.verdicts, language)
  return {
    title: spans(
      phrase('why.title', language, { title: quote(trace.title, 'title', webAddress(trace.url)) }),
      'title',
    ),
    lines: trace.steps.map(({ label, text }) => tellFact(label, quote(text), language)),
    parts: [
      {
        heading: [own(say('why.members', language), 'section')],
        lines: tellMembers(trace.members, language),
      },
      {
        heading: [own(say('why.here', language), 'section')],
        lines: here.length > 0 ? here : [[own(say('why.noSubscription', language))]],
      },
      {
        heading: [own(say('why.elsewhere', language), 'section')],
        lines: tellVerdicts(trace.elsewhere, language),
      },
    ].filter(({ lines }) => lines.length > 0),
  }
}

function tellMembers(members: Trace['members'], language: string): Sheet['lines'] {
  if (members === undefined) return []
  return [
    ...members.reports.map(({ label, url, text }) =>
      tellFact(quote(label, 'quiet', webAddress(url)), quote(text), language),
    ),
    ...note(members.more > 0 && say('why.moreReports', language, { count: members.more })),
  ]
}

const tellVerdicts = (verdicts: Trace['verdicts'], language: string): Sheet['lines'] =>
  verdicts.map(({ subscription, status, text }) =>
    tellFact(quote(subscription, LOOKS[status]), quote(text), language),
  )

const LOOKS: Readonly<Record<Trace['verdicts'][number]['status'], Look>> = {
  told: 'new',
  waiting: 'updated',
  'not-told': 'quiet',
}

/** What a subscription would have sent: every serving with its headlines. */
export function trialSheet(
  { trial, zone, language }: Extract<Message, { readonly kind: 'trial' }>,
  instant: TellInstant,
): Sheet {
  const { subscription, from, to, servings, empty, earlier, capped, lookedAt } = trial
  const { late, lost, perHour: most } = capped ?? { late: 0, lost: 0, perHour: 0 }
  const time = (at: number) => instant(at, zone)
  return {
    title: spans(
      phrase('trial.title', language, {
        title: quote(subscription.title, 'title'),
        from: own(time(from), 'title'),
        to: own(time(to), 'title'),
      }),
      'title',
    ),
    lines: [
      ...(servings.length === 0 ? [[own(say('trial.nothing', language))]] : []),
      ...note(empty > 0 && servings.length > 0 && say('trial.empty', language, { count: empty })),
      ...note(earlier > 0 && say('trial.earlier', language, { count: earlier })),
      ...note(lookedAt !== null && say('trial.strongest', language, { count: lookedAt })),
      ...note(late > 0 && say('trial.late', language, { count: late, most })),
      ...note(lost > 0 && say('trial.lost', language, { count: lost, most })),
    ],
    parts: servings.map(({ at, stories, leftOut }) => ({
      heading: dotted(
        [
          [own(say('trial.serving', language, { time: time(at), count: stories.length }), 'section')],
          ...note(leftOut > 0 && say('trial.leftOut', language, { count: leftOut })),
        ],
        'quiet',
      ),
      lines: stories.map((story) =>
        dotted([[nameArticle(story.headline, language, 'headline')], nameStory(story, language)], 'quiet'),
      ),
    })),
  }
}
