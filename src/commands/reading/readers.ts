import type { Command, CommandOption, OptionKind } from '../../chat/command.ts'
import type { CommandInput } from '../../chat/command-input.ts'
import { OWNERSHIPS } from '../../feeds/source.ts'
import { parseExpression } from '../../subscriptions/expression/parse-expression.ts'
import { printExpression } from '../../subscriptions/expression/print-expression.ts'
import { toDays, weekdaysOf, type Days } from '../../subscriptions/days.ts'
import { LENGTHS } from '../../subscriptions/length.ts'
import type { Rhythm } from '../../subscriptions/rhythm.ts'
import type { Wishes } from '../../subscriptions/wishes.ts'
import { explainExpression } from './explain-expression.ts'
import type { Mistake } from '../mistake.ts'
import { parseSince } from '../parse-since.ts'
import { say } from '../../words/say.ts'
import { foldTerm, type Term, type TermKind, type Vocabulary } from '../vocabulary.ts'
import { meaningOf } from './grammar.ts'
import { listOf, quoted } from './list-of.ts'
import { readQuiet } from './read-quiet.ts'
import { readRhythm } from './read-rhythm.ts'
import { readTime } from './read-time.ts'
import { readWish } from './read-wish.ts'
import { cities, readZone } from './read-zone.ts'
import { zonesCalled } from './zone-abbreviations.ts'
import { nearest, suggestNames } from './suggest-names.ts'

export type Draft = CommandInput

type Read = { readonly change: Partial<Draft> } | { readonly mistake: Mistake }

interface Around {
  readonly option: CommandOption
  readonly command: Command
  readonly draft: Draft
  readonly context: { readonly vocabulary: Vocabulary; readonly now: number; readonly zone: string }
}

