import { reportedAt } from '../articles/reported-at.ts'
import { compareSides, type Side } from '../briefings/compare-sides.ts'
import { headlineOf } from '../briefings/write-story.ts'
import type { Command } from '../chat/command.ts'
import { ownersWorthAChart } from '../pictures/figures.ts'
import type { SearchHit } from '../records/message.ts'
import type { Source } from '../records/source.ts'
import type { PlacedArticle } from '../records/story.ts'
import { countryName } from '../words/names.ts'
import { say } from '../words/say.ts'
import type { CommandContext } from './command-context.ts'
import { defineCommand } from './define-command.ts'
import { sayFigure } from '../chat/wording/figure.ts'
import { hitOf } from './finding-hits.ts'
import { quoted, warning } from './notice.ts'
import { nameSpeaker, tellClaim } from './said.ts'
import { idOf, OF_STORY } from './show-story.ts'

/** Findings of a story that are read: a story told by a hundred outlets has about two thousand. */
const MOST_FOUND = 2_000
/** Reports and findings in one answer: what fits on a screen. */
const MOST_SHOWN = 12
/**
 * Outlets named that print a word only as somebody else's: one proves it, a second shows that it is no whim.
 */
const MOST_ATTRIBUTING = 2
/** Sides whose reports are shown; the line below counts all sides. */
const MOST_SIDES = 4

/** `facts compare`: how outlets of each country and ownership tell one story, and what only they have. */
export function compareCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'facts compare',
    ...OF_STORY,
    usage: 'facts compare {story}',
    examples: ['facts compare 7w3k'],
    async run({ story: named = '' }, asker) {
      const { language, zone } = asker
      const { archive, settings } = context
      const [story] = await archive.stories([await idOf(named, context)])
      if (story === undefined) return warning(asker, 'story.unknown', { id: quoted(named, language) })
      const kept = await context.findings({
        kinds: ['figure', 'saying'],
        stories: [story.id],
        most: MOST_FOUND,
      })
      const sides = compareSides(story.articles, settings.sources, kept)
      const shown = sides.slice(0, MOST_SIDES)
      const room = Math.floor(MOST_SHOWN / Math.max(1, shown.length))
      return {
        kind: 'search',
        results: {
          about: 'compare',
          query: headlineOf(story, language).title,
          hits: shown.flatMap((side) => tellSide(side, room, settings.sources, language)),
          more: false,
          owners: ownersWorthAChart(
            story.articles.map(({ sourceId }) => ({
              sourceId,
              ownership: settings.sources.find(({ id }) => id === sourceId)?.ownership ?? null,
            })),
          ),
          note:
            sides.length < 2
              ? say('compare.oneSide', language)
              : say('compare.sides', language, {
                  sides: sides.map((side) => nameSide(side, language)).join(say('list.semicolon', language)),
                }),
        },
        zone,
        language,
      }
    },
  })
}

/**
 * Returns reports of a side, then what only this side has: each gets half of the room, and what one leaves is
 * used by the other.
 */
function tellSide(
  { reports, figures, sayings, words, ownVoice }: Side,
  room: number,
  sources: readonly Source[],
  language: string,
): readonly SearchHit[] {
  const only = (what: string) => ({ title: say('compare.only', language, { what }) })
  const nameOf = (id: string): string => sources.find((source) => source.id === id)?.name ?? id
  const kinds = [
    ownVoice.map(({ word, report, quotation, distant }) => ({
      ...hitOf({ article: dated(report.article), others: [] }, quotation, sources),
      title: say('compare.ownWord', language, {
        what: quoted(word, language),
        outlets: distant.slice(0, MOST_ATTRIBUTING).map(nameOf).join(say('list.separator', language)),
      }),
    })),
    figures.map(({ finding, article }) => ({
      ...hitOf({ article, others: [] }, finding.words, sources),
      ...only(`${say(`figures.${finding.what}`, language)}: ${sayFigure(finding, language)}`),
    })),
    sayings.map(({ finding, article }) => ({
      ...hitOf({ article, others: [] }, tellClaim(finding), sources),
      ...only(nameSpeaker(finding, language)),
    })),
    words.map(({ words: own, report, quotation }) => ({
      ...hitOf({ article: dated(report.article), others: [] }, quotation, sources),
      ...only(own.map((word) => quoted(word, language)).join(say('list.semicolon', language))),
    })),
  ]
  const most = Math.max(...kinds.map(({ length }) => length))
  const inTurn = Array.from({ length: most }, (_, at) =>
    kinds.flatMap((kind) => kind.slice(at, at + 1)),
  ).flat()
  const reportRoom = Math.max(Math.ceil(room / 2), room - inTurn.length)
  const heads = reports
    .slice(0, reportRoom)
    .map(({ article, lead }) => hitOf({ article: dated(article), others: [] }, lead, sources))
  return [...heads, ...inTurn.slice(0, room - heads.length)]
}

const dated = (article: PlacedArticle) => ({ ...article, datedAt: reportedAt(article) })

/** Names a side with its number of reports: "Türkiye, state (3)". */
const nameSide = ({ country, ownership, reports }: Side, language: string): string =>
  `${countryName(country, language)}, ${say(`ownership.${ownership}`, language)} (${reports.length})`
