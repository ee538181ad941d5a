import type { Command } from 'commander'
import { suggest } from '../settings/suggest.ts'

/**
 * A `preSubcommand` hook for a command with a default subcommand: commander takes a misspelt word for an argument of the default one, and
 * complains of that. Throws commander's error for a word that is no subcommand, with the one that was probably meant.
 */
export function refuseUnknownWord(command: Command): void {
  const [word] = command.args
  const names = command.commands.map((known) => known.name())
  if (word === undefined || word.startsWith('-') || names.includes(word)) return
  const meant = suggest(word, new Map(names.map((name) => [name, name])))
  command.error(`error: unknown command '${word}'${meant === null ? '' : `\n(Did you mean ${meant}?)`}`, {
    code: 'commander.unknownCommand',
  })
}
