import type { Command } from '../chat/command.ts'

/** Lists the other commands and itself. */
export function helpCommand(others: readonly Command[]): Command {
  const own = { words: 'help', summary: 'This list.', examples: ['help'] }
  return {
    name: 'help',
    help: own,
    run: (_words, asker) =>
      Promise.resolve({
        kind: 'help',
        commands: [...others.map((command) => command.help), own],
        language: asker.language,
      }),
  }
}
