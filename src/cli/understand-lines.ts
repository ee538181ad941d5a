import { z } from 'zod'
import type { NameIndex } from '../commands/name-index.ts'
import { cleanText } from '../commands/reading/parse-input.ts'
import type { AskedSchedule } from '../commands/understanding/schedule.ts'
import { understand } from '../commands/understanding/understand.ts'
import type { Days } from '../records/subscription.ts'
import { dayOfMonth } from '../subscriptions/days.ts'
import type { Wish } from '../commands/understanding/wish.ts'
import { isZone } from '../words/times.ts'

/** A sentence, and when and where it is said. */
export const askRow = z.object({
  id: z.union([z.string(), z.number()], { error: 'expected a string or a number' }),
  say: z.string(),
  now: z.iso.datetime({ offset: true }),
  zone: z.string().refine(isZone, {
    error: ({ input }) => `${JSON.stringify(input)} is no IANA time zone, such as Europe/Istanbul`,
  }),
})

/**
 * What the bot understands from a sentence, as JSON for evaluation: times in ISO 8601, unmentioned fields
 * left out.
 */
export function answerAsk({ id, say, now, zone }: z.output<typeof askRow>, nameIndex: NameIndex): object {
  const cleaned = cleanText(say)
  const text = cleaned.status === 'clean' ? cleaned.text : ''
  return { id, ...told(understand(text, { nameIndex, now: Date.parse(now), zone }), zone) }
}

/** "The last" story refers to the last of five, as if a briefing of five stories had been shown. */
const STORIES_SHOWN = 5

function told(wish: Wish, zone: string): object {
  const { countries, regions, topics, sources, people, organisations, words } = wish
  const places = [...wish.places, ...wish.areas]
  const {
    word,
    not,
    from,
    to,
    startsAt,
    schedule,
    destination,
    story,
    confirm,
    ask,
    unclear,
    corrected,
    confidence,
  } = wish
  const lists = { countries, regions, topics, sources, people, organisations, places, words }
  const time = (at: number): string =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' })
  return {
    word,
    ...filled(lists),
    ...(not !== null && { not: filled({ ...not }) }),
    ...(from !== null && { from: time(from) }),
    ...(to !== null && { to: time(to) }),
    ...(startsAt !== null && { starts: time(startsAt) }),
    ...(schedule !== null && { schedule: toldSchedule(schedule) }),
    ...(destination !== null && {
      destination: typeof destination === 'string' ? destination : destination.channel,
    }),
    ...(story !== null && { story: story === 'last' ? STORIES_SHOWN : story }),
    ...(confirm && { confirm }),
    ...(ask && { ask: unclear.length === 0 ? true : unclear.map(({ typed }) => typed) }),
    ...(corrected.length > 0 && { mended: corrected }),
    sure: Math.round(confidence * 100) / 100,
  }
}

const filled = (lists: Readonly<Record<string, readonly string[]>>): object =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0))

function toldSchedule({
  days,
  notOn,
  several,
  at,
  zone,
  hourly,
  outlets,
  alert,
}: AskedSchedule & { readonly alert: boolean }): object {
  return {
    ...(days !== null && toldDays(days)),
    ...(days === null && notOn.length > 0 && { notOn }),
    ...(several.length > 0 && { several }),
    ...(at.length > 0 && { at }),
    ...(zone !== null && { zone }),
    ...(hourly !== null && { hourly }),
    ...(outlets !== null && { outlets }),
    ...(alert && { alert }),
  }
}

function toldDays(days: Days): object {
  const day = dayOfMonth(days)
  if (day !== null) return { monthly: day }
  return { days: days.startsWith('weekly:') ? days.slice('weekly:'.length).split(',') : days }
}
