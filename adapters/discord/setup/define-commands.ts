import {
  ApplicationCommandOptionType as Type,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  type APIApplicationCommandSubcommandGroupOption,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { Command, CommandOption } from '../../../src/chat/command.ts'
import { commandWords } from '../../../src/language/typed-words.ts'
import type { Spoken } from '../../../src/language/languages.ts'
import { shorten } from '../../../src/text/shorten.ts'
import { say } from '../../../src/words/say.ts'
import { COMMAND_DESCRIPTION } from '../limits.ts'
import { fitCommand } from './fit-command.ts'
import type { DiscordSettings } from './settings.ts'

/**
 * Those of our languages that Discord's interface has too. Arabic and Persian are not among them.
 * https://docs.discord.com/developers/reference#locales
 */
const LOCALES = {
  [Locale.Turkish]: 'tr',
  [Locale.French]: 'fr',
  [Locale.German]: 'de',
  [Locale.Russian]: 'ru',
  [Locale.SpanishES]: 'es',
  [Locale.SpanishLATAM]: 'es',
} as const satisfies Partial<Record<Locale, Spoken>>

type DiscordLanguage = (typeof LOCALES)[keyof typeof LOCALES]

/**
 * Longest value of a text option.
 * https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure
 */
const LONGEST_VALUE = 6_000

/** Usable everywhere, and installable by servers and by people. */
const EVERYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
}

/** The command that has all words as subcommands. */
export const NEWS = 'news'

/** The command for a server's notification settings. */
export const NOTIFICATIONS = 'notifications'

/** Words that are also commands of their own, so that a server can limit them under Integrations. */
export const OWN_WORDS: readonly string[] = ['subscribe', 'sources', 'forget']

/** The default permission that a command of `OWN_WORDS` requires; null for none. */
const neededFor = (word: string, { subscribers }: Pick<DiscordSettings, 'subscribers'>): bigint | null => {
  if (word !== 'subscribe') return PermissionFlagsBits.ManageGuild
  return subscribers === 'managers' ? PermissionFlagsBits.ManageChannels : null
}

/**
 * Defines our commands for Discord: `/news` with a subcommand for each word, some words as their own
 * commands, the notification settings of servers, and a menu entry on messages. Discord knows permissions of
 * whole commands only, so somebody who may not use an admin word is told so when they try.
 */
export function defineCommands(
  commands: readonly Command[],
  settings: Pick<DiscordSettings, 'subscribers'>,
): RESTPutAPIApplicationCommandsJSONBody {
  const offered = commands.filter(({ isForButtons }) => isForButtons !== true)
  const groups = Map.groupBy(offered, ({ name }) => pathOf(name)[0] ?? '')
  return [
    fitCommand({
      type: ApplicationCommandType.ChatInput,
      ...named(NEWS),
      ...describedBy('place.news'),
      options: [...groups].flatMap(([word, own]): Word[] =>
        own.some(({ name }) => name !== word) ? [defineGroup(word, own)] : defineSubcommands(word, own),
      ),
      ...EVERYWHERE,
    }),
    ...[...groups]
      .filter(([word]) => OWN_WORDS.includes(word))
      .map(([word, own]) => ({
        type: ApplicationCommandType.ChatInput as const,
        ...defineOwn(word, own),
        default_member_permissions: neededFor(word, settings)?.toString() ?? null,
        ...EVERYWHERE,
      })),
    NOTIFICATIONS_COMMAND,
    {
      type: ApplicationCommandType.Message,
      name: lookUpName('en'),
      name_localizations: inLocales(lookUpName),
      ...EVERYWHERE,
    },
  ]
}

type Word = APIApplicationCommandSubcommandGroupOption | APIApplicationCommandSubcommandOption

/** Commands by their path in Discord: `subscribe`, `sources add`. */
export function commandsByPath(commands: readonly Command[]): ReadonlyMap<string, Command> {
  return new Map(commands.map((command) => [pathOf(command.name).join(' '), command]))
}

/** A path has two words at most, so further words are joined with hyphens. */
function pathOf(name: string): readonly string[] {
  const [word = '', ...rest] = name.split(' ')
  return rest.length === 0 ? [word] : [word, rest.join('-')]
}

function defineOwn(word: string, own: readonly Command[]) {
  const [only] = own
  const options: APIApplicationCommandOption[] =
    only?.name === word ? only.options.map(defineOption) : defineSubcommands(word, own)
  return { ...named(word), ...described((language) => only?.help(language).summary ?? word), options }
}

/** Defines a group of subcommands, like `sources add`. */
function defineGroup(word: string, own: readonly Command[]): APIApplicationCommandSubcommandGroupOption {
  return {
    type: Type.SubcommandGroup,
    ...named(word),
    ...described((language) => own[0]?.help(language).summary ?? word),
    options: defineSubcommands(word, own),
  }
}

const defineSubcommands = (word: string, own: readonly Command[]): APIApplicationCommandSubcommandOption[] =>
  own.map((command) => ({
    type: Type.Subcommand,
    ...named(pathOf(command.name)[1] ?? word),
    ...described((language) => command.help(language).summary),
    options: command.options.filter(({ isForButtons }) => isForButtons !== true).map(defineOption),
  }))

function defineOption(option: CommandOption): APIApplicationCommandBasicOption {
  const own = { ...named(option.name), ...described(option.help), required: option.required }
  const { least, most } = option.range ?? {}
  if (option.kind === 'number')
    return {
      ...own,
      type: Type.Integer,
      ...(least !== undefined && { min_value: least }),
      ...(most !== undefined && { max_value: most }),
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
    ...(option.suggests && { autocomplete: true }),
  }
}

const lookUpName = (language: string): string => say('place.lookUp', language)

const named = (name: string) => ({ name, name_localizations: localNames(name) })

/** Descriptions in every language, shortened if needed. A test ensures that they fit. */
function described(tell: (language: string) => string) {
  const fitting = (language: string): string => shorten(tell(language), COMMAND_DESCRIPTION)
  return { description: fitting('en'), description_localizations: inLocales(fitting) }
}

const describedBy = (
  key: `place.${'news' | 'notifications' | 'notifyRole' | 'notifySilent' | 'notifyEvents'}`,
) => described((language) => say(key, language))

/**
 * Localised names of a word or option, in languages where it has another name. The English name is understood
 * as well.
 */
export function localNames(name: string): Partial<Record<Locale, string>> {
  return inLocales((language) => commandWords.of(language)?.names[name])
}

/** Maps each Discord locale to a text in our language; leaves out those without one. */
function inLocales(tell: (language: DiscordLanguage) => string | undefined): Partial<Record<Locale, string>> {
  return Object.fromEntries(
    Object.entries(LOCALES).flatMap(([locale, language]) => {
      const told = tell(language)
      return told === undefined ? [] : [[locale, told]]
    }),
  )
}

/** Available on servers only, to those who manage them. */
const NOTIFICATIONS_COMMAND: RESTPutAPIApplicationCommandsJSONBody[number] = {
  type: ApplicationCommandType.ChatInput,
  ...named(NOTIFICATIONS),
  ...describedBy('place.notifications'),
  options: [
    { type: Type.Role, ...named('role'), ...describedBy('place.notifyRole') },
    { type: Type.Boolean, ...named('silent'), ...describedBy('place.notifySilent') },
    { type: Type.Boolean, ...named('events'), ...describedBy('place.notifyEvents') },
  ],
  default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
}
