import { NO_PLACE } from '../../../src/briefings/story-facts.ts'
import { LONGEST_BUTTON_TEXT, moreOf } from '../../../src/chat/action.ts'
import { tellComingWeek } from '../../../src/chat/wording/coming.ts'
import { tellCoverage } from '../../../src/chat/wording/coverage.ts'
import { type Line, own, quote } from '../../../src/chat/wording/span.ts'
import { headStory } from '../../../src/chat/wording/story.ts'
import { tellTimeline } from '../../../src/chat/wording/timeline.ts'
import type { BriefedStory, Briefing, Section, Timeline } from '../../../src/records/briefing.ts'
import { say } from '../../../src/words/say.ts'
import { timesIn } from '../../../src/words/times.ts'
import { HEADLINES, TOP_STORIES, TOP_TEXT } from '../limits.ts'
import { plain } from '../text/plain.ts'
import { richText, weigh } from '../text/rich.ts'
import { drawActions } from './actions.ts'
import { drawContext, drawHeading, drawTitle } from './blocks.ts'
import { type Drawing, type Group, mergeReplies, type DrawContext } from './drawing.ts'
import { drawPictures } from './pictures.ts'
import { asBadge, drawStory } from './story.ts'

/**
 * Draws a briefing: the strongest stories in the message, the others in its thread if there is one, and the
 * coverage.
 */
export function drawBriefing(briefing: Briefing, context: DrawContext): Drawing {
  const { sections, timeline, title } = briefing
  const { language, rightToLeft } = context
  const times = timesIn(briefing.zone, language)
  const time = (at: number) => times.moment(at, briefing.to)
  const numbers = new Map(
    sections.flatMap(({ stories }) => stories).map((story, index) => [story, index + 1]),
  )
  const drawn = new Map(
    [...numbers].map(([story, number]) => [
      story,
      drawStory(story, number, { time, since: briefing.from, isFollowed: timeline !== undefined }, context),
    ]),
  )
  const top = context.hasThread ? topStories(briefing, drawn) : null
  const isTop = (story: BriefedStory) => top?.has(story) ?? true
  const groupsOf = (stories: readonly BriefedStory[]) => stories.map((story) => drawn.get(story) ?? [])

  const drawSection = (section: Section): readonly Group[] => {
    const later = section.stories.filter((story) => !isTop(story))
    const heading = timeline === undefined ? drawHeading([quote(section.name, 'section')], rightToLeft) : []
    return headed(heading, [
      ...groupsOf(section.stories.filter(isTop)),
      ...(section.stories.length === 0
        ? [richText([[own(say('section.empty', language))]], rightToLeft)]
        : []),
      ...(later.length === 0 ? [] : [richText(announce(later, numbers, context), rightToLeft)]),
      ...(section.leftOut === 0 ? [] : [drawLeftOut(section, briefing, context)]),
    ])
  }

  // The title of a followed story is its first headline, such as "kills at least 12". It may be outdated, so
  // the news comes first and the title is small.
  const newest = headlines(briefing, context)
  const announced = timeline === undefined ? [quote(title), ...newest] : [...newest, quote(title)]
  return {
    text: announced.map((span) => plain([span], rightToLeft)).join('\n'),
    main: [
      timeline === undefined
        ? [
            ...drawTitle([quote(title)], rightToLeft),
            ...drawContext([[own(times.stretch(briefing.from, briefing.to))]], rightToLeft),
          ]
        : drawContext([[quote(title)]], rightToLeft),
      ...drawPictures(context),
      ...sections.flatMap(drawSection),
      timeline === undefined
        ? [
            ...drawComing(briefing, context),
            { type: 'divider' },
            ...tellCoverage(briefing).flatMap((line) => drawContext([line], rightToLeft)),
          ]
        : drawTimeline(timeline, time, context),
    ],
    thread: mergeReplies(
      sections
        .map(({ name, stories }) => ({ name, later: stories.filter((story) => !isTop(story)) }))
        .filter(({ later }) => later.length > 0)
        .map(({ name, later }) => ({
          text: plain([quote(name)], rightToLeft),
          groups: headed(richText([[quote(name, 'section')]], rightToLeft), groupsOf(later)),
        })),
    ),
    storyOf: new Map([...drawn].flatMap(([{ id }, group]) => group.map((block) => [block, id] as const))),
  }
}

/** What takes place in the coming week. Starts with a divider, because it is not part of the region above. */
function drawComing(briefing: Briefing, { rightToLeft }: DrawContext): Group {
  const coming = tellComingWeek(briefing)
  return coming === null
    ? []
    : [{ type: 'divider' }, ...richText([coming.heading, ...coming.lines], rightToLeft)]
}

/** How a followed story developed. */
function drawTimeline(timeline: Timeline, time: (at: number) => string, context: DrawContext): Group {
  const { heading, lines } = tellTimeline(timeline, time, context.language)
  return richText([heading, ...lines], context.rightToLeft)
}

/** Joins a heading with the first group, so that they stay together. */
function headed(heading: Group, groups: readonly Group[]): readonly Group[] {
  const [first = [], ...others] = groups
  return [[...heading, ...first], ...others]
}

/**
 * Announces the headlines of the stories in the thread: as many as fit into a message together with all
 * regions.
 */
function announce(
  stories: readonly BriefedStory[],
  numbers: ReadonlyMap<BriefedStory, number>,
  { language, number }: DrawContext,
): readonly Line[] {
  const shown = stories.slice(0, HEADLINES)
  const rest = stories.length - shown.length
  return [
    [own(say('thread.begins', language))],
    ...shown.map((story) => [
      own(`${number(numbers.get(story) ?? 0)}. `),
      ...headStory(story, language).map(asBadge),
    ]),
    ...(rest === 0 ? [] : [[own(say('thread.more', language, { count: rest }))]]),
  ]
}

function drawLeftOut({ region, leftOut }: Section, { from }: Briefing, context: DrawContext): Group {
  // A section without a place offers nothing to ask for, and a custom region's name may be too long for a
  // button.
  const more =
    region === NO_PLACE
      ? []
      : [moreOf('region', region, from)].filter(({ command }) => command.length <= LONGEST_BUTTON_TEXT)
  return [
    ...drawContext(
      [[own(say('section.leftOut', context.language, { count: leftOut }))]],
      context.rightToLeft,
    ),
    ...drawActions(more, context),
  ]
}

/** What a notification shows: the first headlines of up to three regions. */
function headlines({ sections }: Briefing, { language }: DrawContext) {
  const stories = sections.flatMap((section) => section.stories.slice(0, 1))
  return stories.slice(0, 3).flatMap((story) => headStory(story, language).slice(-1))
}

/**
 * Chooses the stories for the message itself: the strongest of each region, then the second of each, while
 * there is room.
 */
function topStories(
  { sections }: Briefing,
  drawn: ReadonlyMap<BriefedStory, Group>,
): ReadonlySet<BriefedStory> {
  const ranked = sections
    .flatMap(({ stories }) => stories.map((story, rank) => ({ story, rank })))
    .toSorted((one, other) => one.rank - other.rank)
  const top = new Set<BriefedStory>()
  let room = TOP_TEXT
  for (const { story } of ranked) {
    const weight = weigh(drawn.get(story) ?? [])
    if (weight > room) continue
    top.add(story)
    room -= weight
    if (top.size === TOP_STORIES) break
  }
  return top
}
