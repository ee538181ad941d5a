import { SPOKEN } from '../language/languages.ts'
import type { Command, CommandOption } from '../chat/command.ts'
import { present } from '../records/present.ts'
import { OWNERSHIPS } from '../records/source.ts'
import { LENGTHS } from '../subscriptions/limits.ts'
import { isHandle } from '../text/short-name.ts'
import { say } from '../words/say.ts'
import { foldTerm } from './name-index.ts'
import { listOf, quoted } from './notice.ts'
import { meaningOf } from './reading/grammar.ts'
import { FILTER, KEYWORDS, nameReader, PERSON, WITHOUT } from './reading/name-readers.ts'
import { suggestSubjects } from './reading/names.ts'
import {
  added,
  suggestionsFrom,
  type Draft,
  misread,
  type Read,
  type ReadArguments,
  tooLong,
  type ValueReader,
  wrong,
} from './reading/reader.ts'
import { COMING, DEADLINE } from './understanding/read-deadline.ts'
import { moment, QUIET, RHYTHM, TIMES, ZONE } from './reading/time-readers.ts'

export const HELP_GROUPS = ['ask', 'follow', 'place', 'sources'] as const

/** One option, the same in every command, so that people learn it once. */
interface OptionShape extends ValueReader {
  readonly many?: boolean
  readonly choices?: readonly string[]
  readonly range?: { readonly least: number; readonly most: number }
  readonly isForButtons?: true
}

