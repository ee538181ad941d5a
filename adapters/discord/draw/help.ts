import type { Action, CommandHelp } from '../../../src/records/message.ts'
import { tellFact } from '../../../src/chat/wording/fact.ts'
import { own } from '../../../src/chat/wording/pieces.ts'
import { say } from '../../../src/words/say.ts'
import type { DiscordPart } from './discord-message.ts'
import { heading, small, text, title } from '../text/line.ts'
import { COLOURS } from './colours.ts'
import { packEmbeds } from './pack-embeds.ts'
import type { Page } from './page.ts'

/** What people can ask, with examples. */
export function drawHelp(
  commands: readonly CommandHelp[],
  actions: readonly Action[],
  page: Page,
): readonly DiscordPart[] {
  const { language } = page
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
    actions,
    page,
  ).parts
}
