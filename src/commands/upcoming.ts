import { comingAbout, tellComing, type ToldEvent } from '../briefings/tell-coming.ts'
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
/** What is further away than a year is seldom more than a plan. */
const AHEAD_MS = 366 * DAY
const SOON_MS = 14 * DAY
/** Reports that are looked through: some weeks of what two hundred sources tell of what is to come. */
const MOST_FOUND = 2_000
/** Events that one answer shows: what fits a screen. */
const MOST_SHOWN = 12

/** `facts upcoming`: what will take place, as articles say, the soonest first. */
export function upcomingCommand(newsroom: CommandContext): Command {
  return defineCommand({
    name: 'facts upcoming',
    options: ['region', 'country', 'topic', 'period'],
    bare: 'region',
    usage: 'facts upcoming [region:…] [country:…] [topic:…] [period:…]',
    examples: ['facts upcoming', 'facts upcoming middle east', 'facts upcoming period:"next week"'],
    async run({ filter, since, until }, { language, zone }) {
      const { settings } = newsroom
      const today = Temporal.Instant.fromEpochMilliseconds(newsroom.now())
        .toZonedDateTimeISO('UTC')
        .startOfDay()
      const from = Math.max(today.epochMilliseconds, since ?? 0)
      const before = async (to: number) => {
        const kept = await newsroom.findings({ kinds: ['coming'], from, to, most: MOST_FOUND })
        return tellComing(comingAbout(kept, filter, settings))
      }
      // The store gives the last ones first: of a whole year the next weeks would be missing.
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

/** A day in full; of what is less precise its month or week, and that the day is open. Where no calendar names it, the words of the article stand for whoever reads its language. */
function sayWhen({ event: { at, when, whenWords }, article }: ToldEvent, language: string): string {
  if (at !== undefined && when !== null && /^\d{4}-\d{2}-\d{2}/u.test(when))
    return timesIn('UTC', language).day(at)
  const named = at === undefined || when === null ? null : nameOpenDate(when, at, language)
  const own = sameLanguage(article.tags.language, language) ? whenWords : null
  return [named ?? own, say('upcoming.open', language)].filter((part) => part !== null).join(' · ')
}
