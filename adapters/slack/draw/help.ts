import type { CommandHelp } from '../../../src/records/message.ts'
import { tellFact } from '../../../src/chat/wording/fact.ts'
import { own, spans } from '../../../src/chat/wording/pieces.ts'
import { phrase, say } from '../../../src/words/say.ts'
import { richText } from '../text/rich.ts'
import type { Draft } from './draft.ts'
import { drawTitle } from './heading.ts'
import type { Page } from './page.ts'

/** What people can ask, as they would type it here. */
export function drawHelp(commands: readonly CommandHelp[], { language, rightToLeft }: Page): Draft {
  const title = say('help.title', language)
  return {
    text: title,
    main: [
      [...drawTitle([own(title)], rightToLeft)],
      ...commands.map(({ words, summary, examples, options = [] }) =>
        richText(
          [
            { spans: [typed(words)] },
            { spans: [own(summary)] },
            ...examples.map((example) => ({
              spans: spans(phrase('help.example', language, { example: typed(example) })),
            })),
            ...options.map(({ name, help }) => ({
              spans: tellFact(own(name, 'title'), own(help), language),
            })),
          ],
          rightToLeft,
        ),
      ),
    ],
    thread: [],
  }
}

const typed = (words: string) => ({ text: `/news ${words}`, look: 'mark', quoted: true }) as const
