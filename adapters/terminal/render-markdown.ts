import type {
  BlockContent,
  Heading,
  List,
  Paragraph,
  PhrasingContent,
  RootContent,
  TableRow,
  Text,
} from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { drawWith } from '../../src/chat/draw-with.ts'
import { tellComingWeek } from '../../src/chat/wording/coming.ts'
import { tellCoverage } from '../../src/chat/wording/coverage.ts'
import { type Notice, tellNotice } from '../../src/chat/wording/notice.ts'
import { type Reader, readerOf } from '../../src/chat/wording/reader.ts'
import { tellSearch } from '../../src/chat/wording/search.ts'
import { sheetOf, type SheetMessage } from '../../src/chat/wording/sheet.ts'
import { countSources, tabulateSources } from '../../src/chat/wording/source.ts'
import { dotted, type Line, type Look, own, quote } from '../../src/chat/wording/span.ts'
import { labelOutlet, tellReport, tellStory, tellTimes } from '../../src/chat/wording/story.ts'
import { tellTimeline } from '../../src/chat/wording/timeline.ts'
import type { BriefedStory, Briefing, Section, StoryCard, Timeline } from '../../src/records/briefing.ts'
import type { CommandHelp, Message, SearchResults, SourceHealth } from '../../src/records/message.ts'
import { harmless } from '../../src/words/harmless.ts'
import { isolate } from '../../src/words/direction.ts'
import { say } from '../../src/words/say.ts'
import { timesIn } from '../../src/words/times.ts'

/**
 * Writes a message as GitHub Flavored Markdown, ending with a line break. Text from feeds is escaped: it
 * makes no markup, HTML or links. Links are http(s) only.
 */
export function renderMarkdown(
  message: Message,
  { topicName }: { readonly topicName?: Reader['topicName'] } = {},
): string {
  // List numbers are Latin digits in Markdown, so citations of them are too.
  const context = { ...readerOf(message, topicName), number: String }
  const children = drawWith<DrawContext, RootContent[]>(message, context, {
    briefing: writeBriefing,
    story: writeStoryCard,
    search: writeSearch,
    sources: writeSources,
    help: writeHelp,
    notice: writeNotice,
    sheet: writeSheet,
  })
  return toMarkdown(
    { type: 'root', children },
    { bullet: '-', rule: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] },
  )
}

/** For whom a Markdown page is written. */
interface DrawContext extends Reader {
  /** Whether the reader's language runs from right to left. */
  readonly rightToLeft: boolean
}

/** Formats an instant (milliseconds since 1970). */
type Time = (at: number) => string

/** Writes a briefing with a heading for each region and story. */
function writeBriefing(briefing: Briefing, context: DrawContext): RootContent[] {
  const times = timesIn(briefing.zone, briefing.language)
  const time = (at: number) => times.moment(at, briefing.to)
  let number = 0
  const writeSection = ({ name, stories, leftOut }: Section): RootContent[] => [
    ...(briefing.timeline === undefined ? [heading(2, [quote(name)], context)] : []),
    ...stories.flatMap((story) => writeStory(story, ++number, time, context)),
    ...(stories.length === 0 ? [paragraph([text(say('section.empty', context.language))])] : []),
    ...(leftOut === 0
      ? []
      : [paragraph([text(say('section.leftOut', context.language, { count: leftOut }))])]),
  ]
  const [coverage = [], ...failures] = tellCoverage(briefing)
  return [
    heading(1, [quote(briefing.title)], context),
    ...(briefing.timeline === undefined
      ? [paragraph([text(times.stretch(briefing.from, briefing.to))])]
      : []),
    ...briefing.sections.flatMap(writeSection),
    ...(briefing.timeline === undefined
      ? [
          ...writeComing(briefing, context),
          { type: 'thematicBreak' } as const,
          line(coverage, context),
          ...listed(failures, context),
        ]
      : writeTimeline(briefing.timeline, time, context)),
  ]
}

/** What takes place in the coming week. */
function writeComing(briefing: Briefing, context: DrawContext): RootContent[] {
  const coming = tellComingWeek(briefing)
  return coming === null ? [] : [heading(2, coming.heading, context), ...listed(coming.lines, context)]
}

/** How a followed story developed. */
function writeTimeline(timeline: Timeline, time: Time, context: DrawContext): RootContent[] {
  const { heading: title, lines } = tellTimeline(timeline, time, context.language)
  return [heading(2, title, context), ...listed(lines, context)]
}

/** Writes a story. Its outlets have the numbers by which the sentences cite them. */
function writeStory(story: BriefedStory, number: number, time: Time, context: DrawContext): RootContent[] {
  const { headline, sentences, changes, tags, also, latest, id } = tellStory(story, time, context)
  return [
    heading(3, [own(`${number}. `), ...headline], context),
    ...sentences.map((spans) => line(spans, context)),
    ...listed(changes, context),
    line(dotted([...tags, latest, ...id]), context),
    list(
      story.outlets.map((outlet) => [line(labelOutlet(outlet, context.language), context)]),
      true,
    ),
    ...(also.length === 0 ? [] : [line(also, context)]),
  ]
}

