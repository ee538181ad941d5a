import type { Command } from '../chat/command.ts'
import type { Request } from '../chat/commands.ts'
import { hasOperators } from '../subscriptions/expression/parse-expression.ts'
import { isHandle } from '../text/short-name.ts'
import { cleanText, parseInput } from './reading/parse-input.ts'
import { findCommand, readText, type TextCommands } from './reading/read-text.ts'
import type { ReadingContext } from './reading/reader.ts'
import { cutTokens, type Token } from './reading/tokens.ts'
import { foldTerm } from './name-index.ts'
import { findOption } from './options.ts'
import { isPossible, toInput } from './understanding/to-input.ts'
import { understand } from './understanding/understand.ts'
import type { Wish } from './understanding/wish.ts'

type Around = Pick<ReadingContext, 'nameIndex' | 'now'>

/**
 * Reads what somebody typed or said: as a command where it is one in every word, else as a sentence (`understand`). What begins with a command and is none is told its
 * mistakes where the sentence makes no more of it.
 */
export function readWords(typed: string, commands: TextCommands, around: Around): Request {
  const strict = readText(typed, commands, around)
  const cleaned = cleanText(typed)
  if (cleaned.status === 'refused' || isWritten(cleaned.text, strict)) return strict
  const said = cleaned.text.replace(/^\/news(?=\s\S)/iu, '').trim()
  const called = said.replace(/^news(?=\s\S)/iu, '').trim()
  const tokens = cutTokens(called)
  if (tokens.length === 0) return strict
  const found = findCommand(tokens, commands.all)
  const story = commands.all.find(({ name }) => name === 'story')
  if (isHandle(called) && story !== undefined)
    return { command: story, options: new Map([['story', [called]]]), mistakes: [] }
  const readAs = (text: string): Wish => understand(text, { ...around, zone: 'UTC' })
  const asCalled = readAs(called)
  // "News about Hamas" calls us by our name and says what is wanted.
  const isBoth = said !== called && found === null && asCalled.word === 'search'
  const [text, wish] = isBoth ? [said, readAs(said)] : [called, asCalled]
  const sentence = asSentence(text, wish, commands, around)
  // "Stop reading https://…" ends no subscription.
  if (isOfFeeds(wish) && !strict.command.name.startsWith('sources')) return sentence
  // "thanks" is no question for help.
  if (
    strict.command === commands.help &&
    strict.options.size === 0 &&
    wish.word === 'chat' &&
    strict.mistakes.length === 0 &&
    found?.command !== commands.help
  )
    return sentence
  if (found === null) {
    const isMisspelt = strict.command === commands.help && strict.mistakes.length > 0
    // "Yemen every Monday at 9" is no briefing since Monday.
    const isStanding = wish.word === 'subscribe' && isSure(wish)
    return (isWhole(strict, around) && !wish.goesOn && !isStanding) ||
      (isMisspelt && !isSure(wish)) ||
      wish.isTorn
      ? strict
      : sentence
  }
  const isOne = tokens.length === found.length || isWhole(strict, around)
  if (/\p{Extended_Pictographic}/u.test(text)) return strict
  if (takesName(strict))
    return isOwnName(strict, wish, commands, found.length) || !(isSure(wish) || isAnother(strict, wish))
      ? strict
      : sentence
  if (strict.command.name === 'search')
    return saysMore(wish, strict) || wish.opening > found.length ? sentence : strict
  return isOne || !(isSure(wish) || isEveryday(tokens, found, wish)) ? strict : sentence
}

/** "Noticias del trigo": what many call the command, as the first word of a question that names more than we have lists of. */
const isEveryday = (
  tokens: readonly Token[],
  { command, length }: { readonly command: Command; readonly length: number },
  { word, words }: Wish,
): boolean =>
  foldTerm(
    tokens
      .slice(0, length)
      .map(({ text }) => text)
      .join(' '),
  ) !== command.name &&
  (word === 'search' || word === 'briefing') &&
  words.length > 0

/** "Haber ver bana": several words behind that of a story, which ask for something else. */
const isAnother = ({ command, options }: Request, { word }: Wish): boolean =>
  command.bare === 'story' &&
  word !== command.name &&
  word !== 'chat' &&
  (options.get('story') ?? []).some((value) => /\s/u.test(value))

