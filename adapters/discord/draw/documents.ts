import { actionsOn, sideBySide } from '../../../src/chat/action.ts'
import { type Notice, tellNotice } from '../../../src/chat/wording/notice.ts'
import { tellSearch } from '../../../src/chat/wording/search.ts'
import { type SheetMessage, sheetOf } from '../../../src/chat/wording/sheet.ts'
import { countSources, illFirst, tellFinding, tellHealth } from '../../../src/chat/wording/source.ts'
import { dotted, type Line, own, tellFact } from '../../../src/chat/wording/span.ts'
import { labelOutlet } from '../../../src/chat/wording/story.ts'
import type {
  Action,
  CommandHelp,
  SearchResults,
  SourceHealth,
  SubscriptionCard,
} from '../../../src/records/message.ts'
import type { HealthState } from '../../../src/records/source.ts'
import { say } from '../../../src/words/say.ts'
import { MOST_SOURCES } from '../limits.ts'
import { aside, dated, heading, type MarkedLine, relative, small, text, title } from '../text/write.ts'
import { COLOURS, type DiscordPart, type DrawContext } from './drawing.ts'
import { packCard, packEmbeds } from './pack.ts'

/** Draws a short text and keeps its line breaks. */
export function drawNotice(notice: Notice, context: DrawContext): readonly DiscordPart[] {
  const { level } = notice
  const colour = level === 'info' ? COLOURS.notice : COLOURS[level]
  return packCard([{ lines: tellNotice(notice).map(text) }], colour, context)
}

/** Draws the help: all commands with examples. */
export function drawHelp(commands: readonly CommandHelp[], context: DrawContext): readonly DiscordPart[] {
  const { language } = context
  return packEmbeds(
    [title([own(say('help.title', language))])],
    [
      {
        colour: COLOURS.notice,
        lines: commands.flatMap(({ words, summary, examples, options = [] }) => [
          heading([own(`/news ${words}`)]),
          text([own(summary)]),
          ...examples.map((example) =>
            small([own(say('help.example', language, { example: `/news ${example}` }))]),
          ),
          ...options.map(({ name, help }) => text(tellFact(own(name, 'headline'), own(help), language))),
        ]),
      },
    ],
    context,
  ).parts
}

/**
 * Draws search results in the given order (best first): a line for the headline, one for outlet and time; a
 * result without an article shows its own words. Menus lead to the stories, each once.
 */
export function drawSearch(results: SearchResults, context: DrawContext): readonly DiscordPart[] {
  const { title: searchTitle, hits, after } = tellSearch(results, relative, context.language)
  return packCard(
    [
      { lines: [title(searchTitle)] },
      {
        lines: hits.flatMap(({ title: named, brief, facts, snippet }, index) => [
          text([own(`${context.number(index + 1)}. `, 'headline'), named]),
          ...(results.about === undefined ? [] : [text(snippet)]),
          // In a comparison, outlets are told apart by country and ownership.
          small(dotted(results.about === 'compare' ? facts : brief)),
        ]),
        choices: hits.flatMap(({ title: named, storyId }, index) =>
          storyId === null || hits.findIndex((hit) => hit.storyId === storyId) < index
            ? []
            : [{ name: `${context.number(index + 1)}. ${named.text}`, action: sideBySide(storyId) }],
        ),
      },
      ...(context.pictures ?? []).map((picture) => ({
        picture,
        lines: picture.caption === '' ? [] : [small([own(picture.caption)])],
      })),
      ...(after.length === 0 ? [] : [{ lines: after.map(small) }]),
    ],
    COLOURS.notice,
    context,
  )
}

/**
 * Draws a document of facts: title, lines, and parts separated by rules. Below each subscription of a list
 * are its actions.
 */
export function drawSheet(message: SheetMessage, context: DrawContext): readonly DiscordPart[] {
  const sheet = sheetOf(message, dated)
  return packCard(
    [
      { lines: [title(sheet.title), ...sheet.lines.map(drawLine)] },
      ...sheet.parts.map(({ heading: named, lines, card }) => ({
        lines: [heading(named), ...lines.map(drawLine)],
        below: card === undefined ? [] : [...editing(card), ...actionsOn(card)],
      })),
    ],
    COLOURS.notice,
    context,
  )
}

/** The "Edit" action, which opens the form. A followed story has nothing to edit. */
const editing = ({ id, isFollowed }: SubscriptionCard): readonly Action[] =>
  isFollowed === true ? [] : [{ label: 'action.edit', command: `edit ${id}` }]

/** A purely explanatory line is drawn small. */
function drawLine(spans: Line): MarkedLine {
  return spans.every(({ look }) => look === 'quiet') ? small(spans) : text(spans)
}

/**
 * Draws the state of the sources: a count of each state, then the sources by state. If there are too many,
 * those with problems come first.
 */
export function drawSources(sources: readonly SourceHealth[], context: DrawContext): readonly DiscordPart[] {
  const counted = countSources(sources, context.language)
  const shown = illFirst(sources).slice(0, MOST_SOURCES)
  const rest = sources.length - shown.length
  return packEmbeds(
    [title(counted.title), small(dotted(counted.counts))],
    [
      ...[...Map.groupBy(shown, ({ state }) => state)].map(([state, those]) => ({
        colour: COLOUR_OF[state],
        lines: those.flatMap((source) => drawSource(source, context)),
      })),
      ...(rest === 0
        ? []
        : [
            {
              colour: COLOURS.quiet,
              lines: [text([own(say('sources.more', context.language, { count: rest }))])],
            },
          ]),
    ],
    context,
  ).parts
}

const COLOUR_OF: Readonly<Record<HealthState, number>> = {
  active: COLOURS.new,
  failing: COLOURS.error,
  gone: COLOURS.error,
  silent: COLOURS.updated,
  moved: COLOURS.updated,
  paused: COLOURS.quiet,
  unread: COLOURS.quiet,
}

function drawSource(source: SourceHealth, context: DrawContext): readonly MarkedLine[] {
  const { id, ...told } = tellHealth(source, relative, context.language)
  const numbers = [...Object.values(told), id].filter((known) => known !== null)
  return [
    text(
      dotted([
        [own(say(`state.${source.state}`, context.language), 'new')],
        labelOutlet({ ...source, url: null }, context.language),
      ]),
    ),
    small(dotted(numbers.map((number) => [own(number)]))),
    ...(source.finding === null ? [] : [aside([own(tellFinding(source.finding, dated, context.language))])]),
  ]
}
