import { ApplicationCommandOptionType as Type, type APIApplicationCommandBasicOption } from 'discord.js'
import { ApplicationCommandCreateRequestSchema } from 'discord-api-spec/zod'
import { describe, expect, it } from 'vitest'
import { checkCommand } from '../../fakes/discord/check/command.ts'
import { defineCommands } from '../../../adapters/discord/setup/define-commands.ts'
import { allCommands } from '../../../src/commands/all-commands.ts'
import { withNumber } from '../../fakes/discord/check-request.ts'
import { aNewsroom } from '../../fakes/newsroom.ts'

const command = (
  options: readonly APIApplicationCommandBasicOption[] = [],
  name = 'news',
  description = 'News.',
) => ({
  name,
  description,
  options: [...options],
})
const option = (name: string, more: object = {}): APIApplicationCommandBasicOption => ({
  type: Type.String,
  name,
  description: 'An option.',
  ...more,
})
const many = (count: number) => Array.from({ length: count }, (_, index) => `o${index}`)
const choices = (count: number) => many(count).map((name) => ({ name, value: name }))

describe('checkCommand', () => {
  it.each([
    ['a name with blanks and capitals', command([], 'BAD NAME!!'), /“BAD NAME!!” is no name/],
    [
      'a localised name with capitals',
      { ...command(), name_localizations: { de: 'Nachrichten' } },
      /“Nachrichten” is no name/,
    ],
    ['an empty description', command([], 'news', ' '), /description of news is empty/],
    ['a description of 101 characters', command([], 'news', 'x'.repeat(101)), /description of news has 101/],
    [
      'a required option behind one that is not',
      command([option('a'), option('b', { required: true })]),
      /required option stands behind/,
    ],
    ['26 options', command(many(26).map((name) => option(name))), /options: 26/],
    ['26 choices', command([option('a', { choices: choices(26) })]), /choices: 26/],
    [
      'choices beside suggestions',
      command([option('a', { choices: choices(1), autocomplete: true })]),
      /choices and suggestions/,
    ],
    [
      'a choice of 101 characters',
      command([option('a', { choices: [{ name: 'x'.repeat(101), value: 'x' }] })]),
      /name of a choice has 101/,
    ],
    [
      '8,001 characters',
      command(
        many(25).map((name) =>
          option(name, { choices: choices(25).map((choice) => ({ ...choice, name: 'x'.repeat(50) })) }),
        ),
      ),
      /characters of the command/,
    ],
    [
      'what is wrong in a subcommand',
      {
        ...command(),
        options: [
          {
            type: Type.Subcommand as const,
            name: 'search',
            description: 'Search.',
            options: [option('BAD')],
          },
        ],
      },
      /“BAD” is no name/,
    ],
  ])('refuses %s', (_what, body, fault) => {
    expect(checkCommand(body)).toContainEqual(expect.stringMatching(fault))
  })

  it('takes what is required first', () => {
    expect(checkCommand(command([option('a', { required: true }), option('b')]))).toEqual([])
  })

  it('takes the commands that are registered, as the schema does', async () => {
    const { view } = await aNewsroom()
    for (const body of defineCommands(allCommands(view).all, { subscribers: 'managers' })) {
      expect(checkCommand(body)).toEqual([])
      expect(ApplicationCommandCreateRequestSchema.safeParse(withNumber(body)).error?.message).toBeUndefined()
    }
  })
})