/** Keys, quotes, operators and other signs are for commands only; channels are picked from a list. */
function isWritten(text: string, { command, options }: Request): boolean {
  const tokens = cutTokens(text)
  const last = tokens.length - 1
  const hasKey = tokens.some(
    ({ key, typed = '' }, at) =>
      key !== null && (findOption(command, key) !== null || !(at < last ? /:(?:\s|$)/u : /:\s/u).test(typed)),
  )
  return (
    hasKey ||
    /[()<>&|=*]/u.test(text.replaceAll(/<[#@][^<>]*>/gu, '')) ||
    tokens.some(({ quoted }) => quoted) ||
    hasOperators(options.get('words')?.join(' ') ?? '') ||
    /^\s*\?*\s*$/u.test(text)
  )
}

/** Every word of it was read. */
function isWhole({ command, options, mistakes }: Request, around: Around): boolean {
  // Where the asker is it may be tomorrow.
  const later = { ...around, now: around.now + DAY_MS, zone: 'UTC', namesOnly: true } as const
  return mistakes.length === 0 && parseInput(command, options, later).mistakes.length === 0
}

const DAY_MS = 24 * 3_600_000

const NAMED: ReadonlySet<string> = new Set(['subscription', 'story', 'address', 'command'])

/** Whatever stands behind it is the name of something. */
const takesName = ({ command }: Request): boolean => command.bare !== null && NAMED.has(command.bare)

/** An id, an address, a name alone, or nothing at all. */
function isOwnName(
  { command, options }: Request,
  { isPlain, word, story, opening }: Wish,
  { all }: TextCommands,
  length: number,
): boolean {
  const named = options.get(command.bare ?? '') ?? []
  if (command.name === 'help') return named.every((value) => findCommand(cutTokens(value), all) !== null)
  // "Stop the Syria one".
  const isName = isPlain && opening <= length && word === command.name && story === null
  return named.length === 0 || named.some(isId) || isName
}

const isId = (value: string): boolean =>
  !/\s/u.test(value) && (/\p{Nd}/u.test(value) ? !/^#?\p{Nd}+$/u.test(value) : value.length > LONGEST_WORD)

/** Ids of stories are longer, and have digits in them most of the time. */
const LONGEST_WORD = 14

const isSure = (wish: Wish): boolean =>
  wish.sure === 1 && wish.mended.length === 0 && wish.word !== 'chat' && isPossible(wish)

/** A search takes every word as it stands, one day too, unless small words, days from one to another or what is not wanted are among them. */
function saysMore({ word, from, to, isPlain, not }: Wish, { options }: Request): boolean {
  if (word !== 'search') return false
  const knowsTime = options.has('since') || options.has('until')
  return (
    !isPlain || not !== null || (from !== null && to !== null && to - from > LONGEST_DAY_MS && !knowsTime)
  )
}

/** Where clocks go back. */
const LONGEST_DAY_MS = 25 * 3_600_000

const isOfFeeds = ({ word }: Wish): boolean => word === 'sources add' || word === 'sources remove'

/** What a sentence says of a source, as options: what it leaves open is asked for as where the command is typed. */
function feedOptions(
  text: string,
  { word, countries, sources, organisations, spoken }: Wish,
): Request['options'] {
  const [address] = /https?:\/\/\S+/u.exec(text) ?? []
  const named = [...sources, ...organisations, ...spoken].slice(0, 1)
  const isRemoved = word === 'sources remove'
  const options = new Map<string, readonly string[]>()
  const called = address === undefined ? named : [address]
  if (called.length > 0) options.set(isRemoved ? 'source' : 'address', called)
  if (!isRemoved && countries.length > 0) options.set('country', countries)
  return options
}

function asSentence(
  text: string,
  wish: Wish,
  { all, usual, help }: TextCommands,
  { nameIndex }: Around,
): Request {
  const { command: name, input } = toInput(wish, nameIndex)
  // What goes on may go on from an answer that only the asker saw.
  const isPrivate = name === 'help' || name === 'chat' || name === 'more'
  const command = isPrivate ? help : (all.find((one) => one.name === name) ?? usual)
  if (isOfFeeds(wish)) return { command, options: feedOptions(text, wish), mistakes: [] }
  const options = new Map<string, readonly string[]>()
  const { destination } = wish
  if (destination !== null)
    options.set('to', [typeof destination === 'string' ? destination : destination.channel])
  // As where it is typed: `audience` goes by it.
  if (input.all === true && command.options.some((one) => one.name === 'which')) options.set('which', ['all'])
  return { command, options, mistakes: [], sentence: text }
}
