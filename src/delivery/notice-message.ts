import { resume, resumeAll, listSubscriptions } from '../chat/action.ts'
import type { Action, Message } from '../records/message.ts'
import type { GatheredNotice, TouchedSubscription } from '../records/notice.ts'
import { joinNames } from '../words/join-names.ts'
import { say } from '../words/say.ts'

/** More lines in one message are not read; it says how many are left. */
const MOST_CHANNELS = 10

/** Titles named for one channel. */
const MOST_TITLES = 3

/** What an owner reads: what happened, which channels and subscriptions it touches, and what to do. Null where it touches none any more. */
export function noticeMessage({ cause, touched, language }: GatheredNotice): Message | null {
  const channels = [...Map.groupBy(touched, ({ destination }) => destination)]
  const [first] = touched
  if (first === undefined) return null
  const isPaused = cause.kind === 'paused'
  const lines = isPaused
    ? pausedLines(cause, channels, language)
    : uncertainLines(touched, channels, language)
  return {
    kind: 'notice',
    level: 'warning',
    text: lines.join('\n'),
    channels: channels.slice(0, MOST_CHANNELS).map(([destination]) => destination),
    language,
    actions: isPaused ? pausedActions(first, channels) : [],
  }
}

type Channels = readonly (readonly [string, readonly TouchedSubscription[]])[]

function pausedLines(
  { refusal, reason: words }: GatheredNotice['cause'],
  channels: Channels,
  language: string,
): readonly string[] {
  const reason = refusal === null ? words : say(`refusal.${refusal}`, language)
  const [[channel, subscriptions] = ['', []], ...others] = channels
  const [first] = subscriptions
  if (first !== undefined && others.length === 0)
    return [
      say('delivery.paused', language, { channel, reason }),
      say('delivery.waiting', language, {
        count: subscriptions.length,
        titles: titlesOf(subscriptions, language),
      }),
      say('delivery.resume', language, { id: first.subscription }),
    ]
  return [
    say('delivery.pausedMany', language, { count: channels.length, reason }),
    ...channelLines(channels, language),
    say('delivery.resumeAll', language),
  ]
}

function pausedActions({ subscription }: TouchedSubscription, channels: Channels): readonly Action[] {
  if (channels.length === 1) return [resume(subscription)]
  return channels.length > MOST_CHANNELS ? [resumeAll, listSubscriptions] : [resumeAll]
}

function uncertainLines(
  touched: readonly TouchedSubscription[],
  channels: Channels,
  language: string,
): readonly string[] {
  const [only, second] = touched
  if (only !== undefined && second === undefined) {
    const { title, destination: channel } = only
    return [
      isDirect(channel)
        ? say('delivery.uncertainDirect', language, { title })
        : say('delivery.uncertain', language, { title, channel }),
      say('delivery.again', language),
    ]
  }
  return [
    say('delivery.uncertainMany', language, { count: touched.length }),
    ...channelLines(channels, language),
    say('delivery.again', language),
  ]
}

function channelLines(channels: Channels, language: string): readonly string[] {
  const left = channels.length - MOST_CHANNELS
  return [
    ...channels.slice(0, MOST_CHANNELS).map(([destination, subscriptions]) => {
      const label = isDirect(destination) ? say('subscription.direct', language) : destination
      return `• ${say('list.fact', language, { label, text: titlesOf(subscriptions, language) })}`
    }),
    ...(left > 0 ? [say('delivery.moreChannels', language, { count: left })] : []),
  ]
}

function titlesOf(subscriptions: readonly TouchedSubscription[], language: string): string {
  const left = subscriptions.length - MOST_TITLES
  const named = subscriptions
    .slice(0, MOST_TITLES)
    .map(({ title }) => say('list.quoted', language, { text: title }))
  const all = left > 0 ? [...named, say('delivery.moreTitles', language, { count: left })] : named
  return joinNames(all, language).join('')
}

const isDirect = (destination: string): boolean => destination.includes(':@')
