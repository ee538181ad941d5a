import { NO_PLACE } from '../../../src/briefings/story-facts.ts'
import { LONGEST_BUTTON_TEXT, moreOf, sideBySide } from '../../../src/chat/action.ts'
import { inGroups } from '../../../src/chat/in-groups.ts'
import { tellComingWeek } from '../../../src/chat/wording/coming.ts'
import { tellCoverage } from '../../../src/chat/wording/coverage.ts'
import { dotted, type Line, own, quote } from '../../../src/chat/wording/span.ts'
import { headStory, nameArticle } from '../../../src/chat/wording/story.ts'
import { tellTimeline } from '../../../src/chat/wording/timeline.ts'
import type { BriefedStory, Briefing, Section, Timeline } from '../../../src/records/briefing.ts'
import { shorten } from '../../../src/text/shorten.ts'
import { startsRightToLeft } from '../../../src/words/direction.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { localeOf } from '../../../src/words/locale.ts'
import { say } from '../../../src/words/say.ts'
import { timesIn } from '../../../src/words/times.ts'
import { NOTIFICATION, THREAD_NAME } from '../limits.ts'
import { dated, heading, type MarkedLine, plain, small, text, title } from '../text/write.ts'
import { type Choice, COLOURS, type DiscordMessage, type DrawContext, type Piece } from './drawing.ts'
import { packCards, packEmbeds } from './pack.ts'
import { colourOf, drawStory, listOutlets } from './story.ts'

/**
 * Draws a briefing: as cards if one message holds all of it, otherwise as one embed for each story.
 * `context.form` overrides this, to match an earlier message. If the embeds exceed one message, outlets go
 * into a thread where possible.
 */
export function drawBriefing(briefing: Briefing, context: DrawContext): DiscordMessage {
  const { pictures = [] } = context
  // An attached picture appears below embeds by itself. Components would have to reference it, in every edit
  // too.
  const form = context.form ?? (pictures.length > 0 ? 'embeds' : undefined)
  const opening = [...drawOpening(briefing, context), ...pictures.map(({ caption }) => small([own(caption)]))]
  const forum = { title: titlePost(briefing), tags: tagsOf(briefing, context) }
  const pieces = drawPieces(briefing, 'all', context)
  if (form === 'cards' || (form === undefined && pieces.length <= MOST_CARDS)) {
    const { parts, tells } = packCards(opening, pieces, context)
    if (form === 'cards' || parts.length === 1) return { main: parts, tells, thread: null, forum }
  }
  const whole = packEmbeds(opening, pieces, context)
  const name = plain([quote(briefing.title)], THREAD_NAME)
  const details = drawDetails(briefing, context)
  if (whole.parts.length === 1 || details.length === 0 || !context.threads)
    return { main: whole.parts, tells: whole.tells, thread: null, forum }
  const cited = packEmbeds(opening, drawPieces(briefing, 'cited', context), context)
  return {
    main: cited.parts,
    tells: cited.tells,
    thread: { name, parts: packEmbeds([], details, { ...context, actions: [] }).parts },
    forum,
  }
}

/** Most pieces for which cards are tried: with their outlets' addresses, more never fit into one message. */
const MOST_CARDS = 16

/**
 * The text above the stories, which is all a notification shows: the strongest headlines. A single story
 * begins with its own headline instead.
 */
function drawOpening(briefing: Briefing, context: DrawContext): readonly MarkedLine[] {
  // The first message about a followed story. Later ones begin with what is new.
  const isBeginning =
    briefing.timeline !== undefined && storiesOf(briefing).every(({ mark }) => mark === null)
  if (isBeginning) return [small([quote(briefing.title, 'headline')])]
  if (storiesOf(briefing).length === 1) return []
  const headlines = headlinesOf(briefing, context)
  return headlines.length === 0
    ? [title([quote(briefing.title)]), small(stretchOf(briefing))]
    : [...headlines, ...(briefing.timeline === undefined ? [small(nameBriefing(briefing))] : [])]
}

/** The title and, except for an alert, the time range: an alert's story says when. */
const nameBriefing = (briefing: Briefing): Line =>
  dotted([[quote(briefing.title, 'headline')], ...(briefing.isAlert ? [] : [stretchOf(briefing)])])

function stretchOf({ from, to }: Briefing): Line {
  return [own(dated(from)), own(' – '), own(dated(to))]
}

/**
 * Up to three shortened headlines: the strongest of each region, then the second of each. Headlines of one
 * writing direction share a line.
 */
function headlinesOf({ sections }: Briefing, { language }: DrawContext): readonly MarkedLine[] {
  const top = sections
    .flatMap(({ stories }) => stories.map((story, rank) => ({ story, rank })))
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, MOST_HEADLINES)
  const room = Math.floor(NOTIFICATION / top.length)
  const heads = top.map(({ story }) => {
    const head = nameArticle(story.headline, language, 'headline')
    return { ...head, text: shorten(harmless(head.text).trim(), room) }
  })
  return inGroups(
    heads,
    (those) => new Set(those.map(({ text: head }) => startsRightToLeft(head))).size === 1,
  ).map((those) => text(dotted(those.map((head) => [head]))))
}

