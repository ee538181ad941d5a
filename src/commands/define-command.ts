import { SPOKEN } from '../language/languages.ts'
import type { CommandInput } from '../chat/command-input.ts'
import type { Asker, Command, CommandOption, OptionKind, Permission } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
import { OWNERSHIPS } from '../records/source.ts'
import { LENGTHS } from '../subscriptions/length.ts'
import { say } from '../words/say.ts'
import type { PhraseKey } from '../words/catalogues.ts'

/** The options that name something people can wish for, each kind by itself. */
export const WISH_OPTIONS = [
  'region',
  'country',
  'topic',
  'source',
  'person',
  'language',
  'keywords',
] as const satisfies readonly OptionName[]

/** What is particular to one command. */
interface CommandShape {
  readonly name: string
  readonly options: readonly OptionName[]
  readonly required?: readonly OptionName[]
  readonly bare?: OptionName
  readonly permission?: Permission
  readonly answer?: Command['answer']
  readonly help: Extract<PhraseKey, `command.${string}`>
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
      summary: say(shape.help, language),
      examples: shape.examples,
      options: own.map((option) => ({ name: option.name, help: option.help(language) })),
    }),
    run: shape.run,
  }
}

/** One option, the same wherever it appears: people learn it once. */
interface OptionShape {
  readonly kind: OptionKind
  readonly help: Extract<PhraseKey, `option.${string}`>
  readonly many?: boolean
  readonly choices?: readonly string[]
  readonly range?: { readonly least: number; readonly most: number }
  readonly suggests?: boolean
}

const SHAPES = {
  what: { kind: 'wish', help: 'option.what', suggests: true },
  words: { kind: 'words', help: 'option.words' },
  region: { kind: 'region', help: 'option.region', many: true, suggests: true },
  country: { kind: 'country', help: 'option.country', many: true, suggests: true },
  topic: { kind: 'topic', help: 'option.topic', many: true, suggests: true },
  source: { kind: 'source', help: 'option.source', many: true, suggests: true },
  person: { kind: 'person', help: 'option.person', many: true, suggests: true },
  language: { kind: 'language', help: 'option.language', many: true, suggests: true },
  keywords: { kind: 'keywords', help: 'option.keywords' },
  since: { kind: 'moment', help: 'option.since', suggests: true },
  until: { kind: 'moment', help: 'option.until', suggests: true },
  order: { kind: 'choice', help: 'option.order', choices: ['newest', 'relevance'] },
  page: { kind: 'number', help: 'option.page', range: { least: 1, most: 50 } },
  story: { kind: 'story', help: 'option.story', suggests: true },
  subscription: { kind: 'subscription', help: 'option.subscription', suggests: true },
  when: { kind: 'rhythm', help: 'option.when', many: true, suggests: true },
  at: { kind: 'times', help: 'option.at', many: true, suggests: true },
  zone: { kind: 'zone', help: 'option.zone', suggests: true },
  to: { kind: 'destination', help: 'option.to', suggests: true },
  quiet: { kind: 'span', help: 'option.quiet', suggests: true },
  length: { kind: 'choice', help: 'option.length', choices: LENGTHS },
  speak: { kind: 'choice', help: 'option.speak', choices: SPOKEN },
  model: { kind: 'choice', help: 'option.model', choices: ['on', 'off'] },
  outlets: { kind: 'number', help: 'option.outlets', range: { least: 1, most: 20 } },
  address: { kind: 'address', help: 'option.address' },
  ownership: { kind: 'choice', help: 'option.ownership', choices: OWNERSHIPS },
  title: { kind: 'line', help: 'option.title' },
  command: { kind: 'line', help: 'option.command', suggests: true },
  confirm: { kind: 'choice', help: 'option.confirm', choices: ['everything'] },
  scope: { kind: 'choice', help: 'option.scope', choices: ['all'] },
  which: { kind: 'choice', help: 'option.which', choices: ['all'] },
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
      help: (language) => say(shape.help, language),
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
