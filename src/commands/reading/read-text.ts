import type { Command } from '../../chat/command.ts'
import type { Request } from '../../chat/commands.ts'
import { askWords } from '../../language/typed-words.ts'
import { say } from '../../words/say.ts'
import { namesStory } from '../../text/short-name.ts'
import { foldTerm } from '../name-index.ts'
import { eitherOf, type Mistake, quoted } from '../notice.ts'
import { findOption } from '../options.ts'
import { commandCalled, LONGEST_CALL, means } from './grammar.ts'
import { matchOption } from './match-options.ts'
import { nearest } from './names.ts'
import { cleanText } from './parse-input.ts'
import type { ReadingContext } from './reader.ts'
import { type Cursor, cutTokens, splitNames, termAt, type Token } from './tokens.ts'
import { valueAt, type ValueAt } from './value-at.ts'

/** The commands that text can lead to, with the two that need no name. */
export interface TextCommands {
  readonly all: readonly Command[]
  /** The command that words without a command lead to. */
  readonly usual: Command
  /** The command that an empty text leads to. */
  readonly help: Command
}

type Around = Pick<ReadingContext, 'nameIndex' | 'now'>

/**
 * Parses what somebody typed: a command and its options in any order, as `key:value` or in plain words. Words
 * that begin with no command go to the usual one. Never throws; `parseInput` checks the values.
 */
export function readText(typed: string, { all, usual, help }: TextCommands, around: Around): Request {
  const cleaned = cleanText(typed)
  if (cleaned.status === 'refused') return { command: help, options: new Map(), mistakes: [cleaned.mistake] }
  const said = cutTokens(cleaned.text.replace(/^\/?news(?=\s|$)/iu, ''))
  const tokens = said[0] !== undefined && isPlease(said[0]) ? said.slice(1) : said
  if (tokens.every((token) => token.key === null && isOnlySigns(token)))
    return { command: help, options: new Map(), mistakes: [] }
  const found = findCommand(tokens, all)
  if (found !== null) {
    const [first, second] = tokens
    const kin =
      found.length === 1 && !isTerm(tokens, 1, around) ? nearKin(second, found.command.name, all) : []
    const rest = tokens.slice(found.length)
    if (kin.length === 0) return readOptions(rest, ofStoryOrTopic(found.command, rest, all), around)
    const typed = `${first?.text ?? ''} ${second?.text ?? ''}`
    return { command: help, options: new Map(), mistakes: [unknownCommand(typed, kin)] }
  }
  const firstWords = new Set(all.map(({ name }) => name.split(' ')[0] ?? name))
  const isFamily = firstWords.has(foldTerm(tokens[0]?.text ?? ''))
  const misspelt = isFamily
    ? nearKin(tokens[1], foldTerm(tokens[0]?.text ?? ''), all)
    : isTerm(tokens, 0, around) || isTalk(tokens[0])
      ? []
      : nearTo(tokens[0], [...firstWords])
  if (misspelt.length > 0) {
    const typed = tokens.slice(0, isFamily ? 2 : 1).map((token) => token.text)
    return { command: help, options: new Map(), mistakes: [unknownCommand(typed.join(' '), misspelt)] }
  }
  return readOptions(tokens, usual, around)
}

const isPlease = ({ key, text, quoted }: Token): boolean => key === null && !quoted && means(text, 'please')

/** Finds the command whose path or alias the first words are, trying the longest first. */
export function findCommand(
  tokens: readonly Token[],
  all: readonly Command[],
): { readonly command: Command; readonly length: number } | null {
  for (let length = Math.min(LONGEST_CALL, tokens.length); length > 0; length--) {
    const run = tokens.slice(0, length)
    if (run.some((token) => token.key !== null || token.quoted || isOnlySigns(token))) continue
    const path = foldTerm(run.map((token) => token.text).join(' '))
    const command =
      all.find(({ name }) => name === path) ?? all.find(({ name }) => name === commandCalled(path))
    if (command !== undefined) return { command, length }
  }
  return null
}

/**
 * Chooses between a command for one story and another command that the same word also names. People follow a
 * story, and they also “follow” what they subscribe to: where no story is named, it is the other one.
 */
function ofStoryOrTopic(command: Command, [next]: readonly Token[], all: readonly Command[]): Command {
  const other = command.positionalOption === 'story' ? commandCalled(foldTerm(command.name)) : undefined
  const isNamed = next !== undefined && (next.key === 'story' || (next.key === null && namesStory(next.text)))
  return isNamed ? command : (all.find(({ name }) => name === other) ?? command)
}

/** "pause 🌍" is not "pause"; but "?" is "help". */
const isOnlySigns = ({ text: typed }: Token): boolean => foldTerm(typed) === '' && typed !== '?'

const isTerm = (tokens: readonly Token[], at: number, { nameIndex }: Around): boolean =>
  termAt(tokens, at, nameIndex) !== null

/** "Moin" (hello) is no misspelt "join". */
const isTalk = (token: Token | undefined): boolean =>
  token !== undefined && (talk ??= foldTalk()).has(foldTerm(token.text))

/** Folded when first needed: a hundred words, which take two milliseconds. */
let talk: ReadonlySet<string> | null = null

function foldTalk(): ReadonlySet<string> {
  const asks = askWords.languages().map((language) => askWords.of(language)?.asks)
  return new Set(asks.flatMap((ask) => [...(ask?.greeting ?? []), ...(ask?.thanks ?? [])].map(foldTerm)))
}

