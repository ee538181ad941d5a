import type { OptionKind } from '../../chat/command.ts'
import { OWNERSHIPS } from '../../records/source.ts'
import { LENGTHS } from '../../subscriptions/length.ts'
import { say } from '../../words/say.ts'
import { foldTerm } from '../name-index.ts'
import { meaningOf } from './grammar.ts'
import { listOf, quoted } from '../notice.ts'
import { readKeywords, readName, readPerson, readFilter } from './name-readers.ts'
import { type Draft, type Read, type ReadArguments, type Reader, tooLong, wrong } from './reader.ts'
import { readMoment, readSpan, readTimeOfDay, readTimeZone, readWhen } from './time-readers.ts'

/** How a value of each kind is read into the input. Values are clean and not empty. */
export const READERS: Readonly<Record<OptionKind, Reader>> = {
  filter: readFilter,
  words: (typed) => ({ change: { words: typed } }),
  region: (typed, around) => readName('region', typed, around),
  country: (typed, around) => readName('country', typed, around),
  topic: (typed, around) => readName('topic', typed, around),
  source: (typed, around) => readName('source', typed, around),
  language: (typed, around) => readName('language', typed, around),
  person: readPerson,
  keywords: readKeywords,
  moment: readMoment,
  rhythm: readWhen,
  times: readTimeOfDay,
  zone: readTimeZone,
  span: readSpan,
  story: (typed) => ({ change: { story: typed } }),
  subscription: (typed) => ({ change: { subscription: typed.replaceAll(/^#|[,.]$/gu, '') } }),
  address: readAddress,
  destination: readDestination,
  choice: readChoice,
  number: (typed, around) =>
    around.option.name === 'page' ? readPage(typed, around) : readNumber(typed, around),
  line: (typed, { option }) =>
    option.name === 'command'
      ? { change: { command: typed } }
      : typed.length > LONGEST_TITLE
        ? tooLong(typed, LONGEST_TITLE)
        : { change: { title: typed } },
}

/** UTF-16 units of a title: it heads a message and stands in lists. */
const LONGEST_TITLE = 80

/** Chat platforms put addresses between angle brackets, some with what was shown behind a bar. */
function readAddress(typed: string, { command }: ReadArguments): Read {
  const bare = typed.replace(/^<(.*)>$/u, '$1').replace(/\|.*$/u, '')
  const address = URL.parse(/^[a-z][a-z0-9+.-]*:/iu.test(bare) ? bare : `https://${bare}`)
  const isWeb = address !== null && /^https?:$/u.test(address.protocol) && address.hostname.includes('.')
  if (!isWeb && command.name === 'why' && STORY_ID.test(typed)) return { change: { story: typed } }
  return isWeb
    ? { change: { address: address.href } }
    : wrong((language) => say('mistake.address', language, { typed: quoted(typed, language) }))
}

/** Ids of stories begin with an s, as `story` takes them, too. */
const STORY_ID = /^s[\w-]{5,40}$/u

function readDestination(typed: string): Read {
  const to = meaningOf(typed, ['here', 'me'])
  return { change: { to: to ?? { channel: typed } } }
}

function readChoice(typed: string, { option, context }: ReadArguments): Read {
  const value = typed.toLowerCase()
  const chosen =
    option.name === 'speak' ? (context.nameIndex.languages.get(foldTerm(typed))?.id ?? value) : value
  const change = option.choices.includes(chosen) ? CHOSEN[option.name]?.(chosen) : undefined
  if (change !== undefined) return { change }
  return wrong((language) =>
    say('mistake.choice', language, {
      option: option.name,
      typed: quoted(typed, language),
      choices: listOf(option.choices, language, 'disjunction'),
    }),
  )
}

/** What one of its choices means, for each option that has some. */
const CHOSEN: Readonly<Record<string, (value: string) => Partial<Draft>>> = {
  length: (value) => ({ length: LENGTHS.find((other) => other === value) ?? null }),
  order: (value) => ({ order: value === 'newest' ? 'newest' : 'relevance' }),
  model: (value) => ({ model: value === 'on' }),
  speak: (value) => ({ speak: value }),
  ownership: (value) => ({ ownership: OWNERSHIPS.find((other) => other === value) ?? null }),
  confirm: () => ({ confirmed: true }),
  scope: () => ({ all: true }),
  which: () => ({ all: true }),
}

/** `2`, or as buttons carry it `2@tbqk5o`: the second page of what was known at an instant, in seconds to the base of 36. */
function readPage(typed: string, around: ReadArguments): Read {
  const [, page = typed, moment] = /^(\d{1,6})@([0-9a-z]{1,7})$/u.exec(typed) ?? []
  const read = readNumber(page, around)
  if ('mistake' in read || moment === undefined) return read
  return { change: { ...read.change, asOf: Number.parseInt(moment, 36) * 1000 } }
}

function readNumber(typed: string, { option }: ReadArguments): Read {
  const { least, most } = option.range ?? { least: 1, most: Number.MAX_SAFE_INTEGER }
  const number = /^\d{1,6}$/u.test(typed) ? Number(typed) : Number.NaN
  if (!(number >= least && number <= most))
    return wrong((language) =>
      say('mistake.number', language, { option: option.name, typed: quoted(typed, language), least, most }),
    )
  return { change: option.name === 'outlets' ? { outlets: number } : { page: number } }
}
