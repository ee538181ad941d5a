import type { Action, SourceHealth } from '../../../src/records/message.ts'
import type { HealthState } from '../../../src/records/source.ts'
import { tellFinding } from '../../../src/chat/wording/finding.ts'
import { labelOutlet } from '../../../src/chat/wording/outlet.ts'
import { dotted, own } from '../../../src/chat/wording/pieces.ts'
import { tellHealth } from '../../../src/chat/wording/source.ts'
import { say } from '../../../src/words/say.ts'
import type { DiscordPart } from './discord-message.ts'
import { relative } from '../text/clock.ts'
import { aside, small, text, title, type Line } from '../text/line.ts'
import { MOST_SOURCES } from '../limits.ts'
import { COLOURS } from './colours.ts'
import { packEmbeds } from './pack-embeds.ts'
import type { Page } from './page.ts'

/** What is read and how it fares: a count of each state, then the sources of each; of many those that somebody should look at before the others. */
export function drawSources(
  sources: readonly SourceHealth[],
  actions: readonly Action[],
  page: Page,
): readonly DiscordPart[] {
  const states = Map.groupBy(sources, (source) => source.state)
  const shown = sources.toSorted((one, other) => needsCare(other) - needsCare(one)).slice(0, MOST_SOURCES)
  const rest = sources.length - shown.length
  const counts = [...states].map(([state, { length }]) => [
    own(say('sources.count', page.language, { count: length, state: say(`state.${state}`, page.language) })),
  ])
  return packEmbeds(
    [title([own(say('sources.title', page.language, { count: sources.length }))]), small(dotted(counts))],
    [
      ...[...Map.groupBy(shown, ({ state }) => state)].map(([state, those]) => ({
        colour: COLOUR_OF[state],
        lines: those.flatMap((source) => drawSource(source, page)),
      })),
      ...(rest === 0
        ? []
        : [
            {
              colour: COLOURS.quiet,
              lines: [text([own(say('sources.more', page.language, { count: rest }))])],
            },
          ]),
    ],
    actions,
    page,
  ).parts
}

const needsCare = ({ finding }: SourceHealth): number => Number(finding !== null)

const COLOUR_OF: Readonly<Record<HealthState, number>> = {
  active: COLOURS.new,
  failing: COLOURS.error,
  gone: COLOURS.error,
  silent: COLOURS.updated,
  moved: COLOURS.updated,
  paused: COLOURS.quiet,
  unread: COLOURS.quiet,
}

function drawSource(source: SourceHealth, page: Page): readonly Line[] {
  const { id, ...told } = tellHealth(source, relative, page.language)
  const numbers = [...Object.values(told), id].filter((known) => known !== null)
  return [
    text(
      dotted([
        [own(say(`state.${source.state}`, page.language), 'new')],
        labelOutlet({ ...source, url: null }, page.language),
      ]),
    ),
    small(dotted(numbers.map((number) => [own(number)]))),
    ...(source.finding === null ? [] : [aside([own(tellFinding(source.finding, page.language))])]),
  ]
}
