import type { Command, CommandOption } from '../../chat/command.ts'
import type { CommandInput } from '../../chat/command-input.ts'
import type { RawOptions } from '../../chat/commands.ts'
import { NO_WISHES } from '../../subscriptions/wishes.ts'
import type { Mistake } from '../mistake.ts'
import { OPTION_ALIASES } from '../options.ts'
import { say } from '../../words/say.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { cleanText } from './clean-text.ts'
import { listOf, quoted } from './list-of.ts'
import type { Draft } from './reader.ts'
import { READERS } from './readers.ts'
import { nearest } from './suggest-names.ts'
import { isKnown } from './value-at.ts'

/** What a value is read against. */
export interface ReadingContext {
  readonly vocabulary: Vocabulary
  /** Milliseconds since 1970. */
  readonly now: number
  /** IANA zone of the asker. */
  readonly zone: string
}

export type CheckedInput =
  | { readonly status: 'checked'; readonly input: CommandInput }
  | { readonly status: 'mistakes'; readonly mistakes: readonly Mistake[] }

const NO_INPUT: CommandInput = {
  wish: NO_WISHES,
  words: null,
  since: null,
  until: null,
  order: null,
  page: null,
  asOf: null,
  story: null,
  subscription: null,
  when: null,
  at: [],
  zone: null,
  to: null,
  quiet: null,
  length: null,
  speak: null,
  model: null,
  outlets: null,
  address: null,
  ownership: null,
  title: null,
  command: null,
  all: false,
  confirmed: false,
}

/** Checks what a platform gave for the options of a command, whatever it claims to have checked itself. All mistakes at once. */
export function checkInput(command: Command, raw: RawOptions, context: ReadingContext): CheckedInput {
  const mistakes: Mistake[] = []
  let draft: Draft = NO_INPUT
  const given = new Map<string, string[]>()
  for (const [typedName, values] of raw) {
    const option = findOption(command, typedName)
    if (option === null) {
      mistakes.push(unknownOption(command, typedName, values[0] ?? ''))
      continue
    }
    const clean = values.flatMap((value) => {
      const cleaned = cleanText(value)
      if (cleaned.status === 'clean') return cleaned.text === '' ? [] : [cleaned.text]
      mistakes.push(cleaned.mistake)
      return []
    })
    given.set(option.name, [...(given.get(option.name) ?? []), ...clean])
  }
  const absent: CommandOption[] = []
  for (const option of command.options) {
    const values = given.get(option.name) ?? []
    if (values.length > 1 && !option.many) {
      mistakes.push(givenTwice(option, values))
      continue
    }
    if (values.length === 0) {
      if (option.required) absent.push(option)
      continue
    }
    const isWhole = (value: string): boolean => !option.many || isKnown(value, option, context)
    for (const value of values.flatMap((given) => (isWhole(given) ? [given] : splitList(given)))) {
      const read = READERS[option.kind](value, { option, command, draft, given, context })
      if ('mistake' in read) mistakes.push(read.mistake)
      else draft = { ...draft, ...read.change }
    }
  }
  if (mistakes.length === 0 && absent.length > 0) mistakes.push(missing(command, absent))
  if (mistakes.length > 0) return { status: 'mistakes', mistakes: mistakes.slice(0, MOST_MISTAKES) }
  return { status: 'checked', input: draft }
}

/** More in one answer help nobody. */
const MOST_MISTAKES = 8

/** The option that somebody calls so; null where there is none. */
export function findOption(command: Command, typed: string): CommandOption | null {
  const name = typed.toLowerCase()
  return (
    command.options.find((option) => option.name === name) ??
    command.options.find((option) => OPTION_ALIASES.get(name)?.some((other) => other === option.name)) ??
    null
  )
}

/** Typed platforms have one field for several values. */
function splitList(value: string): string[] {
  return value
    .split(/[,،;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function unknownOption(command: Command, name: string, value: string): Mistake {
  const names = command.options.map((option) => option.name)
  return (language) => {
    const near = nearest(name.toLowerCase(), names)[0]
    return near === undefined
      ? say('mistake.option', language, {
          option: quoted(`${name}:${value}`, language),
          options: listOf(names, language),
        })
      : say('mistake.optionNear', language, {
          option: quoted(`${name}:`, language),
          near: quoted(`${near}:`, language),
        })
  }
}

function givenTwice(option: CommandOption, values: readonly string[]): Mistake {
  return (language) =>
    say('mistake.twice', language, {
      option: option.name,
      values: listOf(
        values.map((name) => quoted(name, language)),
        language,
      ),
      example: `${option.name}:${quoteIfNeeded(values[0] ?? '')}`,
    })
}

function missing(command: Command, options: readonly CommandOption[]): Mistake {
  return (language) => {
    const example = command.help(language).examples[0] ?? command.name
    const [option, another] = options
    if (option === undefined || another !== undefined) {
      const needed = options.map(({ name, help }) => `${quoted(name, language)} (${help(language)})`)
      return say('mistake.missingSome', language, {
        command: command.name,
        options: listOf(needed, language),
        example,
      })
    }
    const help = option.help(language)
    return option.name === command.bare
      ? say('mistake.nothing', language, { command: command.name, help, example })
      : say('mistake.missing', language, { command: command.name, option: option.name, help, example })
  }
}

const quoteIfNeeded = (value: string): string => (/\s/u.test(value) ? `"${value}"` : value)
