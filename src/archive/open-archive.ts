import { composeBriefing } from '../briefings/compose-briefing.ts'
import { comingAbout, joinEvents, type JoinedEvent } from '../briefings/join-events.ts'
import { allCommands } from '../commands/all-commands.ts'
import { MOST_FIGURES } from '../commands/figures.ts'
import { tellTrendsOf } from '../commands/trends.ts'
import type { CommandContext } from '../commands/command-context.ts'
import type { RawOptions } from '../chat/commands.ts'
import type { Asker, Command } from '../chat/command.ts'
import { traceTolls, type TollRow } from '../briefings/join-figures.ts'
import type { Briefing } from '../records/briefing.ts'
import type { Message } from '../records/message.ts'
import type { KeptFinding } from '../records/ports/findings.ts'
import type { NewsFilter } from '../subscriptions/news-filter.ts'
import { type Changes, readChanges, type ReadPosition } from './read-changes.ts'
import { type ReadSource, readSource } from './read-source.ts'
import { readRunningStory, type RunningStory } from './read-running-story.ts'
import { readArticle, readStory, type ArchivedArticle, type ArchivedStory } from './read-story.ts'
import { type ArchiveReader, asRequest } from './subject.ts'

const DAY_MS = 24 * 3_600_000

/**
 * Weeks from now. Past events stay for four weeks, so that a calendar keeps what somebody saw in it. What is
 * more than a year away is seldom more than a plan.
 */
const EVENT_WEEKS = { from: -4, to: 52 } as const
/** The store returns the last events first; reading week by week keeps one week from crowding out another. */
const MOST_EVENTS_OF_WEEK = 500

/** Days that a page about one subject looks back, since a country may be silent for a day. */
const SUBJECT_DAYS = 3

/** Stories on such a page, which has one section or a few. */
const SUBJECT_LIMITS = { stories: 40, perSection: 40 } as const

/**
 * The archive for readers outside a chat: pages, feeds, programs. It reads and never writes. Everything is
 * told as briefings and `/news` tell it, so a story reads alike everywhere. Times are ms since 1970.
 */
export interface Archive {
  readonly settings: CommandContext['settings']
  readonly now: () => number
  /** The news of the last day, by region. */
  front(reader: ArchiveReader): Promise<Briefing>
  /** The news of the last three days that matches a filter, strongest first. */
  about(filter: NewsFilter, reader: ArchiveReader): Promise<Briefing>
  /** The news of one day in the reader's zone. */
  day(day: Temporal.PlainDate, reader: ArchiveReader): Promise<Briefing>
  /**
   * Events of the last four weeks and the coming year, as articles announce them, by countries and topics of
   * a filter.
   */
  coming(filter: NewsFilter): Promise<readonly JoinedEvent[]>
  /**
   * Finds a story by its id, its handle, or the id of a story that was merged into it; null where there is
   * none.
   */
  story(id: string, reader: ArchiveReader): Promise<ArchivedStory | null>
  /** How the tolls of a story developed. */
  tolls(storyId: string): Promise<readonly TollRow[]>
  /** The running story that a story belongs to. */
  runningStory(storyId: string, reader: ArchiveReader): Promise<RunningStory | null>
  /** An article of a story with all its versions. */
  article(storyId: string, articleId: string): Promise<ArchivedArticle | null>
  /** Why a story came together as it did: `/news why`. */
  why(storyId: string, reader: ArchiveReader): Promise<Message>
  /** The command `search`, for its options. */
  readonly searchCommand: Command
  /** Runs `/news search` with options as they are typed. */
  search(options: RawOptions, reader: ArchiveReader): Promise<Message>
  /** Runs `/news facts trends` with options as they are typed. */
  trends(options: RawOptions, reader: ArchiveReader): Promise<Message>
  /** The trends of the last thirty days that match a filter. */
  trendsAbout(filter: NewsFilter, reader: ArchiveReader): ReturnType<typeof tellTrendsOf>
  /** Runs `/news briefing` with options as they are typed. */
  briefing(options: RawOptions, reader: ArchiveReader): Promise<Message>
  /** The next stories that moved after a position, at most `most`. */
  changes(since: ReadPosition, most: number): Promise<Changes>
  sources: CommandContext['sourceHealth']
  /** A source: its health, and what it published; null where there is none. */
  source(id: string, reader: Pick<ArchiveReader, 'zone'>): Promise<ReadSource | null>
  /** How many reports came in on each day of a month in the reader's zone, from the first day on. */
  reportsByDay(month: Temporal.PlainYearMonth, reader: ArchiveReader): Promise<readonly number[]>
}

