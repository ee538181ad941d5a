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
 * Reads what somebody typed: as a command if every word of it is understood as one, otherwise as a sentence
 * (`understand`). Text that begins like a command but is none gets the command's mistakes, unless the
 * sentence makes more sense.
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
  // "News about Hamas": `news` may be our name, or belong to the sentence.
  const isBoth = said !== called && found === null && asCalled.word === 'search'
  const [text, wish] = isBoth ? [said, readAs(said)] : [called, asCalled]
  const sentence = asSentence(text, wish, commands, around)
  // "Stop reading https://…" ends no subscription.
  if (isOfFeeds(wish) && !strict.command.name.startsWith('sources')) return sentence
  // "thanks" does not ask for help.
  if (
    strict.command === commands.help &&
    strict.options.size === 0 &&
    wish.word === 'chat' &&
    strict.mistakes.length === 0 &&
    found?.command !== commands.help
  )
    return sentence
  // "Subscribe Sudan every 3 days", "… weekdays at 7, Sundays at 18": the sentence says what is wrong with it.
  const { impossible = null, several = [] } = wish.schedule ?? {}
  if (several.length > 0 || (impossible !== null && !isWhole(strict, around))) return sentence
  if (found === null) {
    const isMisspelt = strict.command === commands.help && strict.mistakes.length > 0
    // "Yemen every Monday at 9" does not mean a briefing since Monday.
    const isStanding = wish.word === 'subscribe' && isSure(wish)
    return (isWhole(strict, around) && !wish.continuesLast && !isStanding) ||
      (isMisspelt && !isSure(wish)) ||
      wish.hasUnreadRhythm
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
    return saysMore(wish, strict) || wish.openingLength > found.length ? sentence : strict
  return isOne || !(isSure(wish) || isEveryday(tokens, found, wish)) ? strict : sentence
}

/**
 * "Noticias del trigo" (news of the wheat): an everyday word for a command that opens a question about
 * something that no list of ours names.
 */
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

/**
 * "Haber ver bana" (give me news): several words after one that means `story`, which together ask for
 * something else.
 */
const isAnother = ({ command, options }: Request, { word }: Wish): boolean =>
  command.positionalOption === 'story' &&
  word !== command.name &&
  word !== 'chat' &&
  (options.get('story') ?? []).some((value) => /\s/u.test(value))

/**
 * Returns whether a text is written as a command: keys, quotes, operators and other signs occur only there.
 * Channels do not count, since they are picked from a list.
 */
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

function isWhole({ command, options, mistakes }: Request, around: Around): boolean {
  // It may already be tomorrow where the asker is.
  const later = { ...around, now: around.now + DAY_MS, zone: 'UTC', namesOnly: true } as const
  return mistakes.length === 0 && parseInput(command, options, later).mistakes.length === 0
}

const DAY_MS = 24 * 3_600_000

const NAMED: ReadonlySet<string> = new Set(['subscription', 'story', 'address', 'command'])

const takesName = ({ command }: Request): boolean =>
  command.positionalOption !== null && NAMED.has(command.positionalOption)

/** Returns whether a command is followed by an id, an address, just a name, or nothing at all. */
function isOwnName(
  { command, options }: Request,
  { isPlain, word, story, openingLength }: Wish,
  { all }: TextCommands,
  length: number,
): boolean {
  const named = options.get(command.positionalOption ?? '') ?? []
  if (command.name === 'help') return named.every((value) => findCommand(cutTokens(value), all) !== null)
  // "Stop the Syria one".
  const isName = isPlain && openingLength <= length && word === command.name && story === null
  return named.length === 0 || named.some(isId) || isName
}

const isId = (value: string): boolean =>
  !/\s/u.test(value) && (/\p{Nd}/u.test(value) ? !/^#?\p{Nd}+$/u.test(value) : value.length > LONGEST_WORD)

/** Ids of stories are longer than this, and most contain digits. */
const LONGEST_WORD = 14

const isSure = (wish: Wish): boolean =>
  wish.confidence === 1 && wish.corrected.length === 0 && wish.word !== 'chat' && isPossible(wish)

/**
 * Returns whether a sentence says more than a search command, which takes every word literally and
 * understands a single day: it has small words, a span of several days, or something to exclude.
 */
function saysMore({ word, from, to, isPlain, not }: Wish, { options }: Request): boolean {
  if (word !== 'search') return false
  const knowsTime = options.has('since') && options.has('until')
  return (
    !isPlain || not !== null || (from !== null && to !== null && to - from > LONGEST_DAY_MS && !knowsTime)
  )
}

/** 25 hours, where clocks go back. */
const LONGEST_DAY_MS = 25 * 3_600_000

const isOfFeeds = ({ word }: Wish): boolean => word === 'sources add' || word === 'sources remove'

/**
 * Returns what a sentence says of a source, as options. What is missing is asked for as if the command had
 * been typed.
 */
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
  // "More" may continue an answer that only the asker saw, so it stays private.
  const isPrivate = name === 'help' || name === 'chat' || name === 'more'
  const command = isPrivate ? help : (all.find((one) => one.name === name) ?? usual)
  if (isOfFeeds(wish)) return { command, options: feedOptions(text, wish), mistakes: [] }
  const options = new Map<string, readonly string[]>()
  const { destination } = wish
  if (destination !== null)
    options.set('to', [typeof destination === 'string' ? destination : destination.channel])
  // As if it had been typed: `audience` depends on it.
  if (input.all === true && command.options.some((one) => one.name === 'which')) options.set('which', ['all'])
  return { command, options, mistakes: [], sentence: text }
}