/** How a value of each kind is read into the input. Values are clean and not empty. */
export const READERS: Readonly<Record<OptionKind, (typed: string, around: Around) => Read>> = {
  wish: readWishes,
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
  times(typed, { draft }) {
    const time = readTime(typed)
    return time === null
      ? wrong((language) => say('mistake.time', language, { typed: quoted(typed, language) }))
      : { change: { at: added(draft.at, time).toSorted() } }
  },
  zone(typed, { context }) {
    const zone = readZone(typed, context.vocabulary)
    return zone === null ? wrong(unknownZone(typed)) : { change: { zone } }
  },
  span(typed) {
    const quiet = readQuiet(typed)
    return quiet === null
      ? wrong((language) => say('mistake.quiet', language, { typed: quoted(typed, language) }))
      : { change: { quiet } }
  },
  story: (typed) => ({ change: { story: typed } }),
  subscription: (typed) => ({ change: { subscription: typed.toLowerCase().replaceAll(/^#|[,.]$/gu, '') } }),
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

const tooLong = (typed: string, most: number): Read =>
  wrong((language) => say('mistake.tooLong', language, { count: typed.length, most }))

const wrong = (mistake: Mistake): Read => ({ mistake })
const added = (list: readonly string[], value: string): string[] => [...new Set([...list, value])]

const FIELD = {
  region: 'regions',
  country: 'countries',
  topic: 'topics',
  source: 'sources',
  person: 'people',
  language: 'languages',
} as const satisfies Readonly<Record<TermKind, keyof Wishes>>

function withTerm(wish: Wishes, term: Term): Wishes {
  const field = FIELD[term.kind]
  return { ...wish, [field]: added(wish[field], term.id) }
}

function readName(kind: Exclude<TermKind, 'person'>, typed: string, { draft, context }: Around): Read {
  const key = foldTerm(typed)
  const { vocabulary } = context
  const term =
    kind === 'language'
      ? vocabulary.languages.get(key)
      : (vocabulary.terms.get(key)?.find((other) => other.kind === kind) ?? byCode(kind, typed, vocabulary))
  if (term !== undefined) return { change: { wish: withTerm(draft.wish, term) } }
  return wrong((language) => {
    const names = suggestNames(typed, vocabulary, language, kind)
    return names.length === 0
      ? say(`mistake.${kind}`, language, { typed: quoted(typed, language) })
      : say(`mistake.${kind}Near`, language, {
          typed: quoted(typed, language),
          names: listOf(
            names.map((name) => quoted(name, language)),
            language,
            'disjunction',
          ),
        })
  })
}

/** Somebody known by all spellings, or a name as it is typed: the news names people whom no list has. */
function readPerson(typed: string, { draft, context }: Around): Read {
  const key = foldTerm(typed)
  if (key === '')
    return wrong((language) => say('mistake.person', language, { typed: quoted(typed, language) }))
  const known = context.vocabulary.terms.get(key)?.find((term) => term.kind === 'person')
  if (known === undefined && typed.length > LONGEST_NAME) return tooLong(typed, LONGEST_NAME)
  const people = added(draft.wish.people, known?.id ?? typed)
  return { change: { wish: { ...draft.wish, people } } }
}

/** UTF-16 units of a name. */
const LONGEST_NAME = 80

/** `country:sy`: two letters are a country only where a country is asked for. */
function byCode(kind: TermKind, typed: string, vocabulary: Vocabulary): Term | undefined {
  if (kind !== 'country' || !/^[a-z]{2}$/iu.test(typed)) return undefined
  const code = typed.toUpperCase()
  for (const terms of vocabulary.terms.values())
    for (const term of terms) if (term.kind === 'country' && term.id === code) return term
  return undefined
}

function readWishes(typed: string, { draft, command, context }: Around): Read {
  const { terms, rest, all } = readWish(typed, context.vocabulary)
  if (rest.length === 0)
    return {
      change: {
        wish: terms.reduce((wish, term) => withTerm(wish, term), draft.wish),
        all: all || draft.all,
      },
    }
  const takesKeywords = command.options.some((option) => option.name === 'keywords')
  return wrong((language) => {
    const unknown = explainUnknown(rest.slice(0, MOST_UNKNOWN), context.vocabulary, language)
    const words = rest.join(' ')
    const way = takesKeywords
      ? say('hint.keywords', language, {
          example: `keywords:${/\s/u.test(words) ? `"${words.replaceAll('"', '')}"` : words}`,
        })
      : say('hint.search', language, { example: `search ${words}` })
    // Whoever names no command asks for a briefing, and may have meant something else.
    const help = command.name === 'briefing' ? `\n${say('hint.help', language)}` : ''
    return `${[...unknown, way].join(' ')}${help}`
  })
}

/** A sentence for each word that is near to a name, and one for all the others. */
function explainUnknown(rest: readonly string[], vocabulary: Vocabulary, language: string): string[] {
  const told = rest.map((word) => word.replaceAll('"', ''))
  const named = new Map(told.map((word) => [word, suggestNames(word, vocabulary, language)]))
  const either = (names: readonly string[]): string =>
    listOf(
      names.map((name) => quoted(name, language)),
      language,
      'disjunction',
    )
  const lost = told.filter((word) => named.get(word)?.length === 0)
  return [
    ...told
      .filter((word) => !lost.includes(word))
      .map((word) =>
        say('mistake.nameNear', language, {
          typed: quoted(word, language),
          names: either(named.get(word) ?? []),
        }),
      ),
    ...(lost.length === 0 ? [] : [say('mistake.name', language, { typed: either(lost) })]),
  ]
}

/** Unknown words told one by one; with more, the whole is no question of ours. */
const MOST_UNKNOWN = 3

function readKeywords(typed: string, { draft }: Around): Read {
  const parsed = parseExpression(typed)
  return parsed.status === 'parsed'
    ? { change: { wish: { ...draft.wish, expression: printExpression(parsed.expression) } } }
    : wrong(explainExpression(typed, parsed.mistake))
}

function readMoment(typed: string, { option, context }: Around): Read {
  const moment = parseSince(typed, context.now, context.zone)
  if (moment === null)
    return wrong((language) =>
      say('mistake.moment', language, { typed: quoted(typed, language), option: option.name }),
    )
  return { change: option.name === 'until' ? { until: moment } : { since: moment } }
}

function unknownZone(typed: string): Mistake {
  return (language) => {
    const several = zonesCalled(typed)
    if (several.length > 0)
      return say('mistake.zoneSeveral', language, {
        typed: quoted(typed, language),
        names: listOf(several, language, 'disjunction'),
      })
    const known = cities()
    const near = [
      ...new Set(
        nearest(foldTerm(typed.split('/').at(-1) ?? typed), [...known.keys()]).flatMap(
          (city) => known.get(city) ?? [],
        ),
      ),
    ]
    return near.length === 0
      ? say('mistake.zone', language, { typed: quoted(typed, language) })
      : say('mistake.zoneNear', language, {
          typed: quoted(typed, language),
          names: listOf(
            near.slice(0, 3).map((name) => quoted(name, language)),
            language,
            'disjunction',
          ),
        })
  }
}

/** Chat platforms put addresses between angle brackets, some with what was shown behind a bar. */
function readAddress(typed: string): Read {
  const bare = typed.replace(/^<(.*)>$/u, '$1').replace(/\|.*$/u, '')
  const address = URL.parse(/^[a-z][a-z0-9+.-]*:/iu.test(bare) ? bare : `https://${bare}`)
  const isWeb = address !== null && /^https?:$/u.test(address.protocol) && address.hostname.includes('.')
  return isWeb
    ? { change: { address: address.href } }
    : wrong((language) => say('mistake.address', language, { typed: quoted(typed, language) }))
}

/** Days of the week add up, one by one as forms give them; all else stands alone. */
function readWhen(typed: string, { option, draft }: Around): Read {
  const when = readRhythm(typed)
  if (when === null)
    return wrong((language) => say('mistake.rhythm', language, { typed: quoted(typed, language) }))
  const before = draft.when
  if (before === null || before === when) return { change: { when } }
  if (isOfWeek(before) && isOfWeek(when))
    return { change: { when: toDays([...weekdaysOf(before), ...weekdaysOf(when)]) } }
  return wrong((language) =>
    say('mistake.twice', language, {
      option: option.name,
      values: listOf([quoted(before, language), quoted(when, language)], language),
      example: `${option.name}:${before}`,
    }),
  )
}

const isOfWeek = (rhythm: Rhythm): rhythm is Exclude<Days, 'daily'> =>
  rhythm !== 'daily' && rhythm !== 'hourly' && rhythm !== 'alert'

function readDestination(typed: string): Read {
  const to = meaningOf(typed, ['here', 'me'])
  return { change: { to: to ?? { channel: typed } } }
}

function readChoice(typed: string, { option, context }: Around): Read {
  const value = typed.toLowerCase()
  switch (option.name) {
    case 'length': {
      const length = LENGTHS.find((other) => other === value)
      if (length !== undefined) return { change: { length } }
      break
    }
    case 'order':
      if (value === 'newest' || value === 'relevance') return { change: { order: value } }
      break
    case 'model':
      if (value === 'on' || value === 'off') return { change: { model: value === 'on' } }
      break
    case 'speak': {
      const speak = context.vocabulary.languages.get(foldTerm(typed))?.id ?? value
      if (option.choices.includes(speak)) return { change: { speak } }
      break
    }
    case 'ownership': {
      const ownership = OWNERSHIPS.find((other) => other === value)
      if (ownership !== undefined) return { change: { ownership } }
      break
    }
    case 'confirm':
      if (value === 'everything') return { change: { confirmed: true } }
      break
    case 'scope':
      if (value === 'all') return { change: { all: true } }
      break
  }
  return wrong((language) =>
    say('mistake.choice', language, {
      option: option.name,
      typed: quoted(typed, language),
      choices: listOf(option.choices, language, 'disjunction'),
    }),
  )
}

/** `2`, or as buttons carry it `2@tbqk5o`: the second page of what was known at an instant, in seconds to the base of 36. */
function readPage(typed: string, around: Around): Read {
  const [, page = typed, moment] = /^(\d{1,6})@([0-9a-z]{1,7})$/u.exec(typed) ?? []
  const read = readNumber(page, around)
  if ('mistake' in read || moment === undefined) return read
  return { change: { ...read.change, asOf: Number.parseInt(moment, 36) * 1000 } }
}

function readNumber(typed: string, { option }: Around): Read {
  const { least, most } = option.range ?? { least: 1, most: Number.MAX_SAFE_INTEGER }
  const number = /^\d{1,6}$/u.test(typed) ? Number(typed) : Number.NaN
  if (!(number >= least && number <= most))
    return wrong((language) =>
      say('mistake.number', language, { option: option.name, typed: quoted(typed, language), least, most }),
    )
  return { change: option.name === 'outlets' ? { outlets: number } : { page: number } }
}