const SHAPES = {
  what: FILTER,
  who: { kind: 'line', read: (who) => ({ change: { who } }) },
  words: { kind: 'words', read: (words) => ({ change: { words } }), suggest: suggestSubjects },
  region: { ...nameReader('region'), many: true },
  country: { ...nameReader('country'), many: true },
  topic: { ...nameReader('topic'), many: true },
  source: { ...nameReader('source'), many: true },
  person: { ...PERSON, many: true },
  language: { ...nameReader('language'), many: true },
  keywords: KEYWORDS,
  without: { ...WITHOUT, many: true },
  since: moment('since'),
  until: moment('until'),
  ends: DEADLINE,
  period: COMING,
  order: choice(['newest', 'relevance'], (order) => ({ order })),
  page: { kind: 'number', range: { least: 1, most: 50 }, read: readPage },
  story: { kind: 'story', read: (story) => ({ change: { story } }) },
  subscription: {
    kind: 'subscription',
    read: (typed) => ({ change: { subscription: typed.replaceAll(/^#|[,.]$/gu, '') } }),
  },
  when: { ...RHYTHM, many: true },
  at: { ...TIMES, many: true },
  zone: ZONE,
  to: {
    kind: 'destination',
    read: (typed) => ({ change: { to: meaningOf(typed, ['here', 'me']) ?? { channel: typed } } }),
    suggest: (typed) => suggestionsFrom(['here', 'me'], typed),
  },
  quiet: QUIET,
  length: choice(LENGTHS, (length) => ({ length })),
  speak: choice(SPOKEN, (speak) => ({ speak })),
  reads: { ...nameReader('language', ({ reads }, { id }) => ({ reads: added(reads, id) })), many: true },
  model: choice(['on', 'off'], (typed) => ({ model: typed === 'on' })),
  pictures: choice(['on', 'off'], (typed) => ({ pictures: typed === 'on' })),
  outlets: {
    kind: 'number',
    range: { least: 1, most: 20 },
    read: (typed, { option }) => readNumber(typed, option, (outlets) => ({ outlets })),
  },
  address: { kind: 'address', read: readAddress },
  ownership: choice(OWNERSHIPS, (ownership) => ({ ownership })),
  title: {
    kind: 'line',
    read: (title) => (title.length > LONGEST_TITLE ? tooLong(title, LONGEST_TITLE) : { change: { title } }),
  },
  command: {
    kind: 'line',
    read: (command) => ({ change: { command } }),
    suggest: (typed, { commands }) => suggestionsFrom(commands, typed),
  },
  as: {
    ...choice(['not-about', 'two-stories', 'same-as', 'no-news', 'wrong-name'], (as) => ({ as })),
    isForButtons: true,
  },
  of: { kind: 'line', read: (of) => ({ change: { of } }), isForButtons: true },
  rule: { kind: 'line', read: (rule) => ({ change: { rule } }), isForButtons: true },
  step: { ...choice(['accept', 'undo'], (step) => ({ step })), isForButtons: true },
  change: {
    kind: 'number',
    isForButtons: true,
    range: { least: 1, most: 999_999_999 },
    read: (typed, { option }) => readNumber(typed, option, (change) => ({ change })),
  },
  group: {
    ...choice([...HELP_GROUPS, 'all'], (group) => (group === 'all' ? {} : { group })),
    isForButtons: true,
  },
  confirm: choice(['everything'], () => ({ confirmed: true })),
  scope: choice(['all'], () => ({ all: true })),
  which: choice(['all'], () => ({ all: true })),
} as const satisfies Readonly<Record<string, OptionShape>>

export type OptionName = keyof typeof SHAPES

/** The options that filter news, one for each kind. */
export const FILTER_OPTIONS = [
  'region',
  'country',
  'topic',
  'source',
  'person',
  'language',
  'keywords',
] as const satisfies readonly OptionName[]

/** Returns options by name, the `required` ones first, as Discord demands. */
export function optionsOf(
  names: readonly OptionName[],
  required: readonly OptionName[] = [],
): readonly CommandOption[] {
  return [...required, ...names.filter((name) => !required.includes(name))].map((name) => {
    const { kind, many = false, choices = [], range, isForButtons, suggest }: OptionShape = SHAPES[name]
    return {
      name,
      kind,
      help: (language) => say(`option.${name}`, language),
      required: required.includes(name),
      many,
      choices,
      ...present({ range, isForButtons }),
      suggests: suggest !== undefined || kind === 'story' || kind === 'subscription',
    }
  })
}

export const readerOf = ({ name }: Pick<CommandOption, 'name'>): ValueReader => {
  const found = READERS.get(name)
  if (found === undefined) throw new Error(`There is no option ${name}.`)
  return found
}

const READERS = new Map<string, ValueReader>(Object.entries(SHAPES))

/** Finds the option of a command by a name that somebody typed; null where there is none. */
export function findOption({ options }: Command, typed: string): CommandOption | null {
  const name = typed.toLowerCase()
  const called = (name: string) => options.find((option) => option.name === name)
  return (
    called(name) ??
    ALIASES.get(name)
      ?.map(called)
      .find((option) => option !== undefined) ??
    null
  )
}

/**
 * Other words that people write before the colon, with the options that they may mean. The first one that the
 * command has is meant.
 */
const ALIASES: ReadonlyMap<string, readonly OptionName[]> = new Map(
  Object.entries({
    regions: ['region'],
    countries: ['country'],
    topics: ['topic'],
    sources: ['source'],
    outlet: ['source'],
    people: ['person'],
    language: ['speak'],
    lang: ['language', 'speak'],
    keyword: ['keywords'],
    about: ['what'],
    from: ['since'],
    before: ['until'],
    until: ['until', 'ends'],
    id: ['subscription', 'story'],
    days: ['when'],
    every: ['when'],
    time: ['at'],
    times: ['at'],
    timezone: ['zone'],
    tz: ['zone'],
    url: ['address'],
    link: ['address'],
    except: ['without'],
    not: ['without'],
    name: ['title'],
    sort: ['order'],
  } satisfies Readonly<Record<string, readonly OptionName[]>>),
)

/** In UTF-16 units. A title heads a message and stands in lists. */
const LONGEST_TITLE = 80

/** An option that takes one of some words, or for `speak` a language by any of its names. */
function choice<const Choice extends string>(
  choices: readonly Choice[],
  change: (chosen: Choice) => Partial<Draft>,
): OptionShape {
  return {
    kind: 'choice',
    choices,
    read(typed, { option, context }) {
      const word = typed.toLowerCase()
      const meant = option.name === 'speak' ? context.nameIndex.languages.get(foldTerm(typed))?.id : undefined
      const chosen = choices.find((one) => one === (meant ?? word))
      if (chosen !== undefined) return { change: change(chosen) }
      return wrong((language) =>
        say('mistake.choice', language, {
          option: option.name,
          typed: quoted(typed, language),
          choices: listOf(choices, language, 'disjunction'),
        }),
      )
    },
  }
}

/**
 * Reads an address. Chat platforms put addresses in angle brackets, some with the displayed text after a bar.
 */
function readAddress(typed: string, { command }: ReadArguments): Read {
  const bare = typed.replace(/^<(.*)>$/u, '$1').replace(/\|.*$/u, '')
  const address = URL.parse(/^[a-z][a-z0-9+.-]*:/iu.test(bare) ? bare : `https://${bare}`)
  const isWeb = address !== null && /^https?:$/u.test(address.protocol) && address.hostname.includes('.')
  if (isWeb) return { change: { address: address.href } }
  return command.name === 'why' && (STORY_ID.test(typed) || isHandle(typed))
    ? { change: { story: typed } }
    : misread('mistake.address', typed)
}

/** Ids of stories begin with an s; the command `story` takes them too. */
const STORY_ID = /^s[\w-]{5,40}$/u

/**
 * Reads `2`, or `2@tbqk5o` from a button: the second page of what was known at an instant, given in seconds
 * in base 36.
 */
function readPage(typed: string, { option }: ReadArguments): Read {
  const [, number = typed, moment] = /^(\d{1,6})@([0-9a-z]{1,7})$/u.exec(typed) ?? []
  const known = moment === undefined ? {} : { asOf: Number.parseInt(moment, 36) * 1000 }
  return readNumber(number, option, (page) => ({ page, ...known }))
}

function readNumber(typed: string, option: CommandOption, change: (number: number) => Partial<Draft>): Read {
  const { least, most } = option.range ?? { least: 1, most: Number.MAX_SAFE_INTEGER }
  const number = /^\d{1,9}$/u.test(typed) ? Number(typed) : Number.NaN
  if (number >= least && number <= most) return { change: change(number) }
  return wrong((language) =>
    say('mistake.number', language, { option: option.name, typed: quoted(typed, language), least, most }),
  )
}
