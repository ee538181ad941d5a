import { z } from 'zod'
import type { ReadPosition } from '../archive/read-changes.ts'
import {
  answered,
  cursor,
  defineQuestion,
  filters,
  given,
  LONGEST_TEXT,
  noCursor,
  optionsOf,
  type Question,
  reader,
  readerOf,
  refused,
  type Refused,
} from './define-question.ts'
import * as shapes from './shapes.ts'
import {
  toBriefingAnswer,
  toSearchAnswer,
  toSourceAnswer,
  toStoryAnswer,
  toTrendsAnswer,
  toWhyAnswer,
} from './to-answers.ts'
import * as write from './write-answer.ts'

const search = defineQuestion({
  name: 'search',
  path: '/search',
  title: 'Search the news',
  description:
    'Finds reports by words (AND, OR, NOT, "phrases", -without), place, topic, outlet and time; each story once, ' +
    'the newest first. Reports in other languages are found too.',
  input: z.strictObject({
    words: given('what to look for; may be left out where something else is named'),
    ...filters,
    order: z.enum(['newest', 'relevance']).optional(),
    cursor,
    ...reader,
  }),
  output: shapes.searchAnswer,
  async answer({ cursor, speaks, zone, ...options }, tools) {
    const begun = cursor === undefined ? null : /^([0-9]{1,3})\.([0-9a-z]{1,7})$/u.exec(cursor)
    if (cursor !== undefined && begun === null) return noCursor('leave it out to begin anew')
    const [, page = '1', moment = nextSecond(tools.archive.now())] = begun ?? []
    const paged = begun === null ? {} : { page: `${page}@${moment}` }
    const message = await tools.archive.search(
      optionsOf({ ...options, ...paged }),
      readerOf({ speaks, zone }, tools),
    )
    if (message.kind !== 'search') return refused(message)
    const next = message.results.more ? `${Number(page) + 1}.${moment}` : null
    return answered(toSearchAnswer(message.results, next))
  },
  write: write.writeSearch,
})

/**
 * The next full second in base 36. It fixes what later pages search: only what was known then (`readPage` of
 * `commands/options.ts`).
 */
const nextSecond = (now: number): string => (Math.floor(now / 1000) + 1).toString(36)

const story = defineQuestion({
  name: 'story',
  path: '/stories/:id',
  title: 'Tell a story',
  description:
    'One story whole: verbatim sentences with their addresses, every outlet side by side with country and ownership, ' +
    'and what outlets corrected.',
  input: z.strictObject({
    id: z.string().min(1).max(LONGEST_TEXT).describe('id or handle of a story'),
    ...reader,
  }),
  output: shapes.story,
  async answer({ id, ...wish }, tools) {
    const found = await tools.archive.story(id, readerOf(wish, tools))
    return found === null ? unknownStory(id) : answered(toStoryAnswer(found.card, tools.pages))
  },
  write: write.writeStory,
})

const unknownStory = (id: string): Refused => ({
  status: 'unknown',
  text: `No story is called ${JSON.stringify(id)}; search names the ids of those that it finds.`,
})

const briefing = defineQuestion({
  name: 'briefing',
  path: '/briefing',
  title: 'Brief on the news',
  description:
    'The strongest stories of a time (a day, where none is named) by region, about everything or about what is named: ' +
    'each in sentences of its outlets.',
  input: z.strictObject({
    what: given('what it is to be about, in any order: Syria, conflict, "Middle East"'),
    person: given('a person by name'),
    keywords: given('words that a report must say, with AND, OR, NOT'),
    ...filters,
    length: z.enum(['short', 'normal', 'long']).optional(),
    ...reader,
  }),
  output: shapes.briefingAnswer,
  async answer({ speaks, zone, ...options }, tools) {
    const message = await tools.archive.briefing(optionsOf(options), readerOf({ speaks, zone }, tools))
    return message.kind === 'briefing'
      ? answered(toBriefingAnswer(message.briefing, tools.pages))
      : refused(message)
  },
  write: write.writeBriefing,
})

const CHANGES_PAGE = 20