export function openArchive(newsroom: CommandContext): Archive {
  const { archive, settings } = newsroom
  const now = () => newsroom.now()
  const commands = allCommands(newsroom)
  const find = (name: string): Command => {
    const command = commands.all.find((one) => one.name === name)
    if (command === undefined) throw new Error(`There is no word ${name}.`)
    return command
  }
  const ask = (command: Command, options: RawOptions, reader: ArchiveReader): Promise<Message> =>
    commands.answer({ command, options, mistakes: [] }, guest(reader))
  const [searchCommand, briefingCommand, whyCommand] = [find('search'), find('briefing'), find('why')]
  const trendsCommand = find('facts trends')
  const composeFor = async (
    filter: NewsFilter,
    span: { readonly from: number; readonly now: number },
    reader: ArchiveReader,
    limits: Partial<typeof SUBJECT_LIMITS> = {},
  ): Promise<Briefing> => {
    const request = { ...asRequest(reader), ...filter, ...limits }
    return (await composeBriefing(request, { ...span, onlyMoved: false }, archive, settings)).briefing
  }
  return {
    settings,
    now,
    front: (reader) => composeFor({}, { from: now() - DAY_MS, now: now() }, reader),
    about: (filter, reader) =>
      composeFor(filter, { from: now() - SUBJECT_DAYS * DAY_MS, now: now() }, reader, SUBJECT_LIMITS),
    day: (day, reader) => {
      const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(reader.zone).epochMilliseconds
      return composeFor({}, { from: startOf(day), now: startOf(day.add({ days: 1 })) }, reader)
    },
    async coming(filter) {
      const today = now() - (now() % DAY_MS)
      const kept: KeptFinding[] = []
      for (let week = EVENT_WEEKS.from; week < EVENT_WEEKS.to; week++) {
        const [from, to] = [today + week * 7 * DAY_MS, today + (week + 1) * 7 * DAY_MS]
        kept.push(...(await newsroom.findings({ kinds: ['coming'], from, to, most: MOST_EVENTS_OF_WEEK })))
      }
      return joinEvents(comingAbout(kept, filter, settings))
    },
    story: (id, reader) => readStory(id, archive, settings, reader),
    tolls: async (storyId) =>
      traceTolls(await newsroom.findings({ kinds: ['figure'], stories: [storyId], most: MOST_FIGURES })),
    runningStory: (storyId, reader) =>
      readRunningStory(storyId, archive, settings, { ...reader, now: now() }),
    article: (storyId, articleId) => readArticle(storyId, articleId, archive),
    why: (storyId, reader) => ask(whyCommand, new Map([['address', [storyId]]]), reader),
    searchCommand,
    search: (options, reader) => ask(searchCommand, options, reader),
    briefing: (options, reader) => ask(briefingCommand, options, reader),
    trends: (options, reader) => ask(trendsCommand, options, reader),
    trendsAbout: (filter, reader) => tellTrendsOf({ filter }, newsroom, guest(reader)),
    changes: (since, most) => readChanges(archive, { since, now: now(), most }),
    sources: () => newsroom.sourceHealth(),
    source: (id, reader) => readSource(id, newsroom, reader),
    reportsByDay(month, { zone }) {
      const first = month.toPlainDate({ day: 1 })
      const days = Array.from({ length: month.daysInMonth + 1 }, (_, index) => first.add({ days: index }))
      return newsroom.seenBetween(days.map((day) => day.toZonedDateTime(zone).epochMilliseconds))
    },
  }
}

/** An asker of whom nothing is known: no workspace's corrections, subscriptions or rights apply. */
const guest = ({ zone, language, reads }: ArchiveReader): Asker => ({
  platform: 'terminal',
  workspace: 'archive',
  user: 'guest',
  channel: 'archive',
  direct: 'archive',
  isDirect: false,
  isAdmin: false,
  managesChannel: false,
  zone,
  language,
  reads,
})
