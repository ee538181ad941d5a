import {
  ApplicationCommandOptionType as Type,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  type APIApplicationCommandSubcommandGroupOption,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { Command, CommandOption } from '../../../src/chat/command.ts'
import { say } from '../../../src/words/say.ts'
import { inLocales, localNames } from './local-names.ts'

/** The one command, and the entry in the menu of a message. */
const NEWS = 'news'
const lookUpName = (language: string): string => say('place.lookUp', language)

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure */
const LONGEST_VALUE = 6_000

/** Where it can be used and by whom it can be installed: everywhere, by servers and by people. */
const EVERYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
}

/**
 * Our words as Discord registers them: one `/news` with a subcommand for each, and a menu entry on messages. Discord knows permissions of whole commands
 * only; whoever may not give an admin word is told so when they do.
 */
export function defineCommands(commands: readonly Command[]): RESTPutAPIApplicationCommandsJSONBody {
  const groups = Map.groupBy(commands, ({ name }) => pathOf(name)[0] ?? '')
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: NEWS,
      name_localizations: localNames(NEWS),
      description: say('place.news', 'en'),
      description_localizations: inLocales((language) => say('place.news', language)),
      options: [...groups].map(([word, own]) =>
        own.some(({ name }) => name !== word) ? defineGroup(word, own) : defineWord(word, own),
      ),
      ...EVERYWHERE,
    },
    {
      type: ApplicationCommandType.Message,
      name: lookUpName('en'),
      name_localizations: inLocales(lookUpName),
      ...EVERYWHERE,
    },
  ]
}

/** Each command by the path at which Discord has it: `subscribe`, `sources add`. */
export function commandsByPath(commands: readonly Command[]): ReadonlyMap<string, Command> {
  return new Map(commands.map((command) => [pathOf(command.name).join(' '), command]))
}

/** Discord's paths have two words at most. */
function pathOf(name: string): readonly string[] {
  const [word = '', ...rest] = name.split(' ')
  return rest.length === 0 ? [word] : [word, rest.join('-')]
}

/** `sources add` and its like. */
function defineGroup(word: string, own: readonly Command[]): APIApplicationCommandSubcommandGroupOption {
  const summaries = (language: string): string => shorten(own[0]?.help(language).summary ?? word)
  return {
    type: Type.SubcommandGroup,
    name: word,
    name_localizations: localNames(word),
    description: summaries('en'),
    description_localizations: inLocales(summaries),
    options: own.map((command) => defineSubcommand(pathOf(command.name)[1] ?? word, command)),
  }
}

function defineWord(word: string, own: readonly Command[]): APIApplicationCommandSubcommandOption {
  const [command] = own
  if (command === undefined) throw new Error(`nothing is called ${word}`)
  return defineSubcommand(word, command)
}

function defineSubcommand(name: string, command: Command): APIApplicationCommandSubcommandOption {
  const summary = (language: string): string => shorten(command.help(language).summary)
  return {
    type: Type.Subcommand,
    name,
    name_localizations: localNames(name),
    description: summary('en'),
    description_localizations: inLocales(summary),
    options: command.options.map(defineOption),
  }
}

function defineOption(option: CommandOption): APIApplicationCommandBasicOption {
  const own = {
    name: option.name,
    name_localizations: localNames(option.name),
    description: shorten(option.help('en')),
    description_localizations: inLocales((language) => shorten(option.help(language))),
    required: option.required,
  }
  if (option.kind === 'number') {
    const { least, most } = option.range ?? {}
    return {
      ...own,
      type: Type.Integer,
      ...(least === undefined ? {} : { min_value: least }),
      ...(most === undefined ? {} : { max_value: most }),
    }
  }
  if (option.choices.length > 0)
    return {
      ...own,
      type: Type.String,
      choices: option.choices.map((choice) => ({ name: choice, value: choice })),
    }
  return {
    ...own,
    type: Type.String,
    max_length: LONGEST_VALUE,
    ...(option.suggests ? { autocomplete: true } : {}),
  }
}

/** Descriptions have at most 100 characters; ours are written for that, and a test says so. */
function shorten(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 99)}…`
}
