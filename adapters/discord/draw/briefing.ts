import type { Briefing, Section } from '../../../src/briefings/briefing.ts'
import type { Action } from '../../../src/chat/action.ts'
import { tellCoverage } from '../../../src/chat/wording/coverage.ts'
import { own, quote } from '../../../src/chat/wording/pieces.ts'
import { headStory } from '../../../src/chat/wording/story.ts'
import { localeOf } from '../../../src/words/locale.ts'
import { say } from '../../../src/words/say.ts'
import type { DiscordMessage } from '../discord-message.ts'
import { THREAD_NAME } from '../limits.ts'
import { dated } from '../text/clock.ts'
import { heading, small, text, title, type Line } from '../text/line.ts'
import { plain } from '../text/plain.ts'
import { COLOURS } from './colours.ts'
import type { Piece } from './draft.ts'
import { packEmbeds } from './pack-embeds.ts'
import type { Page } from './page.ts'
import { colourOf, drawOutlets, drawStory, listOutlets } from './story.ts'

/** An embed for each story. What does not fit into one message has its outlets in a thread, where there can be one. */
export function drawBriefing(briefing: Briefing, actions: readonly Action[], page: Page): DiscordMessage {
  const opening = drawOpening(briefing)
  const whole = packEmbeds(opening, drawPieces(briefing, true, page), actions, page)
  const name = plain([quote(briefing.title)], THREAD_NAME)
  const forum = { title: name, tags: tagsOf(briefing, page) }
  if (whole.length === 1 || !page.threads) return { main: whole, thread: null, forum }
  return {
    main: packEmbeds(opening, drawPieces(briefing, false, page), actions, page),
    thread: { name, parts: packEmbeds([], drawDetails(briefing, page), [], page) },
    forum,
  }
}

/** What a notification shows, too. */
function drawOpening({ title: named, from, to }: Briefing): readonly Line[] {
  const [start, end] = [from, to].map((at) => own(dated(at)))
  return [title([quote(named)]), small([start ?? own(''), own(' – '), end ?? own('')])]
}

function drawPieces(briefing: Briefing, withOutlets: boolean, page: Page): readonly Piece[] {
  let number = 0
  const drawSection = ({ name, stories, leftOut }: Section): readonly Piece[] => {
    const named = title([quote(name)])
    const after =
      leftOut === 0 ? [] : [small([own(say('section.leftOut', page.language, { count: leftOut }))])]
    if (stories.length === 0)
      return [
        { colour: COLOURS.plain, lines: [named, text([own(say('section.empty', page.language))]), ...after] },
      ]
    return stories.map((story, index) => ({
      colour: colourOf(story),
      lines: [
        ...(index === 0 ? [named] : []),
        ...drawStory(story, ++number, page),
        ...(withOutlets ? [drawOutlets(story, page)] : []),
        ...(index === stories.length - 1 ? after : []),
      ],
      story: { id: story.id, label: labelStory(number, story.headline, page) },
    }))
  }
  return [
    ...briefing.sections.flatMap(drawSection),
    { colour: COLOURS.plain, lines: tellCoverage(briefing).map(small) },
  ]
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
