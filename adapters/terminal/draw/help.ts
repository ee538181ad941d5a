import type { CommandHelp } from '../../../src/records/message.ts'
import { flow } from '../text/flow.ts'
import { say } from '../../../src/words/say.ts'
import { tellFact } from '../../../src/chat/wording/fact.ts'
import { own, quote } from '../../../src/chat/wording/pieces.ts'
import type { View } from './view.ts'

/** What people can ask, with examples. */
export function drawHelp(commands: readonly CommandHelp[], view: View): string[] {
  return [
    ...flow([own(say('help.title', view.language), 'title')], view),
    ...commands.flatMap((command) => [
      '',
      ...flow([quote(command.words, 'headline')], { ...view, first: '  ', rest: '    ' }),
      ...flow([own(command.summary)], { ...view, first: '    ' }),
      ...command.examples.flatMap((example) =>
        flow([own(say('help.example', view.language, { example }), 'quiet')], { ...view, first: '    ' }),
      ),
      ...(command.options ?? []).flatMap(({ name, help }) =>
        flow(tellFact(own(name, 'mark'), own(help), view.language), {
          ...view,
          first: '    ',
          rest: '      ',
        }),
      ),
    ]),
  ]
}
