import { NO_PLACE } from '../../../src/briefings/story-facts.ts'
import { LONGEST_BUTTON_TEXT, moreOf, sideBySide } from '../../../src/chat/action.ts'
import { inGroups } from '../../../src/chat/in-groups.ts'
import { tellCoverage } from '../../../src/chat/wording/coverage.ts'
import { own, quote } from '../../../src/chat/wording/span.ts'
import { headStory } from '../../../src/chat/wording/story.ts'
import { tellTimeline } from '../../../src/chat/wording/timeline.ts'
import type { Briefing, Section, Timeline } from '../../../src/records/briefing.ts'
import { localeOf } from '../../../src/words/locale.ts'
import { say } from '../../../src/words/say.ts'
import { timesIn } from '../../../src/words/times.ts'
import { THREAD_NAME } from '../limits.ts'
import { dated, heading, type MarkedLine, plain, small, text, title } from '../text/write.ts'
import { type Choice, COLOURS, type DiscordMessage, type Page, type Piece } from './draft.ts'
import { packEmbeds } from './pack.ts'
import { colourOf, drawStory, listOutlets } from './story.ts'

/** An embed for each story. What does not fit into one message has its outlets in a thread, where there can be one. */
export function drawBriefing(briefing: Briefing, page: Page): DiscordMessage {
  const opening = drawOpening(briefing)
  const whole = packEmbeds(opening, drawPieces(briefing, 'all', page), page)
  const name = plain([quote(briefing.title)], THREAD_NAME)
  const forum = { title: titlePost(briefing), tags: tagsOf(briefing, page) }
  const details = drawDetails(briefing, page)
  if (whole.parts.length === 1 || details.length === 0 || !page.threads)
    return { main: whole.parts, tells: whole.tells, thread: null, forum }
  const cited = packEmbeds(opening, drawPieces(briefing, 'cited', page), page)
  return {
    main: cited.parts,
    tells: cited.tells,
    thread: { name, parts: packEmbeds([], details, { ...page, actions: [] }).parts },
    forum,
  }
}

/** What a notification shows, too. */
function drawOpening({ title: named, from, to, timeline }: Briefing): readonly MarkedLine[] {
  if (timeline !== undefined) return [title([quote(named)])]
  const [start, end] = [from, to].map((at) => own(dated(at)))
  return [title([quote(named)]), small([start ?? own(''), own(' – '), end ?? own('')])]
}

function drawPieces(briefing: Briefing, outlets: 'all' | 'cited', page: Page): readonly Piece[] {
  let number = 0
  const drawSection = (section: Section): readonly Piece[] => {
    const head = briefing.timeline === undefined ? drawHead(section, page) : []
    const more = moreIn(section, briefing)
    if (section.stories.length === 0) return [{ colour: COLOURS.quiet, lines: head, choices: more }]
    return section.stories.map((story, index) => ({
      colour: colourOf(story),
      lines: [...(index === 0 ? head : []), ...drawStory(story, ++number, outlets, page)],
      tells: story.id,
      choices: [
        { name: labelStory(number, story.headline, page), action: sideBySide(story.id) },
        ...(index === 0 ? more : []),
      ],
    }))
  }
  const { timeline } = briefing
  const lines = timeline === undefined ? tellCoverage(briefing).map(small) : drawTimeline(timeline, page)
  const coverage = { colour: COLOURS.quiet, lines }
  return joinQuiet([...briefing.sections.flatMap(drawSection), coverage])
}

/** How a followed story went on. */
function drawTimeline(timeline: Timeline, { language }: Page): readonly MarkedLine[] {
  const { heading: title, lines } = tellTimeline(timeline, dated, language)
  return [heading(title), ...lines.map(small)]
}

function drawHead({ name, stories, leftOut }: Section, { language }: Page): readonly MarkedLine[] {
  return [
    title([quote(name)]),
    ...(stories.length === 0 ? [text([own(say('section.empty', language))])] : []),
    ...(leftOut === 0 ? [] : [small([own(say('section.leftOut', language, { count: leftOut }))])]),
  ]
}

/** What was left out of a region: none where there is no place to ask for, nor where a region of one's own has an id too long for a menu. */
function moreIn({ region, name, leftOut }: Section, { from }: Briefing): readonly Choice[] {
  const action = moreOf('region', region, from)
  const fits = action.command.length <= LONGEST_BUTTON_TEXT
  return leftOut > 0 && region !== NO_PLACE && fits ? [{ name, action }] : []
}

/** Quiet regions beside one another, and what is said at the end, share a piece: a message has room for ten. */
function joinQuiet(pieces: readonly Piece[]): readonly Piece[] {
  return inGroups(pieces, (those) => those.every(({ colour }) => colour === COLOURS.quiet)).map((those) => ({
    ...those[0],
    lines: those.flatMap(({ lines }) => lines),
    choices: those.flatMap(({ choices = [] }) => choices),
  }))
}

/** The outlets of every story, under the numbers of the stories. */
function drawDetails({ sections }: Briefing, page: Page): readonly Piece[] {
  return sections
    .flatMap(({ stories }) => stories)
    .map((story, index) => ({
      colour: colourOf(story),
      lines: [
        heading([own(`${page.number(index + 1)}. `), ...headStory({ ...story, mark: null }, page.language)]),
        ...listOutlets(story, page),
      ],
    }))
}

function labelStory(number: number, headline: string, page: Page): string {
  const [head = own('')] = headStory({ headline, mark: null }, page.language)
  return `${page.number(number)}. ${head.text}`
}

function tagsOf({ sections }: Briefing, page: Page): readonly string[] {
  const { language } = localeOf(page.language)
  const topics = Map.groupBy(
    sections.flatMap(({ stories }) => stories.flatMap((story) => story.topics)),
    (code) => page.topicName(code, language) ?? code,
  )
  const byCount = [...topics].sort(([, one], [, other]) => other.length - one.length).map(([name]) => name)
  const regions = sections.filter(({ stories }) => stories.length > 0).map(({ name }) => name)
  return [...new Set([...regions, ...byCount])]
}

const DOT = ' · '

/**
 * Names the post of a forum into which a briefing goes: one for each day, by the clock of whom the briefing is written
 * for. It follows from the briefing alone, so that each try of it names the same.
 */
function titlePost({ title, to, zone, language }: Briefing): string {
  const day = timesIn(zone, language).day(to)
  const name = plain([quote(title)], THREAD_NAME - DOT.length - day.length)
  return name === '' ? day : `${name}${DOT}${day}`
}
