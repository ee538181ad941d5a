import {
  type APIApplicationCommandOption,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import { CHOICE_TEXT, COMMAND_CHOICES, COMMAND_DESCRIPTION } from '../../../../adapters/discord/limits.ts'
import { COMMAND_OPTIONS, COMMAND_TEXT } from './limits.ts'
import { absentOrTooLong, tooMany } from './rules.ts'

/** Texts by locale. */
type Localised = object | null | undefined

/**
 * Lists every rule that a command breaks, in words.
 * https://docs.discord.com/developers/interactions/application-commands
 */
export function checkCommand(command: RESTPostAPIApplicationCommandsJSONBody): readonly string[] {
  if (command.type !== ApplicationCommandType.ChatInput && command.type !== undefined)
    return allOf(command.name, command.name_localizations).flatMap((name) =>
      absentOrTooLong('the name', name, 32),
    )
  const { options = [] } = command
  return [
    ...checkNamed(command),
    ...checkOptions(options),
    ...tooMany('characters of the command', lengthOf(command), COMMAND_TEXT),
  ]
}

interface Named {
  readonly name: string
  readonly description: string
  readonly name_localizations?: Localised
  readonly description_localizations?: Localised
}

/** In lower case if the script has it; letters, digits, `-`, `_` and `'`. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

function checkNamed({
  name,
  description,
  name_localizations: names,
  description_localizations: descriptions,
}: Named): readonly string[] {
  return [
    ...allOf(name, names)
      .filter((own) => !NAME.test(own) || own !== own.toLowerCase())
      .map((own) => `“${own}” is no name for a command or an option`),
    ...allOf(description, descriptions).flatMap((own) =>
      absentOrTooLong(`the description of ${name}`, own, COMMAND_DESCRIPTION),
    ),
  ]
}

function checkOptions(options: readonly APIApplicationCommandOption[]): readonly string[] {
  const required = options.map((option) => option.required === true)
  return [
    ...tooMany('options', options.length, COMMAND_OPTIONS),
    ...(required.slice(required.indexOf(false)).includes(true) && required.includes(false)
      ? ['a required option stands behind one that is not']
      : []),
    ...options.flatMap(checkOption),
  ]
}

function checkOption(option: APIApplicationCommandOption): readonly string[] {
  const choices = 'choices' in option ? (option.choices ?? []) : []
  return [
    ...checkNamed(option),
    ...(choices.length > 0 && 'autocomplete' in option && option.autocomplete
      ? ['an option has choices and suggestions']
      : []),
    ...tooMany('choices', choices.length, COMMAND_CHOICES),
    ...choices.flatMap(({ name, value }) => [
      ...absentOrTooLong('the name of a choice', name, CHOICE_TEXT),
      ...absentOrTooLong('the value of a choice', String(value), CHOICE_TEXT),
    ]),
    ...('options' in option ? checkOptions(option.options ?? []) : []),
  ]
}

/** Counts characters as Discord does: of each text the longest localisation. */
function lengthOf(
  named: Named & { readonly options?: readonly APIApplicationCommandOption[] | undefined },
): number {
  const choices = 'choices' in named && Array.isArray(named.choices) ? charactersOf(named.choices) : 0
  const within = (named.options ?? []).reduce((sum, option) => sum + lengthOf(option), 0)
  return (
    longest(named.name, named.name_localizations) +
    longest(named.description, named.description_localizations) +
    choices +
    within
  )
}

const charactersOf = (
  choices: readonly { readonly name: string; readonly value: string | number }[],
): number => choices.reduce((sum, { name, value }) => sum + name.length + String(value).length, 0)

const longest = (text: string, localised: Localised): number =>
  Math.max(...allOf(text, localised).map(({ length }) => length))

const allOf = (text: string, localised: Localised): readonly string[] => [
  text,
  ...Object.values(localised ?? {}).filter((own: unknown) => typeof own === 'string'),
]
