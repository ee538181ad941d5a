import { comingAbout, joinEvents, type JoinedEvent } from '../briefings/join-events.ts'
import type { Command } from '../chat/command.ts'
import { timesIn } from '../words/times.ts'
import { sameLanguage } from '../words/names.ts'
import { nameOpenDate } from '../words/open-dates.ts'
import { say } from '../words/say.ts'
import type { CommandContext } from './command-context.ts'
import { defineCommand } from './define-command.ts'
import { describeFilter } from './describe-subscription.ts'
import { hitOf } from './finding-hits.ts'

const DAY = 24 * 3_600_000
/** What is more than a year away is seldom more than a plan. */
const AHEAD_MS = 366 * DAY
const SOON_MS = 14 * DAY
/** Reports that are read: some weeks of what two hundred sources announce. */
const MOST_FOUND = 2_000
/** Events in one answer: what fits on a screen. */
const MOST_SHOWN = 12

/** `facts upcoming`: what will take place, as articles announce it, the soonest first. */
export function upcomingCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'facts upcoming',
    options: ['region', 'country', 'topic', 'period'],
    positionalOption: 'region',
    usage: 'facts upcoming [region:…] [country:…] [topic:…] [period:…]',
    examples: ['facts upcoming', 'facts upcoming middle east', 'facts upcoming period:"next week"'],
    async run({ filter, since, until }, { language, zone }) {
      const { settings } = context
      const today = Temporal.Instant.fromEpochMilliseconds(context.now())
        .toZonedDateTimeISO('UTC')
        .startOfDay()
      const from = Math.max(today.epochMilliseconds, since ?? 0)
      const before = async (to: number) => {
        const kept = await context.findings({ kinds: ['coming'], from, to, most: MOST_FOUND })
        return joinEvents(comingAbout(kept, filter, settings))
      }
      // The store returns the last events first, so a query for the whole year would miss the next weeks.
      const last = until ?? from + AHEAD_MS
      const soon = await before(Math.min(last, from + SOON_MS))
      const events = soon.length >= MOST_SHOWN || last <= from + SOON_MS ? soon : await before(last)
      const shown = events.slice(0, MOST_SHOWN)
      return {
        kind: 'search',
        results: {
          about: 'upcoming',
          query: describeFilter(filter, settings, language),
          hits: shown.map((told) => ({
            ...hitOf(told, told.event.words, settings.sources),
            title: `${sayWhen(told, language)} · ${told.article.title}`,
          })),
          more: events.length > shown.length,
          ...(events.length === 0 && { note: say('upcoming.none', language) }),
        },
        zone,
        language,
      }
    },
  })
}

/**
 * Names a date: a day in full; for a less precise date the month or week, and that the day is open. Where the
 * date has no calendar name, readers of the article's language get the article's own words.
 */
function sayWhen({ event: { at, when, whenWords }, article }: JoinedEvent, language: string): string {
  if (at !== undefined && when !== null && /^\d{4}-\d{2}-\d{2}/u.test(when))
    return timesIn('UTC', language).day(at)
  const named = at === undefined || when === null ? null : nameOpenDate(when, at, language)
  const own = sameLanguage(article.tags.language, language) ? whenWords : null
  return [named ?? own, say('upcoming.open', language)].filter((part) => part !== null).join(' · ')
}
