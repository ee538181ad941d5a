import type { CommandInteractionOption } from 'discord.js'
import type { Command } from '../../../src/chat/command.ts'
import type { Commands, RawOptions, Request } from '../../../src/chat/commands.ts'
import { commandsByPath } from '../setup/define-commands.ts'

/** What was asked with `/news`; null for a word that we no longer have. Values are checked like typed text, whatever Discord has checked. */
export function readRequest(data: readonly CommandInteractionOption[], commands: Commands): Request | null {
  const { path, options } = descend(data)
  const command = commandsByPath(commands.all).get(path)
  return command === undefined ? null : { command, options: valuesOf(options), mistakes: [] }
}

/** The option that is being typed, for suggestions. */
export function readFocused(
  data: readonly CommandInteractionOption[],
  commands: Commands,
): { readonly command: Command; readonly option: string; readonly typed: string } | null {
  const { path, options } = descend(data)
  const command = commandsByPath(commands.all).get(path)
  const focused = options.find((option) => option.focused === true)
  return command === undefined || focused === undefined
    ? null
    : { command, option: focused.name, typed: String(focused.value ?? '') }
}

/** `sources`, `add`, and its options. */
function descend(data: readonly CommandInteractionOption[]): {
  readonly path: string
  readonly options: readonly CommandInteractionOption[]
} {
  const [first] = data
  if (first === undefined || first.value !== undefined) return { path: '', options: data }
  const { path, options } = descend(first.options ?? [])
  return { path: path === '' ? first.name : `${first.name} ${path}`, options }
}

function valuesOf(options: readonly CommandInteractionOption[]): RawOptions {
  return new Map(
    options.flatMap(({ name, value }) => (value === undefined ? [] : [[name, [String(value)]] as const])),
  )
}
