import type { CommandInput } from '../../chat/command-input.ts'
import type { Command, CommandOption } from '../../chat/command.ts'
import type { RawOptions } from '../../chat/commands.ts'
import { say } from '../../words/say.ts'
import { listOf, type Mistake, quoted } from '../notice.ts'
import { findOption, readerOf } from '../options.ts'
import { nearest } from './names.ts'
import type { ReadingContext } from './reader.ts'

/**
 * Reads and checks what a platform gave for the options of a command, even if the platform claims to have
 * checked it. Returns all mistakes at once; the input is complete where there are none.
 */
export function parseInput(
  command: Command,
  raw: RawOptions,
  context: ReadingContext,
): { readonly input: CommandInput; readonly mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = []
  let input: CommandInput = { filter: {} }
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
    const reader = readerOf(option)
    const isWhole = (value: string): boolean => !option.many || reader.knows?.(value, context) === true
    for (const value of values.flatMap((given) => (isWhole(given) ? [given] : splitList(given)))) {
      const read = reader.read(value, { option, command, draft: input, given, context })
      if ('mistake' in read) mistakes.push(read.mistake)
      else input = { ...input, ...read.change }
    }
  }
  if (mistakes.length === 0 && absent.length > 0) mistakes.push(missing(command, absent))
  return { input, mistakes: mistakes.slice(0, MOST_MISTAKES) }
}

/** More in one answer help nobody. */
const MOST_MISTAKES = 8

/** Splits a list of values: typed platforms have one field for several. */
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
    return option.name === command.positionalOption
      ? say('mistake.nothing', language, { command: command.name, help, example })
      : say('mistake.missing', language, { command: command.name, option: option.name, help, example })
  }
}

const quoteIfNeeded = (value: string): string => (/\s/u.test(value) ? `"${value}"` : value)

/** In UTF-16 units. Nobody types more; a longer text was pasted by mistake. */
const LONGEST_TEXT = 1_000

/**
 * Cleans what somebody typed: removes the marks that keyboards and pasting leave, and gives quotes and digits
 * one form. Control characters and direction overrides are refused, because what is read would differ from
 * what was seen.
 */
export function cleanText(
  typed: string,
):
  | { readonly status: 'clean'; readonly text: string }
  | { readonly status: 'refused'; readonly mistake: Mistake } {
  if (typed.length > LONGEST_TEXT)
    return refused((language) =>
      say('mistake.tooLong', language, { count: typed.length, most: LONGEST_TEXT }),
    )
  const hidden = HIDDEN.exec(typed)?.[0]
  if (hidden !== undefined) {
    const code = (hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return refused((language) => say('mistake.hidden', language, { code: `U+${code}` }))
  }
  const text = typed
    .replaceAll(PASTED, '')
    .replaceAll(/[“”„«»＂]/gu, '"')
    .replaceAll(DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replaceAll(/\s+/gu, ' ')
    .trim()
  return { status: 'clean', text }
}

const refused = (mistake: Mistake) => ({ status: 'refused', mistake }) as const

/** Control characters except tab and line breaks; LRO and RLO; lone surrogates. */
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202d\u202e]|\p{Cs}/u

/**
 * Direction marks, embeddings and isolates, soft hyphens, zero-width spaces, byte order marks: all harmless,
 * and some occur in our own texts.
 */
const PASTED = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff]/gu

/** Arabic, Persian and full-width digits: the last four bits of each are its value. */
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/gu