/** Writes a complete story, with its reports as a list. */
function writeStoryCard(story: StoryCard, zone: string, context: DrawContext): RootContent[] {
  const { language } = context
  const time = timesIn(zone, language).instant
  const { headline, sentences, changes, tags, id } = tellStory(story, time, context)
  const reports = story.reports.map((report) => {
    const { outlet, when } = tellReport(report, time, context)
    const told = [dotted([outlet, when]), [quote(report.title)]]
    return [...told, ...(report.lead === null ? [] : [[quote(report.lead)]])].map((spans) =>
      line(spans, context),
    )
  })
  return [
    heading(1, headline, context),
    ...sentences.map((spans) => line(spans, context)),
    ...listed(changes, context),
    line(dotted([...tags, ...id, ...tellTimes(story, time, language)]), context),
    heading(2, [own(say('story.timeline', language))], context),
    list(reports, false),
  ]
}

/** Writes a short text, with a paragraph for each line. */
function writeNotice(notice: Notice, context: DrawContext): RootContent[] {
  return tellNotice(notice).map((spans) => line(spans, context))
}

/** Writes the help, with commands as code. */
function writeHelp(commands: readonly CommandHelp[], context: DrawContext): RootContent[] {
  return [
    heading(1, [own(say('help.title', context.language))], context),
    ...commands.flatMap(({ words, summary, examples, options = [] }): RootContent[] => [
      { type: 'heading', depth: 2, children: [code(words)] },
      paragraph([text(harmless(summary))]),
      ...unlessEmpty(examples.map((example) => [paragraph([code(example)])])),
      ...unlessEmpty(options.map(({ name, help }) => [paragraph([code(name), text(` ${harmless(help)}`)])])),
    ]),
  ]
}

/** Writes search results as a numbered list. */
function writeSearch(results: SearchResults, zone: string, context: DrawContext): RootContent[] {
  const { title, hits, after } = tellSearch(
    results,
    timesIn(zone, context.language).instant,
    context.language,
  )
  const items = hits.map(({ title: named, facts, snippet }) =>
    [[named], dotted(facts), snippet].map((spans) => line(spans, context)),
  )
  return [
    heading(1, title, context),
    ...unlessEmpty(items, true),
    ...after.map((spans) => line(spans, context)),
  ]
}

/** Writes a document of facts. A new subscription is followed by its first briefing. */
function writeSheet(message: SheetMessage, context: DrawContext): RootContent[] {
  const { title, lines, parts } = sheetOf(message)
  const first = message.kind === 'subscription' ? message.first : null
  return [
    heading(1, title, context),
    ...listed(lines, context),
    ...parts.flatMap((part) => [heading(2, part.heading, context), ...listed(part.lines, context)]),
    ...(first === null ? [] : writeBriefing(first, context)),
  ]
}

/** Writes the state of the sources as a table. */
function writeSources(sources: readonly SourceHealth[], zone: string, context: DrawContext): RootContent[] {
  const { titles, rows } = tabulateSources(sources, timesIn(zone, context.language).instant, context.language)
  const row = (cells: readonly Line[]): TableRow => ({
    type: 'tableRow',
    children: cells.map((spans) => ({ type: 'tableCell', children: phrasing(spans, context) })),
  })
  return [
    heading(1, countSources(sources, context.language).title, context),
    { type: 'table', children: [titles, ...rows].map(row) },
  ]
}

const STRONG = new Set<Look | undefined>(['new', 'updated', 'warning', 'error'])

/** Writes spans as Markdown: links, strong text for emphasis, quoted text isolated in its own direction. */
function phrasing(spans: Line, { rightToLeft }: DrawContext): PhrasingContent[] {
  return spans.flatMap((span): PhrasingContent[] => {
    const plain = harmless(span.text)
    if (plain === '') return []
    const directed = text(span.quoted === true ? isolate(plain, rightToLeft) : plain)
    if (typeof span.url === 'string') return [{ type: 'link', url: span.url, children: [directed] }]
    return STRONG.has(span.look) ? strong(plain) : [directed]
  })
}

/** Strong text must not end with a space, or its closing asterisks would be shown. */
function strong(value: string): PhrasingContent[] {
  const word = value.trimEnd()
  const blank = value.slice(word.length)
  return [{ type: 'strong', children: [text(word)] }, ...(blank === '' ? [] : [text(blank)])]
}

const code = (value: string) => ({ type: 'inlineCode', value: harmless(value) }) as const

const text = (value: string): Text => ({ type: 'text', value })

const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children })

const line = (spans: Line, context: DrawContext): Paragraph => paragraph(phrasing(spans, context))

const heading = (depth: Heading['depth'], spans: Line, context: DrawContext): Heading => ({
  type: 'heading',
  depth,
  children: phrasing(spans, context),
})

/** Lines as a list; nothing if there are none. */
const listed = (lines: readonly Line[], context: DrawContext): readonly List[] =>
  unlessEmpty(lines.map((spans) => [line(spans, context)]))

const unlessEmpty = (items: readonly BlockContent[][], ordered = false): readonly List[] =>
  items.length === 0 ? [] : [list(items, ordered)]

/** A list; tight if each item is one block. */
function list(items: readonly BlockContent[][], ordered: boolean): List {
  const spread = items.some((item) => item.length > 1)
  return {
    type: 'list',
    ordered,
    spread,
    children: items.map((children) => ({ type: 'listItem', spread, children })),
  }
}