const MOST_HEADLINES = 3

const storiesOf = ({ sections }: Briefing): readonly BriefedStory[] =>
  sections.flatMap(({ stories }) => stories)

function drawPieces(briefing: Briefing, outlets: 'all' | 'cited', context: DrawContext): readonly Piece[] {
  const [first, ...others] = storiesOf(briefing)
  const alone = first !== undefined && others.length === 0 ? first : null
  let number = 0
  const drawSection = (section: Section): readonly Piece[] => {
    const head = briefing.timeline === undefined ? drawHead(section, context) : []
    const more = moreIn(section, briefing)
    if (section.stories.length === 0) return [{ colour: COLOURS.quiet, lines: head, choices: more }]
    return section.stories.map((story, index) => {
      number += 1
      const told = drawStory(story, alone === null ? number : null, outlets, context)
      return {
        colour: colourOf(story),
        lines:
          alone === null ? [...(index === 0 ? head : []), ...told] : [...told, ...drawRest(section, context)],
        tells: story.id,
        choices: [
          { name: labelStory(number, story.headline, context), action: sideBySide(story.id) },
          ...(index === 0 ? more : []),
        ],
      }
    })
  }
  const coverage = {
    colour: COLOURS.quiet,
    lines:
      briefing.timeline === undefined
        ? [
            ...drawComing(briefing),
            ...(alone === null ? [] : [small(nameBriefing(briefing))]),
            ...tellCoverage(briefing).map(small),
          ]
        : drawTimeline(briefing.timeline, context),
  }
  return joinQuiet([...briefing.sections.flatMap(drawSection), coverage])
}

/** What takes place in the coming week. */
function drawComing(briefing: Briefing): readonly MarkedLine[] {
  const coming = tellComingWeek(briefing)
  return coming === null ? [] : [heading(coming.heading), ...coming.lines.map(small)]
}

/** How a followed story developed. */
function drawTimeline(timeline: Timeline, { language }: DrawContext): readonly MarkedLine[] {
  const { heading: title, lines } = tellTimeline(timeline, dated, language)
  return [heading(title), ...lines.map(small)]
}

function drawHead(section: Section, context: DrawContext): readonly MarkedLine[] {
  return [
    title([quote(section.name)]),
    ...(section.stories.length === 0 ? [text([own(say('section.empty', context.language))])] : []),
    ...drawRest(section, context),
  ]
}

function drawRest({ leftOut }: Section, { language }: DrawContext): readonly MarkedLine[] {
  return leftOut === 0 ? [] : [small([own(say('section.leftOut', language, { count: leftOut }))])]
}

/**
 * The menu entry for stories left out of a region. None if the section has no place, or if a custom region's
 * id is too long for a menu.
 */
function moreIn({ region, name, leftOut }: Section, { from }: Briefing): readonly Choice[] {
  const action = moreOf('region', region, from)
  const fits = action.command.length <= LONGEST_BUTTON_TEXT
  return leftOut > 0 && region !== NO_PLACE && fits ? [{ name, action }] : []
}

/**
 * Joins neighbouring quiet regions and the closing lines into one piece, because a message has room for ten
 * embeds.
 */
function joinQuiet(pieces: readonly Piece[]): readonly Piece[] {
  return inGroups(pieces, (those) => those.every(({ colour }) => colour === COLOURS.quiet)).map((those) => ({
    ...those[0],
    lines: those.flatMap(({ lines }) => lines),
    choices: those.flatMap(({ choices = [] }) => choices),
  }))
}

/** All outlets of each story, numbered like the stories. */
function drawDetails({ sections }: Briefing, context: DrawContext): readonly Piece[] {
  return sections
    .flatMap(({ stories }) => stories)
    .map((story, index) => ({
      colour: colourOf(story),
      lines: [
        heading([
          own(`${context.number(index + 1)}. `),
          ...headStory({ ...story, mark: null }, context.language),
        ]),
        ...listOutlets(story, context),
      ],
    }))
}

function labelStory(number: number, headline: string, context: DrawContext): string {
  const [head = own('')] = headStory({ headline, mark: null }, context.language)
  return `${context.number(number)}. ${head.text}`
}

function tagsOf({ sections }: Briefing, context: DrawContext): readonly string[] {
  const { language } = localeOf(context.language)
  const topics = Map.groupBy(
    sections.flatMap(({ stories }) => stories.flatMap((story) => story.topics)),
    (code) => context.topicName(code, language) ?? code,
  )
  const byCount = [...topics].sort(([, one], [, other]) => other.length - one.length).map(([name]) => name)
  const regions = sections.filter(({ stories }) => stories.length > 0).map(({ name }) => name)
  return [...new Set([...regions, ...byCount])]
}

const DOT = ' · '

/**
 * The title of the forum post for a briefing: one for each day, by the briefing's clock. It depends only on
 * the briefing, so that every attempt uses the same title.
 */
function titlePost({ title, to, zone, language }: Briefing): string {
  const day = timesIn(zone, language).day(to)
  const name = plain([quote(title)], THREAD_NAME - DOT.length - day.length)
  return name === '' ? day : `${name}${DOT}${day}`
}