const changes = defineQuestion({
  name: 'changes_since',
  path: '/changes',
  title: 'Tell what changed',
  description:
    'Stories in which something moved (a report came, an outlet edited its own) since a cursor, oldest first, ' +
    'each where it moved last. Without a cursor: of the last hour.',
  input: z.strictObject({
    cursor,
    since: z.iso
      .datetime({ offset: true, error: 'write a date and time with its offset, as in 2026-03-01T00:00:00Z' })
      .optional()
      .describe('where to begin, where there is no cursor yet'),
    ...reader,
  }),
  output: shapes.changesAnswer,
  async answer({ cursor, since, ...wish }, tools) {
    const now = tools.archive.now()
    const begin = since === undefined ? now - HOUR_MS : Date.parse(since)
    const position = cursor === undefined ? { at: begin, storyId: '' } : readPosition(cursor)
    if (position === null) return noCursor('`since`')
    if (position.at < now - MOST_BACK_MS)
      return {
        status: 'refused',
        text: 'That is too long ago: at most thirty days are told. Begin anew with `since`.',
      }
    const found = await tools.archive.changes(position, CHANGES_PAGE)
    const told = await Promise.all(
      found.heads.map(async ({ id, lastAt }) => {
        const one = await tools.archive.story(id, readerOf(wish, tools))
        const movedAt = new Date(lastAt).toISOString()
        return one === null ? [] : [{ ...toStoryAnswer(one.card, tools.pages), movedAt }]
      }),
    )
    return answered({
      stories: told.flat(),
      next: writePosition(found.next),
      more: found.more,
    })
  },
  write: write.writeChanges,
})

const HOUR_MS = 3_600_000
const MOST_BACK_MS = 30 * 24 * HOUR_MS

const writePosition = ({ at, storyId }: ReadPosition): string => `${at.toString(36)}.${storyId}`

function readPosition(cursor: string): ReadPosition | null {
  const [, at = '', storyId = ''] = /^([0-9a-z]{1,11})\.([\w-]{0,50})$/u.exec(cursor) ?? []
  return at === '' ? null : { at: Number.parseInt(at, 36), storyId }
}

const why = defineQuestion({
  name: 'why',
  path: '/stories/:story/why',
  title: 'Explain a story',
  description:
    'How a story came together: when its leading report was read, which words gave its countries and topics, ' +
    'and what joined each report to it.',
  input: z.strictObject({
    story: z.string().min(1).max(LONGEST_TEXT).describe('id or handle of a story'),
    ...reader,
  }),
  output: shapes.whyAnswer,
  async answer({ story: id, ...wish }, tools) {
    const found = await tools.archive.story(id, readerOf(wish, tools))
    if (found === null) return unknownStory(id)
    const message = await tools.archive.why(found.card.id, readerOf(wish, tools))
    return message.kind === 'trace' ? answered(toWhyAnswer(message.trace)) : refused(message)
  },
  write: write.writeWhy,
})

const SOURCES_PAGE = 50

const sourcesHealth = defineQuestion({
  name: 'sources_health',
  path: '/sources',
  title: 'Tell how sources fare',
  description:
    'Every source with its state, when it was last read, what it printed last and why reads failed.',
  input: z.strictObject({
    state: z.enum(shapes.STATES).optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/u, { error: 'write the two capitals of a country, as in EG' })
      .optional()
      .describe('ISO 3166-1 alpha-2 of the newsroom'),
    cursor,
  }),
  output: shapes.sourcesAnswer,
  async answer({ state, country, cursor = '0' }, { archive }) {
    if (!/^\d{1,6}$/u.test(cursor)) return noCursor('leave it out to begin anew')
    const from = Number(cursor)
    const fitting = (await archive.sources()).filter(
      (source) =>
        (state === undefined || source.state === state) &&
        (country === undefined || source.country === country),
    )
    const page = fitting.slice(from, from + SOURCES_PAGE)
    const next = fitting.length > from + SOURCES_PAGE ? String(from + SOURCES_PAGE) : null
    return answered({ sources: page.map(toSourceAnswer), next })
  },
  write: write.writeSources,
})

const trends = defineQuestion({
  name: 'trends',
  path: '/trends',
  title: 'Tell what is out of the usual',
  description:
    'How much is told of something by days, against what is usual on such a day: bursts with their stories, silences, days on which ' +
    'sources were missing, and stories that only state outlets or only outlets from elsewhere tell.',
  input: z.strictObject({
    what: given('regions, countries, topics or outlets, in any order'),
    story: given('id or handle of a story: its running story is counted'),
    since: filters.since,
    ...reader,
  }),
  output: shapes.trendsAnswer,
  async answer({ speaks, zone, ...options }, tools) {
    const message = await tools.archive.trends(optionsOf(options), readerOf({ speaks, zone }, tools))
    return message.kind === 'search' ? answered(toTrendsAnswer(message.results)) : refused(message)
  },
  write: write.writeTrends,
})

export const QUESTIONS: readonly Question[] = [search, story, briefing, changes, why, sourcesHealth, trends]
