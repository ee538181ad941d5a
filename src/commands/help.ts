import type { Command } from '../chat/command.ts'
import { defineCommand } from './define-command.ts'
import { listOf, quoted, warning } from './notice.ts'
import { cutTokens } from './reading/tokens.ts'
import { findCommand } from './reading/read-text.ts'

/** Lists the commands, each with an example that works as it stands; or one of them with its options. */
export function helpCommand(others: readonly Command[]): Command {
  const own: Command = defineCommand({
    name: 'help',
    options: ['command'],
    bare: 'command',
    usage: 'help [COMMAND]',
    examples: ['help', 'help subscribe'],
    async run({ command: typed }, { language }) {
      const all = [...others, own]
      if (typed === undefined)
        return {
          kind: 'help',
          commands: all
            .filter(({ isCarried }) => isCarried !== true)
            .map((command) => brief(command, language)),
          language,
        }
      const found = findCommand(cutTokens(typed), all)
      if (found === null) {
        const names = listOf(
          all.map(({ name }) => name),
          language,
        )
        return warning({ language }, 'help.unknown', { word: quoted(typed, language), names })
      }
      return { kind: 'help', commands: [found.command.help(language)], language }
    },
  })
  return own
}

function brief(command: Command, language: string) {
  const { words, summary, examples } = command.help(language)
  return { words, summary, examples: examples.slice(0, 1) }
}
