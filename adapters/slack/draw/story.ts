import type { types } from '@slack/bolt'
import {
  correctStory,
  encodeButton,
  followStory,
  labelOf,
  moreOf,
  muteStory,
  sideBySide,
} from '../../../src/chat/action.ts'
import { citeOutlet } from '../../../src/chat/wording/cite-outlet.ts'
import { type Line, own, quote, type Span } from '../../../src/chat/wording/span.ts'
import { labelOutlet, tellReport, tellStory, tellTimes } from '../../../src/chat/wording/story.ts'
import type { BriefedOutlet, BriefedStory, StoryCard, StoryReport } from '../../../src/records/briefing.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { countryName } from '../../../src/words/names.ts'
import { say } from '../../../src/words/say.ts'
import { timesIn } from '../../../src/words/times.ts'
import { webAddress } from '../../../src/words/web-address.ts'
import { OPTION_TEXT, OVERFLOW_OPTIONS } from '../limits.ts'
import { hasMarkup, plain, shortText } from '../text/plain.ts'
import { richText } from '../text/rich.ts'
import { COMMAND, drawActions } from './actions.ts'
import { drawContext, drawHeading, drawTables, drawTitle } from './blocks.ts'
import type { Drawing, Group, DrawContext } from './drawing.ts'

/** The briefing that contains the story. */
interface BriefingContext {
  /** Formats an instant relative to the briefing. */
  readonly time: (at: number) => string
  /** Start of the briefing's time range, in milliseconds since 1970. */
  readonly since: number
  /** Whether the briefing was sent because its story is followed. */
  readonly isFollowed: boolean
}

/** Draws a story of a briefing: headline, sentences with sources, outlets in small print, and actions. */
export function drawStory(
  story: BriefedStory,
  number: number,
  { time, since, isFollowed }: BriefingContext,
  context: DrawContext,
): Group {
  const { rightToLeft } = context
  const told = tellStory(story, time, context)
  const { headline, developments, sentences, changes, tags, also, latest, id: named } = told
  const { id } = story
  const follow = isFollowed || story.followed === true ? [] : [followStory(id)]
  const actions = [sideBySide(id), ...follow, muteStory(id)]
  const numbered = [own(`${context.number(number)}. `, 'headline'), ...headline.map(asBadge)]
  return [
    ...richText([numbered, ...developments, ...sentences], rightToLeft, changes),
    ...drawContext([...tags, latest, ...named], rightToLeft),
    ...drawContext(
      story.outlets.map((outlet, index) => listOutlet(outlet, index, context)),
      rightToLeft,
    ),
    ...drawContext([also], rightToLeft),
    ...drawActions(actions, context, {
      about: harmless(story.headline).trim(),
      others: storyMenu(story, since, context),
    }),
  ]
}

/** A menu with more news from the story's countries, and with reporting a mistake. */
function storyMenu(
  { id, countries }: BriefedStory,
  since: number,
  { language, secret }: DrawContext,
): readonly types.Overflow[] {
  const more = countries.slice(0, OVERFLOW_OPTIONS - 1).map((code) => {
    const label = say('list.fact', language, {
      label: say('action.more', language),
      text: countryName(code, language),
    })
    const { command } = moreOf('country', code, since)
    return { text: shortText(label, OPTION_TEXT), value: encodeButton(command, secret) }
  })
  const correct = correctStory(id)
  const options = [
    ...more,
    {
      text: shortText(labelOf(correct, language), OPTION_TEXT),
      value: encodeButton(correct.command, secret),
    },
  ]
  return [{ type: 'overflow', action_id: `${COMMAND}more`, options }]
}

/**
 * An outlet with the number that sentences cite. The name links to its article; if the name cannot be a link,
 * the number does.
 */
function listOutlet(outlet: BriefedOutlet, index: number, context: DrawContext): Line {
  const isLinked = outlet.name.trim() !== '' && !hasMarkup(outlet.name)
  return [
    citeOutlet(index, isLinked ? null : outlet.url, context),
    own(' '),
    ...labelOutlet(outlet, context.language),
  ]
}

/** Draws the mark of a headline ("new", "updated") as a badge. */
export const asBadge = (span: Span): Span =>
  span.look === 'new' || span.look === 'updated' ? { ...span, look: 'mark' } : span

/**
 * Draws a complete story: its summary, what changed, and a table of the reports in chronological
 * order.
 */
export function drawStoryCard(story: StoryCard, zone: string, context: DrawContext): Drawing {
  const { language, rightToLeft } = context
  const time = timesIn(zone, language).instant
  const { headline: title, sentences, changes, tags, id } = tellStory(story, time, context, 'title')
  const titles = (['outlet', 'time', 'report'] as const).map((name) => [
    own(say(`story.column.${name}`, language), 'title'),
  ])
  const rows = story.reports.map((report) => drawReport(report, time, context))
  const [first, ...others] = drawTables([titles, ...rows], rightToLeft)
  return {
    text: plain(title, rightToLeft),
    main: [
      [
        ...drawTitle(title, rightToLeft),
        ...drawContext([...tags, ...id, ...tellTimes(story, time, language)], rightToLeft),
        ...richText(sentences, rightToLeft, changes),
      ],
      [
        ...drawHeading([own(say('story.timeline', language), 'section')], rightToLeft),
        ...(first === undefined ? [] : [first]),
      ],
      ...others.map((table) => [table]),
    ],
  }
}

function drawReport(report: StoryReport, time: (at: number) => string, context: DrawContext) {
  const { outlet, when } = tellReport(report, time, context)
  const lead = report.lead === null ? [] : [own(' '), quote(report.lead)]
  return [outlet, when, [quote(report.title, 'headline', webAddress(report.url)), ...lead]]
}
