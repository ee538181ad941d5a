import { findEarlierTolls, readEarlierTolls } from '../briefings/developments/earlier-toll.ts'
import { headlineOf } from '../briefings/write-story.ts'
import { type FigureRow, joinFigures, traceTolls, type JoinedFigure } from '../briefings/join-figures.ts'
import type { Command } from '../chat/command.ts'
import { sayFigure, sayWhere } from '../chat/wording/figure.ts'
import { tollFigures } from '../pictures/figures.ts'
import type { Development } from '../records/briefing.ts'
import type { SearchHit } from '../records/message.ts'
import type { Source } from '../records/source.ts'
import { writeAmount } from '../words/write-numbers.ts'
import { say } from '../words/say.ts'
import { timesIn } from '../words/times.ts'
import type { CommandContext } from './command-context.ts'
import { defineCommand } from './define-command.ts'
import { hitOf } from './finding-hits.ts'
import { quoted, warning } from './notice.ts'
import { idOf, OF_STORY } from './show-story.ts'

/** Findings of a story that are read: a story told by a hundred outlets has some five for each. */
export const MOST_FIGURES = 500
/** Numbers in one answer: what fits on a screen. */
const MOST_SHOWN = 12

/** `facts figures`: what outlets count in one story, each number with its sentence. */
export function figuresCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'facts figures',
    ...OF_STORY,
    usage: 'facts figures {story}',
    examples: ['facts figures 7w3k'],
    async run({ story: named = '' }, asker) {
      const { language, zone } = asker
      const id = await idOf(named, context)
      const [story] = await context.archive.stories([id])
      if (story === undefined) return warning(asker, 'story.unknown', { id: quoted(named, language) })
      const kept = await context.findings({ kinds: ['figure'], stories: [story.id], most: MOST_FIGURES })
      const earlier = await readEarlierTolls(story, kept, {
        storyHeads: context.archive.storyHeads.bind(context.archive),
        findings: context.findings,
      })
      const goesOn = findEarlierTolls({ listed: story.articles }, kept, earlier)
      const rows = joinFigures(kept)
      const hits = rows.flatMap((row) =>
        row.figures.map((figure) => describe(row, figure, context.settings.sources, language)),
      )
      const ranges = rows.flatMap((row) => sayRange(row, language))
      const tolls = tollFigures(traceTolls(kept))
      return {
        kind: 'search',
        results: {
          about: 'figures',
          query: headlineOf(story, language).title,
          hits: hits.slice(0, MOST_SHOWN),
          more: false,
          ...(hits.length === 0 && { note: say('figures.none', language) }),
          ...(ranges.length > 0 && { note: ranges.join('\n') }),
          ...(tolls.length > 0 && { tolls }),
        },
        zone,
        language,
      }
      function describe(
        row: FigureRow,
        told: JoinedFigure,
        sources: readonly Source[],
        speak: string,
      ): SearchHit {
        const kind = say(`figures.${row.what}`, speak)
        const number = sayFigure(told.figure, speak)
        const last = told.before ?? beforeIn(goesOn, told)
        const before =
          last === null ? '' : ` (${say('figures.before', speak, { number: sayFigure(last, speak) })})`
        const when = timesIn(zone, speak).day(told.article.datedAt)
        return {
          ...hitOf(told, told.figure.words, sources),
          title: [`${kind}: ${number}${before}`, ...sayWhere(told.figure), when].join(' · '),
        }
      }
    },
  })
}

/**
 * Returns the figure that the outlet gave in an earlier story of the running story; null where there is none.
 */
function beforeIn(developments: readonly Development[], { figure, article }: JoinedFigure) {
  for (const one of developments)
    if (
      one.kind === 'figure' &&
      one.what === figure.what &&
      one.now.value === figure.value &&
      one.articleId === article.id
    )
      return { ...one.before, what: one.what, low: null, high: null, unit: null }
  return null
}

function sayRange({ what, range }: FigureRow, language: string): readonly string[] {
  if (range === null) return []
  const [low, high] = range.map((number) => writeAmount(number, language))
  return [
    say('figures.range', language, {
      kind: say(`figures.${what}`, language),
      low: low ?? '',
      high: high ?? '',
    }),
  ]
}
