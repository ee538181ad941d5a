import { ApplicationCommandOptionType as Type } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { fitCommand } from '../../../adapters/discord/setup/fit-command.ts'
import { checkCommands } from '../../fakes/discord/check-commands.ts'

/** A command with this many subcommands, each with three options described in a hundred characters. */
const command = (words: number) => ({
  name: 'news',
  description: 'x',
  options: Array.from({ length: words }, (_, word) => ({
    type: Type.Subcommand as const,
    name: `w${word}`,
    description: 'y',
    description_localizations: { ru: 'слово '.repeat(16).trim() },
    options: [0, 1, 2].map((option) => ({
      type: Type.String as const,
      name: `o${option}`,
      description: 'what it is '.repeat(9).trim(),
    })),
  })),
})

describe('fitCommand', () => {
  it('leaves a command as it is that has room for all', () => {
    expect(fitCommand(command(15))).toEqual(command(15))
  })

  it('ends descriptions behind a word, all of them as early as they have to, where Discord would refuse the command', () => {
    expect(checkCommands([command(25)])).not.toEqual([])
    const fitting = fitCommand(command(25))
    expect(checkCommands([fitting])).toEqual([])
    expect(JSON.stringify(fitting)).toMatch(/"what it is(?: what it is)+ ?(?:what|what it)?…"/u)
    expect(JSON.stringify(fitting)).toMatch(/"слово(?: слово)+…"/u)
  })
})
