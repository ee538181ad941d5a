import type { DrillWish } from './drill-plan.ts'
import {
  discordPerson,
  discordPlace,
  slackPerson,
  slackPlace,
  type PlatformsOptions,
} from './platform/open-platforms.ts'

/** Minutes between two slots of a daily subscription. */
export const SLOT_MINUTES = 30

/**
 * Stories of briefings that fit one message, and of those that need several. Some fill their last message so
 * far that a correction does not fit.
 */
const SHORT = 3
const LONG = [1_000, 9, 12, 1_000, 10, 17, 8, 11] as const

/** Stories of a briefing that is sent once a day. */
const A_DAY = 17

/**
 * One forum has a briefing in each slot; the others have one a day each, one after the other, so that each
 * burst begins a forum post. The first of these is due at 06:30.
 */
const FORUMS = 20
const FIRST_FORUM = 13

/** Number of messages after which a channel is gone. */
const DOOMED_AFTER = 3

const ZONES = ['UTC', 'Asia/Kolkata', 'Europe/Istanbul', 'America/St_Johns'] as const

export interface DrillCast extends Pick<
  PlatformsOptions,
  'slackChannels' | 'discordChannels' | 'discordForums' | 'doomed'
> {
  readonly subscriptions: readonly DrillWish[]
}

/**
 * Creates the subscriptions: on each platform `channels` channels, some with long and some with short
 * briefings, one of them hourly as well; three people; a channel that will disappear; and one that has only
 * alerts, so that no other message makes up for what they lack. Discord has forums as well. All daily slots
 * fall due in the same minute.
 */
export function drillSubscriptions(channels: number): DrillCast {
  const slackChannels = Array.from({ length: channels + 1 }, (_, n) => `C0${String(n).padStart(7, '0')}`)
  const discordChannels = Array.from(
    { length: channels + 1 },
    (_, n) => `3000000000000${String(n).padStart(5, '0')}`,
  )
  const discordForums = Array.from({ length: FORUMS }, (_, n) => `3500000000000${String(n).padStart(5, '0')}`)
  const [forum = '', ...forums] = discordForums.map(discordPlace)
  const people = ['1', '2', '3']
  const doomed = [slackPlace(slackChannels.at(-1) ?? ''), discordPlace(discordChannels.at(-1) ?? '')]
  return {
    slackChannels,
    discordChannels,
    discordForums,
    doomed: new Map(doomed.map((place) => [place, DOOMED_AFTER])),
    subscriptions: [
      ...following(
        'slack',
        slackChannels.map(slackPlace),
        people.map((n) => slackPerson(`U0PERSON${n}`)),
      ),
      ...following(
        'discord',
        [forum, ...discordChannels.map(discordPlace)],
        people.map((n) => discordPerson(`40000000000000000${n}`)),
      ),
      ...forums.map((to, n) =>
        wish(`discord forum ${String(n).padStart(2, '0')}`, to, {
          at: everySlot().slice(FIRST_FORUM + n, FIRST_FORUM + n + 1),
          // It covers all of the day before it.
          stories: A_DAY,
        }),
      ),
    ],
  }
}

function following(
  platform: string,
  places: readonly string[],
  direct: readonly string[],
): readonly DrillWish[] {
  const [first = '', alone = '', ...others] = places
  const daily = [first, ...others, ...direct].map((to, n) =>
    wish(`${platform} daily ${String(n).padStart(2, '0')}`, to, {
      at: everySlot(),
      stories: n % 3 === 0 ? (LONG[(n / 3) % LONG.length] ?? SHORT) : SHORT,
      zone: ZONES[n % ZONES.length] ?? 'UTC',
    }),
  )
  return [
    ...daily,
    wish(`${platform} hourly`, first, { kind: 'hourly' }),
    wish(`${platform} alert`, alone, { kind: 'alert' }),
  ]
}

function wish(id: string, to: string, more: Partial<DrillWish>): DrillWish {
  return {
    id: id.replaceAll(' ', '-'),
    to,
    title: `Desk of ${id}`,
    at: [],
    zone: 'UTC',
    kind: 'briefing',
    stories: SHORT,
    ...more,
  }
}

/**
 * Returns every half hour of the day: the same minutes in all these zones, which differ by whole half hours.
 */
function everySlot(): string[] {
  return Array.from({ length: (24 * 60) / SLOT_MINUTES }, (_, i) => {
    const total = i * SLOT_MINUTES
    return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
  })
}
