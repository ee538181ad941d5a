import type { CommandHelp } from '../../../../src/records/message.ts'
import type { RootContent } from 'mdast'
import { harmless } from '../../../../src/words/harmless.ts'
import { say } from '../../../../src/words/say.ts'
import type { Page } from './page.ts'
import { heading, list, paragraph, text } from './nodes.ts'

/** What people can ask; what they would type is set as code. */
export function writeHelp(commands: readonly CommandHelp[], page: Page): RootContent[] {
  return [
    heading(1, [text(say('help.title', page.language))]),
    ...commands.flatMap((command): RootContent[] => [
      heading(2, [{ type: 'inlineCode', value: harmless(command.words) }]),
      paragraph([text(harmless(command.summary))]),
      ...(command.examples.length === 0
        ? []
        : [
            list(
              command.examples.map((example) => [code(example)]),
              false,
            ),
          ]),
      ...(command.options === undefined
        ? []
        : [
            list(
              command.options.map(({ name, help }) => [
                paragraph([{ type: 'inlineCode', value: harmless(name) }, text(` ${harmless(help)}`)]),
              ]),
              false,
            ),
          ]),
    ]),
  ]
}

function code(value: string) {
  return paragraph([{ type: 'inlineCode', value: harmless(value) }])
}