/**
 * Returns the commands of two words that begin like this one and continue nearly as was typed: “sources
 * helth”.
 */
function nearKin(second: Token | undefined, name: string, all: readonly Command[]): string[] {
  const [family] = name.split(' ')
  const endings = all
    .map(({ name }) => name.split(' '))
    .flatMap(([first, last]) => (first === family && last !== undefined ? [last] : []))
  return nearTo(second, endings).map((near) => `${family} ${near}`)
}

function nearTo(token: Token | undefined, words: readonly string[]): string[] {
  if (token === undefined || token.key !== null || token.quoted) return []
  return nearest(foldTerm(token.text), words).slice(0, 2)
}

const unknownCommand =
  (word: string, names: readonly string[]): Mistake =>
  (language) =>
    say('mistake.command', language, {
      word: quoted(word, language),
      names: eitherOf(names, language),
    })

function readOptions(said: readonly Token[], command: Command, around: Around): Request {
  const tokens =
    command.positionalOption === 'words' ? said : said.flatMap((token) => splitNames(token, around.nameIndex))
  const options = new Map<string, string[]>()
  const mistakes: Mistake[] = []
  const give = (name: string, values: readonly string[]): void => {
    options.set(name, [...(options.get(name) ?? []), ...values])
  }
  const bare: Token[] = []
  let before: string | null = null
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]
    if (token === undefined) break
    const headline = command.positionalOption === 'words' ? asHeadline(token, command) : null
    if (headline !== null) {
      bare.push({ key: null, text: headline, quoted: false })
      before = null
      at++
      continue
    }
    if (token.key !== null) {
      const { key } = token
      const value = valueAt(tokens, at, findOption(command, key), around)
      const unclear = token.quoted ? null : unclearKeywords(tokens, at, value, command)
      if (value.text === '')
        mistakes.push((language) => say('mistake.noValue', language, { option: quoted(`${key}:`, language) }))
      else if (unclear !== null) mistakes.push(unclear.mistake)
      else give(key, [value.text])
      before = key
      at += unclear?.length ?? value.length
      continue
    }
    // A name of several words may begin with one of ours: "Daily Sabah" is no rhythm.
    const name =
      command.positionalOption === 'words' || token.quoted ? null : termAt(tokens, at, around.nameIndex)
    const isLongName = name !== null && name.length > 1
    const cursor: Cursor = { tokens, at, command, before, ...around }
    const matched = token.quoted || isLongName ? null : matchOption(cursor)
    if (matched !== null) {
      if (matched.option !== null) give(matched.option, matched.values)
      if (matched.also !== undefined) give(matched.also.option, matched.also.values)
      before = matched.option
      at += matched.length
      continue
    }
    const length = name?.length ?? 1
    bare.push(...tokens.slice(at, at + length))
    before = null
    at += length
  }
  const isNarrow = command.positionalOption === null || command.positionalOption === 'story'
  const rest = isNarrow ? bare.filter((token) => !means(token.text, 'filler')) : bare
  giveBare(rest, command, give, mistakes)
  return { command, options, mistakes }
}

/** Detects keywords followed by a lower-case "or": only quotes tell whether it joins keywords or names. */
function unclearKeywords(
  tokens: readonly Token[],
  at: number,
  { text, length }: ValueAt,
  command: Command,
): { readonly mistake: Mistake; readonly length: number } | null {
  const [joint, next] = tokens.slice(at + length)
  if (findOption(command, tokens[at]?.key ?? '')?.kind !== 'keywords') return null
  if (joint === undefined || joint.key !== null || joint.quoted || !means(joint.text, 'and')) return null
  if (next === undefined || next.key !== null) return null
  const operator = means(joint.text, 'or') ? 'OR' : 'AND'
  const example = `keywords:"${`${text} ${operator} ${next.text}`.replaceAll('"', '')}"`
  return { mistake: (language) => say('keywords.quote', language, { example }), length: length + 2 }
}

/**
 * Returns `Syria: bridge opens` as one piece where no option has this name; null for `contry:syria`, a typing
 * mistake.
 */
function asHeadline({ key, typed }: Token, command: Command): string | null {
  if (key === null || typed === undefined || findOption(command, key) !== null) return null
  const names = command.options.map(({ name }) => name)
  return typed.length > key.length + 1 && !/:\s/u.test(typed) && nearest(key, names).length > 0 ? null : typed
}

/**
 * Distributes words without a key. Where the command takes an id or an address, that is the first word; the
 * rest is a filter, or what is searched for.
 */
function giveBare(
  bare: readonly Token[],
  command: Command,
  give: (name: string, values: readonly string[]) => void,
  mistakes: Mistake[],
): void {
  if (bare.length === 0) return
  if (command.positionalOption === null) {
    mistakes.push((language) =>
      say('mistake.unexpected', language, { words: quoted(text(bare), language), command: command.name }),
    )
    return
  }
  const whole = command.positionalOption === 'what' || command.positionalOption === 'words'
  const further = !whole && command.options.some((option) => option.name === 'what')
  if (whole || !further) {
    const [only] = bare
    give(command.positionalOption, [
      !whole && bare.length === 1 && only !== undefined ? only.text : text(bare),
    ])
    return
  }
  give(command.positionalOption, [bare[0]?.text ?? ''])
  if (bare.length > 1) give('what', [text(bare.slice(1))])
}

function text(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.quoted ? `"${token.text}"` : token.text)).join(' ')
}
