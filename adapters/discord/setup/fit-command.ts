import type {
  APIApplicationCommandOption,
  Locale,
  RESTPostAPIChatInputApplicationCommandsJSONBody as ChatInput,
} from 'discord.js'
import { shorten } from '../../../src/text/shorten.ts'
import { COMMAND_DESCRIPTION, COMMAND_TEXT } from '../limits.ts'

/**
 * Shortens the descriptions in a command evenly until the command fits `COMMAND_TEXT`. Discord counts every
 * text in its longest localisation.
 */
export function fitCommand(command: ChatInput): ChatInput {
  if (sizeOf(command) <= COMMAND_TEXT) return command
  const within = (most: number): ChatInput => ({
    ...command,
    options: (command.options ?? []).map((one) => shortenIn(one, most)),
  })
  let fits = LEAST_DESCRIPTION
  for (let exceeds = COMMAND_DESCRIPTION; exceeds - fits > 1;) {
    const most = Math.floor((fits + exceeds) / 2)
    if (sizeOf(within(most)) > COMMAND_TEXT) exceeds = most
    else fits = most
  }
  return within(fits)
}

/** Shortest useful description, in characters (our choice). */
const LEAST_DESCRIPTION = 40

type Localised = Readonly<Partial<Record<Locale, string | null | undefined>>> | null | undefined

interface Described {
  readonly description: string
  readonly description_localizations?: Localised
}

function shortened({ description, description_localizations: localised }: Described, most: number) {
  const texts = Object.entries(localised ?? {}).map(([locale, text]) => [locale, shorten(text ?? '', most)])
  return {
    description: shorten(description, most),
    description_localizations: Object.fromEntries(texts),
  }
}

function shortenIn<Option extends APIApplicationCommandOption>(option: Option, most: number): Option {
  const within = 'options' in option && option.options !== undefined ? option.options : null
  return {
    ...option,
    ...shortened(option, most),
    ...(within !== null && { options: within.map((one) => shortenIn(one, most)) }),
  }
}

/** Counts characters as Discord does: the longest localisation of each text, and all choices. */
function sizeOf(
  one: Described & {
    readonly name: string
    readonly name_localizations?: Localised
    readonly options?: readonly APIApplicationCommandOption[] | undefined
  },
): number {
  const longest = (text: string, localised: Localised): number =>
    Math.max(text.length, ...Object.values(localised ?? {}).map((other) => other?.length ?? 0))
  const choices = 'choices' in one && Array.isArray(one.choices) ? one.choices : []
  return (
    longest(one.name, one.name_localizations) +
    longest(one.description, one.description_localizations) +
    choices.reduce((sum, { name, value }) => sum + name.length + String(value).length, 0) +
    (one.options ?? []).reduce((sum, option) => sum + sizeOf(option), 0)
  )
}
