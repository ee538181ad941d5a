import type { CommandHelp } from '../../../src/chat/message.ts'
import { flow } from '../text/flow.ts'
import { words } from '../wording/phrase.ts'
import { own } from '../wording/pieces.ts'
import type { View } from './view.ts'

/** What people can ask, with examples. */
export function drawHelp(commands: readonly CommandHelp[], view: View): string[] {
  return [
    ...flow([own(words('help.title'), 'title')], view),
    ...commands.flatMap((command) => [
      '',
      ...flow([own(command.words, 'headline')], { ...view, first: '  ', rest: '    ' }),
      ...flow([own(command.summary)], { ...view, first: '    ' }),
      ...command.examples.flatMap((example) =>
        flow([own(words('help.example', { example }), 'quiet')], { ...view, first: '    ' }),
      ),
    ]),
  ]
}
