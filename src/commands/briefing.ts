import { composeBriefing } from '../briefings/compose-briefing.ts'
import type { Period } from '../briefings/open-edition.ts'
import type { CommandInput } from '../chat/command-input.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Briefing } from '../records/briefing.ts'
import type { Action, Message } from '../records/message.ts'
import { present } from '../records/present.ts'
import type { BriefingRequest } from '../records/subscription.ts'
import { type Length, STORIES } from '../subscriptions/limits.ts'
import { isEverything, type NewsFilter } from '../subscriptions/news-filter.ts'
import { say } from '../words/say.ts'
import { timesIn } from '../words/times.ts'
import type { CommandContext } from './command-context.ts'
import { defineCommand } from './define-command.ts'
import { FILTER_OPTIONS } from './options.ts'
import { warning } from './notice.ts'
import { buttonFor } from './write-command.ts'
import { BRIEFING_DAYS, daysBefore } from './reading/read-moment.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** `briefing`: a briefing now, of everything or of what is named. */
export function briefingCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'briefing',
    options: ['what', ...FILTER_OPTIONS, 'without', 'since', 'until', 'length'],
    positionalOption: 'what',
    answer: 'public',
    usage: 'briefing [{region}, {country}, {topic}, {source}] [since {time}]',
    examples: [
      'briefing',
      'briefing syria since yesterday',
      'briefing "middle east" topic:conflict since:3d',
    ],
    run(input, asker) {
      const title = isEverything(input.filter) ? say('briefing.title', asker.language) : null
      const as = { id: 'asked', title, length: 'normal' } as const
      return brief(
        input,
        { ...as, from: input.since ?? (input.until ?? context.now()) - DAY_MS },
        context,
        asker,
      )
    },
  })
}

/** A long weekend. Who was away for less remembers the morning they left. */
const AWAY_MS = 3 * DAY_MS

/**
 * `catchup`: for somebody who was away. Tells what this channel was told since then, strongest first, and how
 * it went on.
 */
export function catchupCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'catchup',
    options: ['what', 'since', 'region', 'country', 'topic', 'length'],
    positionalOption: 'what',
    usage: 'catchup [since {time}] [{region}, {country}, {topic}]',
    examples: ['catchup since friday', 'catchup since 2 weeks syria'],
    async run(input, asker) {
      const from = input.since ?? context.now() - AWAY_MS
      const told = await context.archive.told(asker.channel)
      const here = new Set([...told].flatMap(([id, { at }]) => (at >= from ? [id] : [])))
      // If nothing was told here, or a filter is given, the news itself is told.
      const among = here.size > 0 && isEverything(input.filter) ? { among: here } : {}
      const time = timesIn(asker.zone, asker.language).moment(from, context.now())
      const title = say('catchup.title', asker.language, { time })
      return brief(input, { id: 'catchup', title, length: 'long', from, ...among }, context, asker)
    },
  })
}

/**
 * Adds to an empty briefing when the newest matching stories before and after its time moved, and buttons
 * that lead there.
 */
async function withOthers(
  briefing: Briefing,
  request: BriefingRequest,
  filter: NewsFilter,
  context: CommandContext,
): Promise<{ readonly briefing: Briefing; readonly actions?: readonly Action[] }> {
  const { from, to, zone } = briefing
  const newest = async (since: number, until: number): Promise<number | undefined> => {
    if (since >= until) return undefined
    const period = { from: since, now: until, onlyMoved: false }
    const other = await composeBriefing(request, period, context.archive, context.settings)
    const times = other.briefing.sections.flatMap(({ stories }) => stories.map(({ lastAt }) => lastAt))
    return times.length === 0 ? undefined : Math.max(...times)
  }
  const olderAt = await newest(daysBefore(to, BRIEFING_DAYS, zone) + DAY_MS, from)
  const laterAt = await newest(to, context.now())
  if (olderAt === undefined && laterAt === undefined) return { briefing }
  const wayTo = (label: 'action.older' | 'action.later', at: number | undefined): readonly Action[] =>
    at === undefined ? [] : buttonFor({ label }, 'briefing', { filter, since: at - HOUR_MS })
  const { muted = 0, told = 0, toldAt = null } = briefing.keptOut ?? {}
  return {
    briefing: { ...briefing, keptOut: { muted, told, toldAt, ...present({ olderAt, laterAt }) } },
    actions: [...wayTo('action.later', laterAt), ...wayTo('action.older', olderAt)],
  }
}

/**
 * Composes a briefing for the asker. Where they ask for more days than a briefing covers, it is a warning
 * that says so.
 */
async function brief(
  { filter, since, until, length }: CommandInput,
  as: Omit<Period, 'onlyMoved'> & {
    readonly id: string
    readonly title: string | null
    readonly length: Length
  },
  context: CommandContext,
  { channel: to, zone, language, reads }: Asker,
): Promise<Message> {
  const now = until ?? context.now()
  if (since !== undefined && since < daysBefore(context.now(), BRIEFING_DAYS, zone))
    return warning({ language }, 'mistake.tooEarlyToBrief', { days: BRIEFING_DAYS })
  const { id, title, length: usual, ...period } = as
  const room = STORIES[length ?? usual]
  const request = {
    id,
    title,
    to,
    at: [],
    days: 'daily',
    zone,
    language,
    ...present({ reads }),
    ...filter,
    ...room,
  } as const
  // "More" of a briefing asks for a long one, which tells the related stories that the shorter one only
  // named.
  const whole = { ...period, now, onlyMoved: false, fills: (length ?? usual) === 'long' }
  const { briefing } = await composeBriefing(request, whole, context.archive, context.settings)
  if (briefing.sections.length > 0 || as.among !== undefined || isEverything(filter))
    return { kind: 'briefing', briefing }
  return { kind: 'briefing', ...(await withOthers(briefing, request, filter, context)) }
}
