import { PermissionFlagsBits } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import { defineCommands, localNames } from '../../../adapters/discord/setup/define-commands.ts'
import { allCommands } from '../../../src/commands/all-commands.ts'
import { say } from '../../../src/words/say.ts'
import { checkCommands } from '../../fakes/discord/check-commands.ts'
import {
  discordAdapter,
  type DiscordBench,
  GUILD,
  openDiscordBench,
} from '../../fakes/discord/discord-bench.ts'
import { aNewsroom } from '../../fakes/newsroom.ts'

const commands = allCommands((await aNewsroom()).view)

const needed = (subscribers: 'everyone' | 'managers') =>
  Object.fromEntries(
    defineCommands(commands.all, { subscribers }).map((command) => [
      command.name,
      command.default_member_permissions,
    ]),
  )

/** Commands that only buttons carry need not be typed. */
const isOffered = ({ isForButtons }: { readonly isForButtons?: true }): boolean => isForButtons !== true

describe('defineCommands', () => {
  const defined = defineCommands(commands.all, { subscribers: 'everyone' })

  it('keeps every rule of Discord', () => {
    expect(checkCommands(defined)).toEqual([])
  })

  it('has every word, under its own name', () => {
    const [news] = defined
    const words = JSON.stringify(news)
    for (const { name } of commands.all.filter(isOffered))
      for (const word of name.split(' ')) expect(words).toContain(`"name":"${word}"`)
  })

  it('names every word and option in the languages that Discord has', () => {
    const names = commands.all
      .filter(isOffered)
      .flatMap(({ name, options }) => [
        ...name.split(' '),
        ...options.filter(isOffered).map((one) => one.name),
      ])
    expect(names.filter((name) => Object.keys(localNames(name)).length === 0)).toEqual([])
  })

  it('describes everything in the languages that Discord has, each in its own', () => {
    const described = JSON.stringify(defined)
    const count = (word: string) => described.split(`"${word}":`).length - 1
    expect(count('description_localizations')).toBe(count('description'))
    const [news] = defined
    expect(news).toMatchObject({
      description: say('place.news', 'en'),
      description_localizations: Object.fromEntries(
        ['tr', 'fr', 'de', 'ru', 'es-ES'].map((locale) => [locale, say('place.news', locale.slice(0, 2))]),
      ),
    })
  })

  it('can be used on servers, in direct messages and among friends, by servers and people', () => {
    for (const command of defined)
      expect(command).toMatchObject(
        command.name === 'notifications'
          ? { contexts: [0], integration_types: [0] }
          : { contexts: [0, 1, 2], integration_types: [0, 1] },
      )
  })

  it('has words of their own that a server can limit, with what a member needs for each', () => {
    const managesGuild = String(PermissionFlagsBits.ManageGuild)
    expect(needed('everyone')).toMatchObject({
      news: undefined,
      subscribe: null,
      sources: managesGuild,
      forget: managesGuild,
      notifications: managesGuild,
    })
    expect(needed('managers')['subscribe']).toBe(String(PermissionFlagsBits.ManageChannels))
  })
})

describe('checkCommands', () => {
  it.each([
    ['a name with blanks', { name: 'BAD NAME!!', description: 'x' }],
    ['no description', { name: 'news', description: '' }],
    [
      'a required option behind an optional one',
      {
        name: 'news',
        description: 'x',
        options: [
          { name: 'a', description: 'x' },
          { name: 'b', description: 'x', required: true },
        ],
      },
    ],
    [
      'two options of one name',
      {
        name: 'news',
        description: 'x',
        options: [
          { name: 'a', description: 'x' },
          { name: 'a', description: 'x' },
        ],
      },
    ],
    [
      'too many characters',
      {
        name: 'news',
        description: 'x',
        options: Array.from({ length: 25 }, (_, index) => ({
          name: `o${index}`,
          description: 'x',
          choices: Array.from({ length: 5 }, (_, choice) => ({ name: 'n'.repeat(80), value: `${choice}` })),
        })),
      },
    ],
  ])('sees %s', (_, command) => {
    expect(checkCommands([command])).not.toEqual([])
  })
})

describe('registering', () => {
  let bench: DiscordBench | null = null
  afterEach(() => bench?.close())

  it('asks once, and again only when something has changed', async () => {
    bench = await openDiscordBench()
    const { discord, tools } = bench
    const puts = () => discord.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path)
    const startWith = async (all: typeof commands.all, guild: string | null = null) => {
      const adapter = discordAdapter(discord, tools, { guild })
      await adapter.start({ ...commands, all })
      await adapter.stop()
    }
    await startWith(commands.all)
    await startWith(commands.all)
    expect(puts()).toHaveLength(1)
    await startWith(commands.all.slice(1))
    expect(puts()).toHaveLength(2)
    await startWith(commands.all, GUILD)
    expect(discord.world.commands.get('global')).toEqual([])
    expect(discord.world.commands.get(GUILD)).toHaveLength(6)
  })
})
