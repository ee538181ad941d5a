import { SPOKEN } from '../language/languages.ts'
import type { CommandInput } from '../chat/command-input.ts'
import type { Asker, Command, CommandOption, OptionKind, Permission } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
import { OWNERSHIPS } from '../records/source.ts'
import { LENGTHS } from '../subscriptions/length.ts'
import { say } from '../words/say.ts'
import type { PhraseKey } from '../words/catalogues.ts'

/** The options that name what the news is filtered by, each kind by itself. */
export const FILTER_OPTIONS = [
  'region',
  'country',
  'topic',
  'source',
  'person',
  'language',
  'keywords',
] as const satisfies readonly OptionName[]

/** Every command has a text that says what it does. */
type CommandName = Extract<PhraseKey, `command.${string}`> extends `command.${infer Name}` ? Name : never

/** What is particular to one command. */
interface CommandShape {
  readonly name: CommandName
  readonly options: readonly OptionName[]
  readonly required?: readonly OptionName[]
  readonly bare?: OptionName
  readonly permission?: Permission
  readonly answer?: Command['answer']
  /** How it is typed; the same words in every language. */
  readonly usage: string
  readonly examples: readonly string[]
  readonly run: (input: CommandInput, asker: Asker) => Promise<Message>
}

/** A command for anyone, answered in private, unless it says otherwise. */
export function defineCommand(shape: CommandShape): Command {
  const own = options(shape.options, shape.required)
  return {
    name: shape.name,
    options: own,
    bare: shape.bare ?? null,
    permission: shape.permission ?? 'anyone',
    answer: shape.answer ?? 'private',
    help: (language) => ({
      words: shape.usage,
      summary: say(`command.${shape.name}`, language),
      examples: shape.examples,
      options: own.map((option) => ({ name: option.name, help: option.help(language) })),
    }),
    run: shape.run,
  }
}

/** One option, the same wherever it appears: people learn it once. */
interface OptionShape {
  readonly kind: OptionKind
  readonly many?: boolean
  readonly choices?: readonly string[]
  readonly range?: { readonly least: number; readonly most: number }
  readonly suggests?: boolean
}

const SHAPES = {
  what: { kind: 'filter', suggests: true },
  words: { kind: 'words' },
  region: { kind: 'region', many: true, suggests: true },
  country: { kind: 'country', many: true, suggests: true },
  topic: { kind: 'topic', many: true, suggests: true },
  source: { kind: 'source', many: true, suggests: true },
  person: { kind: 'person', many: true, suggests: true },
  language: { kind: 'language', many: true, suggests: true },
  keywords: { kind: 'keywords' },
  since: { kind: 'moment', suggests: true },
  until: { kind: 'moment', suggests: true },
  order: { kind: 'choice', choices: ['newest', 'relevance'] },
  page: { kind: 'number', range: { least: 1, most: 50 } },
  story: { kind: 'story', suggests: true },
  subscription: { kind: 'subscription', suggests: true },
  when: { kind: 'rhythm', many: true, suggests: true },
  at: { kind: 'times', many: true, suggests: true },
  zone: { kind: 'zone', suggests: true },
  to: { kind: 'destination', suggests: true },
  quiet: { kind: 'span', suggests: true },
  length: { kind: 'choice', choices: LENGTHS },
  speak: { kind: 'choice', choices: SPOKEN },
  model: { kind: 'choice', choices: ['on', 'off'] },
  outlets: { kind: 'number', range: { least: 1, most: 20 } },
  address: { kind: 'address' },
  ownership: { kind: 'choice', choices: OWNERSHIPS },
  title: { kind: 'line' },
  command: { kind: 'line', suggests: true },
  confirm: { kind: 'choice', choices: ['everything'] },
  scope: { kind: 'choice', choices: ['all'] },
  which: { kind: 'choice', choices: ['all'] },
} as const satisfies Readonly<Record<string, OptionShape>>

export type OptionName = keyof typeof SHAPES

/** Options by name, the `required` ones first, as Discord wants them. */
function options(
  names: readonly OptionName[],
  required: readonly OptionName[] = [],
): readonly CommandOption[] {
  return [...required, ...names.filter((name) => !required.includes(name))].map((name) => {
    const shape: OptionShape = SHAPES[name]
    return {
      name,
      kind: shape.kind,
      help: (language) => say(`option.${name}`, language),
      required: required.includes(name),
      many: shape.many ?? false,
      choices: shape.choices ?? [],
      ...(shape.range !== undefined && { range: shape.range }),
      suggests: shape.suggests ?? false,
    }
  })
}

/** What people also write before the colon, and what it may be; the first that the command has is meant. */
export const OPTION_ALIASES: ReadonlyMap<string, readonly OptionName[]> = new Map(
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
    id: ['subscription', 'story'],
    days: ['when'],
    every: ['when'],
    time: ['at'],
    times: ['at'],
    timezone: ['zone'],
    tz: ['zone'],
    url: ['address'],
    link: ['address'],
    name: ['title'],
    sort: ['order'],
  } satisfies Readonly<Record<string, readonly OptionName[]>>),
)
