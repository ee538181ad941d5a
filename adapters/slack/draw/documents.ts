import type { types } from '@slack/bolt'
import { encodeButton, sideBySide } from '../../../src/chat/action.ts'
import { type Notice, tellNotice } from '../../../src/chat/wording/notice.ts'
import { tellSearch, type ToldHit } from '../../../src/chat/wording/search.ts'
import { type SheetMessage, sheetOf } from '../../../src/chat/wording/sheet.ts'
import { countSources, illFirst, tabulateSources } from '../../../src/chat/wording/source.ts'
import { dotted, type Line, own, spans, tellFact } from '../../../src/chat/wording/span.ts'
import type {
  Action,
  CommandHelp,
  Message,
  SearchResults,
  SourceHealth,
} from '../../../src/records/message.ts'
import { phrase, say } from '../../../src/words/say.ts'
import { timesIn } from '../../../src/words/times.ts'
import { MOST_SOURCES, OPTION_TEXT, PLACEHOLDER } from '../limits.ts'
import { plain, shortText } from '../text/plain.ts'
import { richText } from '../text/rich.ts'
import { COMMAND, drawActions, subscriptionRow } from './actions.ts'
import { drawContext, drawHeading, drawTables, drawTitle } from './blocks.ts'
import { drawBriefing } from './briefing.ts'
import type { Block, Drawing, DrawContext } from './drawing.ts'
import { drawPictures } from './pictures.ts'

/** Draws a short text, line by line. */
export function drawNotice(notice: Notice, { rightToLeft }: DrawContext): Drawing {
  const lines = tellNotice(notice)
  return {
    text: lines.map((line) => plain(line, rightToLeft)).join('\n'),
    main: [richText(lines, rightToLeft)],
  }
}

/** Draws the help: commands with examples, or an index of groups with a button for each. */
export function drawHelp(
  commands: readonly CommandHelp[],
  context: DrawContext,
  groups: Extract<Message, { readonly kind: 'help' }>['groups'] = [],
): Drawing {
  const { language, rightToLeft } = context
  const title = say('help.title', language)
  if (groups.length > 0) {
    const index = groups.flatMap(({ title: heading, names }): readonly Line[] => [
      [own(heading, 'title')],
      dotted(names.map((name) => [{ text: name, look: 'mark', quoted: true }])),
    ])
    const actions = groups.map(({ title: name, command }): Action => ({
      label: 'action.choose',
      name,
      command,
    }))
    return {
      text: title,
      main: [
        [
          ...drawTitle([own(title)], rightToLeft),
          ...richText([[own(say('chat.hello', language))], ...index], rightToLeft),
          ...drawActions(actions, context),
        ],
      ],
    }
  }
  return {
    text: title,
    main: [
      [...drawTitle([own(title)], rightToLeft)],
      ...commands.map(({ words, summary, examples, options = [] }) =>
        richText(
          [
            [typed(words)],
            [own(summary)],
            ...examples.map((example) =>
              spans(phrase('help.example', language, { example: typed(example) })),
            ),
            ...options.map(({ name, help }) => tellFact(own(name, 'title'), own(help), language)),
          ],
          rightToLeft,
        ),
      ),
    ],
  }
}

const typed = (words: string) => ({ text: `/news ${words}`, look: 'mark', quoted: true }) as const

/** Draws search results in the given order (best first), with a menu that leads to their stories. */
export function drawSearch(results: SearchResults, zone: string, context: DrawContext): Drawing {
  const { language, rightToLeft } = context
  const { title, hits, after } = tellSearch(results, timesIn(zone, language).instant, language)
  return {
    text: plain(title, rightToLeft),
    main: [
      [...drawTitle(title, rightToLeft)],
      ...hits.map(({ title, facts, snippet }, index) => [
        ...richText([[own(`${context.number(index + 1)}. `, 'headline'), title], snippet], rightToLeft),
        ...drawContext(facts, rightToLeft),
      ]),
      ...drawPictures(context),
      richText(after, rightToLeft),
      drawStoryMenu(hits, context),
    ],
  }
}

/** A menu of the results' stories, each numbered like its first result. */
function drawStoryMenu(
  hits: readonly ToldHit[],
  { language, number, rightToLeft, secret }: DrawContext,
): readonly Block[] {
  const byStory = new Map<string, types.PlainTextOption>()
  for (const [index, { storyId, title }] of hits.entries()) {
    if (storyId === null || byStory.has(storyId)) continue
    const label = plain([own(`${number(index + 1)}. `), title], rightToLeft)
    byStory.set(storyId, {
      text: shortText(label, OPTION_TEXT),
      value: encodeButton(sideBySide(storyId).command, secret),
    })
  }
  if (byStory.size === 0) return []
  const placeholder = shortText(say('action.sideBySide', language), PLACEHOLDER)
  return [
    {
      type: 'actions',
      elements: [
        { type: 'static_select', action_id: `${COMMAND}0`, placeholder, options: [...byStory.values()] },
      ],
    },
  ]
}

/**
 * Draws a document of facts: title, lines and parts. A new subscription is followed by its first briefing.
 */
export function drawSheet(message: SheetMessage, context: DrawContext): Drawing {
  const { title, lines, parts } = sheetOf(message)
  const { rightToLeft } = context
  const first =
    message.kind === 'subscription' && message.first !== null ? drawBriefing(message.first, context) : null
  return {
    text: plain(title, rightToLeft),
    main: [
      [
        ...drawTitle(title, rightToLeft),
        ...richText(lines, rightToLeft),
        // These actions belong to the subscription, not to its first briefing.
        ...(first === null ? [] : drawActions(message.actions ?? [], context)),
      ],
      ...parts.map(({ heading, lines: below, card }) => [
        ...drawHeading(heading, rightToLeft),
        ...richText(below, rightToLeft),
        ...(card === undefined ? [] : [subscriptionRow(card, context)]),
      ]),
      ...(first?.main ?? []),
    ],
    ...(first?.thread !== undefined && { thread: first.thread }),
  }
}

/**
 * Draws the state of the sources: a count of each state, then a table. If there are too many, those with
 * problems come first.
 */
export function drawSources(sources: readonly SourceHealth[], zone: string, context: DrawContext): Drawing {
  const { language, rightToLeft } = context
  const { title, counts } = countSources(sources, language)
  const shown = sources.length <= MOST_SOURCES ? sources : illFirst(sources).slice(0, MOST_SOURCES)
  const rest = sources.length - shown.length
  const { titles, rows } = tabulateSources(shown, timesIn(zone, language).instant, language)
  return {
    text: plain(title, rightToLeft),
    main: [
      [...drawTitle(title, rightToLeft), ...drawContext(counts, rightToLeft)],
      ...drawTables([titles, ...rows], rightToLeft).map((table) => [table]),
      ...(rest === 0
        ? []
        : [drawContext([[own(say('sources.more', language, { count: rest }))]], rightToLeft)]),
    ],
  }
}
